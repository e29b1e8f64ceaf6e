"""The table of what was told outside the window."""

from peewee import TextField

from notebook.storage.record import Record


class ToldNotice(Record):
    """That one reminder was told at its time, or the word of one morning; `key` says which."""

    key = TextField(unique=True)
