"""Who sent whom: the two ways, what came of it, and when to thank and to ask."""

from datetime import timedelta
from enum import StrEnum

THANK_AFTER = timedelta(days=2)
"""Soon enough to be warm, late enough not to be a reflex."""
ASK_AFTER = timedelta(days=30)
"""Long enough for the two to have met and begun."""


class Way(StrEnum):
    """In which direction somebody was sent."""

    TO_US = "to-us"
    BY_US = "by-us"


class Outcome(StrEnum):
    """Whether it worked out."""

    OPEN = "open"
    YES = "yes"
    NO = "no"
