"""The table of the small questions that a card has asked."""

from __future__ import annotations

from datetime import date

from peewee import ForeignKeyField

from notebook.domain.small_questions import SmallQuestion
from notebook.storage.fields import DayField, WordField
from notebook.storage.record import Record
from notebook.storage.tables import Person


class AskedQuestion(Record):
    """That a small question was answered or put away; `until_on` is None for good."""

    person_id: int
    person = ForeignKeyField(Person, backref="+", on_delete="CASCADE")
    question: WordField[SmallQuestion] = WordField(SmallQuestion)
    asked_on: DayField[date] = DayField()
    until_on: DayField[date | None] = DayField(null=True)
