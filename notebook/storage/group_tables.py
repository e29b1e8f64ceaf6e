"""The tables of groups of people, who is in them, and the filters that are kept."""

from __future__ import annotations

from peewee import ForeignKeyField, IntegerField, TextField

from notebook.storage.record import Markable, Record
from notebook.storage.tables import Person


class PersonGroup(Markable):
    """People who have something in common, and how often they should hear from us."""

    name = TextField()
    sort_key = TextField()
    target_days = IntegerField(null=True)
    maximum_days = IntegerField(null=True)


class Membership(Record):
    """That a person is in a group."""

    person_id: int
    person = ForeignKeyField(Person, backref="+", on_delete="CASCADE")
    group_id: int
    group = ForeignKeyField(PersonGroup, backref="+", on_delete="CASCADE")


class SavedFilter(Markable):
    """Conditions by which people are looked for again and again, as JSON."""

    name = TextField()
    sort_key = TextField()
    conditions = TextField()
