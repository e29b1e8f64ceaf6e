"""What moves a day that is named, or ends what comes round: before Friday, for three weeks."""

from dataclasses import dataclass
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from notebook.domain.quick_meanings import Found
from notebook.domain.quick_words import Meaning
from notebook.domain.recurrence import MOST, Frequency

SHIFTS = frozenset({Meaning.BEFORE, Meaning.AFTER})
TIMES = frozenset({Meaning.TIMES, Meaning.UNCLEAR})
LASTING = frozenset({Meaning.LASTING})


@dataclass(frozen=True, slots=True)
class Shift:
    """So many units before a day, or after it; or the nearest such weekday there."""

    is_before: bool
    by: relativedelta
    weekday: int | None = None

    def moved(self, day: date, named: Meaning, today: date) -> date | None:
        """Return the day that is meant; None for one that is past, and after a whole week or month."""
        if named is Meaning.NEXT_UNIT and not self.is_before:
            return None
        try:
            moved = self._moved(day)
        except (ValueError, OverflowError):  # beyond the calendar
            return None
        return moved if moved >= today else None

    def _moved(self, day: date) -> date:
        if self.weekday is None:
            return day - self.by if self.is_before else day + self.by
        if self.is_before:
            return day - timedelta(days=1 + (day.weekday() - self.weekday - 1) % 7)
        return day + timedelta(days=1 + (self.weekday - day.weekday() - 1) % 7)


def shift_meant(meaning: Meaning, found: Found) -> Shift | None:
    """Return how far from the day that follows; a day, where no more is said."""
    by = _span(found) if found.has("unit") else relativedelta(days=1)
    if by is None:
        return None
    weekday = found.weekday() if found.has("any_weekday") else None
    return Shift(meaning is Meaning.BEFORE, by, weekday)


def count_meant(meaning: Meaning, found: Found) -> int | None:
    """Return how often; twice a week is how often in a week, which no rule knows."""
    number = found.number()
    return number if meaning is Meaning.TIMES and 1 <= number <= MOST else None


def lasting_meant(_meaning: Meaning, found: Found) -> relativedelta | None:
    """Return for how long."""
    return _span(found)


def last_day(first: date, lasting: relativedelta) -> date:
    """Return the last day of something that lasts so long from its first day on."""
    try:
        return first + lasting - timedelta(days=1)
    except (ValueError, OverflowError):
        return date.max


def _span(found: Found) -> relativedelta | None:
    number = found.number()
    if not 1 <= number <= MOST:
        return None
    match found.unit():
        case Frequency.DAILY:
            return relativedelta(days=number)
        case Frequency.WEEKLY:
            return relativedelta(weeks=number)
        case Frequency.MONTHLY:
            return relativedelta(months=number)
        case Frequency.YEARLY:
            return relativedelta(years=number)
