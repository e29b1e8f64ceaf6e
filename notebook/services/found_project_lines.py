"""The lines of what was found in projects: names, answers and deliveries."""

from collections.abc import Sequence
from datetime import date

from notebook.domain.checklists import personalise
from notebook.domain.dates_in_words import relative_day
from notebook.domain.matching import excerpt_at, matches
from notebook.domain.projects import ProjectState
from notebook.domain.text import short_name
from notebook.services.found import Found, Kind
from notebook.services.found_words import LONGEST, Reader, Row, day_of, joined
from notebook.services.reminders.checklist_words import question_text
from notebook.services.words import state_word
from notebook.translate import translate

_PROJECTS = """
    SELECT t.id, t.name, t.state, e.id AS person_id, e.name AS person
    FROM project t JOIN person e ON e.id = t.person_id WHERE t.id IN ({ids})"""

_ANSWERS = """
    SELECT t.id, t.text, t.question_key, t.ask_later, t.project_id, j.name AS project,
        j.agreed_on, j.state, c.content, e.id AS person_id, e.name AS person, e.given_name
    FROM answer t JOIN project j ON j.id = t.project_id JOIN checklist c ON c.id = j.checklist_id
        JOIN person e ON e.id = j.person_id WHERE t.id IN ({ids})"""

_DELIVERABLES = """
    SELECT t.id, t.what, t.how, t.their_view, t.due_on, t.delivered_on, t.project_id,
        j.name AS project, e.id AS person_id, e.name AS person
    FROM deliverable t JOIN project j ON j.id = t.project_id JOIN person e ON e.id = j.person_id
    WHERE t.id IN ({ids})"""

_RESPONSIBILITIES = """
    SELECT t.id, t.what, t.project_id, j.name AS project, e.id AS person_id, e.name AS person,
        coalesce(w.name, t.name) AS who
    FROM responsibility t JOIN project j ON j.id = t.project_id
        JOIN person e ON e.id = j.person_id LEFT JOIN person w ON w.id = t.person_id
    WHERE t.id IN ({ids})"""


def _project(row: Row, _words: Sequence[str], _today: date) -> Found:
    return Found(
        Kind.PROJECT,
        row["id"],
        row["name"],
        row["person"],
        state_word(ProjectState(row["state"])),
        row["person_id"],
        row["id"],
    )


def _answer(row: Row, words: Sequence[str], _today: date) -> Found:
    key = row["question_key"]
    is_open = row["agreed_on"] is None or row["ask_later"]
    may_be_answered = is_open and row["state"] != ProjectState.CLOSED
    return Found(
        Kind.ANSWER,
        row["id"],
        excerpt_at(row["text"], words, LONGEST),
        joined(row["project"], _question(row)),
        person_id=row["person_id"],
        project_id=row["project_id"],
        key=key if may_be_answered else "",
    )


def _question(row: Row) -> str:
    asked = question_text(row["content"], row["question_key"])
    return personalise(asked, short_name(row["given_name"], row["person"]))


def _deliverable(row: Row, words: Sequence[str], today: date) -> Found:
    what, how, view = (
        excerpt_at(row[name], words, LONGEST) for name in ("what", "how", "their_view")
    )
    more = next((text for text in (how, view) if matches(text, words)), "")
    due = day_of(row["due_on"])
    delivered = translate("search", "Delivered") if row["delivered_on"] else ""
    return Found(
        Kind.DELIVERABLE,
        row["id"],
        what or how or view,
        joined(row["project"], more if what else ""),
        delivered or (relative_day(due, today) if due else ""),
        row["person_id"],
        row["project_id"],
    )


def _responsibility(row: Row, words: Sequence[str], _today: date) -> Found:
    return Found(
        Kind.RESPONSIBILITY,
        row["id"],
        excerpt_at(row["what"], words, LONGEST) or row["who"],
        joined(row["project"], row["who"] if row["what"].strip() else ""),
        person_id=row["person_id"],
        project_id=row["project_id"],
    )


PROJECT_READERS: dict[Kind, Reader] = {
    Kind.PROJECT: (_PROJECTS, _project),
    Kind.ANSWER: (_ANSWERS, _answer),
    Kind.DELIVERABLE: (_DELIVERABLES, _deliverable),
    Kind.RESPONSIBILITY: (_RESPONSIBILITIES, _responsibility),
}
