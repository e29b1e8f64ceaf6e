"""Backups: whole, private, ten of them, and put back so that nothing stale can come through."""

import stat
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as driver

from notebook.errors import DamagedNotebook, FileProblem
from notebook.storage.backups import KEEP, all_backups, back_up, put_back, set_aside, verify
from notebook.storage.file import NotebookFile
from notebook.storage.tables import Setting
from tests.reading import rows_in
from tests.storage.snapshots import fingerprint


@pytest.fixture
def backups(tmp_path: Path) -> Path:
    return tmp_path / "backups"


def write(file: NotebookFile, key: str) -> None:
    with file.change("Wrote"):
        Setting.create(key=key, value="")


def keys_in(path: Path) -> list[str]:
    return [key for (key,) in rows_in(path, "SELECT key FROM setting ORDER BY id")]


def damage(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[4096:20_480] = b"\xff" * 16_384
    path.write_bytes(content)


def test_a_backup_holds_what_is_only_in_the_wal(file: NotebookFile, backups: Path) -> None:
    write(file, "a")
    assert file.path.with_name("notebook.db-wal").stat().st_size > 0
    made = back_up(file.path, backups, "closing")
    assert keys_in(made) == ["a"]
    write(file, "b")
    assert keys_in(made) == ["a"]


def test_a_backup_is_one_private_file(file: NotebookFile, backups: Path) -> None:
    made = back_up(file.path, backups, "closing")
    assert [path.name for path in backups.iterdir()] == [made.name]
    assert stat.S_IMODE(made.stat().st_mode) == 0o600
    assert stat.S_IMODE(backups.stat().st_mode) == 0o700
    assert rows_in(made, "PRAGMA journal_mode") == [("delete",)]


def test_backups_are_told_by_time_and_occasion(file: NotebookFile, backups: Path) -> None:
    made = [back_up(file.path, backups, each) for each in ("closing", "before-import")]
    (backups / "notebook-of-mine.db").write_text("not ours", encoding="utf-8")
    (backups / "holiday.txt").write_text("not ours", encoding="utf-8")
    listed = all_backups(backups)
    assert [one.path for one in listed] == made[::-1]
    assert [one.occasion for one in listed] == ["before import", "closing"]
    assert listed[0].made_at > listed[1].made_at
    assert listed[0].size == made[1].stat().st_size


def test_the_newest_ten_stay(file: NotebookFile, backups: Path) -> None:
    backups.mkdir()
    others = backups / "notebook-of-mine.db"
    others.write_text("not ours", encoding="utf-8")
    made = [back_up(file.path, backups, "closing") for _ in range(KEEP + 3)]
    assert KEEP == 10
    assert [one.path for one in all_backups(backups)] == made[:2:-1]
    assert others.exists()


def test_a_spared_backup_does_not_make_room(file: NotebookFile, backups: Path) -> None:
    oldest = back_up(file.path, backups, "closing")
    for _ in range(KEEP):
        back_up(file.path, backups, "closing", spare=oldest)
    assert oldest.exists()
    assert len(all_backups(backups)) == KEEP + 1


def test_a_damaged_notebook_makes_no_backup(file: NotebookFile, backups: Path) -> None:
    file.close()
    damage(file.path)
    with pytest.raises(FileProblem):
        back_up(file.path, backups, "closing")
    assert list(backups.iterdir()) == []


def test_a_folder_that_is_a_file_is_said(file: NotebookFile, backups: Path) -> None:
    backups.write_text("in the way", encoding="utf-8")
    with pytest.raises(FileProblem, match="backups"):
        back_up(file.path, backups, "closing")


def test_verifying_finds_damage(file: NotebookFile) -> None:
    file.close()
    verify(file.path)
    damage(file.path)
    with pytest.raises(DamagedNotebook, match="damaged"):
        verify(file.path)


def test_verifying_finds_what_is_no_database(tmp_path: Path) -> None:
    path = tmp_path / "text.db"
    path.write_text("text", encoding="utf-8")
    with pytest.raises(DamagedNotebook):
        verify(path)


def test_what_is_put_back_is_what_the_backup_holds(file: NotebookFile, backups: Path) -> None:
    write(file, "a")
    made = back_up(file.path, backups, "closing")
    before = fingerprint(made)
    write(file, "b")
    file.close()
    put_back(made, file.path)
    again = NotebookFile(file.path)
    try:
        assert [row.key for row in Setting.select()] == ["a"]
        assert stat.S_IMODE(file.path.stat().st_mode) == 0o600
        write(again, "c")
    finally:
        again.close()
    assert fingerprint(made) == before


def crashed(path: Path) -> None:
    """Leave a notebook as a crash would: its newest change only in the -wal beside it."""
    connection = driver.connect(str(path), isolation_level=None)
    connection.execute("PRAGMA journal_mode = wal")
    connection.execute("INSERT INTO setting VALUES (1, '', '', 'newest', '')")
    companions = {
        ending: path.with_name(path.name + ending).read_bytes() for ending in ("-wal", "-shm")
    }
    main = path.read_bytes()
    connection.close()
    path.write_bytes(main)
    for ending, content in companions.items():
        path.with_name(path.name + ending).write_bytes(content)


def test_a_stale_wal_does_not_come_through(file: NotebookFile, backups: Path) -> None:
    write(file, "a")
    made = back_up(file.path, backups, "closing")
    file.close()
    crashed(file.path)
    put_back(made, file.path)
    assert keys_in(file.path) == ["a"]
    beside = {path.name for path in file.path.parent.iterdir()}
    assert {"notebook.db-wal.aside", "notebook.db-shm.aside"} <= beside
    again = NotebookFile(file.path)
    assert [row.key for row in Setting.select()] == ["a"]
    again.close()


def test_a_crash_before_is_no_loss_of_its_own(file: NotebookFile) -> None:
    write(file, "a")
    file.close()
    crashed(file.path)
    again = NotebookFile(file.path)
    assert {row.key for row in Setting.select()} == {"a", "newest"}
    again.close()


def test_a_damaged_backup_is_not_put_back(file: NotebookFile, backups: Path) -> None:
    write(file, "a")
    made = back_up(file.path, backups, "closing")
    file.close()
    damage(made)
    before = fingerprint(file.path)
    with pytest.raises(FileProblem):
        put_back(made, file.path)
    assert fingerprint(file.path) == before
    assert not file.path.with_name("notebook.db.part").exists()


def test_a_notebook_set_aside_takes_its_companions_along(file: NotebookFile) -> None:
    write(file, "a")
    file.close()
    crashed(file.path)
    aside = set_aside(file.path)
    assert not file.path.exists()
    assert not file.path.with_name("notebook.db-wal").exists()
    assert set(keys_in(aside)) == {"a", "newest"}
    fresh = NotebookFile(file.path)
    assert Setting.select().count() == 0
    fresh.close()
