"""What becomes of a promise within a change: closed as kept, or given another day."""

from collections import defaultdict
from datetime import date

from notebook.domain.moves import Move, NewDay
from notebook.domain.promises import GIVEN_UP, KEPT_AT_LAST, given_up_state, kept_state
from notebook.services.move_rows import moves_by
from notebook.storage.promise_tables import PromiseMove
from notebook.storage.reading import tuples_of
from notebook.storage.record import utc_now
from notebook.storage.tables import Promise


def close_as_kept(promise: Promise, today: date) -> None:
    """Close a promise, within a change, by what its moves say of it."""
    state = kept_state(moves_of_promise(promise.id))
    promise.amend(state=state, closed_on=today, closing_note="")


def move_promise(promise: Promise, new: NewDay, at: str | None = None) -> None:
    """Give a promise another day, within a change; its first day is no move.

    `at` is when the amendment was made that it belongs to.
    """
    if promise.due_on is not None:
        PromiseMove.create(
            promise=promise,
            from_on=promise.due_on,
            to_on=new.to_on,
            said_on=new.said_on,
            reason=new.reason,
            created_at=at or utc_now(),
        )
    promise.amend(due_on=new.to_on)


def is_unsaid(promise: Promise) -> bool:
    """Whether the other side may still be told of what became of a promise."""
    is_broken = promise.state in GIVEN_UP and promise.told_on is None
    return is_broken or any(move.said_on is None for move in moves_of_promise(promise.id))


def mark_said(promise: Promise, said_on: date) -> None:
    """Keep since when the other side knows, within a change, and what that makes of a promise."""
    unsaid = (PromiseMove.promise == promise.id) & PromiseMove.said_on.is_null()
    for row in PromiseMove.select().where(unsaid):
        row.amend(said_on=said_on)
    moves = moves_of_promise(promise.id)
    if promise.state in KEPT_AT_LAST:
        promise.amend(state=kept_state(moves))
    elif promise.state in GIVEN_UP:
        told_on = promise.told_on or said_on
        state = given_up_state(promise.due_on, told_on, moves)
        promise.amend(state=state, told_on=told_on)


def moves_in(project_id: int) -> defaultdict[int, list[Move]]:
    """Return the moves of a project's promises, by the promise, the oldest first."""
    return moves_by(PromiseMove, PromiseMove.promise, project_id)


def moves_of_promise(promise_id: int) -> list[Move]:
    """Return the moves of one promise, the oldest first."""
    query = PromiseMove.select(
        PromiseMove.from_on, PromiseMove.to_on, PromiseMove.said_on, PromiseMove.reason
    )
    rows = query.where(PromiseMove.promise == promise_id).order_by(PromiseMove.id)
    return [Move(*row) for row in tuples_of(rows)]
