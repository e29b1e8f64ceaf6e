"""What one side owes the other, and what can become of it."""

from datetime import date
from enum import StrEnum


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
    BROKEN = "broken"
    """Late, and nobody said."""


def is_overdue(state: PromiseState, due_on: date | None, today: date) -> bool:
    """Whether it is still owed and its day has passed; on the day itself it is not yet late."""
    return state is PromiseState.OPEN and due_on is not None and due_on < today
