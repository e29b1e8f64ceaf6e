"""Small full-text tables in memory, like those of a notebook."""

from collections.abc import Mapping
from typing import Any

from sqlcipher3 import dbapi2 as driver

from notebook.storage.search import plain


def full_text(texts: Mapping[int, str]) -> Any:
    """Return a connection with a table `t` that holds these texts by their ids."""
    connection = driver.connect(":memory:", isolation_level=None)
    connection.execute(
        "CREATE VIRTUAL TABLE t USING fts5(name, content = '', contentless_delete = 1,"
        " tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3')"
    )
    for row, text in texts.items():
        connection.execute(f"INSERT INTO t(rowid, name) VALUES (?, {plain('?')})", (row, text))
    return connection
