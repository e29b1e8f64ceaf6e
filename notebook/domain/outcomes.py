"""How a project ended: what became of it, why, and who says so."""

from enum import StrEnum


class Ending(StrEnum):
    """What became of a project."""

    DELIVERED = "delivered"
    LOST = "lost"
    REFERRED_ON = "referred-on"
    """We sent them to somebody who suits them better."""
    ENDED_BY_US = "ended-by-us"


class Why(StrEnum):
    """Why it ended like this; relationships win and lose work before product and price."""

    RELATIONSHIP = "relationship"
    FIT = "fit"
    PRICE = "price"
    TIMING = "timing"
    PRODUCT = "product"
    OTHER = "other"


class SaidBy(StrEnum):
    """Who says that these were the reasons."""

    THEY = "they"
    GUESS = "guess"
    """Nobody told us."""


class Leftover(StrEnum):
    """What becomes of something that is still open when a project is closed."""

    STAYS = "stays"
    DONE = "done"
    DROPPED = "dropped"
    """A promise is let go, a reminder goes to the trash."""
    BROKEN = "broken"
    """A promise that was not kept."""


def may_end(ending: Ending, *, is_agreed: bool) -> bool:
    """Whether a project can end like this: what was never agreed can't have been delivered."""
    return is_agreed or ending is not Ending.DELIVERED


def may_check_in(ending: Ending | None, *, is_agreed: bool) -> bool:
    """Whether one may ask if it is as expected; `ending` is None as long as a project goes on.

    Customers live with what was delivered; what ended otherwise gave them nothing to compare.
    """
    return is_agreed and ending in {None, Ending.DELIVERED}
