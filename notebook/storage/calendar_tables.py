"""The table of the calendar events that moments were planned from."""

from __future__ import annotations

from peewee import ForeignKeyField, TextField

from notebook.storage.record import Record
from notebook.storage.tables import Moment


class ImportedEvent(Record):
    """One time that an event of another calendar takes place, and the moment that it became.

    `turn` names it in its series, empty for one that comes once. `said` is what the calendar said
    of it last (JSON), so that the next import knows what was changed there, and what here.
    """

    moment_id: int
    moment = ForeignKeyField(Moment, backref="+", on_delete="CASCADE")
    uid = TextField()
    turn = TextField(default="")
    said = TextField()
