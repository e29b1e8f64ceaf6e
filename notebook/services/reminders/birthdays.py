"""Birthdays, also of those around a person: in time for a present, and a few days longer."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from typing_extensions import override

from notebook.domain.dates_in_words import day_month
from notebook.domain.facts import FactGroup
from notebook.domain.moments import Channel
from notebook.domain.partial_date import PartialDate
from notebook.domain.relations import Relation
from notebook.domain.reminders import Source
from notebook.domain.text import excerpt, first_name
from notebook.services.phrases import filled
from notebook.services.related_words import whose_birthday
from notebook.services.reminders.every_year import LEAD_DAYS, EveryYear, kept_on
from notebook.services.reminders.line import ReminderLine
from notebook.services.reminders.source import Asked, Candidate, described_rows
from notebook.storage.reading import not_in_trash
from notebook.translate import translate

_FACT_LENGTH = 40
_FACTS = 2

# The few days of the year go first, so that the indexes by birthday find the rest.
_DAYS = """(SELECT value ->> 0 AS month, value ->> 1 AS day, value ->> 2 AS occurrence
        FROM json_each(?)) day"""
_BORN = """b.birthday_month = day.month AND b.birthday_day = day.day
        AND (b.birthday_year IS NULL OR b.birthday_year < CAST(day.occurrence AS INTEGER))"""
_OPEN = f"""
    SELECT b.id AS subject_id, day.occurrence AS occurrence, NULL AS rhythm_days
    FROM {_DAYS} CROSS JOIN person b ON {_BORN}
    WHERE b.birthday_day IS NOT NULL AND b.deleted_at IS NULL
    UNION ALL
    SELECT b.id, day.occurrence, NULL
    FROM {_DAYS} CROSS JOIN related_person b ON {_BORN}
    WHERE b.birthday_day IS NOT NULL AND b.other_id IS NULL
        AND {not_in_trash("person", "b.person_id")}"""


class Birthdays(EveryYear):
    """One each year, from a week before until a week after it, or after the day it was put off to."""

    kind = Source.BIRTHDAY
    contact_like = True

    @override
    def open_ones(self, asked: Asked) -> tuple[str, tuple[object, ...]]:
        """Return whose birthday is a week away at most; 29 February as the notebook has it."""
        around = range(-LEAD_DAYS, LEAD_DAYS + 1)
        return self.open_on(asked, [asked.today + timedelta(days=offset) for offset in around])

    @override
    def open_on(self, asked: Asked, days: Sequence[date]) -> tuple[str, tuple[object, ...]]:
        """Return whose birthday is kept on one of these days."""
        kept = [each for day in days for each in kept_on(day, asked.leap_day)]
        return _OPEN, (json.dumps(kept),) * 2

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
        related = [each for each in chosen if each.subject_id not in rows]
        around = _related_rows(asked, related) if related else {}
        for candidate in chosen:
            if candidate.subject_id in around:
                lines.append(self._around(asked, candidate, around[candidate.subject_id]))
                continue
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

    def _around(self, asked: Asked, candidate: Candidate, row: Any) -> ReminderLine:
        """Say whose birthday it is around somebody; a word to that person is one way, not the only."""
        _, name, relation, own_word, year, month, day, owner_id, owner = row
        line = self.line(
            candidate,
            asked.today,
            who=owner,
            what=whose_birthday(name, Relation(relation), own_word, owner),
            why=(_turns(PartialDate(year, month, day), candidate.occurrence, asked.today),),
            person_id=owner_id,
        )
        return replace(line, contact_like=False)


def _related_rows(asked: Asked, chosen: Sequence[Candidate]) -> dict[int, Any]:
    return described_rows(
        asked,
        "SELECT r.id, r.name, r.relation, r.own_word, r.birthday_year, r.birthday_month,"
        " r.birthday_day, p.id, p.name FROM related_person r JOIN person p ON p.id = r.person_id"
        " WHERE r.id IN ({ids})",
        chosen,
    )


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
