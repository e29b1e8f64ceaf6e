"""Many rows at once, where one statement for each would take too long."""

from collections.abc import Iterable, Mapping
from typing import Any

from peewee import SqliteDatabase

from notebook.storage.ids import new_id
from notebook.storage.record import Record, utc_now


def insert_all(
    database: SqliteDatabase, table: type[Record], rows: Iterable[Mapping[str, object]]
) -> None:
    """Insert `rows` (values by column, the id may be given); columns left out get their default.

    Triggers run as for any other insert. The caller holds the change.
    """
    meta = table._meta  # noqa: SLF001 - peewee's own name for the description of a table
    fields = meta.sorted_fields
    names = ", ".join(field.column_name for field in fields)
    places = ", ".join("?" * len(fields))
    now = utc_now()
    values = [[_value(field, row, now) for field in fields] for row in rows]
    database.cursor().executemany(
        f"INSERT INTO {meta.table_name}({names}) VALUES ({places})", values
    )


def _value(field: Any, row: Mapping[str, object], now: str) -> object:
    if field.column_name in row:
        return field.db_value(row[field.column_name])
    if field.name in ("created_at", "changed_at"):
        return now
    if field.name == "id":
        return new_id()
    return field.db_value(field.default)
