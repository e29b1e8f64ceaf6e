"""The lines of what was found: each kind reads its own, by id, in one statement."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from notebook.domain.checklists import personalise
from notebook.domain.dates_in_words import days_ago, relative_day
from notebook.domain.matching import excerpt_at, matches
from notebook.domain.moments import Channel, parse_when
from notebook.domain.projects import ProjectState
from notebook.domain.promises import PromiseState, Side, is_overdue
from notebook.domain.text import first_name
from notebook.services.found import Found, Kind
from notebook.services.phrases import filled
from notebook.services.reminders.checklist_words import question_text
from notebook.services.words import channel_word, quoted, state_word
from notebook.storage.file import NotebookFile
from notebook.storage.reading import rows_of
from notebook.translate import translate

_LONGEST = 160  # characters of a text, more than a line has room for

_ORGANISATIONS = """
    SELECT t.id, t.name, (SELECT count(DISTINCT r.person_id) FROM role r
        JOIN person e ON e.id = r.person_id
        WHERE r.organisation_id = t.id AND e.deleted_at IS NULL) AS people
    FROM organisation t WHERE t.id IN ({ids})"""

_PROJECTS = """
    SELECT t.id, t.name, t.state, e.id AS person_id, e.name AS person
    FROM project t JOIN person e ON e.id = t.person_id WHERE t.id IN ({ids})"""

_MOMENTS = """
    SELECT t.id, t.text, t.their_words, t.channel, t.happened_at, t.project_id,
        e.id AS person_id, e.name AS person,
        (SELECT count(*) FROM moment_person o WHERE o.moment_id = t.id) - 1 AS others
    FROM moment t JOIN person e ON e.id = (SELECT mp.person_id FROM moment_person mp
        JOIN person q ON q.id = mp.person_id WHERE mp.moment_id = t.id AND q.deleted_at IS NULL
        ORDER BY mp.id LIMIT 1)
    WHERE t.id IN ({ids})"""

_PROMISES = """
    SELECT t.id, t.text, t.side, t.state, t.due_on, t.closed_on, t.project_id,
        e.id AS person_id, e.name AS person
    FROM promise t JOIN person e ON e.id = t.person_id WHERE t.id IN ({ids})"""

_REMINDERS = """
    SELECT t.id, t.text, t.due_on, t.done_on, t.project_id, e.id AS person_id, e.name AS person
    FROM reminder t LEFT JOIN person e ON e.id = t.person_id WHERE t.id IN ({ids})"""

_ANSWERS = """
    SELECT t.id, t.text, t.question_key, t.ask_later, t.project_id, j.name AS project,
        j.agreed_on, c.content, e.id AS person_id, e.name AS person, e.given_name
    FROM answer t JOIN project j ON j.id = t.project_id JOIN checklist c ON c.id = j.checklist_id
        JOIN person e ON e.id = j.person_id WHERE t.id IN ({ids})"""

_DELIVERABLES = """
    SELECT t.id, t.what, t.how, t.their_view, t.due_on, t.delivered_on, t.project_id,
        j.name AS project, e.id AS person_id, e.name AS person
    FROM deliverable t JOIN project j ON j.id = t.project_id JOIN person e ON e.id = j.person_id
    WHERE t.id IN ({ids})"""

Row = dict[str, Any]


class FoundLines:
    """Puts what was found into lines."""

    def __init__(self, file: NotebookFile) -> None:
        """Read from this notebook."""
        self._file = file

    def read(
        self, kind: Kind, ids: Sequence[int], words: Sequence[str], today: date
    ) -> tuple[Found, ...]:
        """Return the lines of these ids, in their order; the typed words are within long texts."""
        statement, line = _READERS[kind]
        places = ", ".join("?" * len(ids))
        rows = rows_of(self._file.database, statement.format(ids=places), *ids)
        by_id = {row["id"]: line(row, words, today) for row in rows}
        return tuple(by_id[each] for each in ids if each in by_id)


def joined(*parts: str) -> str:
    """Return those parts of a second line that there are."""
    return " · ".join(part for part in parts if part)


def _organisation(row: Row, _words: Sequence[str], _today: date) -> Found:
    count = row["people"]
    people = (
        translate("search", "1 person") if count == 1 else translate("search", "%n people", count)
    )
    return Found(Kind.ORGANISATION, row["id"], row["name"], aside=people)


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


def _moment(row: Row, words: Sequence[str], today: date) -> Found:
    channel = channel_word(Channel(row["channel"]))
    day, _ = parse_when(row["happened_at"])
    return Found(
        Kind.MOMENT,
        row["id"],
        _what_happened(row, words) or channel,
        joined(channel, _and_others(row["person"], row["others"])),
        relative_day(day, today),
        row["person_id"],
        row["project_id"],
    )


def _what_happened(row: Row, words: Sequence[str]) -> str:
    """Return what we wrote, or what they said if only that has the typed words."""
    text, said = (excerpt_at(row[name], words, _LONGEST) for name in ("text", "their_words"))
    if said and (not text or (matches(said, words) and not matches(text, words))):
        return quoted(said)
    return text


def _and_others(name: str, others: int) -> str:
    if others <= 0:
        return name
    text = (
        translate("search", "%1 and one other")
        if others == 1
        else translate("search", "%1 and %n others", others)
    )
    return filled(text, name)


def _promise(row: Row, words: Sequence[str], today: date) -> Found:
    ours = Side(row["side"]) is Side.OURS
    text = translate("search", "Promised to %1") if ours else translate("search", "Promised by %1")
    return Found(
        Kind.PROMISE,
        row["id"],
        excerpt_at(row["text"], words, _LONGEST),
        filled(text, row["person"]),
        _standing(row, today),
        row["person_id"],
        row["project_id"],
    )


_CLOSED = {
    PromiseState.KEPT: "Kept",
    PromiseState.MOVED: "Moved",
    PromiseState.OWNED_UP: "Owned up to",
    PromiseState.BROKEN: "Broken",
}


def _standing(row: Row, today: date) -> str:
    state = PromiseState(row["state"])
    if state in _CLOSED:
        return translate("search", _CLOSED[state])
    due = _day(row["due_on"])
    if due is None:
        return translate("search", "Open")
    if is_overdue(state, due, today):
        return translate("search", "Overdue")
    return _due(due, today)


def _due(due: date, today: date) -> str:
    is_near = abs((due - today).days) <= 1
    words = days_ago(due, today) if is_near else relative_day(due, today)
    return filled(translate("search", "Due %1"), words)


def _reminder(row: Row, words: Sequence[str], today: date) -> Found:
    done = _day(row["done_on"])
    aside = translate("search", "Done") if done else _due(date.fromisoformat(row["due_on"]), today)
    return Found(
        Kind.REMINDER,
        row["id"],
        excerpt_at(row["text"], words, _LONGEST),
        row["person"] or translate("search", "Your own reminder"),
        aside,
        row["person_id"],
        row["project_id"],
    )


def _answer(row: Row, words: Sequence[str], _today: date) -> Found:
    key = row["question_key"]
    may_be_answered = row["agreed_on"] is None or row["ask_later"]
    return Found(
        Kind.ANSWER,
        row["id"],
        excerpt_at(row["text"], words, _LONGEST),
        joined(row["project"], _question(row)),
        person_id=row["person_id"],
        project_id=row["project_id"],
        key=key if may_be_answered else "",
    )


def _question(row: Row) -> str:
    asked = question_text(row["content"], row["question_key"])
    return personalise(asked, row["given_name"].strip() or first_name(row["person"]))


def _deliverable(row: Row, words: Sequence[str], today: date) -> Found:
    what, how, view = (
        excerpt_at(row[name], words, _LONGEST) for name in ("what", "how", "their_view")
    )
    more = next((text for text in (how, view) if matches(text, words)), "")
    due = _day(row["due_on"])
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


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


_Reader = Callable[[Row, Sequence[str], date], Found]
_READERS: dict[Kind, tuple[str, _Reader]] = {
    Kind.ORGANISATION: (_ORGANISATIONS, _organisation),
    Kind.PROJECT: (_PROJECTS, _project),
    Kind.MOMENT: (_MOMENTS, _moment),
    Kind.PROMISE: (_PROMISES, _promise),
    Kind.REMINDER: (_REMINDERS, _reminder),
    Kind.ANSWER: (_ANSWERS, _answer),
    Kind.DELIVERABLE: (_DELIVERABLES, _deliverable),
}
