"""The tables of needs, offerings, and what became of suggesting the one for the other."""

from __future__ import annotations

from datetime import date

from peewee import BooleanField, ForeignKeyField, TextField

from notebook.domain.needs import NeedState
from notebook.storage.fields import DayField, WordField
from notebook.storage.record import Markable, Record
from notebook.storage.tables import Moment, Person


class Offering(Markable):
    """A product or service of ours; `tags` are words parted by commas."""

    name = TextField()
    sort_key = TextField()
    benefit = TextField(default="")
    for_whom = TextField(default="")
    tags = TextField(default="")
    note = TextField(default="")
    is_retired = BooleanField(default=False)


class Need(Markable):
    """What a person told us that they need, in their own words."""

    person_id: int
    person = ForeignKeyField(Person, backref="+", on_delete="CASCADE")
    moment_id: int | None
    moment: ForeignKeyField[Moment | None] = ForeignKeyField(
        Moment, null=True, backref="+", on_delete="SET NULL"
    )
    text = TextField()
    state: WordField[NeedState] = WordField(NeedState)
    told_on: DayField[date] = DayField()


class Suggestion(Record):
    """An offering that is not suggested for a person again: told on a day, or not for them."""

    person_id: int
    person = ForeignKeyField(Person, backref="+", on_delete="CASCADE")
    offering_id: int
    offering = ForeignKeyField(Offering, backref="+", on_delete="CASCADE")
    moment_id: int | None
    moment: ForeignKeyField[Moment | None] = ForeignKeyField(
        Moment, null=True, backref="+", on_delete="SET NULL"
    )
    told_on: DayField[date | None] = DayField(null=True)
