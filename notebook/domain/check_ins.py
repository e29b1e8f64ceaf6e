"""Check-ins: asking the customer, at agreed times, whether they get what they expected."""

import calendar
from collections.abc import Iterable, Sequence
from datetime import MAXYEAR, date, timedelta
from enum import StrEnum


class Grade(StrEnum):
    """How something compares with what was expected at the start."""

    BELOW = "below"
    AS_EXPECTED = "as-expected"
    ABOVE = "above"


class Occasion(StrEnum):
    """When a project has its check-ins."""

    THIRD = "third"
    """A third of the way: early enough to do something about it."""
    DELIVERY = "delivery"
    MONTH_AFTER = "month-after"
    """A month after delivery, when the customer has lived with it."""


class About(StrEnum):
    """What one line of a check-in compares; in the order in which it is asked."""

    RAVE_REVIEW = "rave-review"
    RESULT = "result"
    UPDATES = "updates"
    DATES = "dates"
    PEOPLE = "people"


class Trend(StrEnum):
    """How one check-in compares with the one before."""

    BETTER = "better"
    SAME = "same"
    WORSE = "worse"


_FROM_WORST = (Grade.BELOW, Grade.AS_EXPECTED, Grade.ABOVE)
_SHORTEST_WITH_A_THIRD = 6
"""Days; whoever is there for less time asks on the last day."""


def overall(grades: Iterable[Grade | None]) -> Grade | None:
    """Return the grade of a whole check-in, None when nothing was graded.

    One answer below is a whole check-in below: it has to be set right, whatever else went well.
    Above is what is above in more than half of the answers.
    """
    given = [grade for grade in grades if grade is not None]
    if not given:
        return None
    if Grade.BELOW in given:
        return Grade.BELOW
    above = given.count(Grade.ABOVE)
    return Grade.ABOVE if above * 2 > len(given) else Grade.AS_EXPECTED


def trend(newer: Grade | None, older: Grade | None) -> Trend | None:
    """Return how the newer grade compares with the older one, None where one is missing."""
    if newer is None or older is None:
        return None
    difference = _FROM_WORST.index(newer) - _FROM_WORST.index(older)
    if difference == 0:
        return Trend.SAME
    return Trend.BETTER if difference > 0 else Trend.WORSE


def course(grades: Sequence[Grade]) -> Trend | None:
    """Return how the later half of several check-ins compares with the earlier half.

    `grades` begin with the oldest; the one in the middle belongs to neither half. None for fewer
    than two.
    """
    half = len(grades) // 2
    if not half:
        return None
    earlier, later = (
        sum(_FROM_WORST.index(grade) for grade in part) for part in (grades[:half], grades[-half:])
    )
    if earlier == later:
        return Trend.SAME
    return Trend.BETTER if later > earlier else Trend.WORSE


def planned_on(occasion: Occasion, begins_on: date, ends_on: date | None) -> date | None:
    """Return the day of a check-in that follows from the agreed dates; None without one.

    `ends_on` is the last delivery, as agreed or as it happened.
    """
    if ends_on is None:
        return None
    match occasion:
        case Occasion.THIRD:
            days = (ends_on - begins_on).days
            far = days >= _SHORTEST_WITH_A_THIRD
            return begins_on + timedelta(days=round(days / 3)) if far else None
        case Occasion.DELIVERY:
            return ends_on
        case Occasion.MONTH_AFTER:
            return _month_after(ends_on)


def _month_after(day: date) -> date | None:
    year, month = (day.year + day.month // 12, day.month % 12 + 1)
    if year > MAXYEAR:
        return None
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
