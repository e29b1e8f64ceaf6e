"""The table of pairs of people who look like one, and are two."""

from __future__ import annotations

from peewee import ForeignKeyField

from notebook.storage.record import Record
from notebook.storage.tables import Person


class DismissedPair(Record):
    """That these two are two people, as the user said; the smaller id comes first."""

    one_id: int
    one = ForeignKeyField(Person, backref="+", on_delete="CASCADE")
    other_id: int
    other = ForeignKeyField(Person, backref="+", on_delete="CASCADE")
