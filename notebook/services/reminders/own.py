"""Own reminders: lines that the user wrote for a day of their own choosing, once or recurring.

However long one was away, a reminder that comes round is one line: the oldest turn that is not
settled, which says how often it came round since. A day was chosen by the user, so that what is
overdue counts in days, whatever its rhythm.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any, NamedTuple

from typing_extensions import override

from notebook.domain.dates_in_words import clock_words, day_month, short_weekday_name
from notebook.domain.recurrence import LAST_DAY, Recurrence, latest_occurrence, occurrences_between
from notebook.domain.recurrence_text import parse_rule
from notebook.domain.recurrence_words import recurrence_words
from notebook.domain.reminders import Source
from notebook.domain.schedule import MANY, Schedule
from notebook.services.phrases import filled
from notebook.services.preferences import chosen_leap_day
from notebook.services.reminders.line import ReminderLine
from notebook.services.reminders.selected import SelectedSource
from notebook.services.reminders.source import Asked, Candidate, described_rows
from notebook.services.turns import following, let_go, settle, waits_until
from notebook.storage.reading import not_in_trash, of_no_lost_project
from notebook.storage.tables import Reminder
from notebook.translate import translate

_DAY = timedelta(days=1)

_OPEN = f"""done_on IS NULL AND deleted_at IS NULL
        AND (person_id IS NULL OR {not_in_trash("person", "person_id")})
        AND {of_no_lost_project("project_id")}"""

# With a lead time it is due from some days before until its day, and overdue only after that.
_OPEN_ONES = f"""
    SELECT id AS subject_id, due_on AS occurrence, NULL AS rhythm_days, due_on AS day, at
    FROM reminder WHERE lead_days = 0 AND {_OPEN}
    UNION ALL
    SELECT id, due_on, NULL, min(due_on, max(date(due_on, '-' || lead_days || ' days'), ?)), at
    FROM reminder WHERE lead_days > 0 AND {_OPEN}"""

_DESCRIBED = """
    SELECT r.id, r.text, p.id, p.name, j.id, j.name, r.at, r.rule, r.anchor, r.from_completion
    FROM reminder r LEFT JOIN person p ON p.id = r.person_id
    LEFT JOIN project j ON j.id = r.project_id WHERE r.id IN ({ids})"""


class _Row(NamedTuple):
    """A row of _DESCRIBED."""

    id: int
    text: str
    person_id: int | None
    person: str | None
    project_id: int | None
    project: str | None
    at: str | None
    rule: str | None
    anchor: str | None
    from_completion: bool

    def schedule(self) -> Schedule | None:
        if self.rule is None or self.anchor is None:
            return None
        anchor = date.fromisoformat(self.anchor)
        return Schedule(parse_rule(self.rule), anchor, bool(self.from_completion))


_ROUNDS = f"""
    SELECT id, due_on, at, rule, anchor, coalesce((SELECT max(m.until, due_on) FROM reminder_mark m
        WHERE m.source = 'own' AND m.subject_id = reminder.id AND m.occurrence = due_on
            AND m.mark = 'snoozed'), due_on)
    FROM reminder WHERE at IS NOT NULL AND rule IS NOT NULL AND NOT from_completion
        AND due_on <= ? AND {_OPEN}"""


class _Round(NamedTuple):
    """A row of _ROUNDS: an open turn with a time of day, and when it is due first."""

    id: int
    due_on: str
    at: str
    rule: str
    anchor: str
    first: str


class OwnReminders(SelectedSource):
    """One line each."""

    kind = Source.OWN
    day = "day"
    order = "at, subject_id"
    at_a_time = "at IS NOT NULL"

    @override
    def open_ones(self, asked: Asked) -> tuple[str, tuple[object, ...]]:
        """Return the open turn of those that are not done."""
        return _OPEN_ONES, (asked.today.isoformat(),)

    @override
    def finish(self, subject_id: int, occurrence: date, today: date | None) -> None:
        """Say that it was done today."""
        row = Reminder.get_by_id(subject_id)
        settle(row, occurrence, today or occurrence, chosen_leap_day())

    @override
    def let_go(self, subject_id: int, occurrence: date, today: date) -> None:
        """Leave it undone this time."""
        let_go(Reminder.get_by_id(subject_id), occurrence, today, chosen_leap_day())

    @override
    def following(self, subject_id: int, occurrence: date, today: date) -> date | None:
        """Return the turn that comes when this one is settled today."""
        return following(Reminder.get_by_id(subject_id), occurrence, today, chosen_leap_day())

    @override
    def put_off(self, line: ReminderLine, until: date, today: date) -> None:
        """Let the open turn wait until a later day, or until the next one comes."""
        super().put_off(line, self.waits_until(line, until, today), today)

    @override
    def waits_until(self, line: ReminderLine, until: date, today: date) -> date:
        row = Reminder.get_by_id(line.subject_id)
        return waits_until(row, line.occurrence, until, today, chosen_leap_day())

    @override
    def timed(self, asked: Asked, first: date, last: date) -> list[Candidate]:
        """Return what has a time of day, and the later turns of what comes round: each is told."""
        once, rounds = super().timed(asked, first, last), list(self._rounds(asked, last))
        coming_round = {each.subject_id for each in rounds}
        return [each for each in once if each.subject_id not in coming_round] + rounds

    def _rounds(self, asked: Asked, last: date) -> Iterator[Candidate]:
        for row in map(_Round._make, asked.rows(_ROUNDS, last.isoformat())):
            occurrence = date.fromisoformat(row.due_on)
            for day in _told_on(asked, row, last):
                yield self.candidate(row.id, occurrence, asked.today, None, due=day)

    @override
    def _after(self, asked: Asked, row: Any) -> Candidate | None:
        """Let what was put off within its lead time be due from then until its own day."""
        candidate = super()._after(asked, row)
        if candidate is None or not candidate.put_off:
            return candidate
        due = max(candidate.due, min(candidate.occurrence, asked.today))
        return self.candidate(
            candidate.subject_id,
            candidate.occurrence,
            asked.today,
            None,
            due=due,
            since=min(candidate.occurrence, due),
            put_off=candidate.due > candidate.occurrence,
        )

    @override
    def describe(self, asked: Asked, chosen: Sequence[Candidate]) -> list[ReminderLine]:
        """Say for whom it is, at what time, and how often it comes round."""
        rows = described_rows(asked, _DESCRIBED, chosen)
        return [self._line(asked, each, _Row(*rows[each.subject_id])) for each in chosen]

    def _line(self, asked: Asked, candidate: Candidate, row: _Row) -> ReminderLine:
        why = [part for part in _why(asked, candidate, row) if part]
        return self.line(
            candidate,
            asked.today,
            who=row.person or "",
            what=row.text,
            why=why or (translate("reminders", "Your own reminder"),),
            person_id=row.person_id,
            project_id=row.project_id,
            at=time.fromisoformat(row.at) if row.at else None,
        )


def _told_on(asked: Asked, row: _Round, last: date) -> list[date]:
    """Return the days until `last` on which an open turn, or one after it, is to be told.

    Of those that lie behind it is the latest: whoever was away hears of it once.
    """
    first, anchor = date.fromisoformat(row.first), date.fromisoformat(row.anchor)
    rule, leap = parse_rule(row.rule), asked.leap_day
    is_over = asked.at is None or time.fromisoformat(row.at) <= asked.at
    last_behind = asked.today if is_over else asked.today - _DAY
    if first > last_behind:
        days = sorted({first, *occurrences_between(rule, anchor, first, last, leap)})
    else:
        latest = latest_occurrence(rule, anchor, first, last_behind, leap)
        coming = occurrences_between(rule, anchor, last_behind + _DAY, last, leap)
        days = [latest or first, *coming]
    return [day for day in days if day <= last]


def _why(asked: Asked, candidate: Candidate, row: _Row) -> Iterator[str]:
    yield _when(asked, candidate, row)
    yield row.project or ""
    yield row.person or ""
    schedule = row.schedule()
    if schedule is not None:
        yield recurrence_words(_in_short(schedule.rule), from_completion=schedule.from_completion)
        yield _waiting(asked, candidate, schedule)


def _in_short(rule: Recurrence) -> Recurrence:
    """Return a rule without its end, and without the day that the line shows in any case."""
    if rule.month_day is None or rule.month_day == LAST_DAY:
        return rule.without_end()
    return replace(rule.without_end(), month_day=None, month=None)


def _when(asked: Asked, candidate: Candidate, row: _Row) -> str:
    """Return the time of day, and the day where the line stands there before it."""
    at = clock_words(time.fromisoformat(row.at)) if row.at else ""
    if candidate.due >= candidate.occurrence or candidate.put_off:
        return at
    weekday = short_weekday_name(candidate.occurrence)
    words = filled(
        translate("reminders", "for %1 %2"), weekday, day_month(candidate.occurrence, asked.today)
    )
    return f"{words}, {at}" if at else words


def _waiting(asked: Asked, candidate: Candidate, schedule: Schedule) -> str:
    turns = schedule.waiting(candidate.occurrence, asked.today, asked.leap_day)
    if turns >= MANY:
        return translate("reminders", "came round many times")
    return translate("reminders", "came round %n times", turns) if turns > 1 else ""
