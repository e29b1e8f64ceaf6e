"""What one side owes the other, and what can become of it."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from notebook.domain.moves import Move


class Side(StrEnum):
    """Who owes a promise, or answers for something."""

    OURS = "ours"
    THEIRS = "theirs"


class PromiseState(StrEnum):
    """Where a promise stands."""

    DRAFT = "draft"
    """Written down in a wizard that is not finished: nobody is reminded yet."""
    OPEN = "open"
    KEPT = "kept"
    MOVED = "moved"
    """A new date was agreed before it was due, which is honourable."""
    OWNED_UP = "owned-up"
    """Late, and we said so."""
    CALLED_OFF = "called-off"
    """Not kept, and that was said before it was due, which is honourable."""
    ADMITTED = "admitted"
    """Not kept, and that was said once it was late."""
    BROKEN = "broken"
    """Not kept, and nobody said."""
    LET_GO = "let-go"
    """Neither side needs it any more, which breaks nothing."""


def is_overdue(state: PromiseState, due_on: date | None, today: date) -> bool:
    """Whether it is still owed and its day has passed; on the day itself it is not yet late."""
    return state is PromiseState.OPEN and due_on is not None and due_on < today


_S = PromiseState

KEPT_AT_LAST: frozenset[PromiseState] = frozenset({_S.KEPT, _S.MOVED, _S.OWNED_UP})
"""What a promise becomes that was kept, late or not."""
GIVEN_UP: frozenset[PromiseState] = frozenset({_S.CALLED_OFF, _S.ADMITTED, _S.BROKEN})
"""What a promise becomes that was not kept."""
CLOSED: frozenset[PromiseState] = KEPT_AT_LAST | GIVEN_UP | {_S.LET_GO}
"""What has become of a promise that is no longer owed."""


def kept_state(moves: Sequence[Move]) -> PromiseState:
    """Return what a promise becomes that was kept in the end, after these moves.

    One move that was said late, or not at all, outweighs others that were said in time. A promise
    that was never moved is kept, also when it was late: whether nobody said so is for the user
    to tell, by `BROKEN`, and not for us to guess.
    """
    if not moves:
        return PromiseState.KEPT
    said_before = all(move.was_said_before for move in moves)
    return PromiseState.MOVED if said_before else PromiseState.OWNED_UP


def given_up_state(
    due_on: date | None, told_on: date | None, moves: Sequence[Move]
) -> PromiseState:
    """Return what a promise becomes that is not kept, of which the other side was told or not.

    As with what is kept, one move that was said late, or not at all, outweighs the rest.
    """
    if told_on is None:
        return PromiseState.BROKEN
    in_time = due_on is None or told_on < due_on
    said_before = in_time and all(move.was_said_before for move in moves)
    return PromiseState.CALLED_OFF if said_before else PromiseState.ADMITTED


def days_late(closed_on: date | None, due_on: date | None) -> int:
    """Return how many days after its day a promise was kept; 0 for in time or without a day."""
    if closed_on is None or due_on is None:
        return 0
    return max((closed_on - due_on).days, 0)
