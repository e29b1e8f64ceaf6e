"""Birthdays: in time for a present, and a few days longer for a belated wish."""

import json
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from typing_extensions import override

from notebook.domain.dates_in_words import day_month
from notebook.domain.facts import FactGroup
from notebook.domain.moments import Channel
from notebook.domain.partial_date import LeapDay, PartialDate
from notebook.domain.reminders import Source
from notebook.domain.text import excerpt, first_name
from notebook.services.phrases import filled
from notebook.services.reminders.line import ReminderLine
from notebook.services.reminders.selected import SelectedSource
from notebook.services.reminders.source import Asked, Candidate, described_rows
from notebook.translate import translate

LEAD_DAYS = 7
"""How many days before, and how many days after, a birthday is a reminder."""
_FACT_LENGTH = 40
_FACTS = 2

# The few days of the year go first, so that the index person_by_birthday finds the rest.
_OPEN = """
    SELECT p.id AS subject_id, day.occurrence AS occurrence, NULL AS rhythm_days
    FROM (SELECT value ->> 0 AS month, value ->> 1 AS day, value ->> 2 AS occurrence
        FROM json_each(?)) day
    CROSS JOIN person p ON p.birthday_month = day.month AND p.birthday_day = day.day
    WHERE p.birthday_day IS NOT NULL AND p.deleted_at IS NULL
        AND (p.birthday_year IS NULL OR p.birthday_year < CAST(day.occurrence AS INTEGER))"""


class Birthdays(SelectedSource):
    """One each year, from a week before until a week after, if nobody marked it."""

    kind = Source.BIRTHDAY
    contact_like = True

    @override
    def open_ones(self, asked: Asked) -> tuple[str, tuple[object, ...]]:
        """Return whose birthday is a week away at most; 29 February as the notebook has it."""
        days = list(_days(asked.today, asked.leap_day))
        return _OPEN, (json.dumps(days),)

    @override
    def describe(self, asked: Asked, chosen: Sequence[Candidate]) -> list[ReminderLine]:
        """Say how old somebody turns and what they like."""
        rows = described_rows(
            asked,
            "SELECT id, name, birthday_year, birthday_month, birthday_day, preferred_channel"
            " FROM person WHERE id IN ({ids})",
            chosen,
        )
        lines = []
        for candidate in chosen:
            person_id, name, year, month, day, channel = rows[candidate.subject_id]
            lines.append(
                self.line(
                    candidate,
                    asked.today,
                    who=name,
                    what=filled(
                        translate("reminders", "Wish %1 a happy birthday"), first_name(name)
                    ),
                    why=(
                        _turns(PartialDate(year, month, day), candidate.occurrence, asked.today),
                        *_interests(asked, person_id),
                    ),
                    person_id=person_id,
                    channel=Channel(channel) if channel else None,
                )
            )
        return lines


def _days(today: date, leap_day: LeapDay) -> Iterator[tuple[int, int, str]]:
    for offset in range(-LEAD_DAYS, LEAD_DAYS + 1):
        day = today + timedelta(days=offset)
        yield day.month, day.day, day.isoformat()
        if (day.month, day.day) != (2, 29):
            born = PartialDate(month=2, day=29)
            if born.in_year(day.year, leap_day) == day:
                yield 2, 29, day.isoformat()


def _turns(birthday: PartialDate, occurrence: date, today: date) -> str:
    age = birthday.age_reached_on(occurrence)
    if age is not None:
        return translate("reminders", "Turns %n", age)
    return filled(translate("reminders", "Birthday on %1"), day_month(occurrence, today))


def _interests(asked: Asked, person_id: int) -> list[str]:
    rows = asked.rows(
        "SELECT text FROM fact WHERE person_id = ? AND fact_group = ?"
        " ORDER BY learned_on DESC, id DESC LIMIT ?",
        person_id,
        FactGroup.INTERESTS.value,
        _FACTS,
    )
    return [excerpt(text, _FACT_LENGTH) for (text,) in rows]
