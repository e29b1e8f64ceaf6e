"""One concern as its dialog shows it, and open concerns as lines for cards and projects."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from peewee import Database

from notebook.domain.check_ins import Grade
from notebook.domain.concerns import ConcernStep, Stage, Standing, Track, step_word
from notebook.domain.dates_in_words import day_month
from notebook.domain.text import excerpt, short_name
from notebook.errors import Refused
from notebook.services.check_ins.words import about_word, in_one, sentence
from notebook.services.phrases import filled
from notebook.services.words import quoted
from notebook.storage.care_tables import CheckIn, CheckInLine, Concern, StepTaken
from notebook.storage.reading import rows_of, tuples_of
from notebook.translate import translate

_SAID_LENGTH = 240
_HINTS = {
    ConcernStep.HEARD: "What happened, as %1 tells it",
    ConcernStep.SAID_BACK: "How we said it back, and whether %1 agreed",
    ConcernStep.APOLOGISED: "For what, and in which words",
    ConcernStep.MADE_GOOD: "What we did for %1 at once",
    ConcernStep.CAUSE: "What led to it",
    ConcernStep.FIX: "What we did about it",
    ConcernStep.CHANGED: "What we do differently, so that it stays right",
}
_TRACKS = {Track.PERSON: "First the person", Track.PROBLEM: "Then the problem"}
_STAGES = {
    Stage.TO_HEAR: "To be heard",
    Stage.SETTING_RIGHT: "Being set right",
    Stage.TO_FOLLOW_UP: "To follow up",
    Stage.TO_CLOSE: "Right again",
    Stage.CLOSED: "Closed",
}


@dataclass(frozen=True, slots=True)
class StepLine:
    """One step of a track; `hint` says what to write down."""

    step: ConcernStep
    word: str
    hint: str
    note: str
    done_on: date | None


@dataclass(frozen=True, slots=True)
class ConcernLine:
    """One concern, in short."""

    id: int
    person_id: int
    person_name: str
    project_id: int | None
    project_name: str
    text: str
    opened_on: date
    follow_up_on: date | None
    owner_name: str
    escalated_to_name: str
    stage: Stage
    next_step: ConcernStep | None
    closed_on: date | None = None


@dataclass(frozen=True, slots=True)
class ConcernPage:
    """Everything that the dialog of a concern shows; `said` is what a check-in found below."""

    id: int
    person_id: int
    person_name: str
    first_name: str
    project_id: int | None
    project_name: str
    text: str
    said: tuple[str, ...]
    standing: Standing
    steps: tuple[StepLine, ...]
    follow_up_words: str


# People and projects in the trash take their concerns along, until they come back.
_PRESENT = "c.deleted_at IS NULL AND p.deleted_at IS NULL"
_OPEN = f"{_PRESENT} AND c.closed_on IS NULL"
_CLOSED = f"{_PRESENT} AND c.closed_on IS NOT NULL"

_LINES = """
    SELECT c.id, c.person_id, p.name AS person_name, j.id AS project_id, j.name AS project_name,
        c.text, c.opened_on, c.follow_up_on, c.followed_up_on, c.closed_on,
        o.name AS owner_name, e.name AS escalated_to_name,
        (SELECT group_concat(s.step) FROM step_taken s
            WHERE s.concern_id = c.id AND s.done_on IS NOT NULL) AS done
    FROM concern c JOIN person p ON p.id = c.person_id
    LEFT JOIN project j ON j.id = c.project_id AND j.deleted_at IS NULL
    LEFT JOIN person o ON o.id = c.owner_id AND o.deleted_at IS NULL
    LEFT JOIN person e ON e.id = c.escalated_to_id AND e.deleted_at IS NULL
    WHERE {standing} AND {where} ORDER BY {order}"""


def stage_word(stage: Stage) -> str:
    """Return where a concern stands: "Being set right"."""
    return translate("concerns", _STAGES[stage])


def track_word(track: Track) -> str:
    """Return the heading of a track."""
    return translate("concerns", _TRACKS[track])


def concern_row(concern_id: int) -> Concern:
    """Return the row of a concern that is not in the trash; raises Refused otherwise."""
    concern: Concern | None = Concern.get_or_none(
        (Concern.id == concern_id) & Concern.deleted_at.is_null()
    )
    if concern is None:
        raise Refused(translate("concerns", "This concern is no longer in the notebook."))
    return concern


def standing_of(concern: Concern) -> Standing:
    """Return how far a concern has come."""
    query = StepTaken.select(StepTaken.step, StepTaken.done_on).where(
        StepTaken.concern == concern, ~StepTaken.done_on.is_null()
    )
    return Standing(
        concern.opened_on,
        dict(tuples_of(query)),
        concern.owner_id,
        concern.escalated_to_id,
        concern.follow_up_on,
        concern.followed_up_on,
        concern.closed_on,
    )


def read_concern(concern_id: int, today: date) -> ConcernPage:
    """Return everything about a concern; raises Refused when it is gone."""
    concern = concern_row(concern_id)
    person = concern.person
    called = short_name(person.given_name, person.name)
    project = concern.project if concern.project_id is not None else None
    is_there = project is not None and project.deleted_at is None
    return ConcernPage(
        id=concern.id,
        person_id=person.id,
        person_name=person.name,
        first_name=called,
        project_id=concern.project_id if is_there else None,
        project_name=project.name if project is not None and is_there else "",
        text=concern.text,
        said=_said(concern, today),
        standing=standing_of(concern),
        steps=_steps(concern, called),
        follow_up_words=concern.follow_up_words,
    )


def open_concern_lines(
    database: Database, *, person_id: int | None = None, project_id: int | None = None
) -> tuple[ConcernLine, ...]:
    """Return the open concerns of a person or of a project, the oldest first."""
    statement = _LINES.format(standing=_OPEN, where=_whose(person_id), order="c.opened_on, c.id")
    return _lines(database, statement, person_id or project_id)


def closed_concern_lines(
    database: Database, *, person_id: int | None = None, project_id: int | None = None
) -> tuple[ConcernLine, ...]:
    """Return the concerns of a person or of a project that are closed, the last one first."""
    order = "c.closed_on DESC, c.id DESC"
    statement = _LINES.format(standing=_CLOSED, where=_whose(person_id), order=order)
    return _lines(database, statement, person_id or project_id)


def _whose(person_id: int | None) -> str:
    return "c.person_id = ?" if person_id else "c.project_id = ?"


def _lines(database: Database, statement: str, value: int | None) -> tuple[ConcernLine, ...]:
    return tuple(_line(row) for row in rows_of(database, statement, value))


def _said(concern: Concern, today: date) -> tuple[str, ...]:
    query = (
        CheckInLine.select(
            CheckIn.asked_on, CheckInLine.about, CheckInLine.expected, CheckInLine.said_today
        )
        .join(CheckIn)
        .where(
            CheckIn.concern == concern,
            CheckIn.deleted_at.is_null(),
            ~CheckIn.is_draft,
            CheckInLine.grade == Grade.BELOW,
        )
        .order_by(CheckIn.asked_on, CheckIn.id, CheckInLine.position)
    )
    known = in_one(concern.text)
    words = translate("concerns", "Below what was expected on %1: %2")
    lines = []
    for day, about, expected, said_today in tuples_of(query):
        line = filled(words, day_month(day, today), in_one(expected) or about_word(about))
        is_new = in_one(said_today) not in known  # its beginning is made of the first check-in
        said = quoted(excerpt(said_today, _SAID_LENGTH))
        lines.append(f"{sentence(line)} {said}" if is_new else line)
    return tuple(lines)


def _steps(concern: Concern, called: str) -> tuple[StepLine, ...]:
    rows = {row.step: row for row in StepTaken.select().where(StepTaken.concern == concern)}
    lines = []
    for step in ConcernStep:
        row = rows.get(step)
        hint = filled(translate("concerns", _HINTS[step]), called)
        note, done_on = (row.note, row.done_on) if row else ("", None)
        lines.append(StepLine(step, step_word(step), hint, note, done_on))
    return tuple(lines)


def _line(row: dict[str, Any]) -> ConcernLine:
    done = [ConcernStep(word) for word in (row["done"] or "").split(",") if word]
    opened_on = date.fromisoformat(row["opened_on"])
    standing = Standing(
        opened_on,
        dict.fromkeys(done, opened_on),
        followed_up_on=_day(row["followed_up_on"]),
        closed_on=_day(row["closed_on"]),
    )
    return ConcernLine(
        id=row["id"],
        person_id=row["person_id"],
        person_name=row["person_name"],
        project_id=row["project_id"],
        project_name=row["project_name"] or "",
        text=row["text"],
        opened_on=opened_on,
        follow_up_on=_day(row["follow_up_on"]),
        owner_name=row["owner_name"] or "",
        escalated_to_name=row["escalated_to_name"] or "",
        stage=standing.stage,
        next_step=standing.next_step,
        closed_on=standing.closed_on,
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
