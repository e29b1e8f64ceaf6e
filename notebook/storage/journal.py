"""The journal: every change as old and new rows, from which come undo, redo and history.

Triggers write the rows (SQLite's own undo technique, https://sqlite.org/undoredo.html); this module
opens and closes changes and walks them back and forth. It survives a restart, for it is in the file.
"""

import json
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from peewee import Database

from notebook.domain.changes import Changes
from notebook.storage.ids import new_id
from notebook.storage.record import utc_now
from notebook.storage.triggers import journaled_columns

_ABSENT = object()


@dataclass(slots=True)
class Change:
    """A change while it is being made; a service may name the id that it makes."""

    id: int
    label: str
    created: int | None = None
    changes: Changes = field(default_factory=lambda: Changes(""))
    goes_on: bool = False

    def done(self, created: int | None = None) -> None:
        """Say what the change made."""
        self.created = created


class Journal:
    """Begins, ends, undoes and redoes changes; the caller holds the transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def begin(self, label: str, *, goes_on: Change | None = None) -> Change:
        """Start writing down what follows as one change, or as more of `goes_on` if it is newest."""
        if goes_on is not None and self._is_newest(goes_on):
            change = Change(goes_on.id, label, goes_on.created, goes_on=True)
            self._execute("UPDATE change SET label = ? WHERE id = ?", (label, change.id))
        else:
            change = self._begin_new(label)
        self._execute("UPDATE journal_head SET change_id = ?", (change.id,))
        return change

    def _is_newest(self, change: Change) -> bool:
        newest = self.next_undo()
        return newest is not None and newest[0] == change.id and self.next_redo() is None

    def _begin_new(self, label: str) -> Change:
        change = Change(new_id(), label)
        self._execute(
            "INSERT INTO change(id, label, made_at, state) VALUES (?, ?, ?, 'done')",
            (change.id, label, utc_now()),
        )
        return change

    def end(self, change: Change) -> Changes:
        """Stop writing down; an empty change leaves no trace, a real one ends what could be redone."""
        self._execute("UPDATE journal_head SET change_id = NULL")
        if change.goes_on:
            self._merge_updates(change.id)
        changes = self._touched(change.id, change.label, change.created)
        if changes.ids:
            self._execute("UPDATE change SET state = 'dropped' WHERE state = 'undone'")
        else:
            self._execute("DELETE FROM change WHERE id = ?", (change.id,))
        return changes

    def _merge_updates(self, change_id: int) -> None:
        """Keep only the first and last state of each row: typing would leave one for each second."""
        repeated = self._execute(
            "SELECT table_name, row_id, min(id), max(id) FROM journal WHERE change_id = ?"
            " GROUP BY table_name, row_id HAVING count(*) > 1 AND count(new) = count(*)",
            (change_id,),
        ).fetchall()
        for table, row_id, first, last in repeated:
            self._execute(
                "UPDATE journal SET new = (SELECT new FROM journal WHERE id = ?) WHERE id = ?",
                (last, first),
            )
            self._execute(
                "DELETE FROM journal WHERE change_id = ? AND table_name = ? AND row_id = ?"
                " AND id > ?",
                (change_id, table, row_id, first),
            )

    def undo(self) -> Changes | None:
        """Take the newest change back; None when there is nothing to undo."""
        row = self.next_undo()
        if row is None:
            return None
        self._walk(row[0], backwards=True)
        self._execute("UPDATE change SET state = 'undone' WHERE id = ?", (row[0],))
        return self._touched(*row)

    def redo(self) -> Changes | None:
        """Make the change that was undone last once more; None when there is none."""
        row = self.next_redo()
        if row is None:
            return None
        self._walk(row[0], backwards=False)
        self._execute("UPDATE change SET state = 'done' WHERE id = ?", (row[0],))
        return self._touched(*row)

    def forget(self) -> None:
        """Drop all that was written down."""
        self._execute("DELETE FROM journal")
        self._execute("DELETE FROM change")

    def next_undo(self) -> tuple[int, str] | None:
        """Return id and label of the change that undo would take back."""
        return self._first(
            "SELECT id, label FROM change WHERE state = 'done' ORDER BY id DESC LIMIT 1"
        )

    def next_redo(self) -> tuple[int, str] | None:
        """Return id and label of the change that redo would make again."""
        return self._first(
            "SELECT id, label FROM change WHERE state = 'undone' ORDER BY id LIMIT 1"
        )

    def _walk(self, change_id: int, *, backwards: bool) -> None:
        self._execute("PRAGMA defer_foreign_keys = ON")
        columns = journaled_columns(self._database.connection())
        order = "DESC" if backwards else "ASC"
        rows = self._execute(
            "SELECT table_name, row_id, old, new FROM journal WHERE change_id = ?"
            f" ORDER BY id {order}",
            (change_id,),
        ).fetchall()
        for table, row_id, old, new in rows:
            before, after = (new, old) if backwards else (old, new)
            self._restore(table, row_id, columns[table], before, after)

    def _restore(
        self, table: str, row_id: int, columns: list[str], before: str | None, target: str | None
    ) -> None:
        if target is None:
            self._execute(f"DELETE FROM {table} WHERE id = ?", (row_id,))
            return
        values = {name: value for name, value in json.loads(target).items() if name in columns}
        if before is None:
            places = ", ".join("?" * len(values))
            statement = f"INSERT INTO {table}({', '.join(values)}) VALUES ({places})"
            self._execute(statement, tuple(values.values()))
            return
        # Only what differs: naming more would make the search indexes anew, row by row.
        was = json.loads(before)
        values = {name: value for name, value in values.items() if value != was.get(name, _ABSENT)}
        if values:
            assignments = ", ".join(f"{name} = ?" for name in values)
            statement = f"UPDATE {table} SET {assignments} WHERE id = ?"
            self._execute(statement, (*values.values(), row_id))

    def _touched(self, change_id: int, label: str, created: int | None = None) -> Changes:
        ids: defaultdict[str, set[int]] = defaultdict(set)
        for table, row_id in self._execute(
            "SELECT DISTINCT table_name, row_id FROM journal WHERE change_id = ?", (change_id,)
        ):
            ids[table].add(row_id)
        return Changes(label, {kind: frozenset(of) for kind, of in ids.items()}, created)

    def _first(self, statement: str) -> tuple[int, str] | None:
        row: tuple[int, str] | None = self._execute(statement).fetchone()
        return row

    def _execute(self, statement: str, values: tuple[Any, ...] = ()) -> Any:
        return self._database.execute_sql(statement, values)
