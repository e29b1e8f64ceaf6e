"""Own reminders as lines of a calendar file: as a series where other programs can follow it.

A reminder that counts from completion has no series, as nobody knows when it will be done: its open
turn stands there alone. So do to-dos, whose next turn follows once the notebook is told that the
last is done. A turn that was put off moves by itself, and those that it swallows are left out, as
they are in the panel.
"""

from collections.abc import Iterator
from datetime import date, time, timedelta
from typing import NamedTuple

from notebook.domain.recurrence import occurrences_between
from notebook.domain.recurrence_text import calendar_rule, parse_rule
from notebook.domain.recurrence_words import recurrence_words
from notebook.domain.reminders import Source
from notebook.domain.schedule import Schedule
from notebook.formats.ical_records import CalendarLine
from notebook.services.calendar.naming import uid_of
from notebook.services.reminders.source import Asked

_DAY = timedelta(days=1)
_IN_THE_MORNING = timedelta(hours=9)

_OPEN = """
    SELECT r.id, r.text, r.due_on, r.at, r.lead_days, r.rule, r.anchor, r.from_completion,
        p.name, j.name, m.until
    FROM reminder r LEFT JOIN person p ON p.id = r.person_id
    LEFT JOIN project j ON j.id = r.project_id
    LEFT JOIN reminder_mark m
        ON m.source = 'own' AND m.subject_id = r.id AND m.occurrence = r.due_on
    WHERE r.done_on IS NULL AND r.deleted_at IS NULL AND p.deleted_at IS NULL
        AND j.deleted_at IS NULL AND (m.mark IS NULL OR m.mark = 'snoozed')"""


class _Row(NamedTuple):
    """A row of _OPEN."""

    id: int
    text: str
    due_on: str
    at: str | None
    lead_days: int
    rule: str | None
    anchor: str | None
    from_completion: int
    person: str | None
    project: str | None
    until: str | None


def own_lines(asked: Asked, *, as_to_dos: bool) -> Iterator[CalendarLine]:
    """Yield every own reminder that is open."""
    for row in map(_Row._make, asked.rows(_OPEN)):
        schedule = _schedule(row)
        due_on = date.fromisoformat(row.due_on)
        until = _moved_to(row, due_on)
        is_series = schedule is not None and not schedule.from_completion and not as_to_dos
        at = time.fromisoformat(row.at) if row.at else None
        yield CalendarLine(
            uid_of(Source.OWN, row.id),
            row.text,
            due_on if is_series else until or due_on,
            at,
            description="\n".join(_notes(row, schedule)),
            rule=_rule(schedule, due_on, asked) if schedule and is_series else "",
            left_out=tuple(_swallowed(schedule, due_on, until, asked)) if is_series else (),
            moved_to=until if is_series else None,
            alarms=tuple(_alarms(at, row.lead_days)),
            is_to_do=as_to_dos,
        )


def _moved_to(row: _Row, due_on: date) -> date | None:
    """Return the day to which a turn was put off; within its lead time its own day stays."""
    until = date.fromisoformat(row.until) if row.until else None
    return until if until is not None and until > due_on else None


def _schedule(row: _Row) -> Schedule | None:
    if row.rule is None or row.anchor is None:
        return None
    anchor = date.fromisoformat(row.anchor)
    return Schedule(parse_rule(row.rule), anchor, bool(row.from_completion))


def _rule(schedule: Schedule, due_on: date, asked: Asked) -> str:
    left = schedule.left(due_on, asked.leap_day)
    return calendar_rule(left, schedule.anchor, asked.leap_day)


def _swallowed(
    schedule: Schedule | None, due_on: date, until: date | None, asked: Asked
) -> Iterator[date]:
    if schedule is not None and until is not None:
        yield from occurrences_between(
            schedule.rule, schedule.anchor, due_on + _DAY, until, asked.leap_day
        )


def _notes(row: _Row, schedule: Schedule | None) -> Iterator[str]:
    yield from (part for part in (row.person, row.project) if part)
    if schedule is not None:
        yield recurrence_words(
            schedule.rule.without_end(), from_completion=schedule.from_completion
        )


def _alarms(at: time | None, lead_days: int) -> Iterator[timedelta]:
    ring = timedelta(0) if at else _IN_THE_MORNING
    if lead_days:
        yield ring - timedelta(days=lead_days)
    yield ring
