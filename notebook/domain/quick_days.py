"""Days that are chosen with one click: tomorrow, next Monday, in a week."""

from datetime import date, timedelta

from notebook.domain.dates_in_words import relative_day
from notebook.translate import translate

_DAY = timedelta(days=1)
_WEEK = timedelta(days=7)


def next_monday(today: date) -> date:
    """Return the Monday after `today`, a week later on a Monday."""
    return today + timedelta(days=7 - today.weekday())


def quick_days(today: date) -> list[tuple[str, date]]:
    """Return the days to choose from for something new, each with its words."""
    days = [
        (translate("days", "Today"), today),
        (translate("days", "Tomorrow"), today + _DAY),
        (translate("days", "Next Monday"), next_monday(today)),
        (translate("days", "In a week"), today + _WEEK),
    ]
    return _once_each(days)


def put_off_days(due: date, today: date) -> list[tuple[str, date]]:
    """Return the days to put something off to that is due on `due`, each with its words.

    All of them are later than `due`, so what is due on Friday is never put off to tomorrow.
    """
    if due <= today:
        return quick_days(today)[1:]
    days = [
        (translate("days", "A day later"), due + _DAY),
        (translate("days", "The Monday after"), next_monday(due)),
        (translate("days", "A week later"), due + _WEEK),
    ]
    return [(f"{words} ({relative_day(day, today)})", day) for words, day in _once_each(days)]


def put_off_keys(due: date, today: date) -> dict[str, date]:
    """Return the day that each letter puts something off to that is due on `due`.

    T is tomorrow, M next Monday, W in a week; all of them are later than `due`.
    """
    start = max(due, today)
    return {"T": start + _DAY, "M": next_monday(start), "W": start + _WEEK}


def _once_each(days: list[tuple[str, date]]) -> list[tuple[str, date]]:
    seen: dict[date, str] = {}
    for words, day in days:
        seen.setdefault(day, words)
    return [(words, day) for day, words in seen.items()]
