"""Check-ins: asking whether they get what they expected, at the agreed times.

Each planned check-in comes round once. Its day follows from the agreed dates and moves with them,
so a mark holds for it whatever day it had when it was made. Of several that are due only the latest
is worth asking.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby
from operator import itemgetter
from typing import Any

from typing_extensions import override

from notebook.domain.check_ins import Occasion
from notebook.domain.reminders import Mark, Source
from notebook.domain.text import first_name
from notebook.domain.urgency import group_of
from notebook.services.check_ins.plans import ASKED, DATES, LAST_ASKED, due_day, overtaken_before
from notebook.services.check_ins.words import occasion_phrase
from notebook.services.phrases import filled
from notebook.services.reminders.line import ReminderLine
from notebook.services.reminders.source import (
    Asked,
    Candidate,
    Found,
    ReminderSource,
    described_rows,
    present,
)
from notebook.translate import translate

_HORIZON = timedelta(days=30)
_RHYTHM = 7
"""Days; a check-in that waits is as pressing as a weekly report."""

# Of several marks on one check-in the newest holds.
_OPEN = f"""
    SELECT p.project_id, p.id, p.occasion, p.own_day, {DATES}, {LAST_ASKED}, k.mark, k.until
    FROM check_in_plan p JOIN project j ON j.id = p.project_id
    LEFT JOIN reminder_mark k ON k.id = (SELECT m.id FROM reminder_mark m
        WHERE m.source = 'check-in' AND m.subject_id = p.id ORDER BY m.changed_at DESC, m.id DESC LIMIT 1)
    WHERE NOT p.is_left_out AND j.state IN ('agreed', 'under-way', 'delivered')
        AND j.deleted_at IS NULL AND {present("person", "j.person_id")}
        AND NOT EXISTS ({ASKED})
    ORDER BY p.project_id"""

_WHAT = {
    Occasion.THIRD: "Ask %1 whether %2 is going as expected",
    Occasion.DELIVERY: "Ask %1 whether %2 is what was expected",
    Occasion.MONTH_AFTER: "Ask %1 how %2 is working out",
}


class CheckInsDue(ReminderSource):
    """Of projects that are agreed, under way or delivered; done is asking, on the sheet."""

    kind = Source.CHECK_IN

    @override
    def find(self, asked: Asked) -> Found:
        """Return the planned check-ins that are due, or will be within a month."""
        found = Found()
        for candidate in sorted(_open(self, asked), key=lambda each: -each.urgency):
            group = group_of(candidate.due, asked.today)
            found.totals[group] += 1
            if found.totals[group] <= asked.limit:
                found.candidates.append(candidate)
        return found

    @override
    def describe(self, asked: Asked, chosen: Sequence[Candidate]) -> list[ReminderLine]:
        """Say whom to ask about what, and how far the project has come."""
        rows = described_rows(
            asked,
            "SELECT p.id, p.occasion, j.id, j.name, e.id, e.name, e.given_name"
            " FROM check_in_plan p JOIN project j ON j.id = p.project_id"
            " JOIN person e ON e.id = j.person_id WHERE p.id IN ({ids})",
            chosen,
        )
        lines = []
        for candidate in chosen:
            _, word, project_id, project, person_id, name, given = rows[candidate.subject_id]
            occasion = Occasion(word)
            called = given.strip() or first_name(name)
            lines.append(
                self.line(
                    candidate,
                    asked.today,
                    who=name,
                    what=filled(translate("reminders", _WHAT[occasion]), called, project),
                    why=(translate("reminders", "Check-in"), occasion_phrase(occasion)),
                    person_id=person_id,
                    project_id=project_id,
                )
            )
        return lines


def _open(source: CheckInsDue, asked: Asked) -> Iterator[Candidate]:
    for _project, rows in groupby(asked.rows(_OPEN), key=itemgetter(0)):
        plans = [(due_day(*row[2:6]), row) for row in rows]
        days = [(day, row) for day, row in plans if day is not None]
        last = days[0][1][6] if days else None
        last_asked_on = date.fromisoformat(last) if last else None
        since = overtaken_before((day for day, _ in days), last_asked_on, asked.today)
        for day, row in days:
            if day >= since:
                yield from _due(source, asked, day, row)


def _due(source: CheckInsDue, asked: Asked, day: date, row: Any) -> Iterator[Candidate]:
    *_, mark, until = row
    if mark in {Mark.DONE, Mark.SKIPPED}:
        return
    # Put off until a day that the project has overtaken counts by its own day again.
    due = max(day, date.fromisoformat(until)) if until else day
    if due <= asked.today + _HORIZON:
        yield source.candidate(row[1], day, asked.today, _RHYTHM, due=due, put_off=due != day)
