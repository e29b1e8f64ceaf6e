"""When a project has its check-ins: computed from the agreed dates, adjusted where the user wants."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from peewee import Database

from notebook.domain.changes import Changes
from notebook.domain.check_ins import Occasion, planned_on
from notebook.domain.dates_in_words import day_month
from notebook.domain.reminders import Mark, Source
from notebook.errors import Refused
from notebook.services.check_ins.words import occasion_phrase
from notebook.services.draft_rows import project_row, refuse_closed
from notebook.services.phrases import filled
from notebook.services.reminders.marks import forget_marks
from notebook.storage.care_tables import CheckIn, CheckInPlan
from notebook.storage.file import NotebookFile
from notebook.storage.reading import rows_of
from notebook.translate import translate

_SETTLED = {Mark.DONE.value, Mark.SKIPPED.value}


@dataclass(frozen=True, slots=True)
class PlannedCheckIn:
    """One planned check-in; `due_on` is None as long as the agreed dates don't say when.

    `has_own_day`: the user chose the day. `is_left_out`: it is not asked, for it was left out here
    or its reminder was settled. `check_in_id` is set once it was asked. `is_overtaken`:
    something later was asked or is due, so that nobody needs to ask this any more.
    """

    id: int
    occasion: Occasion
    due_on: date | None
    has_own_day: bool
    is_left_out: bool
    check_in_id: int | None
    is_overtaken: bool = False

    @property
    def is_open(self) -> bool:
        """Whether it is still to be asked."""
        return self.check_in_id is None and not (self.is_left_out or self.is_overtaken)


# A delivery counts by the day it happened, or by the day it is agreed for; else the project's end.
_DATES = """coalesce(j.begins_on, j.agreed_on, substr(j.created_at, 1, 10)) AS begins_on,
    coalesce((SELECT max(coalesce(d.delivered_on, d.due_on)) FROM deliverable d
        WHERE d.project_id = j.id), j.ends_on) AS ends_on"""
_ASKED = """SELECT c.id FROM check_in c
    WHERE c.plan_id = p.id AND NOT c.is_draft AND c.deleted_at IS NULL"""
_LAST_ASKED = """(SELECT max(a.asked_on) FROM check_in a
    WHERE a.project_id = j.id AND NOT a.is_draft AND a.deleted_at IS NULL)"""
# Of several marks the newest holds.
_MARK = """(SELECT m.mark FROM reminder_mark m
    WHERE m.source = 'check-in' AND m.subject_id = p.id
    ORDER BY m.changed_at DESC, m.id DESC LIMIT 1)"""

_PLANS = f"""
    SELECT p.project_id, p.id, p.occasion, p.own_day, p.is_left_out, {_DATES}, ({_ASKED} LIMIT 1) AS check_in_id,
        {_LAST_ASKED} AS last_asked_on, {_MARK} AS mark
    FROM check_in_plan p JOIN project j ON j.id = p.project_id WHERE p.project_id = ?"""

_TO_ASK = """
    WITH due AS (
        SELECT id, project_id, asks_on, max(asks_on) OVER (PARTITION BY project_id) AS latest
        FROM check_in_plan
        WHERE project_id IN (SELECT value FROM json_each(?)) AND asks_on <= ?)
    SELECT DISTINCT project_id FROM due WHERE asks_on = latest
        AND NOT EXISTS (SELECT 1 FROM reminder_mark m WHERE m.source = 'check-in'
            AND m.subject_id = due.id AND m.mark != 'snoozed')"""


class CheckInPlans:
    """Reads and adjusts the planned check-ins of projects."""

    def __init__(self, file: NotebookFile) -> None:
        """Write to this notebook."""
        self._file = file

    def of_project(self, project_id: int, today: date) -> tuple[PlannedCheckIn, ...]:
        """Return the planned check-ins, as they stand `today`, in the order of their occasions."""
        return plans_of(self._file.database, project_id, today)

    def move(self, plan_id: int, day: date | None, today: date) -> Changes:
        """Ask on a day of one's own choosing; None goes back to the day of the agreed dates.

        Raises Refused for a day that is past, once it was asked, and once the project is closed.
        """
        plan = _not_asked(plan_id)
        if day is not None and day < today:
            raise Refused(translate("check-ins", "Choose a day that is still to come."))
        when = day_month(day, today) if day else translate("check-ins", "as agreed")
        words = translate("check-ins", "Check-in %1 of %2: %3")
        with self._file.change(_label(words, plan, when)) as change:
            _plan_anew(plan, own_day=day)
        return change.changes

    def leave_out(self, plan_id: int) -> Changes:
        """Don't ask at this time; raises Refused once it was asked, or closed."""
        plan = _not_asked(plan_id)
        words = translate("check-ins", "Left out the check-in %1 of %2")
        with self._file.change(_label(words, plan)) as change:
            plan.amend(is_left_out=True)
        return change.changes

    def take_up(self, plan_id: int) -> Changes:
        """Ask at this time after all; likewise."""
        plan = _not_asked(plan_id)
        words = translate("check-ins", "Planned the check-in %1 of %2")
        with self._file.change(_label(words, plan)) as change:
            _plan_anew(plan)
        return change.changes


def plan_row(plan_id: int) -> CheckInPlan:
    """Return the row of a planned check-in; raises Refused when it is gone."""
    plan: CheckInPlan | None = CheckInPlan.get_or_none(CheckInPlan.id == plan_id)
    if plan is None:
        raise Refused(translate("check-ins", "This check-in is no longer planned."))
    return plan


def _not_asked(plan_id: int) -> CheckInPlan:
    plan = plan_row(plan_id)
    asked = CheckIn.select().where(
        CheckIn.plan == plan_id, ~CheckIn.is_draft, CheckIn.deleted_at.is_null()
    )
    if asked.exists():
        raise Refused(translate("check-ins", "This check-in was asked already."))
    project = project_row(plan.project_id)
    refuse_closed(project.state, project.name)
    return plan


def _plan_anew(plan: CheckInPlan, **values: object) -> None:
    """Let it come round, whatever was done about its reminder before; within a change."""
    forget_marks(Source.CHECK_IN, plan.id)
    plan.amend(is_left_out=False, **values)


def make_plans(project_id: int) -> None:
    """Plan the check-ins of a project that was just agreed, within a change."""
    for occasion in Occasion:
        CheckInPlan.create(project=project_id, occasion=occasion)


def plans_of(database: Database, project_id: int, today: date) -> tuple[PlannedCheckIn, ...]:
    """Return the planned check-ins of a project in the order of their occasions."""
    rows = rows_of(database, _PLANS, project_id)
    rows.sort(key=lambda row: list(Occasion).index(Occasion(row["occasion"])))
    plans = [_plan(row) for row in rows]
    last_asked = rows[0]["last_asked_on"] if rows else None
    waiting = [plan.due_on for plan in plans if plan.is_open and plan.due_on is not None]
    since = overtaken_before(waiting, date.fromisoformat(last_asked) if last_asked else None, today)
    return tuple(
        replace(plan, is_overtaken=plan.is_open and plan.due_on is not None and plan.due_on < since)
        for plan in plans
    )


def projects_to_ask(database: Database, project_ids: Sequence[int], today: date) -> frozenset[int]:
    """Return those of these projects, not yet closed, whose customer is to be asked by now."""
    ids = json.dumps(list(project_ids))
    rows = rows_of(database, _TO_ASK, ids, today.isoformat())
    return frozenset(row["project_id"] for row in rows)


def overtaken_before(days: Iterable[date], last_asked_on: date | None, today: date) -> date:
    """Return the day before which planned check-ins need not be asked any more.

    Nobody asks how it is going once it is delivered: of those that are due, the latest counts,
    and none up to the day on which they were last asked.
    """
    latest_due = max((day for day in days if day <= today), default=date.min)
    asked = date.min if last_asked_on is None else last_asked_on + timedelta(days=1)
    return max(latest_due, asked)


def next_plan(plans: Iterable[PlannedCheckIn], today: date, days_ahead: int) -> int | None:
    """Return the plan that a check-in on `today` answers: due, or due within so many days."""
    due = [
        (plan.due_on, plan.id)
        for plan in plans
        if plan.is_open and plan.due_on is not None and (plan.due_on - today).days <= days_ahead
    ]
    return min(due)[1] if due else None


def _due_day(
    occasion: str, own_day: str | None, begins_on: str, ends_on: str | None
) -> date | None:
    """Return the day of a plan from the columns of its row."""
    if own_day:
        return date.fromisoformat(own_day)
    ends = date.fromisoformat(ends_on) if ends_on else None
    return planned_on(Occasion(occasion), date.fromisoformat(begins_on), ends)


def _plan(row: dict[str, Any]) -> PlannedCheckIn:
    return PlannedCheckIn(
        row["id"],
        Occasion(row["occasion"]),
        _due_day(row["occasion"], row["own_day"], row["begins_on"], row["ends_on"]),
        row["own_day"] is not None,
        bool(row["is_left_out"]) or row["mark"] in _SETTLED,
        row["check_in_id"],
    )


def _label(words: str, plan: CheckInPlan, *more: str) -> str:
    project = project_row(plan.project_id)
    return filled(words, occasion_phrase(plan.occasion), project.name, *more)
