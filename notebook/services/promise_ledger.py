"""The promise ledger: what either side owes the other, of a person, of a project, or of all."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from notebook.domain.moves import Move
from notebook.domain.promises import KEPT_AT_LAST, PromiseState, Side, days_late, is_overdue
from notebook.domain.text import short_name
from notebook.storage.file import NotebookFile
from notebook.storage.reading import not_in_trash, of_no_lost_project, rows_of
from notebook.storage.search import full_text_query


class Standing(StrEnum):
    """Which promises are shown, by where they stand."""

    OPEN = "open"
    OVERDUE = "overdue"
    CLOSED = "closed"


class LedgerOrder(StrEnum):
    """How promises are sorted: open ones by their day, closed ones the newest first."""

    DAY = "day"
    PERSON = "person"
    PROJECT = "project"


@dataclass(frozen=True, slots=True)
class LedgerQuestion:
    """Whose promises are asked for, and which of them; None, "" and () leave a choice open.

    `outcomes` tell closed ones apart.
    """

    person_id: int | None = None
    project_id: int | None = None
    side: Side | None = None
    standing: Standing = Standing.OPEN
    text: str = ""
    order: LedgerOrder = LedgerOrder.DAY
    outcomes: tuple[PromiseState, ...] = ()


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """One promise with what became of it; `moves` are the oldest first."""

    id: int
    side: Side
    text: str
    person_id: int
    person_name: str
    first_name: str
    project_id: int | None
    project_name: str
    due_on: date | None
    state: PromiseState
    closed_on: date | None
    closing_note: str
    told_on: date | None
    moves: tuple[Move, ...]
    is_overdue: bool

    @property
    def is_unsaid(self) -> bool:
        """Whether the other side may still be told of what became of it."""
        is_broken = self.state is PromiseState.BROKEN
        return is_broken or any(move.said_on is None for move in self.moves)

    @property
    def days_late(self) -> int:
        """How many days after the day that held in the end it was kept; 0 unless it was kept."""
        return days_late(self.closed_on, self.due_on) if self.state in KEPT_AT_LAST else 0


@dataclass(frozen=True, slots=True)
class LedgerTotals:
    """How many promises there are in each outcome, of one side or of both."""

    open: int = 0
    overdue: int = 0
    kept: int = 0
    kept_late: int = 0
    """Of those kept, moved and owned up to, how many came after the day that held in the end."""
    moved: int = 0
    owned_up: int = 0
    called_off: int = 0
    let_go: int = 0
    broken: int = 0


HERE = (
    f"q.deleted_at IS NULL AND q.state != 'draft' AND {not_in_trash('person', 'q.person_id')}"
    f" AND {of_no_lost_project('q.project_id')}"
)
"""What holds for a promise q that counts: it was made, and nothing that it belongs to is in the trash."""
_BY_PROJECT = "j.id IS NULL, j.sort_key, j.id"
_ORDERS = {
    LedgerOrder.DAY: "q.due_on IS NULL, q.due_on, q.id",
    LedgerOrder.PERSON: "p.sort_key, q.person_id, q.due_on IS NULL, q.due_on, q.id",
    LedgerOrder.PROJECT: f"{_BY_PROJECT}, q.due_on IS NULL, q.due_on, q.id",
}
_CLOSED_ORDERS = {
    LedgerOrder.DAY: "q.closed_on DESC, q.id DESC",
    LedgerOrder.PERSON: "p.sort_key, q.person_id, q.closed_on DESC, q.id DESC",
    LedgerOrder.PROJECT: f"{_BY_PROJECT}, q.closed_on DESC, q.id DESC",
}
_LINES = """
    SELECT q.id, q.side, q.text, q.person_id, p.name AS person_name, p.given_name, q.project_id,
        coalesce(j.name, '') AS project_name, q.due_on, q.state, q.closed_on, q.closing_note,
        q.told_on,
        (SELECT json_group_array(json_array(from_on, to_on, said_on, reason)) FROM (
            SELECT * FROM promise_move WHERE promise_id = q.id ORDER BY id)) AS moves
    FROM promise q JOIN person p ON p.id = q.person_id LEFT JOIN project j ON j.id = q.project_id"""
_TOTALS = f"""
    SELECT q.side, coalesce(sum(q.state = 'open'), 0) AS open,
        coalesce(sum(q.state = 'open' AND q.due_on < ?), 0) AS overdue,
        coalesce(sum(q.state = 'kept'), 0) AS kept,
        coalesce(sum(q.state IN ('kept', 'moved', 'owned-up') AND q.closed_on > q.due_on), 0)
            AS kept_late,
        coalesce(sum(q.state = 'moved'), 0) AS moved,
        coalesce(sum(q.state IN ('owned-up', 'admitted')), 0) AS owned_up,
        coalesce(sum(q.state = 'called-off'), 0) AS called_off,
        coalesce(sum(q.state = 'let-go'), 0) AS let_go,
        coalesce(sum(q.state = 'broken'), 0) AS broken
    FROM promise q WHERE {HERE}"""
_MATCHES = (
    "(q.id IN (SELECT rowid FROM promise_search WHERE promise_search MATCH ?)"
    " OR q.person_id IN (SELECT rowid FROM person_search WHERE person_search MATCH ?)"
    " OR q.project_id IN (SELECT rowid FROM project_search WHERE project_search MATCH ?))"
)


class PromiseLedger:
    """Reads the ledger in windows; nothing here grows with the number of promises but counting."""

    def __init__(self, file: NotebookFile) -> None:
        """Read from this notebook."""
        self._file = file

    def count(self, question: LedgerQuestion, today: date) -> int:
        """Return how many promises answer the question."""
        where, values = _where(question, today)
        row = self._file.database.execute_sql(
            f"SELECT count(*) FROM promise q WHERE {where}", values
        ).fetchone()
        return int(row[0])

    def window(
        self, question: LedgerQuestion, offset: int, limit: int, today: date
    ) -> list[LedgerLine]:
        """Return `limit` lines from the `offset`-th on, in the order that is asked for."""
        where, values = _where(question, today)
        orders = _CLOSED_ORDERS if question.standing is Standing.CLOSED else _ORDERS
        order = orders[question.order]
        rows = rows_of(
            self._file.database,
            f"{_LINES} WHERE {where} ORDER BY {order} LIMIT ? OFFSET ?",
            *values,
            limit,
            offset,
        )
        return [_line(row, today) for row in rows]

    def totals(self, question: LedgerQuestion, today: date) -> dict[Side, LedgerTotals]:
        """Return what became of all promises of the question's person or project, by side."""
        where, values = _of_whom(question)
        rows = rows_of(
            self._file.database,
            f"{_TOTALS} {''.join(f' AND {each}' for each in where)} GROUP BY q.side",
            today.isoformat(),
            *values,
        )
        found = {Side(row.pop("side")): LedgerTotals(**row) for row in rows}
        return {side: found.get(side, LedgerTotals()) for side in Side}


def _of_whom(question: LedgerQuestion) -> tuple[list[str], list[object]]:
    where: list[str] = []
    values: list[object] = []
    for column, value in (("person_id", question.person_id), ("project_id", question.project_id)):
        if value is not None:
            where.append(f"q.{column} = ?")
            values.append(value)
    return where, values


def _where(question: LedgerQuestion, today: date) -> tuple[str, list[object]]:
    where, values = _of_whom(question)
    for condition, more in _conditions(question, today):
        where.append(condition)
        values += more
    return " AND ".join([HERE, *where]), values


def _conditions(question: LedgerQuestion, today: date) -> Iterator[tuple[str, list[object]]]:
    match question.standing:
        case Standing.OPEN:
            yield "q.state = 'open'", []
        case Standing.OVERDUE:
            yield "q.state = 'open' AND q.due_on < ?", [today.isoformat()]
        case Standing.CLOSED:
            yield "q.state NOT IN ('open', 'draft')", []
            if question.outcomes:
                places = ", ".join("?" * len(question.outcomes))
                yield f"q.state IN ({places})", [state.value for state in question.outcomes]
    if question.side is not None:
        yield "q.side = ?", [question.side.value]
    if query := full_text_query(question.text):
        yield _MATCHES, [query, f"name : ({query})", query]


def _line(row: dict[str, Any], today: date) -> LedgerLine:
    moves = tuple(
        Move(date.fromisoformat(from_on), date.fromisoformat(to_on), _day(said_on), reason)
        for from_on, to_on, said_on, reason in json.loads(row["moves"])
    )
    state, due_on = PromiseState(row["state"]), _day(row["due_on"])
    changed = {
        "side": Side(row["side"]),
        "state": state,
        "due_on": due_on,
        "closed_on": _day(row["closed_on"]),
        "told_on": _day(row["told_on"]),
        "moves": moves,
        "first_name": short_name(row.pop("given_name"), row["person_name"]),
    }
    return LedgerLine(**{**row, **changed}, is_overdue=is_overdue(state, due_on, today))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
