"""Questions left open: those to be asked later, and drafts whose questions are not finished."""

from collections.abc import Sequence

from typing_extensions import override

from notebook.domain.checklists import personalise
from notebook.domain.reminders import Source
from notebook.domain.text import first_name
from notebook.services.phrases import filled
from notebook.services.reminders.checklist_words import question_text
from notebook.services.reminders.line import ReminderLine
from notebook.services.reminders.selected import SelectedSource
from notebook.services.reminders.source import Asked, Candidate, described_rows
from notebook.storage.reading import not_in_trash
from notebook.translate import translate

DAYS_UNTIL_ASKED = 3
"""How long after a question was left open, or a draft laid aside, somebody is reminded of it."""
_RHYTHM = 7  # a question that waits is less pressing than a promise of the same age

# The day of a draft is worked out once, and not again for each comparison.
_OPEN = f"""
    WITH draft AS MATERIALIZED (
        SELECT j.id, coalesce((SELECT max(answered_on) FROM answer WHERE project_id = j.id),
            substr(j.created_at, 1, 10)) AS laid_aside_on
        FROM project j WHERE j.state = 'draft' AND j.deleted_at IS NULL
            AND {not_in_trash("person", "j.person_id")})
    SELECT a.id AS subject_id, date(a.answered_on, '+{DAYS_UNTIL_ASKED} days') AS occurrence,
        {_RHYTHM} AS rhythm_days
    FROM answer a JOIN project j ON j.id = a.project_id
    WHERE a.ask_later = 1 AND j.state NOT IN ('draft', 'closed')
        AND j.deleted_at IS NULL AND {not_in_trash("person", "j.person_id")}
    UNION ALL
    SELECT id, date(laid_aside_on, '+{DAYS_UNTIL_ASKED} days'), {_RHYTHM} FROM draft"""

_QUESTION = """
    SELECT a.id, a.question_key, c.content, j.id, j.name, p.id, p.name FROM answer a
    JOIN project j ON j.id = a.project_id JOIN checklist c ON c.id = j.checklist_id
    JOIN person p ON p.id = j.person_id WHERE a.id IN ({ids})"""
_DRAFT = """
    SELECT j.id, '', '', j.id, j.name, p.id, p.name FROM project j
    JOIN person p ON p.id = j.person_id WHERE j.id IN ({ids})"""


class OpenQuestions(SelectedSource):
    """A few days after they were left: first one does something else."""

    kind = Source.OPEN_QUESTION
    at_once = True

    @override
    def open_ones(self, asked: Asked) -> tuple[str, tuple[object, ...]]:
        """Return the questions of projects that go on, and the drafts."""
        return _OPEN, ()

    @override
    def describe(self, asked: Asked, chosen: Sequence[Candidate]) -> list[ReminderLine]:
        """Say whom to ask what, or which draft to go on with."""
        rows = described_rows(asked, _QUESTION, chosen) | described_rows(asked, _DRAFT, chosen)
        lines = []
        for candidate in chosen:
            _, key, content, project_id, project, person_id, name = rows[candidate.subject_id]
            lines.append(
                self.line(
                    candidate,
                    asked.today,
                    who=name,
                    what=_what(key, content, project, name),
                    why=_why(key, project, name),
                    person_id=person_id,
                    project_id=project_id,
                    question_key=key,
                )
            )
        return lines


def _what(key: str, content: str, project: str, name: str) -> str:
    if not key:
        return filled(translate("reminders", "Go on with the questions for %1"), project)
    question = personalise(question_text(content, key), first_name(name))
    return filled(translate("reminders", "Ask %1: %2"), first_name(name), question)


def _why(key: str, project: str, name: str) -> tuple[str, ...]:
    if key:
        return project, translate("reminders", "question left for later")
    return (filled(translate("reminders", "For %1, not finished yet"), name),)
