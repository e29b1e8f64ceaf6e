"""The table of promises that got another day."""

from __future__ import annotations

from datetime import date

from peewee import ForeignKeyField, TextField

from notebook.storage.fields import DayField
from notebook.storage.record import Record
from notebook.storage.tables import Promise


class PromiseMove(Record):
    """That a promise got another day, and when the other side was told."""

    promise_id: int
    promise = ForeignKeyField(Promise, backref="+", on_delete="CASCADE")
    from_on: DayField[date] = DayField()
    to_on: DayField[date] = DayField()
    said_on: DayField[date | None] = DayField(null=True)  # None: nobody told them
    reason = TextField(default="")
