"""A day of the year as a series of a calendar file."""

from datetime import date

from notebook.domain.partial_date import LeapDay, PartialDate
from notebook.domain.recurrence import Frequency, Recurrence
from notebook.domain.recurrence_text import calendar_rule


def yearly_rule(kept: PartialDate, first: int, leap_day: LeapDay) -> tuple[date, str]:
    """Return the day in the year `first`, and the rule by which it comes round; it has a day."""
    begin = kept.in_year(min(first, date.max.year), leap_day)
    assert begin is not None, "only what has a day comes round"
    rule = Recurrence(Frequency.YEARLY, month=kept.month, month_day=kept.day)
    return begin, calendar_rule(rule, begin, leap_day)
