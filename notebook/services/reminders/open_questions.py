"""Questions left open: those to be asked later, deliveries not asked about, unfinished drafts."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from typing_extensions import override

from notebook.domain.checklists import personalise
from notebook.domain.dates_in_words import day_month
from notebook.domain.reminders import DAYS_UNTIL_ASKED, Source
from notebook.domain.text import first_name
from notebook.services.phrases import filled
from notebook.services.reminders.checklist_words import question_text
from notebook.services.reminders.line import ReminderLine
from notebook.services.reminders.selected import SelectedSource
from notebook.services.reminders.source import Asked, Candidate, described_rows
from notebook.storage.reading import not_in_trash, with_person
from notebook.translate import translate

_RHYTHM = 7  # a question that waits is less pressing than a promise of the same age

# The days of drafts and deliveries are worked out once, and not again for each comparison.
_OPEN = f"""
    WITH draft AS MATERIALIZED (
        SELECT j.id, coalesce((SELECT max(answered_on) FROM answer WHERE project_id = j.id),
            substr(j.created_at, 1, 10)) AS laid_aside_on
        FROM project j WHERE j.state = 'draft' AND j.deleted_at IS NULL
            AND {not_in_trash("person", "j.person_id")}),
    unasked AS MATERIALIZED (
        SELECT d.id, coalesce((SELECT max(amended_on) FROM amendment
            WHERE project_id = j.id AND created_at <= d.created_at), j.agreed_on) AS agreed_on
        FROM deliverable d JOIN project j ON j.id = d.project_id
        WHERE d.agreed = 'open' AND d.delivered_on IS NULL AND j.agreed_on IS NOT NULL
            AND j.state IN ('agreed', 'under-way', 'delivered') AND j.deleted_at IS NULL
            AND {not_in_trash("person", "j.person_id")})
    SELECT id AS subject_id, asks_on AS occurrence, {_RHYTHM} AS rhythm_days
    FROM answer WHERE asks_on IS NOT NULL AND {with_person("project_id")}
    UNION ALL
    SELECT id, date(laid_aside_on, '+{DAYS_UNTIL_ASKED} days'), {_RHYTHM} FROM draft
    UNION ALL
    SELECT id, date(agreed_on, '+{DAYS_UNTIL_ASKED} days'), {_RHYTHM} FROM unasked"""

_QUESTION = """
    SELECT a.id, a.question_key, c.content, j.id, j.name, p.id, p.name FROM answer a
    JOIN project j ON j.id = a.project_id JOIN checklist c ON c.id = j.checklist_id
    JOIN person p ON p.id = j.person_id WHERE a.id IN ({ids})"""
_DRAFT = """
    SELECT j.id, '', '', j.id, j.name, p.id, p.name FROM project j
    JOIN person p ON p.id = j.person_id WHERE j.id IN ({ids})"""
_DELIVERY = """
    SELECT d.id, iif(trim(d.what) = '', d.how, d.what), d.due_on, j.id, j.name, p.id, p.name
    FROM deliverable d JOIN project j ON j.id = d.project_id JOIN person p ON p.id = j.person_id
    WHERE d.id IN ({ids})"""


class OpenQuestions(SelectedSource):
    """A few days after they were left: first one does something else."""

    kind = Source.OPEN_QUESTION

    @override
    def open_ones(self, asked: Asked) -> tuple[str, tuple[object, ...]]:
        """Return the questions of projects that go on, their deliveries, and the drafts."""
        return _OPEN, ()

    @override
    def describe(self, asked: Asked, chosen: Sequence[Candidate]) -> list[ReminderLine]:
        """Say whom to ask what, or which draft to go on with."""
        rows = described_rows(asked, _QUESTION, chosen) | described_rows(asked, _DRAFT, chosen)
        others = [candidate for candidate in chosen if candidate.subject_id not in rows]
        deliveries = described_rows(asked, _DELIVERY, others) if others else {}
        return [
            self._question(candidate, asked.today, rows[candidate.subject_id])
            if candidate.subject_id in rows
            else self._delivery(candidate, asked.today, deliveries[candidate.subject_id])
            for candidate in chosen
        ]

    def _question(self, candidate: Candidate, today: date, row: tuple[Any, ...]) -> ReminderLine:
        _, key, content, project_id, project, person_id, name = row
        return self.line(
            candidate,
            today,
            who=name,
            what=_what(key, content, project, name),
            why=_why(key, project, name),
            person_id=person_id,
            project_id=project_id,
            question_key=key,
        )

    def _delivery(self, candidate: Candidate, today: date, row: tuple[Any, ...]) -> ReminderLine:
        deliverable_id, title, due_on, project_id, project, person_id, name = row
        return self.line(
            candidate,
            today,
            who=name,
            what=_whether_it_suits(title, due_on, name, today),
            why=(project, translate("reminders", "not agreed yet")),
            person_id=person_id,
            project_id=project_id,
            deliverable_id=deliverable_id,
        )


def _what(key: str, content: str, project: str, name: str) -> str:
    if not key:
        return filled(translate("reminders", "Go on with the questions for %1"), project)
    question = personalise(question_text(content, key), first_name(name))
    return filled(translate("reminders", "Ask %1: %2"), first_name(name), question)


def _whether_it_suits(title: str, due_on: str | None, name: str, today: date) -> str:
    if due_on is None:
        words = translate("reminders", "Ask %1: does “%2” suit?")
        return filled(words, first_name(name), title)
    words = translate("reminders", "Ask %1: does “%2” on %3 suit?")
    day = day_month(date.fromisoformat(due_on), today)
    return filled(words, first_name(name), title, day)


def _why(key: str, project: str, name: str) -> tuple[str, ...]:
    if key:
        return project, translate("reminders", "question left for later")
    return (filled(translate("reminders", "For %1, not finished yet"), name),)
