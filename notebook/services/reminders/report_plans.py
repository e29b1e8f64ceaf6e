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

# Whom we tell counts: what we settle among ourselves, or with a supplier, tells them nothing.
_TOLD_THEM = """EXISTS (SELECT 1 FROM moment_person t WHERE t.moment_id = m.id
    AND (t.person_id = j.person_id OR t.person_id IN (SELECT s.person_id FROM project_person s
        WHERE s.project_id = j.id AND s.side = 'theirs')))"""

# In this order of joins SQLite reads a few columns of live projects and the index answer_chosen.
# The rhythm counts from the day on which it holds: said, agreed, and the work begun.
_PLANS = f"""
    {_KEYS}
    SELECT j.id, r.choice,
        max(r.answered_on, coalesce(j.agreed_on, ''), coalesce(j.begins_on, '')),
        coalesce((SELECT substr(m.happened_at, 1, 10) FROM moment m
            WHERE m.project_id = j.id AND m.direction = 'we' AND m.state = 'logged'
                AND m.deleted_at IS NULL AND {_TOLD_THEM}
            ORDER BY m.happened_at DESC LIMIT 1), ''),
        coalesce((SELECT max(k.occurrence) FROM reminder_mark k
            WHERE k.source = 'progress-report' AND k.subject_id = j.id
                AND k.mark != 'snoozed'), ''),
        iif(r.choice = 'at-milestones', (SELECT json_group_array(d.delivered_on)
            FROM deliverable d WHERE d.project_id = j.id AND d.delivered_on IS NOT NULL), '[]')
    FROM project j CROSS JOIN answer r ON r.project_id = j.id
    CROSS JOIN keys ON keys.checklist_id = j.checklist_id AND keys.rhythm = r.question_key
    WHERE {GOES_ON} AND j.deleted_at IS NULL
        AND r.choice != '' AND r.ask_later = 0
        AND {not_in_trash("person", "j.person_id")}"""

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

    `anchor` is the day from which the rhythm counts, at milestones the latest of them.
    """

    project_id: int
    rhythm: ReportRhythm
    anchor: date
    first: date


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
    for project_id, choice, anchor, told, marked, days in asked.rows(_PLANS, _keys(asked)):
        covered = max(anchor, told, marked)
        if choice == ReportRhythm.AT_MILESTONES:
            milestones = [date.fromisoformat(day) for day in json.loads(days) if day > covered]
            rhythm, began = ReportRhythm.AT_MILESTONES, max(milestones, default=date.min)
            first = min(milestones, default=None)
        else:
            rhythm, began, first = _first_after(choice, anchor, covered)
        if first is not None:
            yield ReportPlan(project_id, rhythm, began, first)


@lru_cache(maxsize=10_000)  # the panel asks again and again, and few projects changed meanwhile
def _first_after(choice: str, anchor: str, covered: str) -> tuple[ReportRhythm, date, date | None]:
    rhythm, began = _RHYTHMS[choice], date.fromisoformat(anchor)
    return rhythm, began, next_report_day(rhythm, began, date.fromisoformat(covered))


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
