"""The table of referrals."""

from __future__ import annotations

from datetime import date

from peewee import ForeignKeyField, TextField

from notebook.domain.referrals import Outcome, Way
from notebook.storage.fields import DayField, WordField
from notebook.storage.record import Markable
from notebook.storage.tables import Person


class Referral(Markable):
    """A person who was sent to us by another one, or by us to another one.

    `other_name` is what the other one was called then: the only thing known without a card.
    """

    way: WordField[Way] = WordField(Way)
    person_id: int
    person = ForeignKeyField(Person, backref="+", on_delete="CASCADE")
    other_id: int | None
    other: ForeignKeyField[Person | None] = ForeignKeyField(
        Person, null=True, backref="+", on_delete="SET NULL"
    )
    other_name = TextField()
    why = TextField(default="")
    referred_on: DayField[date] = DayField()
    outcome: WordField[Outcome] = WordField(Outcome)
    we_thanked_on: DayField[date | None] = DayField(null=True)
    they_thanked_on: DayField[date | None] = DayField(null=True)
    note = TextField(default="")
