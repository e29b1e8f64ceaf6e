"""Another day for what was agreed: said before the day came, said late, or not said at all."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Move:
    """One move to another day; `said_on` is None when nobody told them.

    `is_agreed`: the agreement itself was changed with it.
    """

    from_on: date
    to_on: date
    said_on: date | None
    reason: str = ""
    is_agreed: bool = False

    @property
    def was_said_before(self) -> bool:
        """Whether they knew before the day came, which is honourable."""
        return self.said_on is not None and self.said_on < self.from_on


@dataclass(frozen=True, slots=True)
class NewDay:
    """The day that something is to get, or several things at once; likewise."""

    to_on: date
    said_on: date | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Movable:
    """Something that can get another day, or several things of the same kind.

    `first_name` is who is on the other side, empty for several. `due_on` is None where there is
    no day yet, and where several things have different ones. `is_ours`: we have to say so.
    """

    title: str
    due_on: date | None
    first_name: str
    is_ours: bool = True
    count: int = 1

    @property
    def is_undated(self) -> bool:
        """Whether it gets its first day, of which nothing has to be said."""
        return self.count == 1 and self.due_on is None


def agreed_day(due_on: date | None, moves: Sequence[Move]) -> date | None:
    """Return the day that was agreed for something due on `due_on` after these moves, oldest first.

    That is the first one, or the last that was agreed anew.
    """
    if not moves or moves[-1].to_on != due_on:
        return due_on
    day = due_on
    for move in reversed(moves):
        if move.is_agreed:
            break
        day = move.from_on
    return day
