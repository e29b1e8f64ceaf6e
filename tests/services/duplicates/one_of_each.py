"""A row of every table for a person, in every column that may point to one, tables to come included."""

from datetime import date
from typing import Any

from peewee import ForeignKeyField

from notebook.storage.all_tables import TABLES
from notebook.storage.fields import DayField, WordField
from notebook.storage.ids import new_id
from notebook.storage.record import Record
from notebook.storage.tables import Person

DAY = date(2026, 5, 4)
_ALONE = {"dismissed_pair", "person"}


def give_one_of_each(person_id: int, third_id: int, word: str) -> dict[str, set[str]]:
    """Let a row of each table point to a person from each of its columns; return those columns."""
    given: dict[str, set[str]] = {}
    for table in TABLES:
        for key in _keys_to_people(table):
            if table._meta.table_name not in _ALONE:
                _create(table, {key.name: person_id}, third_id, word)
                given.setdefault(table._meta.table_name, set()).add(key.column_name)
    return given


def _keys_to_people(table: type[Record]) -> list[Any]:
    return [field for field in table._meta.sorted_fields if _points_to(field, Person)]


def _points_to(field: Any, table: type[Record]) -> bool:
    return isinstance(field, ForeignKeyField) and field.rel_model is table


def _create(table: type[Record], given: dict[str, object], third_id: int, word: str) -> int:
    values = {
        field.name: _value(field, third_id, word)
        for field in table._meta.sorted_fields
        if (
            field.name not in ("id", "created_at", "changed_at", "deleted_at", "merged_into")
            and (field.default is None or field.field_type == "TEXT")
            and not isinstance(field, WordField | DayField | ForeignKeyField)
        )
        or (not field.null and field.default is None)
    }
    row = table.create(**{"id": new_id(), **values, **given})
    return int(row.id)


def _value(field: Any, third_id: int, word: str) -> object:
    if isinstance(field, ForeignKeyField):
        if field.rel_model is Person:
            return third_id
        parent = field.rel_model
        found = parent.select().limit(1).first()
        return found.id if found else _create(parent, {}, third_id, word)
    if isinstance(field, DayField):
        return DAY
    if isinstance(field, WordField):
        return next(iter(field.words))
    if field.name in _DATED:
        return DAY.isoformat()
    return _NUMBERS.get(field.field_type, word)


_DATED = {"happened_at", "from_on", "until_on", "at"}
_NUMBERS: dict[str, object] = {"INT": 1, "BIGINT": 1, "BOOL": True, "BLOB": 1.0}
