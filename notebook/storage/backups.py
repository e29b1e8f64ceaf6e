"""Backups: made by SQLite's backup API, verified, named by their time, and put back with care."""

import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlcipher3 import dbapi2 as driver

from notebook.errors import DamagedNotebook
from notebook.storage.problems import explained

KEEP = 10
_NAME = re.compile(r"notebook-(?P<stamp>\d{8}-\d{6}-\d{6})-(?P<occasion>.+)\.db", re.ASCII)


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup: where it is, when it was made (local time), and at which occasion."""

    path: Path
    made_at: datetime
    occasion: str
    size: int


def back_up(
    path: Path, folder: Path, occasion: str, *, keep: int | None = KEEP, spare: Path | None = None
) -> Path:
    """Copy the notebook at `path` into `folder`, verify the copy, and return where it is.

    `occasion` is a short word for the file's name: "closing", "before-import". The newest `keep`
    stay (None: all of them), and `spare` in any case. Raises a FileProblem when the copy can't be
    made; no half-made file stays.
    """
    with explained(folder):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        stamp = datetime.now().astimezone().strftime("%Y%m%d-%H%M%S-%f")
        target = folder / f"notebook-{stamp}-{occasion}.db"
        part = target.with_suffix(".part")
        try:
            _copy(path, part)
            verify(part)
            _flush(part)
            part.rename(target)
        finally:
            part.unlink(missing_ok=True)
        _flush_folder(folder)
        for old in all_backups(folder)[keep:] if keep else []:
            if old.path != spare:
                old.path.unlink()
    return target


def rewrite(backup: Path, change: Callable[[Path], None]) -> None:
    """Let `change` work on a copy of a backup, verify it, and put it in the backup's place.

    A backup that is damaged is deleted: nobody could restore it. Raises a FileProblem.
    """
    with explained(backup):
        part = backup.with_suffix(".part")
        part.unlink(missing_ok=True)
        try:
            verify(backup)
            _copy(backup, part)
            change(part)
            verify(part)
            _flush(part)
            part.replace(backup)
        except DamagedNotebook:
            backup.unlink()
        finally:
            part.unlink(missing_ok=True)
        _flush_folder(backup.parent)


def all_backups(folder: Path) -> list[Backup]:
    """Return the backups in `folder`, newest first."""
    found = [_describe(path) for path in folder.glob("notebook-*.db")]
    return sorted((one for one in found if one), key=lambda one: one.path.name, reverse=True)


def put_back(backup: Path, path: Path) -> None:
    """Make the notebook at `path` what `backup` holds; the notebook must be closed.

    Stale -wal and -shm files would silently replace what was put back, so they are moved aside
    with the file they belong to. Raises a FileProblem; the present file then stays.
    """
    with explained(backup):
        verify(backup)
    with explained(path):
        part = path.with_name(path.name + ".part")
        part.unlink(missing_ok=True)
        try:
            _copy(backup, part)
            verify(part)
            _flush(part)
            for ending in ("-wal", "-shm"):
                stale = path.with_name(path.name + ending)
                if stale.exists():
                    stale.rename(path.with_name(f"{path.name}{ending}.aside"))
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
        _flush_folder(path.parent)


def set_aside(path: Path) -> Path:
    """Rename a file that can't be opened, with its companions, and return its new place."""
    stamp = datetime.now().astimezone().strftime("%Y%m%d-%H%M%S")
    aside = path.with_name(f"{path.stem}-set-aside-{stamp}{path.suffix}")
    with explained(path):
        for ending in ("-wal", "-shm", ""):
            companion = path.with_name(path.name + ending)
            if companion.exists():
                companion.rename(aside.with_name(aside.name + ending))
    return aside


def verify(path: Path) -> None:
    """Raise DamagedNotebook unless SQLite finds the file whole."""
    connection = driver.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
    try:
        (verdict,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
    except driver.DatabaseError as error:
        raise DamagedNotebook(path) from error
    finally:
        connection.close()
    if verdict != "ok":
        raise DamagedNotebook(path)


def _copy(source: Path, target: Path) -> None:
    os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    reading = driver.connect(f"{source.absolute().as_uri()}?mode=ro", uri=True)
    writing = driver.connect(str(target))
    try:
        reading.backup(writing)
        writing.execute("PRAGMA journal_mode = DELETE")  # one file, without companions
    finally:
        writing.close()
        reading.close()


def _flush(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _flush_folder(folder: Path) -> None:
    if os.name == "nt":  # Windows can't open a folder, and renames are durable there
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _describe(path: Path) -> Backup | None:
    """Return what the name of a backup tells; None for a file that is not of our making."""
    found = _NAME.fullmatch(path.name)
    if found is None:
        return None
    try:
        made = datetime.strptime(found["stamp"], "%Y%m%d-%H%M%S-%f").astimezone()
    except ValueError:
        return None
    return Backup(path, made, found["occasion"].replace("-", " "), path.stat().st_size)
