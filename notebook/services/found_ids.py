"""Which things a typed text may mean: their ids, in stages from the best to the least sure."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from notebook.domain.matching import has_operators, typed_words
from notebook.domain.text import sort_prefix
from notebook.services.found import Kind, Rank
from notebook.storage.file import NotebookFile
from notebook.storage.search import Incomplete, number_query, web_query
from notebook.storage.spelling import misspelt_query

AT_FIRST = 5
"""Lines of a group that are shown at first; fewer let names be found that are spelt alike."""
AT_MOST = 50
"""Lines of a group that are looked at; one more may be found, to say that there are more."""

_LONGEST = 400  # characters
_NAMED = {Kind.PERSON, Kind.ORGANISATION, Kind.PROJECT}
_WAYS = (
    (Incomplete.NONE, 1),
    (Incomplete.LAST, AT_MOST + 1),
    (Incomplete.ALL, AT_FIRST),
)
"""Which words may be incomplete, as long as fewer things than this were found."""
_BESIDES_NAMES = {
    Kind.PERSON: ("name", "organisation", "contact", "notes"),
    Kind.ORGANISATION: ("name", "notes"),
    Kind.PROJECT: (),
}

_PRESENT = "EXISTS (SELECT 1 FROM {} WHERE t.id = s.rowid AND {})"
_OF_PROJECT = "JOIN project j ON j.id = t.project_id JOIN person e ON e.id = j.person_id"
_BOTH = "j.deleted_at IS NULL AND e.deleted_at IS NULL"

# The indexes know the trash; here stands what is hidden because something else is in it.
_SHOWN = {
    Kind.PROJECT: _PRESENT.format(
        "project t JOIN person e ON e.id = t.person_id", "e.deleted_at IS NULL"
    ),
    Kind.MOMENT: (
        "EXISTS (SELECT 1 FROM moment_person t JOIN person e ON e.id = t.person_id"
        " WHERE t.moment_id = s.rowid AND e.deleted_at IS NULL)"
    ),
    Kind.PROMISE: _PRESENT.format(
        "promise t JOIN person e ON e.id = t.person_id LEFT JOIN project j ON j.id = t.project_id",
        f"t.state != 'draft' AND {_BOTH}",
    ),
    Kind.REMINDER: _PRESENT.format(
        "reminder t LEFT JOIN person e ON e.id = t.person_id"
        " LEFT JOIN project j ON j.id = t.project_id",
        _BOTH,
    ),
    Kind.CONCERN: _PRESENT.format(
        "concern t JOIN person e ON e.id = t.person_id LEFT JOIN project j ON j.id = t.project_id",
        _BOTH,
    ),
    Kind.NEED: _PRESENT.format(
        "need t JOIN person e ON e.id = t.person_id", "e.deleted_at IS NULL"
    ),
    Kind.REFERRAL: _PRESENT.format(
        "referral t JOIN person e ON e.id = t.person_id", "e.deleted_at IS NULL"
    ),
    Kind.ANSWER: _PRESENT.format(f"answer t {_OF_PROJECT}", _BOTH),
    Kind.DELIVERABLE: _PRESENT.format(f"deliverable t {_OF_PROJECT}", _BOTH),
    Kind.RESPONSIBILITY: _PRESENT.format(f"responsibility t {_OF_PROJECT}", _BOTH),
}


@dataclass(frozen=True, slots=True)
class Typed:
    """A typed text as it is looked for."""

    text: str
    words: tuple[str, ...]
    stem: str
    """What the sort keys of names that begin so begin with; empty for a text with operators."""
    alike: str
    """The query for names that are spelt nearly so; empty when there is none."""

    @classmethod
    def read(cls, text: str) -> "Typed":
        """Return what a text asks for; nobody types more than its beginning."""
        text = text[:_LONGEST]
        stem = "" if has_operators(text) else sort_prefix(text)
        return cls(text, typed_words(text), stem, misspelt_query(text))


class FoundIds:
    """Looks into the indexes; each look stops after `AT_MOST`, newest first."""

    def __init__(self, file: NotebookFile) -> None:
        """Read from this notebook."""
        self._file = file

    def find(self, kind: Kind, typed: Typed) -> tuple[Rank, list[int]]:
        """Return the ids of one kind, the best first and at most one more than `AT_MOST`.

        The rank is that of the first.
        """
        rank, ids = Rank.NAMED, self._beginning(kind, typed)
        if len(ids) <= AT_MOST:
            ids = _first(ids, self._named(kind, typed))
        if len(ids) <= AT_MOST:
            rank = rank if ids else Rank.MENTIONED
            ids = _first(ids, self._mentioning(kind, typed))
        if len(ids) < AT_FIRST:
            rank = rank if ids else Rank.ALIKE
            ids = _first(ids, self._spelt_alike(kind, typed))
        return rank, ids

    def recent_people(self, most: int) -> list[int]:
        """Return with whom one was in touch last, then who came last."""
        in_touch = self._ids(
            "SELECT id FROM person WHERE deleted_at IS NULL AND last_contact_on IS NOT NULL"
            " ORDER BY last_contact_on DESC, sort_key, id LIMIT ?",
            most,
        )
        newest = "SELECT id FROM person WHERE deleted_at IS NULL ORDER BY id DESC LIMIT ?"
        return _first(in_touch, self._ids(newest, most))[:most]

    def _beginning(self, kind: Kind, typed: Typed) -> list[int]:
        if kind not in _NAMED or not typed.stem:
            return []
        return self._ids(
            f"SELECT s.rowid FROM {kind} s WHERE s.deleted_at IS NULL AND s.sort_key >= ?"
            f" AND s.sort_key < ? AND {_SHOWN.get(kind, 'true')}"
            f" ORDER BY s.sort_key, s.id LIMIT {AT_MOST + 1}",
            typed.stem,
            typed.stem + "\U0010ffff",
        )

    def _named(self, kind: Kind, typed: Typed) -> list[int]:
        if kind not in _NAMED:
            return []
        ids = self._matching(kind, f"{kind}_spelling", web_query(typed.text))
        if kind is Kind.PERSON:  # in whose other index all but the names would be passed over
            return ids
        return _first(ids, self._matching(kind, f"{kind}_search", web_query(typed.text, ("name",))))

    def _mentioning(self, kind: Kind, typed: Typed) -> list[int]:
        index = f"{kind}_search"
        if kind in _NAMED:
            columns = _BESIDES_NAMES[kind]
            query = web_query(typed.text, columns) if columns else ""
            return self._matching(kind, index, _or_number(query, typed.text, kind))
        # Whole words first: a common one is found at once, all that begin with it are not.
        ids: list[int] = []
        for incomplete, enough in _WAYS:
            if len(ids) < enough:
                query = web_query(typed.text, ("text",), incomplete)
                ids = _first(ids, self._matching(kind, index, query))
        return ids

    def _spelt_alike(self, kind: Kind, typed: Typed) -> list[int]:
        if kind not in _NAMED:
            return []
        return self._matching(kind, f"{kind}_spelling", typed.alike)

    def _matching(self, kind: Kind, index: str, query: str) -> list[int]:
        if not query:
            return []
        newest = (
            f"SELECT s.rowid FROM {index} s WHERE {index} MATCH ? AND {_SHOWN.get(kind, 'true')}"
            f" ORDER BY s.rowid DESC LIMIT {AT_MOST + 1}"
        )
        if kind is Kind.MOMENT:  # some were written down long after they happened
            newest = (
                f"SELECT id FROM moment WHERE id IN ({newest}) ORDER BY happened_at DESC, id DESC"
            )
        return self._ids(newest, query)

    def _ids(self, statement: str, *values: object) -> list[int]:
        rows = self._file.database.execute_sql(statement, values).fetchall()
        return [row[0] for row in rows]


def _or_number(query: str, text: str, kind: Kind) -> str:
    """Return the query, for people with any part of a telephone number as another way."""
    number = number_query(text) if kind is Kind.PERSON else ""
    if not query or not number or has_operators(text):
        return query
    return f"({query}) OR {number}"


def _first(ids: Sequence[int], more: Sequence[int]) -> list[int]:
    return list(dict.fromkeys(chain(ids, more)))[: AT_MOST + 1]
