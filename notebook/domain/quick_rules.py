"""What the found words of a quick line mean that say how often something comes round."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from notebook.domain.quick_meanings import Found, dated, means_nothing
from notebook.domain.quick_patterns import spoken
from notebook.domain.quick_words import Meaning
from notebook.domain.recurrence import LAST_DAY, MOST, Frequency, NthWeekday, Recurrence

_WORKING_DAYS = (0, 1, 2, 3, 4)


def rule_meant(meaning: Meaning, found: Found) -> Recurrence | None:
    """Return the rule that the words of a rule mean."""
    if not 1 <= found.number() <= MOST:
        return None
    return _RULES[meaning](found)


def _often(found: Found) -> Recurrence:
    return found.words.often[spoken(found.parts["often"])]


def _every_unit(found: Found) -> Recurrence:
    return Recurrence(found.unit(), found.number())


def _every_other(found: Found) -> Recurrence:
    if found.has("unit"):
        return replace(_every_unit(found), interval=2)
    return Recurrence(Frequency.WEEKLY, 2, weekdays=(found.weekday(),))


def _every_nth_unit(found: Found) -> Recurrence | None:
    """Return a rule for every third week; the first and the last are those of something else."""
    interval = found.ordinal()
    return replace(_every_unit(found), interval=interval) if interval > 1 else None


def _every_weekday(found: Found) -> Recurrence:
    return Recurrence(Frequency.WEEKLY, found.number(), weekdays=found.weekdays())


def _working_days(_found: Found) -> Recurrence:
    return Recurrence(Frequency.WEEKLY, weekdays=_WORKING_DAYS)


def _nth_weekday(found: Found) -> Recurrence:
    nth = NthWeekday(found.ordinal(), found.weekday())
    return Recurrence(Frequency.MONTHLY, found.number(), nth_weekday=nth)


def _nth_weekday_of_year(found: Found) -> Recurrence:
    nth = NthWeekday(found.ordinal(), found.weekday())
    return Recurrence(Frequency.YEARLY, nth_weekday=nth, month=found.month())


def _last_of_month(found: Found) -> Recurrence:
    return Recurrence(Frequency.MONTHLY, found.number(), month_day=LAST_DAY)


def _every_day_of_month(found: Found) -> Recurrence | None:
    day = found.day()
    if not 1 <= day <= 31:
        return None
    return Recurrence(Frequency.MONTHLY, found.number(), month_day=day)


def _every_date(found: Found) -> Recurrence | None:
    """Return a rule for a day of each year; one that names a year is of that year alone."""
    day, month, *years = found.day_and_month()
    if years or dated(found.today, day, month, None) is None:
        return None
    return Recurrence(Frequency.YEARLY, month=month, month_day=day)


_RULES: Mapping[Meaning, Callable[[Found], Recurrence | None]] = {
    Meaning.OFTEN: _often,
    Meaning.EVERY_UNIT: _every_unit,
    Meaning.EVERY_OTHER: _every_other,
    Meaning.EVERY_NTH_UNIT: _every_nth_unit,
    Meaning.EVERY_WEEKDAY: _every_weekday,
    Meaning.WORKING_DAYS: _working_days,
    Meaning.NTH_WEEKDAY: _nth_weekday,
    Meaning.NTH_WEEKDAY_OF_YEAR: _nth_weekday_of_year,
    Meaning.LAST_OF_MONTH: _last_of_month,
    Meaning.EVERY_DAY_OF_MONTH: _every_day_of_month,
    Meaning.EVERY_DATE: _every_date,
    Meaning.AFTER_DONE: _every_unit,
    Meaning.UNCLEAR: means_nothing,
}
RULES = frozenset(_RULES)
