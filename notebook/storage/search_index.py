"""The full-text indexes: what each holds, and the triggers that keep it true.

Every index has a row for each thing that can be found; nothing in the trash has one. The text of
an index follows from its table alone, so that triggers keep it right whoever writes, undo included.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from notebook.storage.search import plain
from notebook.storage.sensitive import IS_SHOWN, SENSITIVE_GROUPS
from notebook.storage.spelling import spelling


@dataclass(frozen=True, slots=True)
class SearchIndex:
    """One FTS5 table over the rows of `table`, which the SQL here calls `t`.

    `texts` is the SQL of each column, `watched` the columns on which they depend, `present` says
    which rows belong in it.
    """

    name: str
    table: str
    columns: tuple[str, ...]
    texts: tuple[str, ...]
    watched: str
    present: str = "t.deleted_at IS NULL"

    @property
    def rows(self) -> str:
        """The SQL of all rows that belong in the index."""
        return f"SELECT t.id, {', '.join(self.texts)} FROM {self.table} t WHERE {self.present}"

    @property
    def fill(self) -> str:
        """The SQL that fills the empty index; more conditions may follow."""
        return f"INSERT INTO {self.name}(rowid, {', '.join(self.columns)}) {self.rows}"

    def reindex(self, which: str) -> str:
        """Return the SQL that makes the rows of these ids anew."""
        return (
            f"DELETE FROM {self.name} WHERE rowid IN ({which}); {self.fill} AND t.id IN ({which});"
        )

    def triggers(self) -> Iterator[str]:
        """Return the triggers on the table itself."""
        for event in ("INSERT", f"UPDATE OF {self.watched}"):
            yield self.trigger(f"{event} ON {self.table}", "NEW.id")
        yield (
            f"CREATE TRIGGER {self.name}_delete AFTER DELETE ON {self.table}"
            f" BEGIN DELETE FROM {self.name} WHERE rowid = OLD.id; END"
        )

    def trigger(self, when: str, which: str, ending: str = "") -> str:
        """Return a trigger that makes the rows of these ids anew after something happened.

        The `ending` of its name tells it from another one for the same event.
        """
        event, table = when.split(maxsplit=1)[0].lower(), when.rsplit(maxsplit=1)[-1]
        name = f"{self.name}_{event}" if table == self.table else f"{self.name}_{table}_{event}"
        return f"CREATE TRIGGER {name}{ending} AFTER {when} BEGIN {self.reindex(which)} END"


_APART = " || ' \ue001 ' || "
"""Joins texts with a word that nobody types, so that no phrase begins in one and ends in the next."""

_ROLES = (
    f"coalesce((SELECT group_concat(coalesce(o.name{_APART}o.sort_key, ''){_APART}r.title, ' ')"
    " FROM role r LEFT JOIN organisation o ON o.id = r.organisation_id"
    " WHERE r.person_id = t.id AND o.deleted_at IS NULL), '')"
)
_CONTACT = (
    "coalesce((SELECT group_concat(d.value || ' ' || d.search_words, ' ' ORDER BY d.id)"
    " FROM contact_detail d"
    " WHERE d.person_id = t.id), '')"
)
_NOTES = (
    "t.note || ' ' || coalesce((SELECT group_concat(f.text, ' ') FROM fact f"
    f" WHERE f.person_id = t.id AND {IS_SHOWN.format(fact='f')}), '')"
    " || ' ' || coalesce((SELECT group_concat(v.text, ' ') FROM own_value v"
    " JOIN own_field w ON w.id = v.field_id"
    " WHERE v.person_id = t.id AND w.deleted_at IS NULL), '')"
    " || coalesce((SELECT ' ' || group_concat(a.name, ' ')"
    " FROM related_person a WHERE a.person_id = t.id), '')"
)
_NAMES = ("t.name", "t.given_name || ' ' || t.family_name", "t.nickname", "t.sort_key")

PERSON = SearchIndex(
    "person_search",
    "person",
    ("name", "organisation", "contact", "notes"),
    (plain(_APART.join(_NAMES)), plain(_ROLES), _CONTACT, plain(_NOTES)),
    "name, given_name, family_name, nickname, sort_key, note, deleted_at",
)


_NAME = plain(f"t.name{_APART}t.sort_key")
ORGANISATION = SearchIndex(
    "organisation_search",
    "organisation",
    ("name", "notes"),
    (_NAME, plain("t.note")),
    "name, sort_key, note, deleted_at",
)
PROJECT = SearchIndex(
    "project_search", "project", ("name",), (_NAME,), "name, sort_key, deleted_at"
)


def _spelt(table: str) -> SearchIndex:
    watched = "name, sort_key, deleted_at"
    return SearchIndex(f"{table}_spelling", table, ("words",), (spelling("t"),), watched)


def _written(table: str, *columns: str, present: str = "t.deleted_at IS NULL") -> SearchIndex:
    text = plain(_APART.join(f"t.{column}" for column in columns))
    watched = ", ".join((*columns, "deleted_at") if "deleted_at" in present else columns)
    return SearchIndex(f"{table}_search", table, ("text",), (text,), watched, present)


_STEPS = (
    "coalesce((SELECT group_concat(s.note, ' ') FROM step_taken s WHERE s.concern_id = t.id), '')"
)
CONCERN = SearchIndex(
    "concern_search",
    "concern",
    ("text",),
    (plain(_APART.join(("t.text", "t.follow_up_words", _STEPS))),),
    "text, follow_up_words, deleted_at",
)

# What few moments have is left out of the others, so that theirs stay as version 1 made them.
MOMENT = SearchIndex(
    "moment_search",
    "moment",
    ("text",),
    (
        plain(
            f"t.text{_APART}t.their_words || iif(t.agenda || t.place = '', '',"
            f" ''{_APART}t.agenda{_APART}t.place)"
        ),
    ),
    "text, their_words, agenda, place, deleted_at",
)

# What somebody likes or wants, for finding whom an offering may help.
WISH = SearchIndex(
    "wish_search",
    "fact",
    ("text",),
    (plain("t.text"),),
    "text, fact_group",
    "t.fact_group IN ('interests', 'goals')",
)

INDEXES = (
    PERSON,
    _spelt("person"),
    ORGANISATION,
    _spelt("organisation"),
    PROJECT,
    _spelt("project"),
    MOMENT,
    _written("promise", "text"),
    _written("answer", "text", present="t.text != ''"),
    _written("deliverable", "what", "how", "their_view", present="true"),
    _written("reminder", "text"),
    CONCERN,
    _written("offering", "name", "benefit", "for_whom", "tags", "note"),
    _written("need", "text"),
    WISH,
    _written("referral", "other_name", "why", "note"),
    _written("responsibility", "what", "name", present="true"),
)

# What is told in a table of its own, and whose index it belongs to.
_PARTS = (
    (PERSON, "contact_detail", "person_id"),
    (PERSON, "fact", "person_id"),
    (PERSON, "own_value", "person_id"),
    (PERSON, "role", "person_id"),
    (PERSON, "related_person", "person_id"),
    (CONCERN, "step_taken", "concern_id"),
)


def search_triggers() -> Iterator[str]:
    """Return all triggers of the search."""
    for index in INDEXES:
        yield from index.triggers()
    for index, table, column in _PARTS:
        for event, row in (("INSERT", "NEW"), ("UPDATE", "NEW"), ("DELETE", "OLD")):
            yield index.trigger(f"{event} ON {table}", f"{row}.{column}")
        yield index.trigger(f"UPDATE OF {column} ON {table}", f"OLD.{column}", "_moved")
    yield PERSON.trigger(
        "UPDATE OF name, sort_key, deleted_at ON organisation",
        "SELECT person_id FROM role WHERE organisation_id = NEW.id",
    )
    yield PERSON.trigger(
        "UPDATE OF deleted_at ON own_field",
        "SELECT person_id FROM own_value WHERE field_id = NEW.id",
    )
    for event in ("INSERT", "UPDATE", "DELETE"):
        yield PERSON.trigger(
            f"{event} ON setting",
            f"SELECT person_id FROM fact WHERE fact_group IN ({SENSITIVE_GROUPS})",
        )


def rebuild_search(connection: Any) -> None:
    """Fill all indexes from their tables."""
    for index in INDEXES:
        connection.execute(f"DELETE FROM {index.name}")
        connection.execute(index.fill)


def missing_or_left_over(connection: Any, index: SearchIndex) -> int:
    """Return in how many rows an index and its table differ."""
    found = f"SELECT rowid FROM {index.name}_docsize"
    wanted = f"SELECT t.id FROM {index.table} t WHERE {index.present}"
    (count,) = connection.execute(
        f"SELECT count(*) FROM (SELECT * FROM ({found} EXCEPT {wanted})"
        f" UNION SELECT * FROM ({wanted} EXCEPT {found}))"
    ).fetchone()
    return int(count)
