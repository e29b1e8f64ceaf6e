"""A full disk and a lock in the way: one sentence, and nothing lost of what was acknowledged."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from peewee import DatabaseError, OperationalError
from sqlcipher3 import dbapi2 as driver

from notebook.errors import (
    DiskFull,
    DriveFailed,
    NoPermission,
    NotAFolder,
    NotebookBusy,
    Refused,
)
from notebook.storage.backups import back_up
from notebook.storage.file import NotebookFile
from notebook.storage.ids import new_id
from notebook.storage.problems import problem_of
from notebook.storage.tables import Role, Setting
from tests.reading import rows_in
from tests.storage.snapshots import snapshot


@pytest.fixture
def other(notebook_path: Path) -> Iterator[Any]:
    """Return another program's connection to the same file."""
    connection = driver.connect(str(notebook_path), isolation_level=None)
    yield connection
    connection.close()


def write(file: NotebookFile, key: str, length: int = 0) -> None:
    with file.change("Wrote"):
        Setting.create(key=key, value="x" * length)


def keys_in(path: Path) -> list[str]:
    return [key for (key,) in rows_in(path, "SELECT key FROM setting ORDER BY id")]


def fill_up(file: NotebookFile) -> None:
    """Let the file be as large as it may be."""
    pages = file.database.execute_sql("PRAGMA page_count").fetchone()[0]
    file.database.execute_sql(f"PRAGMA max_page_count = {pages}")


def test_on_a_full_disk_everything_before_is_safe(file: NotebookFile) -> None:
    write(file, "a")
    fill_up(file)
    before = snapshot(file)
    with pytest.raises(DiskFull, match="The disk is full"):
        write(file, "b", 1_000_000)
    assert snapshot(file) == before
    assert keys_in(file.path) == ["a"]
    next_undo = file.journal.next_undo()
    assert next_undo is not None
    file.database.execute_sql("PRAGMA max_page_count = 4294967294")
    write(file, "b", 1_000_000)  # there is room again, and the same change goes through
    assert keys_in(file.path) == ["a", "b"]
    file.undo()
    file.undo()
    assert keys_in(file.path) == []


def test_undo_on_a_full_disk_changes_nothing(file: NotebookFile) -> None:
    write(file, "a", 500_000)
    with file.change("Deleted"):
        Setting.delete().execute()
    file.database.execute_sql("VACUUM")
    fill_up(file)
    with pytest.raises(DiskFull):
        file.undo()
    assert keys_in(file.path) == []
    file.database.execute_sql("PRAGMA max_page_count = 4294967294")
    file.undo()
    assert keys_in(file.path) == ["a"]


def test_a_lock_in_the_way_is_said(file: NotebookFile, other: Any) -> None:
    file.database.pragma("busy_timeout", 1)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(NotebookBusy, match="Another program is using"):
        write(file, "a")
    with pytest.raises(NotebookBusy):
        file.undo()
    other.execute("COMMIT")
    write(file, "a")
    assert keys_in(file.path) == ["a"]


def test_reading_goes_on_while_another_program_writes(file: NotebookFile, other: Any) -> None:
    write(file, "a")
    other.execute("BEGIN IMMEDIATE")
    other.execute("INSERT INTO setting VALUES (1, '', '', 'b', '')")
    assert [row.key for row in Setting.select()] == ["a"]
    other.execute("ROLLBACK")


def test_opening_under_an_exclusive_lock_is_said(notebook_path: Path, other: Any) -> None:
    other.execute("PRAGMA journal_mode = delete")
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(NotebookBusy):
        NotebookFile(notebook_path, patience=0.01)
    other.execute("COMMIT")
    NotebookFile(notebook_path).close()


def test_what_belongs_to_nobody_is_refused(file: NotebookFile) -> None:
    before = snapshot(file)

    def write_role() -> None:
        with file.change("Wrote"):
            Setting.create(key="a", value="")
            Role.create(person=new_id(), title="Owner")

    with pytest.raises(Refused, match="no longer here"):
        write_role()
    assert snapshot(file) == before


def test_a_mistake_of_ours_is_no_sentence(file: NotebookFile) -> None:
    def wrong_sql() -> None:
        with file.change("Wrote"):
            file.database.execute_sql("SELECT * FROM nothing")

    with pytest.raises(OperationalError):
        wrong_sql()


def test_the_other_thread_has_a_connection_of_its_own(file: NotebookFile, tmp_path: Path) -> None:
    from concurrent.futures import ThreadPoolExecutor

    write(file, "a")

    def read_and_copy() -> list[str]:
        with file.connected():
            back_up(file.path, tmp_path / "backups", "by-hand")
            return [row.key for row in Setting.select()]

    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(read_and_copy).result() == ["a"]
    write(file, "b")


@pytest.mark.parametrize(
    ("number", "expected"),
    [(28, DiskFull), (13, NoPermission), (30, NoPermission), (20, NotAFolder), (5, DriveFailed)],
)
def test_what_the_system_reports_becomes_a_sentence(number: int, expected: type) -> None:
    problem = problem_of(OSError(number, "reported"), Path("/somewhere/notebook.db"))
    assert type(problem) is expected
    assert "/somewhere/notebook.db" in str(problem)


def test_the_cause_behind_an_error_counts() -> None:
    full = driver.OperationalError("database or disk is full")
    full.sqlite_errorcode = 13
    reported = DatabaseError("cannot rollback")
    reported.__context__ = full
    assert isinstance(problem_of(reported, Path("notebook.db")), DiskFull)


def test_errors_of_our_own_are_none_of_the_surroundings() -> None:
    assert problem_of(ValueError("ours"), Path("notebook.db")) is None
    assert problem_of(OSError(32, "broken pipe"), Path("notebook.db")) is None
