"""Dates in fields of the user's own that remind, as lines of a calendar file.

Those that come every year are a series like birthdays, those that come once stand on their day.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from notebook.domain.own_fields import Reminds
from notebook.domain.partial_date import PartialDate, parse
from notebook.domain.reminders import Source
from notebook.formats.ical_records import CalendarLine
from notebook.services.calendar.naming import uid_of
from notebook.services.calendar.yearly import yearly_rule
from notebook.services.reminders.own_dates import own_date_words
from notebook.services.reminders.source import Asked

_IN_THE_MORNING = timedelta(hours=9)

_DATES = """
    SELECT v.id, v.sort_value, f.name, f.reminds, f.lead_days, p.name, substr(v.created_at, 1, 10)
    FROM own_field f CROSS JOIN own_value v ON v.field_id = f.id
        AND v.sort_value GLOB '*-[0-9][0-9]-[0-9][0-9]'
    JOIN person p ON p.id = v.person_id AND p.deleted_at IS NULL
    WHERE f.reminds != 'never' AND f.deleted_at IS NULL AND NOT (f.reminds = 'once' AND EXISTS (
        SELECT 1 FROM reminder_mark WHERE source = 'own-date' AND subject_id = v.id
            AND occurrence = v.sort_value AND mark != 'snoozed'))"""


class _Row(NamedTuple):
    """A row of _DATES."""

    id: int
    kept: str
    field: str
    reminds: str
    lead_days: int
    person: str
    since: str


def own_date_lines(asked: Asked) -> Iterator[CalendarLine]:
    """Yield every date that reminds; one that comes once, until it is settled."""
    for row in map(_Row._make, asked.rows(_DATES)):
        kept = parse(row.kept)
        begin, rule = _series(row, kept, asked)
        yield CalendarLine(
            uid_of(Source.OWN_DATE, row.id),
            own_date_words(row.field, row.person),
            begin,
            rule=rule,
            alarms=tuple(_alarms(row.lead_days)),
        )


def _series(row: _Row, kept: PartialDate, asked: Asked) -> tuple[date, str]:
    if kept.year is not None and row.reminds == Reminds.ONCE:
        return date.fromisoformat(row.kept), ""
    first = kept.year or date.fromisoformat(row.since).year
    return yearly_rule(kept, first, asked.leap_day)


def _alarms(lead_days: int) -> Iterator[timedelta]:
    if lead_days:
        yield _IN_THE_MORNING - timedelta(days=lead_days)
    yield _IN_THE_MORNING
