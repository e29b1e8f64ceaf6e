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

from notebook.domain.check_ins import Occasion, planned_on
from notebook.domain.reminders import Mark, Source
from notebook.domain.text import first_name
from notebook.domain.urgency import group_of
from notebook.services.check_ins.plans import ASKED, DATES, LAST_ASKED, overtaken_before
from notebook.services.check_ins.words import occasion_phrase
from notebook.services.phrases import filled
from notebook.services.reminders.line import ReminderLine
from notebook.services.reminders.source import (
    Asked,
    Candidate,
    Found,
    ReminderSource,
    described_rows,
)
from notebook.storage.reading import not_in_trash
from notebook.translate import translate

_OVER = {Mark.DONE.value, Mark.SKIPPED.value}
_OCCASIONS = {occasion.value: occasion for occasion in Occasion}
_HORIZON = timedelta(days=30)
_RHYTHM = 7
"""Days; a check-in that waits is as pressing as a weekly report."""

# The days of a project are worked out once for its plans. Of several marks the newest holds.
_OPEN = f"""
    WITH going_on AS MATERIALIZED (
        SELECT j.id AS project_id, {DATES}, {LAST_ASKED} AS last_asked_on FROM project j
        WHERE j.state IN ('agreed', 'under-way', 'delivered') AND j.deleted_at IS NULL
            AND {not_in_trash("person", "j.person_id")})
    SELECT g.project_id, g.begins_on, g.ends_on, g.last_asked_on, p.id, p.occasion, p.own_day,
        k.mark, k.until
    FROM going_on g CROSS JOIN check_in_plan p ON p.project_id = g.project_id
    LEFT JOIN reminder_mark k ON k.id = (SELECT m.id FROM reminder_mark m
        WHERE m.source = 'check-in' AND m.subject_id = p.id ORDER BY m.changed_at DESC, m.id DESC LIMIT 1)
    WHERE NOT p.is_left_out AND NOT EXISTS ({ASKED})"""

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
    for project, rows in groupby(asked.rows(_OPEN), key=itemgetter(0, 1, 2, 3)):
        begins, ends, last = (date.fromisoformat(day) if day else None for day in project[1:])
        plans = ((_planned_on(row, begins, ends), row) for _, _, _, _, *row in rows)
        days = [(day, row) for day, row in plans if day is not None]
        since = overtaken_before((day for day, _ in days), last, asked.today)
        for day, row in days:
            if day >= since:
                yield from _due(source, asked, day, row)


def _planned_on(row: Any, begins_on: date | None, ends_on: date | None) -> date | None:
    _, occasion, own_day, _, _ = row
    if own_day:
        return date.fromisoformat(own_day)
    return planned_on(_OCCASIONS[occasion], begins_on, ends_on) if begins_on else None


def _due(source: CheckInsDue, asked: Asked, day: date, row: Any) -> Iterator[Candidate]:
    plan_id, _, _, mark, until = row
    if mark in _OVER:
        return
    # Put off until a day that the project has overtaken counts by its own day again.
    due = max(day, date.fromisoformat(until)) if until else day
    if due <= asked.today + _HORIZON:
        yield source.candidate(plan_id, day, asked.today, _RHYTHM, due=due, put_off=due != day)
