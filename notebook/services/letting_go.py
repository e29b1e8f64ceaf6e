"""Nobody is left with somebody who is gone: whom they looked after is looked after by nobody."""

from collections.abc import Collection

from peewee import Database

from notebook.storage.belongings import as_list
from notebook.storage.record import utc_now

_THEIRS = "{column} IN (SELECT value FROM json_each(:ids))"
_OPEN = " AND closed_on IS NULL AND deleted_at IS NULL"
_COLUMNS = (
    ("person", "looked_after_by_id", ""),
    ("person", "covered_by_id", ""),
    ("concern", "owner_id", _OPEN),
    ("concern", "escalated_to_id", _OPEN),
)


def let_go(database: Database, member_ids: Collection[int]) -> None:
    """Take people and open concerns from those who leave the team; call within a change."""
    values = {"ids": as_list(member_ids), "now": utc_now()}
    for table, column, condition in _COLUMNS:
        database.execute_sql(
            f"UPDATE {table} SET {column} = NULL, changed_at = :now"
            f" WHERE {_THEIRS.format(column=column)}{condition}",
            values,
        )
