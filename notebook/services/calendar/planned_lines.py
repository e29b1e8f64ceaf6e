"""Planned moments as lines of a calendar file."""

import json
from collections.abc import Iterator
from datetime import timedelta
from typing import NamedTuple

from notebook.domain.moments import Channel, parse_when
from notebook.domain.reminders import Source
from notebook.formats.ical_records import CalendarLine
from notebook.services.calendar.naming import uid_of
from notebook.services.phrases import filled
from notebook.services.reminders.source import Asked
from notebook.services.words import planned_phrase

_BEFORE = timedelta(minutes=-15)
_IN_THE_MORNING = timedelta(hours=9)

_PLANNED = """
    SELECT m.id, m.happened_at, m.channel, m.minutes, m.place, m.agenda, j.name,
        (SELECT json_group_array(name) FROM (SELECT p.name
            FROM moment_person mp JOIN person p ON p.id = mp.person_id
            WHERE mp.moment_id = m.id AND p.deleted_at IS NULL ORDER BY mp.id)) AS names
    FROM moment m LEFT JOIN project j ON j.id = m.project_id AND j.deleted_at IS NULL
    WHERE m.state = 'planned' AND m.deleted_at IS NULL"""
_NOT_THERE_YET = """ AND NOT EXISTS (SELECT 1 FROM imported_event e
    WHERE e.moment_id = m.id AND e.said ->> 0 = m.happened_at)"""


class _Row(NamedTuple):
    """A row of _PLANNED."""

    id: int
    happened_at: str
    channel: str
    minutes: int | None
    place: str
    agenda: str
    project: str | None
    names: str


def planned_lines(asked: Asked, *, with_brought_in: bool) -> Iterator[CalendarLine]:
    """Yield every planned moment with somebody who is there.

    Those that were brought in stand in the calendar that they come from, unless they moved here.
    """
    wanted = _PLANNED if with_brought_in else _PLANNED + _NOT_THERE_YET
    for row in map(_Row._make, asked.rows(wanted)):
        names: list[str] = json.loads(row.names)
        if not names:
            continue
        day, at = parse_when(row.happened_at)
        what = filled(planned_phrase(Channel(row.channel)), ", ".join(names))
        yield CalendarLine(
            uid_of(Source.PLANNED, row.id),
            what[:1].upper() + what[1:],
            day,
            at,
            row.minutes,
            description="\n".join(part for part in (row.agenda, row.project) if part),
            place=row.place,
            alarms=(_BEFORE if at else _IN_THE_MORNING,),
        )
