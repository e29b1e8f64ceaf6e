"""What the journal holds about a person: rows as they were before and after each change."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from peewee import Database

Values = dict[str, Any]
Key = tuple[str, int]
"""The table of a row, and its id."""


@dataclass(frozen=True, slots=True)
class JournalRow:
    """One row before and after a change; None where it wasn't there."""

    change_id: int
    table: str
    row_id: int
    old: Values | None
    new: Values | None

    @property
    def key(self) -> Key:
        """Which row it is."""
        return self.table, self.row_id


@dataclass(frozen=True, slots=True)
class MadeChange:
    """One change that holds: not one that was taken back."""

    id: int
    label: str
    made_at: str


_MADE_ONE = """
    WITH RECURSIVE whole(id) AS (
        SELECT ?1 UNION SELECT p.id FROM whole CROSS JOIN person p ON p.merged_into_id = whole.id)"""
_ALONE = "WITH whole(id) AS (SELECT ?1)"

# Each part is a range of one index, so that a large journal is never read as a whole.
_ABOUT = """
    SELECT id FROM journal WHERE table_name = 'person' AND row_id IN (SELECT id FROM whole)
    UNION SELECT id FROM journal
        WHERE json_extract(coalesce(new, old), '$.person_id') IN (SELECT id FROM whole)
        AND json_extract(coalesce(new, old), '$.person_id') IS NOT NULL
    UNION SELECT id FROM journal WHERE json_extract(old, '$.person_id') IN (SELECT id FROM whole)
        AND json_extract(old, '$.person_id') != json_extract(new, '$.person_id')
    UNION SELECT id FROM journal
        WHERE json_extract(coalesce(new, old), '$.other_id') IN (SELECT id FROM whole)
        AND json_extract(coalesce(new, old), '$.other_id') IS NOT NULL
    UNION SELECT id FROM journal WHERE json_extract(old, '$.other_id') IN (SELECT id FROM whole)
        AND json_extract(old, '$.other_id') != json_extract(new, '$.other_id')
    UNION SELECT j.id FROM moment_person mp CROSS JOIN journal j
        ON j.table_name = 'moment' AND j.row_id = mp.moment_id
        WHERE mp.person_id IN (SELECT id FROM whole)"""

_CHANGES = f"""
    {_MADE_ONE}
    SELECT DISTINCT c.id, c.label, c.made_at FROM ({_ABOUT}) about
    CROSS JOIN journal j ON j.id = about.id
    CROSS JOIN change c ON c.id = j.change_id
    WHERE c.state = 'done' ORDER BY c.id DESC LIMIT ?2"""

_ROWS = f"""
    SELECT j.change_id, j.table_name, j.row_id, j.old, j.new FROM ({_ABOUT}) about
    CROSS JOIN journal j ON j.id = about.id
    CROSS JOIN change c ON c.id = j.change_id
    WHERE c.state = 'done' AND j.change_id > ?2 ORDER BY j.id"""


def changes_about(database: Database, person_id: int, limit: int) -> list[MadeChange]:
    """Return the newest changes that touched a person, or a card that became part of theirs.

    The newest come first.
    """
    found = database.execute_sql(_CHANGES, (person_id, limit)).fetchall()
    return [MadeChange(*row) for row in found]


def rows_after(database: Database, person_id: int, change_id: int) -> list[JournalRow]:
    """Return what the journal holds about a card after this change, in its order."""
    return _rows(database, _ALONE, person_id, change_id)


def all_rows_after(database: Database, person_id: int, change_id: int) -> list[JournalRow]:
    """Return the same with all about the cards that became part of it."""
    return _rows(database, _MADE_ONE, person_id, change_id)


def _rows(database: Database, whose: str, person_id: int, change_id: int) -> list[JournalRow]:
    found = database.execute_sql(f"{whose} {_ROWS}", (person_id, change_id)).fetchall()
    return [
        JournalRow(change, table, row_id, _values(old), _values(new))
        for change, table, row_id, old, new in found
    ]


def states_then(present: Mapping[Key, Values], since: Sequence[JournalRow]) -> dict[Key, Values]:
    """Return rows as they were before all that happened `since`, which is in its order."""
    then = dict(present)
    for row in reversed(since):
        if row.old is None:
            then.pop(row.key, None)
        else:
            then[row.key] = {**then.get(row.key, {}), **row.old}
    return then


def names_of(database: Database, table: str, ids: Iterable[int]) -> dict[int, str]:
    """Return what people, organisations or projects are called now."""
    wanted = sorted(set(ids))
    places = ", ".join("?" * len(wanted))
    found = database.execute_sql(f"SELECT id, name FROM {table} WHERE id IN ({places})", wanted)
    return dict(found.fetchall())


def _values(text: str | None) -> Values | None:
    return json.loads(text) if text is not None else None
