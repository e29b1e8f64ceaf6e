"""Whose fault is it? The driver's errors about disk, lock and file become sentences."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import disk_usage

from peewee import DatabaseError
from sqlcipher3 import dbapi2 as driver

from notebook.errors import (
    DamagedNotebook,
    DiskFull,
    DriveFailed,
    FileProblem,
    NoPermission,
    NoSuchPlace,
    NotAFolder,
    NotANotebook,
    NotebookBusy,
)

_NO_ROOM = 100_000  # bytes: an open notebook needs a companion of 32 kB

# https://sqlite.org/rescode.html
_BY_SQLITE_CODE: dict[int, type[FileProblem]] = {
    3: NoPermission,  # PERM
    5: NotebookBusy,  # BUSY
    8: NoPermission,  # READONLY
    10: DriveFailed,  # IOERR
    11: DamagedNotebook,  # CORRUPT
    13: DiskFull,  # FULL
    14: NoPermission,  # CANTOPEN
    26: NotANotebook,  # NOTADB
}
_BY_SQLITE_WORDS: dict[str, type[FileProblem]] = {  # the backup API gives no code
    "database is locked": NotebookBusy,
    "attempt to write a readonly database": NoPermission,
    "database disk image is malformed": DamagedNotebook,
    "database or disk is full": DiskFull,
    "unable to open database file": NoPermission,
    "file is not a database": NotANotebook,
}
_BY_ERRNO: dict[int, type[FileProblem]] = {
    errno.ENOSPC: DiskFull,
    errno.EDQUOT: DiskFull,
    errno.EACCES: NoPermission,
    errno.EPERM: NoPermission,
    errno.EROFS: NoPermission,
    errno.ENOTDIR: NotAFolder,
    errno.EEXIST: NotAFolder,
    errno.EIO: DriveFailed,
    errno.ENODEV: DriveFailed,
    errno.ENXIO: DriveFailed,
    errno.ESTALE: DriveFailed,
    errno.EISDIR: NotANotebook,
    errno.ENOENT: NoSuchPlace,
    errno.ENAMETOOLONG: NoSuchPlace,
    errno.ELOOP: NoSuchPlace,
    errno.EINVAL: NoSuchPlace,
}


def problem_of(error: BaseException, path: Path) -> FileProblem | None:
    """Return the sentence for an error of the surroundings, or None when the fault is ours.

    A full disk reaches us as "cannot rollback", so all causes are looked at.
    """
    kinds = (_kind_of(cause) for cause in _causes(error))
    kind = next((kind for kind in kinds if kind), None)
    if kind is DriveFailed and _is_full(path):
        kind = DiskFull  # no room for the companions of an open notebook is reported like this
    return kind(path) if kind else None


def points_to_nothing(error: BaseException) -> bool:
    """Whether a row was to belong to another one that is not there."""
    # The driver tells no more than CONSTRAINT (19) by number.
    return any("FOREIGN KEY" in str(cause) for cause in _causes(error))


def _causes(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    queue: list[BaseException | None] = [error]
    while queue:
        cause = queue.pop(0)
        if cause is None or id(cause) in seen:
            continue
        seen.add(id(cause))
        yield cause
        queue += [cause.__cause__, cause.__context__]


def _kind_of(error: BaseException) -> type[FileProblem] | None:
    if isinstance(error, OSError):
        return _BY_ERRNO.get(error.errno or 0)
    code = getattr(error, "sqlite_errorcode", None)
    if code is not None:
        return _BY_SQLITE_CODE.get(code & 0xFF)
    return _BY_SQLITE_WORDS.get(str(error)) if isinstance(error, driver.Error) else None


def _is_full(path: Path) -> bool:
    try:
        return disk_usage(path.parent).free < _NO_ROOM
    except OSError:
        return False


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what the disk and the driver report about `path` into errors with a sentence."""
    try:
        yield
    except (DatabaseError, driver.DatabaseError, OSError) as error:
        problem = problem_of(error, path)
        if problem is None:
            raise
        raise problem from error
