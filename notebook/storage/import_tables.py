"""The table of the cards that people were brought in with."""

from __future__ import annotations

from peewee import ForeignKeyField, TextField

from notebook.storage.record import Record
from notebook.storage.tables import Person


class ImportedCard(Record):
    """The card that a person was brought in with, whole, for the way back."""

    person_id: int
    person = ForeignKeyField(Person, backref="+", on_delete="CASCADE")
    uid = TextField(default="")
    source = TextField(default="")
    text = TextField()
