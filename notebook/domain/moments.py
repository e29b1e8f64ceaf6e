"""How a moment came about, and when: the wall-clock time, kept as text exactly as it was there."""

import re
from datetime import date, datetime, time
from enum import StrEnum

from notebook.translate import translate

_WHEN = re.compile(r"(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}))?", re.ASCII)


class Channel(StrEnum):
    """The way that a moment went."""

    CALL = "call"
    EMAIL = "email"
    MESSAGE = "message"
    LETTER = "letter"
    FAX = "fax"
    VISIT = "visit"
    MEETING = "meeting"


IN_PERSON = frozenset({Channel.MEETING, Channel.VISIT})
"""Contacts in which one sees each other."""


class MomentState(StrEnum):
    """Whether it is still to come, or happened and was written down."""

    PLANNED = "planned"
    LOGGED = "logged"


class Direction(StrEnum):
    """Who began it."""

    WE = "we"
    THEY = "they"


def format_when(day: date, at: time | None) -> str:
    """Return "2026-11-22T10:30", or "2026-11-22" when the time is not known.

    A moment keeps the time on the wall where it happened, without a zone, so that travelling
    never moves a call to another day. Text in this shape sorts by time.
    """
    return day.isoformat() if at is None else f"{day.isoformat()}T{at:%H:%M}"


def parse_when(text: str) -> tuple[date, time | None]:
    """Read what `format_when` wrote; a `ValueError` says in words what is wrong."""
    found = _WHEN.fullmatch(text)
    try:
        if found is not None:
            day, at = found.groups()
            return date.fromisoformat(day), None if at is None else time.fromisoformat(at)
    except ValueError as impossible:
        raise ValueError(translate("dates", "There is no such day or time.")) from impossible
    raise ValueError(translate("dates", "Write the time as 2026-11-22T10:30 or 2026-11-22."))


def is_to_come(day: date, at: time | None, now: datetime) -> bool:
    """Return whether a day, or a time on it, lies ahead on the clock of the same wall."""
    return datetime.combine(day, at or time.min) > now.replace(tzinfo=None)
