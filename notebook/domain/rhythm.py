"""How often: the days of progress reports, and when somebody should hear from us again.

Every day is computed from the anchor, the day on which the rhythm was agreed, never from the
last report: 31 January, 28 February, 31 March. The rules are those of RFC 5545 as dateutil.rrule
reads them (a test holds us to it), done by arithmetic: thousands of projects are asked at once.
"""

import calendar
from datetime import MAXYEAR, date, timedelta
from enum import StrEnum

_LAST_ANCHOR = date(MAXYEAR, 11, 30)
_SHORTEST_MONTH = 28
_UNTIL_WORKING_DAY = (0, 0, 0, 0, 0, 2, 1)
_UNTIL_MONDAY_OR_THURSDAY = (0, 2, 1, 0, 3, 2, 1)
_UNTIL_TUESDAY_OR_FRIDAY = (1, 0, 2, 1, 0, 3, 2)
"""Days to wait from each weekday, Monday first."""


class ReportRhythm(StrEnum):
    """How often a customer wants to hear how it goes."""

    DAILY = "daily"
    """On working days, Monday to Friday."""
    TWICE_A_WEEK = "twice-a-week"
    """Mondays and Thursdays, or Tuesdays and Fridays: whichever leaves the first one two days."""
    WEEKLY = "weekly"
    """On the weekday of the anchor, whichever it is: who agrees on a Saturday works on it."""
    EVERY_TWO_WEEKS = "every-two-weeks"
    MONTHLY = "monthly"
    """On the day of the anchor, or on the last day of a month that is too short for it."""
    AT_MILESTONES = "at-milestones"
    """When something is delivered: it has no days of its own."""


def report_days(rhythm: ReportRhythm, anchor: date, first: date, last: date) -> list[date]:
    """Return all report days from `first` to `last`, both included, in order.

    The anchor itself is none: on that day everything was just said. The first report comes one
    step of the rhythm later, a weekly one after seven days.
    """
    days = []
    after = anchor if first <= anchor else first - timedelta(days=1)
    day = next_report_day(rhythm, anchor, after)
    while day is not None and day <= last:
        days.append(day)
        day = next_report_day(rhythm, anchor, day)
    return days


def next_report_day(rhythm: ReportRhythm, anchor: date, after: date) -> date | None:
    """Return the first report day later than `after`; None if the rhythm has no days."""
    if rhythm is ReportRhythm.AT_MILESTONES or max(after, anchor) > _LAST_ANCHOR:
        return None
    start = max(after, anchor) + timedelta(days=1)
    match rhythm:
        case ReportRhythm.DAILY:
            return _wait(_UNTIL_WORKING_DAY, start)
        case ReportRhythm.TWICE_A_WEEK:
            return _wait(_until_one_of_two_weekdays(anchor), start)
        case ReportRhythm.WEEKLY:
            return start + timedelta(days=-(start - anchor).days % 7)
        case ReportRhythm.EVERY_TWO_WEEKS:
            return start + timedelta(days=-(start - anchor).days % 14)
        case ReportRhythm.MONTHLY:
            return _first_monthly(anchor.day, start)


def contact_due_on(
    last_contact: date | None, rhythm_days: int | None, known_since: date
) -> date | None:
    """Return the day by which somebody should hear from us, None without a rhythm.

    Somebody we have never been in touch with is due one rhythm after we came to know them.
    """
    if rhythm_days is None or rhythm_days < 1:
        return None
    since = last_contact or known_since
    if rhythm_days > (date.max - since).days:
        return None
    return since + timedelta(days=rhythm_days)


def contact_due_after(due: date, rhythm_days: int, settled_on: date) -> date | None:
    """Return the first of the days of a rhythm after `due` that is later than `settled_on` too.

    None beyond the calendar.
    """
    rhythm = max(rhythm_days, 1)
    steps = max((settled_on - due).days, 0) // rhythm + 1
    days = steps * rhythm
    return None if days > (date.max - due).days else due + timedelta(days=days)


def _wait(until: tuple[int, ...], start: date) -> date:
    return start + timedelta(days=until[start.weekday()])


def _until_one_of_two_weekdays(anchor: date) -> tuple[int, ...]:
    is_on_them = _UNTIL_MONDAY_OR_THURSDAY[anchor.weekday()] == 0
    return _UNTIL_MONDAY_OR_THURSDAY if is_on_them else _UNTIL_TUESDAY_OR_FRIDAY


def _first_monthly(day: int, start: date) -> date:
    this_month = _day_in_month(day, start.year, start.month)
    if this_month >= start:
        return this_month
    return _day_in_month(day, start.year + start.month // 12, start.month % 12 + 1)


def _day_in_month(day: int, year: int, month: int) -> date:
    if day > _SHORTEST_MONTH:
        day = min(day, calendar.monthrange(year, month)[1])
    return date(year, month, day)
