"""The tables of the fields that the user defines, and of what stands in them."""

from __future__ import annotations

from peewee import ForeignKeyField, IntegerField, TextField

from notebook.domain.own_fields import FieldKind, Reminds
from notebook.storage.fields import SortField, WordField
from notebook.storage.record import Markable, Record
from notebook.storage.tables import Person


class OwnField(Markable):
    """A field of the user's own on the card of every person."""

    name = TextField()
    kind: WordField[FieldKind] = WordField(FieldKind)
    choices = TextField(default="")  # one on each line
    position = IntegerField(default=0)
    reminds: WordField[Reminds] = WordField(Reminds, default=Reminds.NEVER)
    lead_days = IntegerField(default=0)


class OwnValue(Record):
    """What stands in such a field for one person, as typed, and what it is sorted by."""

    person_id: int
    person = ForeignKeyField(Person, backref="+", on_delete="CASCADE")
    field_id: int
    field = ForeignKeyField(OwnField, backref="+", on_delete="CASCADE")
    text = TextField()
    sort_value = SortField()
