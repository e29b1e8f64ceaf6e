"""The table of who was erased for good: an id and nothing else, so that backups forget them too."""

from peewee import BigIntegerField, BooleanField

from notebook.storage.record import Record


class ErasedPerson(Record):
    """Somebody who was erased; `created_at` says when."""

    erased_id = BigIntegerField()
    is_out_of_backups = BooleanField(default=False)
