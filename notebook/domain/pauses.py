"""For how long keeping in touch with somebody can rest."""

from datetime import date
from enum import StrEnum

from dateutil.relativedelta import relativedelta

WITHOUT_END = date.max
"""A pause that lasts until the user goes on."""


class PauseLength(StrEnum):
    """How long a pause is."""

    MONTH = "month"
    QUARTER = "quarter"
    DAY = "day"
    """Until a day of the user's choosing."""
    OPEN = "open"
    """Until the user goes on."""


def pause_end(length: PauseLength, today: date, day: date | None = None) -> date | None:
    """Return the day from which somebody is due again; None while `day` has to be chosen."""
    match length:
        case PauseLength.MONTH:
            return today + relativedelta(months=1)
        case PauseLength.QUARTER:
            return today + relativedelta(months=3)
        case PauseLength.OPEN:
            return WITHOUT_END
        case PauseLength.DAY:
            return day
