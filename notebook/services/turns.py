"""The turns of own reminders as they are stored: settled, followed by the next, or over."""

from datetime import date

from notebook.domain.partial_date import LeapDay, PartialDate
from notebook.domain.recurrence import Frequency
from notebook.domain.recurrence_text import format_rule, parse_rule
from notebook.domain.reminders import Mark, Source
from notebook.domain.schedule import Schedule
from notebook.services.reminders.marks import forget_marks, write_mark
from notebook.storage.record import utc_now
from notebook.storage.tables import Reminder, ReminderMark


def schedule_of(row: Reminder) -> Schedule | None:
    """Return by what a reminder comes round; None for one that comes once."""
    if row.rule is None or row.anchor is None:
        return None
    return Schedule(parse_rule(row.rule), row.anchor, row.from_completion)


def settle(row: Reminder, turn: date, day: date, leap: LeapDay) -> None:
    """Make a turn done on `day`, within a change; the next one is open then, if there is one."""
    if _is_last(row, turn, day, leap):
        row.amend(done_on=day)


def let_go(row: Reminder, turn: date, day: date, leap: LeapDay) -> None:
    """Leave a turn undone, within a change; what comes round again comes round again."""
    if _is_last(row, turn, max(turn, day), leap):
        write_mark(Source.OWN, row.id, turn, Mark.SKIPPED)


def waits_until(row: Reminder, turn: date, until: date, day: date, leap: LeapDay) -> date:
    """Return the day until which a turn waits when it is put off on `day` until another."""
    schedule = schedule_of(row)
    return schedule.waits_until(turn, until, day, leap) if schedule else until


def following(row: Reminder, turn: date, day: date, leap: LeapDay) -> date | None:
    """Return the turn that will be open once `turn` is settled on `day`; None when it is over."""
    schedule = schedule_of(row)
    rest = schedule.after(turn, day, leap) if schedule else None
    return rest and rest[1]


def move_leap_days(leap: LeapDay) -> None:
    """Move what comes round each 29 February to its new day in other years, within a change."""
    yearly = f"FREQ={Frequency.YEARLY}"
    for row in Reminder.select().where(
        Reminder.rule.startswith(yearly)
        & Reminder.rule.contains("BYMONTH=2;BYMONTHDAY=29")
        & ~Reminder.from_completion
    ):
        due_on, anchor = _leap_day(row.due_on, leap), _leap_day(row.anchor, leap)
        ReminderMark.update(occurrence=due_on, changed_at=utc_now()).where(
            (ReminderMark.source == Source.OWN.value)
            & (ReminderMark.subject_id == row.id)
            & (ReminderMark.occurrence == row.due_on)
        ).execute()
        row.amend(due_on=due_on, anchor=anchor)


def _is_last(row: Reminder, turn: date, day: date, leap: LeapDay) -> bool:
    """Open the turn that follows when this one is settled; return whether there is none.

    A turn that was settled before, in another window or by pressing twice, stays as it is.
    """
    schedule = schedule_of(row)
    if row.done_on is not None or (schedule is not None and row.due_on != turn):
        return False
    forget_marks(Source.OWN, row.id)  # those of older turns: their days may come again
    rest = schedule.after(turn, day, leap) if schedule else None
    if rest is not None:
        schedule, following = rest
        row.amend(due_on=following, rule=format_rule(schedule.rule), anchor=schedule.anchor)
    return rest is None


def _leap_day(day: date | None, leap: LeapDay) -> date | None:
    return day and PartialDate(month=2, day=29).in_year(day.year, leap)
