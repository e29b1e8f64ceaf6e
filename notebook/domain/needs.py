"""Where a need of a person stands."""

from enum import StrEnum


class NeedState(StrEnum):
    """What became of a need."""

    OPEN = "open"
    BEING_MET = "being-met"
    MET = "met"
    NO_LONGER = "no-longer"


UNMET = (NeedState.OPEN, NeedState.BEING_MET)
"""The needs that something may still be done about."""
