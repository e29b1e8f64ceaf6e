"""The table of progress reports."""

from __future__ import annotations

from datetime import date

from peewee import ForeignKeyField, TextField

from notebook.storage.fields import DayField
from notebook.storage.record import Markable
from notebook.storage.tables import Moment, Project


class ProgressReport(Markable):
    """How it goes, as it was told to the customer; a draft as long as nobody sent it."""

    project_id: int
    project = ForeignKeyField(Project, backref="+", on_delete="CASCADE")
    text = TextField()
    sent_on: DayField[date | None] = DayField(null=True)
    moment_id: int | None
    moment: ForeignKeyField[Moment | None] = ForeignKeyField(
        Moment, null=True, backref="+", on_delete="SET NULL"
    )
