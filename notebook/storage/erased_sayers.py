"""What stays of somebody who is erased among the answers of others: that it was somebody.

An answer that names nobody is one of whom the project is for. A row of its own beside it says that
it isn't, so that files and backups of every version can keep it; it holds for the answer of its day,
for undo may bring back one that somebody else gave. A change to what was agreed has such a row, too.
What was agreed before it is kept in words, and the program wrote full names into them.
"""

import json
from collections.abc import Collection
from typing import Any

from notebook.storage.belongings import as_list
from notebook.storage.erased_names import FULL_NAME, names_of, own_names, whole
from notebook.storage.ids import new_id
from notebook.storage.links import Link, tables_with
from notebook.storage.record import utc_now
from notebook.translate import translate

ERASED_SAYER = "erased-sayer:"
"""What the key of such a row begins with; the colon keeps it apart from all keys of checklists."""

ERASED_AMENDER = f"{ERASED_SAYER}amendment:"
"""Likewise of a change to what was agreed, before the id of the change."""

_SAYINGS = {
    ("answer", "said_by_id"): (ERASED_SAYER, "question_key", "answered_on"),
    ("amendment", "said_by_id"): (ERASED_AMENDER, "id", "amended_on"),
}
"""Links to who said something: how the key of the row beside it begins and ends, and its day."""

_WORDS = ("old", "new")


def somebody() -> str:
    """Return what stands in place of a name that is erased."""
    return translate("erasing", "Somebody no longer kept")


def keep_that_somebody_said_so(connection: Any, link: Link, ids: Collection[int]) -> None:
    """Note it for all that names one of these by this link, before it no longer does."""
    saying = _SAYINGS.get((link.table, link.column))
    if saying is None:
        return
    beginning, end, day = saying
    rows = connection.execute(
        f"SELECT project_id, ? || {end}, {day} FROM {link.table}"
        " WHERE said_by_id IN (SELECT value FROM json_each(?))",
        (beginning, as_list(ids)),
    ).fetchall()
    connection.executemany(
        "INSERT OR IGNORE INTO answer (id, created_at, changed_at, project_id, question_key,"
        " choice, text, ask_later, answered_on) VALUES (?1, ?2, ?2, ?3, ?4, '', '', 0, ?5)",
        [(new_id(), utc_now(), *row) for row in rows],
    )


def rename_in_amendments(connection: Any, people: Collection[int]) -> None:
    """Put somebody in place of these people in what was agreed before, and in its journal."""
    if not tables_with(connection, "amended_on"):
        return
    names = {name for each in people for name in names_of(connection, each, FULL_NAME)}
    for name in sorted(names & own_names(connection, names, people), key=len, reverse=True):
        _rename_rows(connection, name)
        for column in _WORDS:
            _rename_journal(connection, name, column)


def _rename_rows(connection: Any, name: str) -> None:
    rows = connection.execute(
        "SELECT id, old, new FROM amendment WHERE instr(old, ?1) OR instr(new, ?1)", (name,)
    ).fetchall()
    connection.executemany(
        "UPDATE amendment SET old = ?, new = ? WHERE id = ?",
        [(_without(name, old), _without(name, new), row_id) for row_id, old, new in rows],
    )


def _rename_journal(connection: Any, name: str, column: str) -> None:
    found = " OR ".join(f"instr(json_extract({column}, '$.{each}'), ?1)" for each in _WORDS)
    rows = connection.execute(
        f"SELECT rowid, {column} FROM journal WHERE table_name = 'amendment' AND ({found})",
        (name,),
    ).fetchall()
    for row_id, text in rows:
        values = json.loads(text)
        values |= {each: _without(name, values[each]) for each in _WORDS if each in values}
        connection.execute(
            f"UPDATE journal SET {column} = ? WHERE rowid = ?",
            (json.dumps(values, ensure_ascii=False), row_id),
        )


def _without(name: str, text: str) -> str:
    words = somebody()
    return whole(name).sub(lambda _: words, text)
