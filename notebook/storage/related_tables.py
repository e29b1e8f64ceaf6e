"""The people around a person, and what people look like."""

from __future__ import annotations

from peewee import ForeignKeyField, IntegerField, TextField

from notebook.domain.relations import Relation
from notebook.storage.fields import WordField
from notebook.storage.record import Record
from notebook.storage.tables import Person


class RelatedPerson(Record):
    """What somebody is to a person: somebody with a card of their own, or just a name."""

    person_id: int
    person = ForeignKeyField(Person, backref="+", on_delete="CASCADE")
    other_id: int | None
    other: ForeignKeyField[Person | None] = ForeignKeyField(
        Person, null=True, backref="+", on_delete="CASCADE"
    )
    relation: WordField[Relation] = WordField(Relation)
    own_word = TextField(default="")
    name = TextField(default="")  # empty where there is a card, which has the name
    birthday_year = IntegerField(null=True)
    birthday_month = IntegerField(null=True)
    birthday_day = IntegerField(null=True)


class PersonPhoto(Record):
    """What a person looks like: a small JPEG, as base64, for the journal keeps rows as text."""

    person_id: int
    person = ForeignKeyField(Person, backref="+", on_delete="CASCADE")
    picture = TextField()
