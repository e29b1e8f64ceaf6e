"""What goes into a calendar file and what comes out of one, as plain records."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

When = date | datetime
"""A whole day, or a time: with a zone where the file names one, else as the clock on the wall."""


@dataclass(frozen=True, slots=True)
class CalendarLine:
    """One entry of a calendar file that we write; without `at` it is about the whole day.

    Args:
        uid: names the line for ever, in every calendar.
        minutes: how long it takes, of one with a time.
        rule: an RRULE by which it comes round from `day`.
        left_out: turns of the rule that don't take place.
        moved_to: the day that the first turn is put off to.
        alarms: when to ring, counted from the beginning; midnight is that of a whole day.
        is_to_do: whether it is to be done by then, rather than to be attended.
    """

    uid: str
    summary: str
    day: date
    at: time | None = None
    minutes: int | None = None
    description: str = ""
    place: str = ""
    rule: str = ""
    left_out: tuple[date, ...] = ()
    moved_to: date | None = None
    alarms: tuple[timedelta, ...] = ()
    is_to_do: bool = False


@dataclass(frozen=True, slots=True)
class Attendee:
    """Somebody who is invited, or who invites."""

    name: str
    email: str


@dataclass(frozen=True, slots=True)
class Appointment:
    """One VEVENT of somebody's calendar, as far as it concerns a planned moment.

    `line` is where it begins in the file, `recurrence_id` the turn of a series that it replaces,
    with `and_following` all that come after it, too. `extra` and `left_out` are turns beside the
    rule. Of what is said twice the higher `sequence` counts.
    """

    line: int
    uid: str
    title: str
    start: When
    length: timedelta | None = None
    description: str = ""
    place: str = ""
    attendees: tuple[Attendee, ...] = ()
    organiser: Attendee | None = None
    is_cancelled: bool = False
    rule: str = ""
    extra: tuple[When, ...] = ()
    left_out: tuple[When, ...] = ()
    recurrence_id: When | None = None
    and_following: bool = False
    sequence: int = 0

    @property
    def comes_round(self) -> bool:
        """Whether it is a series."""
        return bool(self.rule or self.extra)


@dataclass(frozen=True, slots=True)
class EventProblem:
    """What is no appointment: an event that can't be understood (its line), or the file (line 0)."""

    line: int
    sentence: str


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything in a calendar file."""

    appointments: tuple[Appointment, ...] = ()
    problems: tuple[EventProblem, ...] = ()


@dataclass(frozen=True, slots=True)
class Occasion:
    """One time that an appointment takes place, on the clock of the user's own wall.

    `key` names it among the turns of its series, and is empty for one that comes once. One that
    was taken out of its series is `is_off`, as one that was cancelled.
    """

    appointment: Appointment
    key: str
    day: date
    at: time | None
    is_off: bool = False
