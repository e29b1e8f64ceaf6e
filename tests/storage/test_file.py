"""Opening a notebook: private, careful, and never a write to what is not ours."""

import sqlite3
import stat
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as driver

from notebook.errors import FileProblem, NewerNotebook, NotANotebook
from notebook.storage.file import NotebookFile
from notebook.storage.migrations import APPLICATION_ID, VERSION
from notebook.storage.tables import Setting
from tests.storage.snapshots import fingerprint


def mode_of(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def listed(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_new_notebook_is_private(tmp_path: Path) -> None:
    path = tmp_path / "new" / "notebook.db"
    file = NotebookFile(path)
    try:
        with file.change("Wrote"):
            Setting.create(key="a", value="b")
        assert mode_of(path.parent) == 0o700
        for name in ("notebook.db", "notebook.db-wal", "notebook.db-shm"):
            assert mode_of(path.parent / name) == 0o600
    finally:
        file.close()
    assert listed(path.parent) == ["notebook.db"]


def test_a_folder_that_is_there_keeps_its_mode(tmp_path: Path) -> None:
    folder = tmp_path / "shared"
    folder.mkdir(mode=0o755)
    NotebookFile(folder / "notebook.db").close()
    assert mode_of(folder) == 0o755


def test_the_settings_of_the_file_hold(notebook_path: Path) -> None:
    file = NotebookFile(notebook_path)
    expected = {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "busy_timeout": 5000,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "secure_delete": 1,
        "temp_store": 2,
        "fullfsync": 1,
        "application_id": APPLICATION_ID,
        "user_version": VERSION,
    }
    held = {pragma: file.database.pragma(pragma) for pragma in expected}
    file.close()
    assert held == expected


def test_settings_hold_on_the_connections_of_other_threads(file: NotebookFile) -> None:
    file.database.close()
    with file.connected():
        assert file.database.pragma("foreign_keys") == 1
        assert file.database.pragma("synchronous") == 2
    file.database.connect()


def test_what_was_written_is_there_after_opening_again(notebook_path: Path) -> None:
    file = NotebookFile(notebook_path)
    with file.change("Wrote"):
        Setting.create(key="greeting", value="Grüße ‹&›")
    file.close()
    file = NotebookFile(notebook_path)
    assert [row.value for row in Setting.select()] == ["Grüße ‹&›"]
    file.close()


def test_a_half_made_notebook_of_a_crash_is_made_anew(tmp_path: Path) -> None:
    (tmp_path / "notebook.db.part").write_bytes(b"half")
    NotebookFile(tmp_path / "notebook.db").close()
    assert listed(tmp_path) == ["notebook.db"]


def foreign_database(path: Path, *, wal: bool = False) -> Path:
    connection = sqlite3.connect(path)
    if wal:
        connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("CREATE TABLE moz_places (id INTEGER, url TEXT)")
    connection.commit()
    connection.close()
    return path


def empty_file(path: Path) -> Path:
    path.write_bytes(b"")
    return path


def text_file(path: Path) -> Path:
    path.write_text("BEGIN:VCARD\nFN:Marta\nEND:VCARD\n" * 50, encoding="utf-8")
    return path


def only_a_header(path: Path) -> Path:
    path.write_bytes(b"SQLite format 3\0")
    return path


def garbage_behind_the_header(path: Path) -> Path:
    path.write_bytes(b"SQLite format 3\0" + bytes(range(256)) * 64)
    return path


def folder(path: Path) -> Path:
    path.mkdir()
    return path


@pytest.mark.parametrize(
    "make",
    [
        empty_file,
        text_file,
        only_a_header,
        garbage_behind_the_header,
        foreign_database,
        lambda path: foreign_database(path, wal=True),
    ],
    ids=["empty", "text", "header", "garbage", "foreign", "foreign with wal"],
)
def test_what_is_not_a_notebook_is_refused_untouched(make: object, tmp_path: Path) -> None:
    assert callable(make)
    path = make(tmp_path / "notebook.db")
    before = fingerprint(path)
    with pytest.raises(NotANotebook, match="is not a notebook"):
        NotebookFile(path)
    assert fingerprint(path) == before
    assert listed(tmp_path) == ["notebook.db"]


def test_a_folder_is_refused(tmp_path: Path) -> None:
    folder(tmp_path / "notebook.db")
    with pytest.raises(FileProblem):
        NotebookFile(tmp_path / "notebook.db")


def test_a_truncated_notebook_is_refused_untouched(notebook_path: Path) -> None:
    whole = notebook_path.read_bytes()
    for length in (50, 1_000, 4_096, len(whole) // 2):
        notebook_path.write_bytes(whole[:length])
        with pytest.raises(FileProblem) as raised:
            NotebookFile(notebook_path)
        assert str(notebook_path) in str(raised.value)
        assert notebook_path.read_bytes() == whole[:length]


@pytest.mark.parametrize("wal", [False, True])
def test_a_newer_notebook_is_refused_without_a_write(notebook_path: Path, *, wal: bool) -> None:
    connection = driver.connect(str(notebook_path))
    connection.execute(f"PRAGMA journal_mode = {'wal' if wal else 'delete'}")
    connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    connection.close()
    before = fingerprint(notebook_path)
    with pytest.raises(NewerNotebook, match="newer version of the notebook"):
        NotebookFile(notebook_path)
    assert fingerprint(notebook_path) == before
    assert listed(notebook_path.parent) == ["notebook.db"]


def test_a_newer_notebook_that_is_still_open_elsewhere_is_refused(notebook_path: Path) -> None:
    connection = driver.connect(str(notebook_path))
    connection.execute("PRAGMA journal_mode = wal")
    connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    try:
        with pytest.raises(NewerNotebook):
            NotebookFile(notebook_path)
    finally:
        connection.close()


def test_closing_twice_is_no_harm(file: NotebookFile) -> None:
    file.close()
    file.close()
