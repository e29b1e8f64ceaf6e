"""What every source of reminders can do.

A source first finds candidates (a few, the most urgent of each group, with the number of all) and
later puts into words just those that are shown: nothing here grows with what is not on the screen.
"""

import json
from abc import ABC, abstractmethod
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from typing import Any, ClassVar, NamedTuple, TypeVar

from peewee import Database

from notebook.domain.dates_in_words import day_month
from notebook.domain.moments import Channel
from notebook.domain.partial_date import LeapDay
from notebook.domain.reminders import Mark, Source
from notebook.domain.urgency import ReminderGroup, group_of, urgency
from notebook.services.phrases import filled
from notebook.services.reminders.line import ReminderLine
from notebook.services.reminders.marks import write_mark
from notebook.translate import translate

Row = TypeVar("Row")

_DAY = timedelta(days=1)
_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of a source: its `limit` most urgent reminders of each group, as of `today`."""

    database: Database
    today: date
    limit: int
    leap_day: LeapDay
    at: time | None = None
    """The time of day, where it matters."""

    def rows(self, statement: str, *values: object) -> list[Any]:
        """Run a query."""
        found: list[Any] = self.database.execute_sql(statement, values).fetchall()
        return found

    def windows(self) -> Iterator[tuple[ReminderGroup, date, date]]:
        """Yield each group with its first and last day."""
        yield ReminderGroup.OVERDUE, date.min, self.today - _DAY
        yield ReminderGroup.TODAY, self.today, self.today
        yield ReminderGroup.THIS_WEEK, self.today + _DAY, self.today + _WEEK - _DAY
        yield ReminderGroup.LATER, self.today + _WEEK, date.max

    def by_group(
        self, rows: Sequence[Row], day: Callable[[Row], str]
    ) -> Iterator[tuple[ReminderGroup, Sequence[Row]]]:
        """Yield each group with its part of the rows, which are in the order of their days."""
        begin = 0
        for group, _, last in self.windows():
            end = bisect_right(rows, last.isoformat(), begin, key=day)
            yield group, rows[begin:end]
            begin = end


class Candidate(NamedTuple):
    """One occurrence that is due, not yet in words; a tuple, for thousands are made at once."""

    source: Source
    subject_id: int
    occurrence: date
    due: date
    since: date
    urgency: float
    put_off: bool = False


@dataclass(slots=True)
class Found:
    """The most urgent candidates, and how many there are in each group."""

    candidates: list[Candidate] = field(default_factory=list)
    totals: Counter[ReminderGroup] = field(default_factory=Counter)

    def add(self, candidate: Candidate, today: date) -> None:
        """Add one and count it."""
        self.candidates.append(candidate)
        self.totals[group_of(candidate.due, today)] += 1


class ReminderSource(ABC):
    """Where reminders come from.

    `contact_like` ones are done by logging a contact.
    """

    kind: ClassVar[Source]
    contact_like: ClassVar[bool] = False

    @abstractmethod
    def find(self, asked: Asked) -> Found:
        """Return the most urgent candidates of each group, and the number of all."""

    @abstractmethod
    def describe(self, asked: Asked, chosen: Sequence[Candidate]) -> list[ReminderLine]:
        """Put these candidates into words, one line for each, in their order."""

    def timed(self, asked: Asked, first: date, last: date) -> list[Candidate]:
        """Return what is due from `first` to `last` at a time of day: nothing, for most sources."""
        del asked, first, last
        return []

    def finish(self, subject_id: int, occurrence: date, today: date | None) -> None:  # noqa: ARG002
        """Make an occurrence done, within a change; `today` where the source keeps a day."""
        write_mark(self.kind, subject_id, occurrence, Mark.DONE)

    def let_go(self, subject_id: int, occurrence: date, today: date) -> None:  # noqa: ARG002
        """Let an occurrence go undone, within a change; `today` where what follows depends on it."""
        write_mark(self.kind, subject_id, occurrence, Mark.SKIPPED)

    def put_off(self, line: ReminderLine, until: date, today: date) -> None:  # noqa: ARG002
        """Let the occurrence of a line wait until a later day, within a change of `today`."""
        write_mark(self.kind, line.subject_id, line.occurrence, Mark.SNOOZED, until)

    def waits_until(self, line: ReminderLine, until: date, today: date) -> date:
        """Return the day until which a line really waits that is put off until one."""
        del line, today
        return until

    def let_go_label(self) -> str:
        """Return what letting it go is called, with %1 for what it was."""
        return translate("reminders", "Skipped: %1")

    def finished_label(self) -> str:
        """Return what making it done is called, with %1 for what it was."""
        return translate("reminders", "Done: %1")

    def following(self, subject_id: int, occurrence: date, today: date) -> date | None:
        """Return when it comes round again once this is settled; None where that is not certain."""
        del subject_id, occurrence, today
        return None

    def candidate(
        self,
        subject_id: int,
        occurrence: date,
        today: date,
        rhythm_days: int | None,
        *,
        due: date | None = None,
        since: date | None = None,
        put_off: bool = False,
    ) -> Candidate:
        """Build a candidate; a rhythm makes only what is overdue less urgent, not what is to come."""
        day = due or occurrence
        rhythm = rhythm_days if day < today else None
        return Candidate(
            self.kind,
            subject_id,
            occurrence,
            day,
            since or occurrence,
            urgency(day, today, rhythm),
            put_off,
        )

    def line(
        self,
        candidate: Candidate,
        today: date,
        *,
        who: str,
        what: str,
        why: Iterable[str],
        person_id: int | None = None,
        project_id: int | None = None,
        channel: Channel | None = None,
        question_key: str = "",
        at: time | None = None,
        called: str = "",
        has_passed: bool = False,
        over_at: time | None = None,
        deliverable_id: int | None = None,
    ) -> ReminderLine:
        """Build a line; the parts of `why` are joined, and a put-off one says so."""
        parts = [part for part in why if part]
        if candidate.put_off:
            put_off = translate("reminders", "put off, was due %1")
            parts.append(filled(put_off, day_month(candidate.since, today)))
        return ReminderLine(
            source=self.kind,
            subject_id=candidate.subject_id,
            occurrence=candidate.occurrence,
            who=who,
            person_id=person_id,
            project_id=project_id,
            what=what,
            why=" · ".join(parts),
            since=candidate.since,
            due=candidate.due,
            urgency=candidate.urgency,
            contact_like=self.contact_like,
            channel=channel,
            question_key=question_key,
            at=at,
            called=called,
            has_passed=has_passed,
            over_at=over_at,
            deliverable_id=deliverable_id,
        )


def described_rows(asked: Asked, statement: str, chosen: Sequence[Candidate]) -> dict[int, Any]:
    """Run a query with `{ids}` for the subjects of the chosen; rows by their first column."""
    ids = json.dumps([candidate.subject_id for candidate in chosen])
    named = statement.replace("{ids}", "SELECT value FROM json_each(?)")
    return {row[0]: row for row in asked.rows(named, ids)}
