"""What is still to do about people who were erased: their traces in the file and in its backups.

Erasing deletes the rows first, which can't be taken back. Cleaning up after it takes room on the
disk and time, and may fail: what is left to clean is kept in the file until it is done.
"""

from datetime import datetime
from pathlib import Path

from peewee import Database

from notebook.storage.history_tables import ErasedPerson
from notebook.storage.record import utc_now

_NOT_YET = ErasedPerson.out_of_file_at.is_null()


def anybody_left_traces() -> bool:
    """Whether bytes of somebody who was erased may still be in the file."""
    return bool(ErasedPerson.select().where(_NOT_YET).exists())


def clean_file(database: Database) -> None:
    """Write the file anew without their traces, and keep that it is done; outside of a change.

    A backup that was made meanwhile has the traces too, so that the backups are cleaned again.
    """
    from notebook.storage.erasing import forget_traces

    forget_traces(database.connection())
    with database.atomic():
        ErasedPerson.update(out_of_file_at=utc_now(), is_out_of_backups=False).where(
            _NOT_YET
        ).execute()


def clean_backups(database: Database, folder: Path) -> None:
    """Let the backups forget who was erased before they were clean; raises a FileProblem."""
    waiting = list(ErasedPerson.select().where(~ErasedPerson.is_out_of_backups))
    if not waiting:
        return
    from notebook.storage.erasing import erase_from_backups

    erase_from_backups(folder, [(row.erased_id, _clean_since(row)) for row in waiting])
    with database.atomic():
        ErasedPerson.update(is_out_of_backups=True).where(
            ErasedPerson.id.in_([row.id for row in waiting if row.out_of_file_at])
        ).execute()


def _clean_since(row: ErasedPerson) -> datetime:
    return datetime.fromisoformat(row.out_of_file_at or utc_now())
