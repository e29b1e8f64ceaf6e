"""Progress reports: how it goes, told by the agreed rhythm and channel before anybody has to ask.

One line for each project. Whatever we tell them about the project covers every report day up to
then; so does a report day that was marked as done or skipped. At milestones a report is due on the
day of each delivery. What is due counts from the first
day not covered, and marking it covers all days up to today.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from heapq import nsmallest
from operator import attrgetter
from typing import NamedTuple

from typing_extensions import override

from notebook.domain.moments import Channel, Direction, MomentState
from notebook.domain.promises import Side
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
from notebook.storage.tables import Moment, MomentPerson, Project, ProjectPerson
from notebook.translate import translate

_LONGEST_STEP = {
    ReportRhythm.DAILY: 3,
    ReportRhythm.TWICE_A_WEEK: 4,
    ReportRhythm.WEEKLY: 7,
    ReportRhythm.EVERY_TWO_WEEKS: 14,
    ReportRhythm.MONTHLY: 31,
}
"""Days; within as many before any day there is a report day."""
_RHYTHM_DAYS = _LONGEST_STEP | {
    ReportRhythm.DAILY: 1,
    ReportRhythm.TWICE_A_WEEK: 3,
    ReportRhythm.AT_MILESTONES: 3,
}
_TITLES = {
    ReportRhythm.DAILY: "Daily progress report %1",
    ReportRhythm.TWICE_A_WEEK: "Progress report twice a week %1",
    ReportRhythm.WEEKLY: "Weekly progress report %1",
    ReportRhythm.EVERY_TWO_WEEKS: "Progress report every two weeks %1",
    ReportRhythm.MONTHLY: "Monthly progress report %1",
    ReportRhythm.AT_MILESTONES: "Milestone report %1",
}
_NEVER = (date.min, date.min)


class _Missing(NamedTuple):
    """The reports of a project that nothing covers yet, and the day that they count from."""

    plan: ReportPlan
    due: date
    snoozed: date | None
    """The occurrence that was put off."""

    def occurrence(self, today: date) -> date:
        """Return the report day to mark, so that all up to today are covered."""
        return max(_latest(self.plan, today), self.snoozed or self.plan.first)


class ProgressReports(ReminderSource):
    """Of projects that are agreed or under way, until all of it is delivered."""

    kind = Source.PROGRESS_REPORT
    contact_like = True

    @override
    def find(self, asked: Asked) -> Found:
        """Return the next or overdue report of each project."""
        found = Found()
        missing = sorted(_missing(asked), key=attrgetter("due", "plan.project_id"))
        for group, part in asked.by_group(missing, lambda each: each.due.isoformat()):
            found.totals[group] += len(part)
            first = part[: asked.limit]
            if group is ReminderGroup.OVERDUE:
                first = nsmallest(asked.limit, part, key=lambda each: _waited(each, asked.today))
            found.candidates += [self._candidate(each, asked.today) for each in first]
        return found

    def _candidate(self, missing: _Missing, today: date) -> Candidate:
        return self.candidate(
            missing.plan.project_id,
            missing.occurrence(today),
            today,
            _RHYTHM_DAYS[missing.plan.rhythm],
            due=missing.due,
            since=missing.plan.first,
            put_off=missing.snoozed is not None,
        )

    @override
    def finish(self, subject_id: int, occurrence: date, today: date | None) -> None:
        """Mark a report as given unless a logged contact about the project says so already.

        So a contact that is deleted later takes its effect along.
        """
        if not _told_them(subject_id, occurrence):
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


def _told_them(project_id: int, day: date) -> bool:
    """Whether somebody of their side heard from us about a project on that day or later."""
    their_side = ProjectPerson.select(ProjectPerson.person).where(
        ProjectPerson.project == project_id, ProjectPerson.side == Side.THEIRS
    )
    told = (
        Moment.select()
        .join(Project)
        .join(MomentPerson, on=(MomentPerson.moment == Moment.id))
        .where(
            Project.id == project_id,
            Moment.direction == Direction.WE,
            Moment.state == MomentState.LOGGED,
            Moment.deleted_at.is_null(),
            Moment.happened_at >= day.isoformat(),
            (MomentPerson.person == Project.person) | MomentPerson.person.in_(their_side),
        )
    )
    return bool(told.exists())


def _waited(missing: _Missing, today: date) -> float:
    """Return by what overdue reports are in order: the most urgent has the least."""
    return (missing.due - today).days / _RHYTHM_DAYS[missing.plan.rhythm]


def _missing(asked: Asked) -> Iterator[_Missing]:
    snoozed = {
        subject_id: (date.fromisoformat(occurrence), date.fromisoformat(until))
        for subject_id, occurrence, until in asked.rows(
            "SELECT subject_id, occurrence, until FROM reminder_mark"
            " WHERE source = 'progress-report' AND mark = 'snoozed' ORDER BY occurrence"
        )
    }
    for plan in report_plans(asked):
        occurrence, until = snoozed.get(plan.project_id, _NEVER)
        if occurrence >= plan.first:
            yield _Missing(plan, until, occurrence)
        else:
            yield _Missing(plan, plan.first, None)


def _latest(plan: ReportPlan, today: date) -> date:
    """Return the last report day up to today, or the first if that is still to come."""
    if plan.rhythm is ReportRhythm.AT_MILESTONES:
        return plan.anchor
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
