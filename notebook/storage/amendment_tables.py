"""The table of what changed in an agreement after it was made."""

from __future__ import annotations

from datetime import date

from peewee import ForeignKeyField, TextField

from notebook.storage.fields import DayField
from notebook.storage.record import Record
from notebook.storage.tables import Person, Project


class Amendment(Record):
    """That an answer was agreed anew: both answers as words, who said it, when and why."""

    project_id: int
    project = ForeignKeyField(Project, backref="+", on_delete="CASCADE")
    question_key = TextField()
    question = TextField()
    old = TextField(default="")
    new = TextField(default="")
    said_by_id: int | None
    said_by: ForeignKeyField[Person | None] = ForeignKeyField(
        Person, null=True, backref="+", on_delete="SET NULL"
    )
    amended_on: DayField[date] = DayField()
    reason = TextField(default="")
