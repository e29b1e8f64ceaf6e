"""Answers of which the giver is erased: that it was somebody else stays known.

An answer that names nobody is one of whom the project is for. A row of its own beside it says that
it isn't, so that files and backups of every version can keep it.
"""

from collections.abc import Collection
from typing import Any

from notebook.storage.belongings import as_list
from notebook.storage.ids import new_id
from notebook.storage.links import Link
from notebook.storage.record import utc_now

ERASED_SAYER = "erased-sayer:"
"""What the key of such a row begins with; the colon keeps it apart from all keys of checklists."""


def keep_that_somebody_said_so(connection: Any, link: Link, ids: Collection[int]) -> None:
    """Note it for each answer that names one of these by this link, before it no longer does."""
    if (link.table, link.column) != ("answer", "said_by_id"):
        return
    rows = connection.execute(
        "SELECT project_id, question_key, answered_on FROM answer"
        " WHERE said_by_id IN (SELECT value FROM json_each(?))",
        (as_list(ids),),
    ).fetchall()
    connection.executemany(
        "INSERT OR IGNORE INTO answer (id, created_at, changed_at, project_id, question_key,"
        " choice, text, ask_later, answered_on) VALUES (?1, ?2, ?2, ?3, ?4, '', '', 0, ?5)",
        [
            (new_id(), utc_now(), project_id, f"{ERASED_SAYER}{key}", answered_on)
            for project_id, key, answered_on in rows
        ],
    )
