"""The notebook file: opened with care, changed only through `change`, closed whole."""

import os
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from peewee import IntegrityError, SqliteDatabase
from playhouse.sqlcipher_ext import SqlCipherDatabase
from sqlcipher3 import dbapi2 as driver

from notebook.domain.changes import Changes
from notebook.errors import FileProblem, NewerNotebook, NotANotebook, Refused
from notebook.storage.all_tables import TABLES
from notebook.storage.backups import back_up
from notebook.storage.erased_people import anybody_left_traces, clean_backups, clean_file
from notebook.storage.history_tables import ErasedPerson
from notebook.storage.journal import Change, Journal
from notebook.storage.migrations import APPLICATION_ID, VERSION, migrate
from notebook.storage.problems import explained, points_to_nothing, problem_of
from notebook.translate import translate

PATIENCE = 5.0
"""Seconds to wait for another program that holds the file."""
_HEADER = b"SQLite format 3\0"

# Measured in 2,000 simulated power cuts: WAL with FULL lost nothing, with NORMAL it did.
_PRAGMAS = {
    "journal_mode": "wal",
    "synchronous": "full",
    "foreign_keys": "on",
    "trusted_schema": "off",
    "cell_size_check": "on",
    "secure_delete": "on",
    "temp_store": "memory",
    "fullfsync": "on",
    "cache_size": -16_000,
}
_READ_BACK = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


class NotebookFile:
    """One open notebook.

    Rows are read through the tables while it is open; every change goes through `change`.
    The tables belong to one open notebook at a time, as peewee binds them.
    """

    def __init__(self, path: Path, backups: Path | None = None, patience: float = PATIENCE) -> None:
        """Open the notebook at `path`, or make a new one there.

        Before a migration a backup goes to `backups` (beside the file unless given). Other
        programs that hold the file are waited for, for `patience` seconds at each change.
        Raises a FileProblem when the file can't be opened; it is then left as it was.
        """
        self.path = path
        self.backups = backups or path.parent / "backups"
        with explained(path):
            _make_private(path)
            version = _look_at(path)
            if 0 < version < VERSION:
                back_up(path, self.backups, "before-update")
            self.database = self._open(patience)
        self.journal = Journal(self.database)
        self._writing = threading.local()
        self._opened_at_change = self._newest_change()

    def _open(self, patience: float) -> SqliteDatabase:
        database: SqliteDatabase = SqlCipherDatabase(
            str(self.path),
            passphrase="",
            pragmas={"busy_timeout": round(patience * 1000), **_PRAGMAS},
            lock_type="IMMEDIATE",
            autoconnect=False,
        )
        database.connect()
        with ExitStack() as unless_opened:
            unless_opened.callback(database.close)
            _read_back(database)
            if database.user_version < VERSION:
                migrate(database.connection())
            unless_opened.pop_all()
        database.bind(TABLES, bind_refs=False, bind_backrefs=False)
        return database

    @contextmanager
    def change(self, label: str, *, goes_on: Change | None = None) -> Iterator[Change]:
        """Make one change: one transaction, one entry to undo, called `label` in the menu.

        The change knows its `changes` once the block has ended. Within another change it becomes
        part of that one, which alone knows what was touched; its own `changes` know just what it
        created. With `goes_on` it becomes more of that change, if nothing came
        after it: text that is saved while it is typed is undone as a whole. Raises a FileProblem
        when nothing could be saved, and Refused when it belongs to something that is gone.
        """
        outer: Change | None = getattr(self._writing, "change", None)
        if outer is not None:
            inner = Change(outer.id, label)
            yield inner
            inner.changes = Changes(label, created=inner.created)
            return
        with explained(self.path), _nothing_gone(), self.database.atomic():
            change = self._writing.change = self.journal.begin(label, goes_on=goes_on)
            try:
                yield change
                change.changes = self.journal.end(change)
            finally:
                self._writing.change = None

    def undo(self) -> Changes | None:
        """Take the newest change back; None when there is nothing to undo."""
        with explained(self.path), self.database.atomic():
            return self.journal.undo()

    def redo(self) -> Changes | None:
        """Make the change that was undone last once more; None when there is none."""
        with explained(self.path), self.database.atomic():
            return self.journal.redo()

    def erase_person(self, person_id: int) -> None:
        """Erase all that is about a person, for good: there is no undo.

        Traces are left in the file until `clean_up`, and in the backups until
        `erase_from_backups`. Raises a FileProblem when nothing was erased.
        """
        from notebook.storage.erasing import erase

        with explained(self.path), self.database.atomic():
            for each in sorted(erase(self.database.connection(), person_id)):
                ErasedPerson.create(erased_id=each)
        self._opened_at_change = None

    def clean_up(self) -> bool:
        """Let no byte of somebody who was erased stay; return whether none may be left.

        Writes the whole file anew if need be, which takes a while where it is large. What can't
        be done now, because the disk is full or another program reads, is left for the next time.
        """
        if not anybody_left_traces():
            return True
        try:
            with explained(self.path):
                clean_file(self.database)
        except FileProblem:
            return False
        self._opened_at_change = None
        return True

    def erase_from_backups(self) -> None:
        """Let the backups forget who was erased since they were made; raises a FileProblem.

        Another thread may call it: it then gets a connection of its own.
        """
        with self.reading(), explained(self.path):
            clean_backups(self.database, self.backups)

    def forget_changes(self) -> None:
        """Let the present state be where the notebook begins: nothing before can be undone."""
        with explained(self.path), self.database.atomic():
            self.journal.forget()

    @contextmanager
    def connected(self) -> Iterator[None]:
        """Use the notebook from another thread: a connection of its own, closed at the end."""
        with explained(self.path), self.database.connection_context():
            yield

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Read from whichever thread this is: over its connection, else over one of its own."""
        if self.database.is_closed():
            with self.connected():
                yield
        else:
            yield

    @property
    def changed_since_opened(self) -> bool:
        """Whether anything was changed, undone or redone while it was open."""
        return bool(self._newest_change() != self._opened_at_change)

    def outside_changes(self) -> int:
        """Return a number that is another one after any other connection has written."""
        return int(self.database.execute_sql("PRAGMA data_version").fetchone()[0])

    def _newest_change(self) -> Any:
        return self.database.execute_sql(
            "SELECT max(id), sum(state = 'done') FROM change"
        ).fetchone()

    def close(self) -> None:
        """Close the file; everything that was acknowledged is in it already."""
        if not self.database.is_closed():
            self.database.close()


@contextmanager
def _nothing_gone() -> Iterator[None]:
    """A screen may still show somebody whose adding was just undone: that is nobody's mistake."""
    try:
        yield
    except IntegrityError as error:
        if not points_to_nothing(error):
            raise
        raise Refused(
            translate(
                "file", "This belongs to something that is no longer here. Nothing was changed."
            )
        ) from error


def _make_private(path: Path) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not path.exists():
        _make_new(path)


def _make_new(path: Path) -> None:
    """Build a new notebook beside its place and rename it: a half-made file is never opened."""
    part = path.with_name(path.name + ".part")
    part.unlink(missing_ok=True)
    os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    connection = driver.connect(str(part), isolation_level=None)
    try:
        migrate(connection)
    finally:
        connection.close()
    part.rename(path)


def _look_at(path: Path) -> int:
    """Return the schema version of the notebook at `path`, without a write.

    Raises NotANotebook or NewerNotebook.
    """
    with path.open("rb") as file:
        if file.read(len(_HEADER)) != _HEADER:
            raise NotANotebook(path)
    # Reading a file in WAL mode would leave a -wal and a -shm beside one that is refused.
    wal = path.with_name(path.name + "-wal")
    how = "mode=ro" if wal.exists() else "immutable=1"
    connection = driver.connect(f"{path.absolute().as_uri()}?{how}", uri=True)
    try:
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        (version,) = connection.execute("PRAGMA user_version").fetchone()
    except driver.DatabaseError as error:
        raise problem_of(error, path) or NotANotebook(path) from error
    finally:
        connection.close()
    if application != APPLICATION_ID:
        raise NotANotebook(path)
    if version > VERSION:
        raise NewerNotebook(path)
    return int(version)


def _read_back(database: SqliteDatabase) -> None:
    for pragma, expected in _READ_BACK.items():
        actual = database.pragma(pragma)
        if actual != expected:
            raise RuntimeError(f"{pragma} is {actual}, not {expected}")
