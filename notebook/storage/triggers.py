"""The triggers that keep derived columns, the search index and the journal true.

They are built from the schema and put in place anew after each migration, so that no service can
forget them and undo keeps them right by itself.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from notebook.storage.search import plain

# Columns that triggers derive: never journaled, since they follow from what is.
_DERIVED = {"person": {"last_contact_on"}}
_NOT_JOURNALED = {"change", "journal", "journal_head"}

_PERSON_COLUMNS = "name, given_name, family_name, nickname, sort_key, note, deleted_at"


_NAMES = plain(
    "p.name || ' ' || p.given_name || ' ' || p.family_name || ' ' || p.nickname"
    " || ' ' || p.sort_key"
)
_ROLES = plain(
    "coalesce((SELECT group_concat(coalesce(o.name || ' ' || o.sort_key, '') || ' ' || r.title, ' ')"
    " FROM role r LEFT JOIN organisation o ON o.id = r.organisation_id"
    " WHERE r.person_id = p.id AND o.deleted_at IS NULL), '')"
)
_NOTES = plain(
    "p.note || ' ' || coalesce((SELECT group_concat(f.text, ' ') FROM fact f"
    " WHERE f.person_id = p.id), '')"
)

PERSON_SEARCH_ROWS = f"""
    SELECT p.id, {_NAMES}, {_ROLES},
        coalesce((SELECT group_concat(d.value || ' ' || d.search_words, ' ') FROM contact_detail d
            WHERE d.person_id = p.id), ''),
        {_NOTES}
    FROM person p WHERE p.deleted_at IS NULL"""

MOMENT_SEARCH_ROWS = f"""
    SELECT m.id, {plain("m.text || ' ' || m.their_words")}
    FROM moment m WHERE m.deleted_at IS NULL"""


def _reindex_person(which: str) -> str:
    return (
        f"DELETE FROM person_search WHERE rowid IN ({which}); "
        "INSERT INTO person_search(rowid, name, organisation, contact, notes)"
        f"{PERSON_SEARCH_ROWS} AND p.id IN ({which});"
    )


def _reindex_moment(which: str) -> str:
    return (
        f"DELETE FROM moment_search WHERE rowid = {which}; "
        f"INSERT INTO moment_search(rowid, text){MOMENT_SEARCH_ROWS} AND m.id = {which};"
    )


def _last_contact(which: str) -> str:
    return f"""
        UPDATE person SET last_contact_on = (
            SELECT max(substr(m.happened_at, 1, 10)) FROM moment_person mp
            JOIN moment m ON m.id = mp.moment_id
            WHERE mp.person_id = person.id AND m.deleted_at IS NULL)
        WHERE id IN ({which});"""


def _trigger(name: str, when: str, body: str) -> str:
    return f"CREATE TRIGGER {name} AFTER {when} BEGIN {body} END"


def _search_triggers() -> Iterator[str]:
    yield _trigger("search_person_insert", "INSERT ON person", _reindex_person("NEW.id"))
    yield _trigger(
        "search_person_update", f"UPDATE OF {_PERSON_COLUMNS} ON person", _reindex_person("NEW.id")
    )
    yield _trigger(
        "search_person_delete",
        "DELETE ON person",
        "DELETE FROM person_search WHERE rowid = OLD.id;",
    )
    for table in ("contact_detail", "fact", "role"):
        for event, row in (("INSERT", "NEW"), ("UPDATE", "NEW"), ("DELETE", "OLD")):
            yield _trigger(
                f"search_{table}_{event.lower()}",
                f"{event} ON {table}",
                _reindex_person(f"{row}.person_id"),
            )
    people = "SELECT person_id FROM role WHERE organisation_id = NEW.id"
    yield _trigger(
        "search_organisation_update",
        "UPDATE OF name, sort_key, deleted_at ON organisation",
        _reindex_person(people),
    )
    yield _trigger("search_moment_insert", "INSERT ON moment", _reindex_moment("NEW.id"))
    yield _trigger(
        "search_moment_update",
        "UPDATE OF text, their_words, deleted_at ON moment",
        _reindex_moment("NEW.id"),
    )
    yield _trigger(
        "search_moment_delete",
        "DELETE ON moment",
        "DELETE FROM moment_search WHERE rowid = OLD.id;",
    )


def _last_contact_triggers() -> Iterator[str]:
    for event, row in (("INSERT", "NEW"), ("DELETE", "OLD")):
        yield _trigger(
            f"last_contact_{event.lower()}",
            f"{event} ON moment_person",
            _last_contact(f"{row}.person_id"),
        )
    yield _trigger(
        "last_contact_moment",
        "UPDATE OF happened_at, deleted_at ON moment",
        _last_contact("SELECT person_id FROM moment_person WHERE moment_id = NEW.id"),
    )


def _as_json(row: str, columns: Iterable[str]) -> str:
    return "json_object(" + ", ".join(f"'{name}', {row}.{name}" for name in columns) + ")"


def _journal_triggers(table: str, columns: list[str]) -> Iterator[str]:
    for event, old, new in (
        ("INSERT", "NULL", _as_json("NEW", columns)),
        (f"UPDATE OF {', '.join(columns)}", _as_json("OLD", columns), _as_json("NEW", columns)),
        ("DELETE", _as_json("OLD", columns), "NULL"),
    ):
        row = "OLD" if event == "DELETE" else "NEW"
        yield (
            f"CREATE TRIGGER journal_{table}_{event.split()[0].lower()} AFTER {event} ON {table} "
            "WHEN (SELECT change_id FROM journal_head) IS NOT NULL BEGIN "
            "INSERT INTO journal(change_id, table_name, row_id, old, new) "
            f"SELECT change_id, '{table}', {row}.id, {old}, {new} FROM journal_head; END"
        )


def journaled_columns(connection: Any) -> dict[str, list[str]]:
    """Return the columns of each table whose changes the journal keeps."""
    tables = [
        name
        for (name,) in connection.execute(
            "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
            " AND name NOT LIKE 'sqlite%' ORDER BY name"
        )
        if name not in _NOT_JOURNALED
    ]
    return {
        table: [
            column
            for (column,) in connection.execute(
                "SELECT name FROM pragma_table_info(?) ORDER BY cid", (table,)
            )
            if column not in _DERIVED.get(table, ())
        ]
        for table in tables
    }


def install_triggers(connection: Any) -> None:
    """Put all triggers in place anew; called by each migration, within its transaction."""
    for (name,) in connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'trigger'"
    ).fetchall():
        connection.execute(f"DROP TRIGGER {name}")
    statements = [*_search_triggers(), *_last_contact_triggers()]
    for table, columns in journaled_columns(connection).items():
        statements += _journal_triggers(table, columns)
    for statement in statements:
        connection.execute(statement)


def rebuild_search(connection: Any) -> None:
    """Fill both search indexes from their tables."""
    connection.execute("DELETE FROM person_search")
    connection.execute(
        "INSERT INTO person_search(rowid, name, organisation, contact, notes)" + PERSON_SEARCH_ROWS
    )
    connection.execute("DELETE FROM moment_search")
    connection.execute("INSERT INTO moment_search(rowid, text)" + MOMENT_SEARCH_ROWS)
