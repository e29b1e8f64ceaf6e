"""The table of who was erased for good: an id and nothing else, until all traces are gone."""

from peewee import BigIntegerField, BooleanField, TextField

from notebook.storage.record import Record


class ErasedPerson(Record):
    """Somebody who was erased; `created_at` says when."""

    erased_id = BigIntegerField()
    out_of_file_at = TextField(null=True)  # when no byte of them was left there
    is_out_of_backups = BooleanField(default=False)
