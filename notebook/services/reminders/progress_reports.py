"""Progress reports: how it goes, told by the agreed rhythm and channel before anybody has to ask.

One line for each project. Whatever we tell them about the project covers every report day up to
then; so does a report day that was marked as done or skipped. What is due counts from the first
day not covered, and marking it covers all days up to today.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import chain
from operator import attrgetter

from typing_extensions import override

from notebook.domain.moments import Channel, Direction, MomentState
from notebook.domain.reminders import Mark, Source
from notebook.domain.rhythm import ReportRhythm, next_report_day
from notebook.domain.text import first_name
from notebook.domain.urgency import ReminderGroup
from notebook.services.phrases import filled
from notebook.services.project_words import by_channel
from notebook.services.reminders.line import ReminderLine
from notebook.services.reminders.marks import write_mark
from notebook.services.reminders.report_plans import ReportPlan, report_plans, report_ways
from notebook.services.reminders.source import Asked, Candidate, Found, ReminderSource
from notebook.storage.tables import Moment
from notebook.translate import translate

_LONGEST_STEP = {
    ReportRhythm.DAILY: 3,
    ReportRhythm.TWICE_A_WEEK: 4,
    ReportRhythm.WEEKLY: 7,
    ReportRhythm.EVERY_TWO_WEEKS: 14,
    ReportRhythm.MONTHLY: 31,
}
"""Days; within as many before any day there is a report day."""
_RHYTHM_DAYS = _LONGEST_STEP | {ReportRhythm.DAILY: 1, ReportRhythm.TWICE_A_WEEK: 3}
_TITLES = {
    ReportRhythm.DAILY: "Daily progress report %1",
    ReportRhythm.TWICE_A_WEEK: "Progress report twice a week %1",
    ReportRhythm.WEEKLY: "Weekly progress report %1",
    ReportRhythm.EVERY_TWO_WEEKS: "Progress report every two weeks %1",
    ReportRhythm.MONTHLY: "Monthly progress report %1",
}


class ProgressReports(ReminderSource):
    """Of projects that are agreed or under way, until all of it is delivered."""

    kind = Source.PROGRESS_REPORT
    contact_like = True

    @override
    def find(self, asked: Asked) -> Found:
        """Return the next or overdue report of each project."""
        found = Found()
        for group, part in asked.by_group(sorted(report_plans(asked)), attrgetter("due")):
            found.totals[group] += len(part)
            is_overdue = group is ReminderGroup.OVERDUE
            first = _longest_due(part, asked.limit) if is_overdue else part[: asked.limit]
            found.candidates += [self._candidate(each, asked.today) for each in first]
        return found

    def _candidate(self, plan: ReportPlan, today: date) -> Candidate:
        return self.candidate(
            plan.project_id,
            max(_latest(plan, today), plan.snoozed or plan.first),
            today,
            _RHYTHM_DAYS[plan.rhythm],
            due=date.fromisoformat(plan.due),
            since=plan.first,
            put_off=plan.snoozed is not None,
        )

    @override
    def finish(self, subject_id: int, occurrence: date, today: date | None) -> None:
        """Mark a report as given unless a logged contact about the project says so already.

        So a contact that is deleted later takes its effect along.
        """
        told = Moment.select().where(
            Moment.project == subject_id,
            Moment.direction == Direction.WE,
            Moment.state == MomentState.LOGGED,
            Moment.deleted_at.is_null(),
            Moment.happened_at >= occurrence.isoformat(),
        )
        if not told.exists():
            write_mark(self.kind, subject_id, occurrence, Mark.DONE)

    @override
    def describe(self, asked: Asked, chosen: Sequence[Candidate]) -> list[ReminderLine]:
        """Say how often and by which channel, and with whom it was agreed."""
        ways = report_ways(asked, [candidate.subject_id for candidate in chosen])
        lines = []
        for candidate in chosen:
            way = ways[candidate.subject_id]
            agreed = filled(translate("reminders", "agreed with %1"), first_name(way.person))
            lines.append(
                self.line(
                    candidate,
                    asked.today,
                    who=way.person,
                    what=_title(way.rhythm, way.channel),
                    why=(way.project, agreed),
                    person_id=way.person_id,
                    project_id=way.project_id,
                    channel=way.channel,
                )
            )
        return lines


def _longest_due(overdue: Sequence[ReportPlan], limit: int) -> list[ReportPlan]:
    """Return the first of each rhythm: among them are the most urgent, whatever the day is."""
    first: dict[ReportRhythm, list[ReportPlan]] = {rhythm: [] for rhythm in _RHYTHM_DAYS}
    for plan in overdue:
        alike = first[plan.rhythm]
        if len(alike) < limit:
            alike.append(plan)
    return sorted(chain.from_iterable(first.values()))


def _latest(plan: ReportPlan, today: date) -> date:
    """Return the last report day up to today, or the first if that is still to come.

    Marking it covers all reports up to today.
    """
    latest = plan.first
    day: date | None = plan.first
    if plan.first < today:
        near = today - timedelta(days=_LONGEST_STEP[plan.rhythm])
        day = next_report_day(plan.rhythm, plan.anchor, max(plan.first - timedelta(days=1), near))
    while day is not None and day <= today:
        latest, day = day, next_report_day(plan.rhythm, plan.anchor, day)
    return latest


def _title(rhythm: ReportRhythm, channel: Channel | None) -> str:
    way = by_channel(channel) if channel else ""
    return filled(translate("reminders", _TITLES[rhythm]), way).strip()
