"""Another day for what was agreed: said before the day came, said late, or not said at all."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Move:
    """One move to another day; `said_on` is None when nobody told them."""

    from_on: date
    to_on: date
    said_on: date | None
    reason: str = ""

    @property
    def was_said_before(self) -> bool:
        """Whether they knew before the day came, which is honourable."""
        return self.said_on is not None and self.said_on < self.from_on


@dataclass(frozen=True, slots=True)
class Movable:
    """Something that can get another day; `first_name` is who has to know."""

    id: int
    title: str
    due_on: date
    first_name: str


def first_day(due_on: date | None, moves: Sequence[Move]) -> date | None:
    """Return the day for which something was promised at first; `moves` are the oldest first."""
    return moves[0].from_on if moves else due_on
