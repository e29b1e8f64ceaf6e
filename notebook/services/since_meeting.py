"""What changed in a project since the last time that one met."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from peewee import Database, ModelSelect

from notebook.domain.check_ins import Grade
from notebook.domain.dates_in_words import day_month
from notebook.domain.moments import IN_PERSON, MomentState, parse_when
from notebook.domain.moves import Move
from notebook.domain.text import excerpt
from notebook.services.check_ins.words import grade_phrase
from notebook.services.phrases import filled
from notebook.services.project_events import (
    ProjectEvents,
    Span,
    events_between,
    moved_sentence,
    within,
)
from notebook.storage.reading import rows_of
from notebook.storage.tables import Moment
from notebook.translate import translate

_LONGEST = 160  # characters of one line

# What one is not proud of, and what is new: a report tells neither.
_BESIDES = f"""
    SELECT iif(q.state = 'let-go', 'let-go', 'not-kept-' || q.side) AS kind, q.closed_on AS day,
        q.text FROM promise q
    WHERE q.project_id = :project AND q.deleted_at IS NULL
        AND q.state IN ('broken', 'admitted', 'called-off', 'let-go')
        AND {within("q.closed_on", "q.changed_at")}
    UNION ALL
    SELECT 'promised-' || q.side,
        min(coalesce(substr(m.happened_at, 1, 10), date(q.created_at, 'localtime')), :until) AS day,
        q.text
    FROM promise q LEFT JOIN moment m ON m.id = q.moment_id
    WHERE q.project_id = :project AND q.deleted_at IS NULL AND q.state = 'open'
        AND {within("day", "iif(m.id IS NULL, q.created_at, '')")}
    UNION ALL
    SELECT 'check-in', c.asked_on, c.grade FROM check_in c
    WHERE c.project_id = :project AND c.deleted_at IS NULL AND NOT c.is_draft
        AND {within("c.asked_on", "c.created_at")}
    ORDER BY 2"""
_BESIDES_WORDS = {
    "not-kept-ours": "We did not keep: %1",
    "not-kept-theirs": "They did not keep: %1",
    "let-go": "Let go: %1",
    "promised-ours": "We promised: %1",
    "promised-theirs": "They promised: %1",
    "check-in": "Asked whether it is as expected: %1",
}


@dataclass(frozen=True, slots=True)
class SinceMeeting:
    """The day of the last meeting, and what happened after it, in plain words."""

    met_on: date
    lines: tuple[str, ...]


def since_meeting(database: Database, project_id: int, today: date) -> SinceMeeting | None:
    """Return what changed since the last meeting about a project; None before there was one.

    Of the day of the meeting that counts which was written down after the meeting.
    """
    contacts = _contacts_until(project_id, today)
    met = (
        contacts.where(Moment.channel.in_(IN_PERSON))
        .order_by(Moment.happened_at.desc(), Moment.id.desc())
        .first()
    )
    if met is None:
        return None
    met_on, _ = parse_when(met.happened_at)
    span = Span(met_on, today, met.created_at)
    events = events_between(database, project_id, span)
    lines = (
        *_happened(events, today),
        *_besides(database, project_id, span),
        *_moved(events, today),
        *_contacts(contacts.where(_is_later(met, met_on)).count()),
    )
    return SinceMeeting(met_on, lines)


def _contacts_until(project_id: int, today: date) -> "ModelSelect[Moment]":
    return Moment.select(Moment.happened_at, Moment.created_at).where(
        Moment.project == project_id,
        Moment.state == MomentState.LOGGED,
        Moment.deleted_at.is_null(),
        Moment.happened_at < (today + timedelta(days=1)).isoformat(),
    )


def _is_later(met: Moment, met_on: date) -> object:
    next_day = (met_on + timedelta(days=1)).isoformat()
    is_that_day = Moment.happened_at >= met_on.isoformat()
    return (Moment.happened_at >= next_day) | is_that_day & (Moment.created_at > met.created_at)


def _happened(events: ProjectEvents, today: date) -> Iterator[str]:
    named = (
        (translate("since", "Delivered: %1"), events.delivered),
        (translate("since", "We kept: %1"), events.kept_by_us),
        (translate("since", "They kept: %1"), events.kept_by_them),
        (translate("since", "Agreed anew: %1"), events.amended),
        (translate("since", "Went wrong: %1"), events.concerns_opened),
        (translate("since", "Set right: %1"), events.concerns_closed),
    )
    for words, found in named:
        for day, text in found:
            yield _on(day, filled(words, text), today)


def _besides(database: Database, project_id: int, span: Span) -> Iterator[str]:
    rows = rows_of(
        database,
        _BESIDES,
        project=project_id,
        after=span.after.isoformat(),
        until=span.until.isoformat(),
        told_at=span.told_at,
    )
    for kind, words in _BESIDES_WORDS.items():
        for row in rows:
            if row["kind"] == kind:
                text = excerpt(" ".join(row["text"].split()), _LONGEST)
                told = grade_phrase(Grade(text)) if kind == "check-in" else text
                day = date.fromisoformat(row["day"])
                yield _on(day, filled(translate("since", words), told), span.until)


def _moved(events: ProjectEvents, today: date) -> Iterator[str]:
    for moved in events.moved:
        words = filled(translate("since", "Moved: %1"), moved_sentence(moved, today))
        yield f"{words}, {_whether_said(moved.move)}"


def _whether_said(move: Move) -> str:
    if move.said_on is None:
        return translate("since", "not said yet")
    if move.was_said_before:
        return translate("since", "said in time")
    return translate("since", "said late")


def _contacts(count: int) -> Iterator[str]:
    if count == 1:
        yield translate("since", "1 contact")
    elif count:
        yield translate("since", "%n contacts", count)


def _on(day: date, words: str, today: date) -> str:
    return filled(translate("since", "%1 (%2)"), words, day_month(day, today))
