"""How warm a relationship is: a state with its reasons, never a hidden score."""

from enum import StrEnum


class Warmth(StrEnum):
    """The state of a relationship."""

    WARM = "warm"
    COOLING = "cooling"
    AT_RISK = "at-risk"
    UNKNOWN = "not-enough-known"
    """A new person: nothing to judge by, and nothing to worry about."""
