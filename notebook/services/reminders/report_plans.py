"""Which reports were agreed for which project, and which of them were given."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from notebook.domain.checklists import AnswerKind
from notebook.domain.moments import Channel
from notebook.domain.rhythm import ReportRhythm, next_report_day
from notebook.services.delivering import GOES_ON
from notebook.services.reminders.checklist_words import key_of_kind
from notebook.services.reminders.source import Asked
from notebook.storage.reading import not_in_trash

_RHYTHMS = {rhythm.value: rhythm for rhythm in ReportRhythm}

_KEYS = """WITH keys AS MATERIALIZED (
    SELECT value ->> 0 AS checklist_id, value ->> 1 AS rhythm, value ->> 2 AS channel
    FROM json_each(?))"""

# In this order of joins SQLite reads a few columns of live projects and the index answer_chosen.
# The rhythm counts from the day on which it holds: said, agreed, and the work begun.
_PLANS = f"""
    {_KEYS}
    SELECT j.id, r.choice,
        max(r.answered_on, coalesce(j.agreed_on, ''), coalesce(j.begins_on, '')),
        coalesce(j.told_on, ''),
        coalesce((SELECT max(k.occurrence) FROM reminder_mark k
            WHERE k.source = 'progress-report' AND k.subject_id = j.id
                AND k.mark != 'snoozed'), '')
    FROM project j CROSS JOIN answer r ON r.project_id = j.id
    CROSS JOIN keys ON keys.checklist_id = j.checklist_id AND keys.rhythm = r.question_key
    WHERE {GOES_ON} AND j.deleted_at IS NULL
        AND r.choice != '' AND r.choice != 'at-milestones' AND r.ask_later = 0
        AND {not_in_trash("person", "j.person_id")}"""

_PUT_OFF = """
    SELECT subject_id, occurrence, until FROM reminder_mark
    WHERE source = 'progress-report' AND mark = 'snoozed' ORDER BY occurrence"""
_NEVER = (date.min, "")

_WAYS = f"""
    {_KEYS}
    SELECT j.id, j.name, p.id, p.name, r.choice, c.choice FROM project j
    JOIN person p ON p.id = j.person_id
    JOIN keys ON keys.checklist_id = j.checklist_id
    JOIN answer r ON r.project_id = j.id AND r.question_key = keys.rhythm
    LEFT JOIN answer c ON c.project_id = j.id AND c.question_key = keys.channel
        AND NOT c.ask_later
    WHERE j.id IN (SELECT value FROM json_each(?))"""


class ReportPlan(NamedTuple):
    """A project's agreed rhythm, and the first report that was neither given nor let go.

    Plans are in the order of the days on which they are due.
    """

    due: str
    project_id: int
    rhythm: ReportRhythm
    anchor: date
    first: date
    snoozed: date | None = None
    """The occurrence that was put off."""


@dataclass(frozen=True, slots=True)
class ReportWay:
    """Who is told about a project, how often and by which channel."""

    project_id: int
    project: str
    person_id: int
    person: str
    rhythm: ReportRhythm
    channel: Channel | None


def report_plans(asked: Asked) -> Iterator[ReportPlan]:
    """Yield the plan of each project that goes on and has report days."""
    put_off = {
        subject_id: (date.fromisoformat(occurrence), until)
        for subject_id, occurrence, until in asked.rows(_PUT_OFF)
    }
    for project_id, choice, anchor, told, marked in asked.rows(_PLANS, _keys(asked)):
        due, rhythm, began, first = _first_after(choice, anchor, max(anchor, told, marked))
        occurrence, until = put_off.get(project_id, _NEVER)
        if occurrence >= first:
            yield ReportPlan(until, project_id, rhythm, began, first, occurrence)
        elif due:
            yield ReportPlan(due, project_id, rhythm, began, first)


@lru_cache(maxsize=10_000)  # the panel asks again and again, and few projects changed meanwhile
def _first_after(choice: str, anchor: str, covered: str) -> tuple[str, ReportRhythm, date, date]:
    rhythm, began = _RHYTHMS[choice], date.fromisoformat(anchor)
    first = next_report_day(rhythm, began, date.fromisoformat(covered))
    return first.isoformat() if first else "", rhythm, began, first or date.max


def report_ways(asked: Asked, project_ids: Sequence[int]) -> dict[int, ReportWay]:
    """Return the way of reporting for each of these projects."""
    rows = asked.rows(_WAYS, _keys(asked), json.dumps(list(project_ids)))
    return {row[0]: _way(row) for row in rows}


def _way(row: Any) -> ReportWay:
    project_id, project, person_id, person, rhythm, channel = row
    known = Channel(channel) if channel else None
    return ReportWay(project_id, project, person_id, person, ReportRhythm(rhythm), known)


def _keys(asked: Asked) -> str:
    """Return which question of each checklist asks for rhythm and channel."""
    return json.dumps(
        [
            (
                row_id,
                key_of_kind(content, AnswerKind.RHYTHM),
                key_of_kind(content, AnswerKind.CHANNEL),
            )
            for row_id, content in asked.rows("SELECT id, content FROM checklist")
        ]
    )
