"""The table of what was handed over within the team."""

from __future__ import annotations

from datetime import date

from peewee import ForeignKeyField, TextField

from notebook.storage.fields import DayField
from notebook.storage.record import Record
from notebook.storage.tables import Person


class Handover(Record):
    """That one of our own people gave everything they look after to another one.

    `looked_after` and `covered` are the ids of the people whom that was about, as JSON.
    """

    from_id: int
    # Not called "from": that is no name in Python.
    from_person = ForeignKeyField(
        Person, backref="+", on_delete="CASCADE", column_name="from_id", object_id_name="from_id"
    )
    to_id: int
    to_person = ForeignKeyField(
        Person, backref="+", on_delete="CASCADE", column_name="to_id", object_id_name="to_id"
    )
    on_day: DayField[date] = DayField()
    note = TextField(default="")
    looked_after = TextField(default="[]")
    covered = TextField(default="[]")
