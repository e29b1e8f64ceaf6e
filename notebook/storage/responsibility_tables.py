"""The table of who answers for what in a project."""

from __future__ import annotations

from datetime import date

from peewee import BooleanField, ForeignKeyField, IntegerField, TextField

from notebook.domain.promises import Side
from notebook.storage.fields import DayField, WordField
from notebook.storage.record import Record
from notebook.storage.tables import Person, Project


class Responsibility(Record):
    """One thing that somebody answers for; `name` is who, where that is nobody with a card."""

    project_id: int
    project = ForeignKeyField(Project, backref="+", on_delete="CASCADE")
    what = TextField()
    side: WordField[Side] = WordField(Side)
    person_id: int | None
    person: ForeignKeyField[Person | None] = ForeignKeyField(
        Person, null=True, backref="+", on_delete="SET NULL"
    )
    name = TextField(default="")
    until_on: DayField[date | None] = DayField(null=True)
    is_after_delivery = BooleanField(default=False)
    position = IntegerField(default=0)
