"""Check-ins: asking whether they get what they expected, at the agreed times.

Each planned check-in comes round once. Its day follows from the agreed dates and moves with them,
so a mark holds for it whatever day it had when it was made. Of several that are due only the latest
is worth asking.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from operator import itemgetter

from typing_extensions import override

from notebook.domain.check_ins import Occasion
from notebook.domain.reminders import Mark, Source
from notebook.domain.text import short_name
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
from notebook.storage.reading import with_person
from notebook.translate import translate

_OVER = {Mark.DONE.value, Mark.SKIPPED.value}
_HORIZON = timedelta(days=30)
_RHYTHM = 7
"""Days; a check-in that waits is as pressing as a weekly report."""

_WAITING = f"""
    SELECT project_id, id, asks_on FROM check_in_plan
    WHERE asks_on <= ? AND {with_person("project_id")}
    ORDER BY asks_on, id"""
# Of several marks the newest holds.
_MARKS = """
    SELECT k.subject_id, k.mark, coalesce(k.until, '') FROM reminder_mark k
    JOIN check_in_plan p ON p.id = k.subject_id AND p.asks_on IS NOT NULL
    WHERE k.source = 'check-in' ORDER BY k.changed_at, k.id"""

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
        for group, part in asked.by_group(_waiting(asked), itemgetter(0)):
            found.totals[group] += len(part)
            found.candidates += [self._candidate(asked, row) for row in part[: asked.limit]]
        return found

    def _candidate(self, asked: Asked, row: tuple[str, int, str]) -> Candidate:
        until, plan_id, asks_on = row
        day, due = date.fromisoformat(asks_on), date.fromisoformat(until)
        return self.candidate(plan_id, day, asked.today, _RHYTHM, due=due, put_off=due != day)

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
            called = short_name(given, name)
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


def _waiting(asked: Asked) -> list[tuple[str, int, str]]:
    """Return when each open check-in is due, its plan and its day, in the order of their days."""
    today, horizon = asked.today.isoformat(), (asked.today + _HORIZON).isoformat()
    rows = asked.rows(_WAITING, horizon)
    latest_due = {project_id: day for project_id, _, day in rows if day <= today}
    marks = {plan_id: (mark, until) for plan_id, mark, until in asked.rows(_MARKS)}
    waiting = []
    for project_id, plan_id, day in rows:
        mark, until = marks.get(plan_id, ("", ""))
        # Put off until a day that the project has overtaken counts by its own day again.
        due = max(day, until)
        if day >= latest_due.get(project_id, day) and mark not in _OVER and due <= horizon:
            waiting.append((due, plan_id, day))
    return sorted(waiting)
