"""Which reminder first: the groups of the panel and the order within them."""

from datetime import date, timedelta
from enum import StrEnum

_DAYS_THIS_WEEK = 6


class ReminderGroup(StrEnum):
    """The part of the reminder panel that a line stands in."""

    OVERDUE = "overdue"
    TODAY = "today"
    THIS_WEEK = "this-week"
    LATER = "later"


def group_of(due: date, today: date) -> ReminderGroup:
    """Return the group of something due on `due`, as seen on `today`.

    "This week" is the next six days, so that every day in it has another weekday name than
    today. Up to Sunday would leave it empty on a Sunday and hide Monday morning's work.
    """
    if due < today:
        return ReminderGroup.OVERDUE
    if due == today:
        return ReminderGroup.TODAY
    if due <= today + timedelta(days=_DAYS_THIS_WEEK):
        return ReminderGroup.THIS_WEEK
    return ReminderGroup.LATER


def urgency(due: date, today: date, rhythm_days: int | None) -> float:
    """Return the days overdue divided by the rhythm in days, higher being more urgent.

    Something that happens once counts as a rhythm of one day. Not yet due is negative.
    """
    return (today - due).days / max(rhythm_days or 1, 1)
