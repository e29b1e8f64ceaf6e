"""The table of who was erased for good: an id and nothing else, until all traces are gone."""

from peewee import BigIntegerField, BooleanField

from notebook.storage.record import Record


class ErasedPerson(Record):
    """Somebody who was erased: `created_at` says when, `changed_at` since when the file is clean."""

    erased_id = BigIntegerField()
    is_out_of_file = BooleanField(default=False)  # no byte of them is left there
    is_out_of_backups = BooleanField(default=False)
