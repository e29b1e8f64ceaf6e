"""The whole content of a notebook as plain values, to be compared before and after."""

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as driver

from notebook.storage.all_tables import TABLES
from notebook.storage.file import NotebookFile
from notebook.storage.search_index import INDEXES, rebuild_search

Snapshot = dict[str, list[tuple[Any, ...]]]

NAMES = tuple(table._meta.table_name for table in TABLES)


def snapshot(file: NotebookFile) -> Snapshot:
    """Return every row of every table, as the open notebook has them."""
    return snapshot_of(file.database.connection())


def snapshot_of(connection: Any, names: Iterable[str] = NAMES) -> Snapshot:
    """Return every row of these tables."""
    return {name: list(connection.execute(f"SELECT * FROM {name} ORDER BY id")) for name in names}


def search_index(connection: Any) -> dict[str, list[tuple[Any, ...]]]:
    """Return every word of all search indexes, with its row, column and place."""
    found = {}
    for index in (each.name for each in INDEXES):
        connection.execute(
            f"CREATE VIRTUAL TABLE temp.words USING fts5vocab('main', '{index}', 'instance')"
        )
        found[index] = sorted(connection.execute('SELECT term, doc, col, "offset" FROM temp.words'))
        connection.execute("DROP TABLE temp.words")
    return found


def search_index_as_it_should_be(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Return what the search indexes hold after they are built anew, without changing the file."""
    connection = driver.connect(f"{path.as_uri()}", uri=True, isolation_level=None)
    memory = driver.connect(":memory:", isolation_level=None)
    try:
        connection.backup(memory)
        rebuild_search(memory)
        return search_index(memory)
    finally:
        memory.close()
        connection.close()


def fingerprint(path: Path) -> str:
    """Return what tells one file content from another."""
    return sha256(path.read_bytes()).hexdigest()
