"""The table of ideas that add value."""

from __future__ import annotations

from datetime import date

from peewee import ForeignKeyField, TextField

from notebook.domain.value_ideas import Effort
from notebook.storage.fields import DayField, WordField
from notebook.storage.record import Markable
from notebook.storage.tables import Person, Project


class ValueIdea(Markable):
    """Something that would do a person good, perhaps within a project."""

    person_id: int
    person = ForeignKeyField(Person, backref="+", on_delete="CASCADE")
    project_id: int | None
    project: ForeignKeyField[Project | None] = ForeignKeyField(
        Project, null=True, backref="+", on_delete="SET NULL"
    )
    text = TextField()
    effort: WordField[Effort] = WordField(Effort)
    done_on: DayField[date | None] = DayField(null=True)
    thanked_on: DayField[date | None] = DayField(null=True)  # when they thanked us
