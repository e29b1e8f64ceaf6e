"""Planned moments: whom one meets and when; and how it went, once the time has passed."""

import json
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any, NamedTuple

from typing_extensions import override

from notebook.domain.dates_in_words import clock_words, day_month
from notebook.domain.moments import Channel, MomentState, format_when, parse_when
from notebook.domain.reminders import Source
from notebook.domain.text import excerpt
from notebook.errors import Refused
from notebook.services.phrases import filled
from notebook.services.reminders.line import ReminderLine
from notebook.services.reminders.selected import SelectedSource
from notebook.services.reminders.source import Asked, Candidate, described_rows
from notebook.services.words import planned_phrase
from notebook.storage.reading import not_in_trash
from notebook.storage.record import utc_now
from notebook.storage.tables import Moment
from notebook.translate import translate

_AGENDA_LENGTH = 60

_OPEN = f"""
    SELECT m.id AS subject_id, substr(m.happened_at, 1, 10) AS occurrence, NULL AS rhythm_days,
        m.happened_at FROM moment m
    WHERE m.state = 'planned' AND m.deleted_at IS NULL AND EXISTS (
        SELECT 1 FROM moment_person mp
        WHERE mp.moment_id = m.id AND {not_in_trash("person", "mp.person_id")})"""

_DESCRIBED = """
    SELECT m.id, m.happened_at, m.channel, m.minutes, m.place, m.agenda, j.id, j.name,
        (SELECT json_group_array(json_array(id, name)) FROM (SELECT p.id, p.name
            FROM moment_person mp JOIN person p ON p.id = mp.person_id
            WHERE mp.moment_id = m.id AND p.deleted_at IS NULL ORDER BY mp.id))
    FROM moment m LEFT JOIN project j ON j.id = m.project_id AND j.deleted_at IS NULL
    WHERE m.id IN ({ids})"""

_TO_COME = {
    Channel.CALL: "Call %1",
    Channel.EMAIL: "Write to %1",
    Channel.MESSAGE: "Write to %1",
    Channel.LETTER: "Write to %1",
    Channel.FAX: "Write to %1",
    Channel.VISIT: "Visit %1",
    Channel.MEETING: "Meet %1",
}


class _Row(NamedTuple):
    """A row of _DESCRIBED."""

    id: int
    happened_at: str
    channel: str
    minutes: int | None
    place: str
    agenda: str
    project_id: int | None
    project: str | None
    people: str


class PlannedMoments(SelectedSource):
    """Of moments that are not logged yet; done is logging them, on the sheet."""

    kind = Source.PLANNED
    order = "happened_at, subject_id"
    at_a_time = "length(happened_at) > 10"

    @override
    def open_ones(self, asked: Asked) -> tuple[str, tuple[object, ...]]:
        """Return every planned moment with somebody who is there."""
        return _OPEN, ()

    @override
    def finish(self, subject_id: int, occurrence: date, today: date | None) -> None:
        """Log it as it was planned; raises Refused for one that is still to come."""
        if today is not None and occurrence > today:
            raise Refused(translate("moments", "This is still to come."))
        row = Moment.get_by_id(subject_id)
        row.amend(state=MomentState.LOGGED, text=row.text or row.agenda)

    @override
    def let_go(self, subject_id: int, occurrence: date, today: date) -> None:
        """Put it into the trash: it won't take place, or did not."""
        Moment.get_by_id(subject_id).amend(deleted_at=utc_now())

    @override
    def put_off(self, line: ReminderLine, until: date, today: date) -> None:
        """Move it to another day, to the same time; one that has passed is asked about then."""
        if line.has_passed or line.occurrence < today:
            super().put_off(line, until, today)
            return
        row = Moment.get_by_id(line.subject_id)
        row.amend(happened_at=format_when(until, parse_when(row.happened_at)[1]))

    @override
    def timed(self, asked: Asked, first: date, last: date) -> list[Candidate]:
        """Return what takes place then; a question that was put off has no time of day."""
        return [each for each in super().timed(asked, first, last) if not each.put_off]

    @override
    def _after(self, asked: Asked, row: Any) -> Candidate | None:
        """Let a question wait, but never a meeting that is to come: a clock may be set back."""
        subject_id, day, *_ = row
        occurrence = date.fromisoformat(day)
        if occurrence > asked.today:
            return self.candidate(subject_id, occurrence, asked.today, None)
        return super()._after(asked, row)

    @override
    def finished_label(self) -> str:
        return translate("reminders", "Logged: %1")

    @override
    def let_go_label(self) -> str:
        return translate("reminders", "Did not take place: %1")

    @override
    def describe(self, asked: Asked, chosen: Sequence[Candidate]) -> list[ReminderLine]:
        """Say whom one meets and when, or ask how it went."""
        rows = described_rows(asked, _DESCRIBED, chosen)
        return [self._line(asked, each, _Row(*rows[each.subject_id])) for each in chosen]

    def _line(self, asked: Asked, candidate: Candidate, row: _Row) -> ReminderLine:
        people: list[tuple[int, str]] = json.loads(row.people)
        person_id, name = people[0]
        day, at = parse_when(row.happened_at)
        over_at = _over_at(at, row.minutes)
        has_passed = _has_passed(day, over_at, asked)
        channel = Channel(row.channel)
        if has_passed:
            what = filled(translate("reminders", "How did it go with %1?"), name)
        else:
            what = filled(translate("reminders", _TO_COME[channel]), name)
            what = f"{what} {clock_words(at)}" if at else what
        return self.line(
            candidate._replace(put_off=False),
            asked.today,
            who=name,
            what=what,
            why=(
                _planned(day, at, asked.today) if has_passed else "",
                translate("reminders", "put off") if candidate.put_off else "",
                row.project or "",
                _others(len(people) - 1),
                row.place,
                "" if has_passed else excerpt(row.agenda, _AGENDA_LENGTH),
            ),
            person_id=person_id,
            project_id=row.project_id,
            channel=channel,
            at=at,
            called=filled(planned_phrase(channel), name),
            has_passed=has_passed,
            over_at=over_at,
        )


def _over_at(at: time | None, minutes: int | None) -> time | None:
    """Return when a planned moment is over; one that lasts beyond midnight is over with the day."""
    if at is None:
        return None
    over = datetime.combine(date.min, at) + timedelta(minutes=minutes or 0)
    return over.time() if over.date() == date.min else time.max


def _has_passed(day: date, over_at: time | None, asked: Asked) -> bool:
    """Return whether a planned moment lies behind, as far as the time of day is known."""
    if day != asked.today or over_at is None or asked.at is None:
        return day < asked.today
    return over_at <= asked.at


def _planned(day: date, at: time | None, today: date) -> str:
    words = translate("reminders", "Planned for %1")
    if day == today and at is not None:
        return filled(words, clock_words(at))
    return filled(words, day_month(day, today))


def _others(count: int) -> str:
    if count == 1:
        return translate("reminders", "and one other")
    return translate("reminders", "and %n others", count) if count > 1 else ""
