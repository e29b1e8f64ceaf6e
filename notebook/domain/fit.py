"""Whether we and a person fit: what one asks oneself after the first meeting, and what follows."""

from enum import StrEnum


class FitAnswer(StrEnum):
    """What one says to one of the questions."""

    YES = "yes"
    SO_SO = "so-so"
    NO = "no"


class FitDecision(StrEnum):
    """What follows from it."""

    GO_ON = "go-on"
    NOT_SURE = "not-sure"
    REFER = "refer"
