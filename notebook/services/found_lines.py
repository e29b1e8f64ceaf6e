"""The lines of what was found: each kind reads its own, by id, in one statement."""

import json
from collections.abc import Sequence
from datetime import date

from notebook.domain.dates_in_words import days_ago, relative_day
from notebook.domain.matching import excerpt_at, matches
from notebook.domain.moments import Channel, parse_when
from notebook.domain.promises import PromiseState, Side, is_overdue
from notebook.services.found import Found, Kind
from notebook.services.found_help_lines import HELP_READERS
from notebook.services.found_project_lines import PROJECT_READERS
from notebook.services.found_words import LONGEST, Reader, Row, day_of, joined
from notebook.services.phrases import filled
from notebook.services.words import channel_word, quoted
from notebook.storage.file import NotebookFile
from notebook.storage.reading import rows_of
from notebook.translate import translate

_ORGANISATIONS = """
    SELECT t.id, t.name, t.note, (SELECT count(DISTINCT r.person_id) FROM role r
        JOIN person e ON e.id = r.person_id
        WHERE r.organisation_id = t.id AND e.deleted_at IS NULL) AS people
    FROM organisation t WHERE t.id IN ({ids})"""

_MOMENTS = """
    SELECT t.id, t.text, t.their_words, t.agenda, t.place, t.channel, t.happened_at, t.project_id,
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

_CONCERNS = """
    SELECT t.id, t.text, t.follow_up_words, t.closed_on, t.project_id, j.name AS project,
        e.id AS person_id, e.name AS person,
        (SELECT json_group_array(s.note) FROM step_taken s WHERE s.concern_id = t.id) AS notes
    FROM concern t JOIN person e ON e.id = t.person_id
        LEFT JOIN project j ON j.id = t.project_id
    WHERE t.id IN ({ids})"""


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


def _organisation(row: Row, words: Sequence[str], _today: date) -> Found:
    count = row["people"]
    people = (
        translate("search", "1 person") if count == 1 else translate("search", "%n people", count)
    )
    note = excerpt_at(row["note"], words, LONGEST)
    reason = note if matches(note, words) and not matches(row["name"], words) else ""
    return Found(Kind.ORGANISATION, row["id"], row["name"], reason, people)


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
    text, said, agenda, place = (
        excerpt_at(row[name], words, LONGEST) for name in ("text", "their_words", "agenda", "place")
    )
    if not matches(text, words) and not matches(said, words):
        text = next((each for each in (agenda, place) if matches(each, words)), text or agenda)
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
        excerpt_at(row["text"], words, LONGEST),
        filled(text, row["person"]),
        _standing(row, today),
        row["person_id"],
        row["project_id"],
    )


_CLOSED = {
    PromiseState.KEPT: "Kept",
    PromiseState.MOVED: "Moved",
    PromiseState.OWNED_UP: "Owned up to",
    PromiseState.CALLED_OFF: "Cancelled with notice",
    PromiseState.ADMITTED: "Owned up to",
    PromiseState.LET_GO: "Let go",
    PromiseState.BROKEN: "Broken",
}


def _standing(row: Row, today: date) -> str:
    state = PromiseState(row["state"])
    if state in _CLOSED:
        return translate("search", _CLOSED[state])
    due = day_of(row["due_on"])
    if due is None:
        return translate("search", "Open")
    if is_overdue(state, due, today):
        return translate("search", "Overdue")
    return _due(due, today)


def _reminder(row: Row, words: Sequence[str], today: date) -> Found:
    done = day_of(row["done_on"])
    aside = translate("search", "Done") if done else _due(date.fromisoformat(row["due_on"]), today)
    return Found(
        Kind.REMINDER,
        row["id"],
        excerpt_at(row["text"], words, LONGEST),
        row["person"] or translate("search", "Your own reminder"),
        aside,
        row["person_id"],
        row["project_id"],
    )


def _due(due: date, today: date) -> str:
    is_near = abs((due - today).days) <= 1
    words = days_ago(due, today) if is_near else relative_day(due, today)
    return filled(translate("search", "Due %1"), words)


def _concern(row: Row, words: Sequence[str], _today: date) -> Found:
    told = (row["text"], row["follow_up_words"], *json.loads(row["notes"]))
    more = next((text for text in told[1:] if matches(text, words)), "")
    closed, still_open = translate("search", "Set right"), translate("search", "Open")
    return Found(
        Kind.CONCERN,
        row["id"],
        excerpt_at(row["text"], words, LONGEST),
        joined(row["person"], row["project"] or "", excerpt_at(more, words, LONGEST)),
        closed if row["closed_on"] else still_open,
        row["person_id"],
        row["project_id"],
    )


_READERS: dict[Kind, Reader] = {
    Kind.ORGANISATION: (_ORGANISATIONS, _organisation),
    Kind.MOMENT: (_MOMENTS, _moment),
    Kind.PROMISE: (_PROMISES, _promise),
    Kind.REMINDER: (_REMINDERS, _reminder),
    Kind.CONCERN: (_CONCERNS, _concern),
    **PROJECT_READERS,
    **HELP_READERS,
}
