"""Dates in fields of the user's own: as early as the field says, each year or on their day."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from typing_extensions import override

from notebook.domain.dates_in_words import day_month, days_ago
from notebook.domain.moments import Channel
from notebook.domain.own_fields import MOST_LEAD_DAYS
from notebook.domain.partial_date import parse
from notebook.domain.reminders import Source
from notebook.services.phrases import filled
from notebook.services.reminders.every_year import LEAD_DAYS, EveryYear, kept_on
from notebook.services.reminders.line import ReminderLine
from notebook.services.reminders.source import Asked, Candidate, described_rows
from notebook.storage.reading import not_in_trash
from notebook.translate import translate

ONCE_WAITS = 90
"""How many days a date that comes once waits for somebody to settle it: not for ever, as a field may
hold days of long ago by the thousand when it is told to remind."""

# A day without its year comes every year, whatever its field says: it names no other day.
_OPEN = f"""
    SELECT v.id AS subject_id, day.occurrence AS occurrence, NULL AS rhythm_days
    FROM own_field f CROSS JOIN (SELECT value ->> 0 AS day_of_year, value ->> 1 AS occurrence,
        value ->> 2 AS days_before FROM json_each(?)) day
    CROSS JOIN own_value v ON v.field_id = f.id AND substr(v.sort_value, -5) = day.day_of_year
        AND v.sort_value GLOB '*-[0-9][0-9]-[0-9][0-9]'
        AND (v.sort_value < '0' OR
            (f.reminds = 'yearly' AND substr(v.sort_value, 1, 4) <= substr(day.occurrence, 1, 4)))
    WHERE f.reminds != 'never' AND f.deleted_at IS NULL AND day.days_before <= f.lead_days
        AND {not_in_trash("person", "v.person_id")}
    UNION ALL
    SELECT v.id, v.sort_value, NULL
    FROM own_field f CROSS JOIN (SELECT value ->> 0 AS first, value ->> 1 AS last
        FROM json_each(?)) span
    CROSS JOIN own_value v ON v.field_id = f.id AND length(v.sort_value) = 10
        AND v.sort_value BETWEEN span.first AND date(span.last, '+' || f.lead_days || ' days')
    WHERE f.reminds = 'once' AND f.deleted_at IS NULL
        AND {not_in_trash("person", "v.person_id")}"""


class OwnDates(EveryYear):
    """Yearly ones stay for a week; those that come once wait longer, for they don't come again."""

    kind = Source.OWN_DATE
    open_back = ONCE_WAITS

    @override
    def open_ones(self, asked: Asked) -> tuple[str, tuple[object, ...]]:
        """Return what is as near as its field wants to know it, and what still waits."""
        around = range(-LEAD_DAYS, MOST_LEAD_DAYS + 1)
        days = [(asked.today + timedelta(days=offset), offset) for offset in around]
        first = asked.today - timedelta(days=ONCE_WAITS)
        return _open(asked, days, [(first.isoformat(), asked.today.isoformat())])

    @override
    def open_on(self, asked: Asked, days: Sequence[date]) -> tuple[str, tuple[object, ...]]:
        """Return whose date is on one of these days."""
        spans = [(day.isoformat(), day.isoformat()) for day in days]
        return _open(asked, [(day, 0) for day in days], spans)

    @override
    def describe(self, asked: Asked, chosen: Sequence[Candidate]) -> list[ReminderLine]:
        """Say what it is, whose, on which day, how soon, and for how long by then."""
        rows = described_rows(
            asked,
            "SELECT v.id, f.name, f.reminds = 'yearly', v.sort_value, p.id, p.name,"
            " p.preferred_channel FROM own_value v JOIN own_field f ON f.id = v.field_id"
            " JOIN person p ON p.id = v.person_id WHERE v.id IN ({ids})",
            chosen,
        )
        lines = []
        for candidate in chosen:
            _, field, is_yearly, kept, person_id, name, channel = rows[candidate.subject_id]
            line = self.line(
                candidate,
                asked.today,
                who=name,
                what=own_date_words(field, name),
                why=(_when(candidate.occurrence, asked.today), _years(kept, candidate.occurrence)),
                person_id=person_id,
                channel=Channel(channel) if channel else None,
            )
            lines.append(replace(line, contact_like=bool(is_yearly)))
        return lines


def own_date_words(field: str, name: str) -> str:
    """Return "Wedding anniversary of Marta Lindqvist"."""
    return filled(translate("reminders", "%1 of %2"), field, name)


def _open(
    asked: Asked, days: Sequence[tuple[date, int]], spans: Sequence[tuple[str, str]]
) -> tuple[str, tuple[object, ...]]:
    kept = [
        (f"{month:02}-{day:02}", occurrence, days_before)
        for each, days_before in days
        for month, day, occurrence in kept_on(each, asked.leap_day)
    ]
    return _OPEN, (json.dumps(kept), json.dumps(spans))


def _when(day: date, today: date) -> str:
    words = translate("reminders", "%1, %2")
    return filled(words, day_month(day, today), days_ago(day, today))


def _years(kept: str, occurrence: date) -> str:
    years = parse(kept).age_reached_on(occurrence)
    if not years:
        return ""
    return (
        translate("reminders", "%n years", years) if years > 1 else translate("reminders", "1 year")
    )
