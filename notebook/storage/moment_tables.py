"""The tables around moments: the files that belong to one, and whether we and a person fit."""

from __future__ import annotations

from datetime import date

from peewee import ForeignKeyField, IntegerField, TextField

from notebook.domain.fit import FitAnswer, FitDecision
from notebook.storage.fields import DayField, WordField
from notebook.storage.record import Markable, Record
from notebook.storage.tables import Moment, Person


class Attachment(Record):
    """A file that belongs to a moment: where it is, never what is in it."""

    moment_id: int
    moment = ForeignKeyField(Moment, backref="+", on_delete="CASCADE")
    path = TextField()
    position = IntegerField(default=0)


class FitCheck(Markable):
    """What one thought after the first meeting with a person, and what follows from it."""

    person_id: int
    person = ForeignKeyField(Person, backref="+", on_delete="CASCADE")
    moment_id: int | None
    moment: ForeignKeyField[Moment | None] = ForeignKeyField(
        Moment, null=True, backref="+", on_delete="SET NULL"
    )
    day: DayField[date] = DayField()
    at_ease: WordField[FitAnswer | None] = WordField(FitAnswer, null=True)
    they_at_ease: WordField[FitAnswer | None] = WordField(FitAnswer, null=True)
    trust: WordField[FitAnswer | None] = WordField(FitAnswer, null=True)
    decision: WordField[FitDecision] = WordField(FitDecision)
    note = TextField(default="")
