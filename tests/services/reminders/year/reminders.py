"""Own reminders of every kind, each with what it means in the plain model."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random

from dateutil.rrule import rrulestr

from notebook.domain.recurrence import Frequency, NthWeekday, Recurrence
from notebook.services.own_reminders import OwnReminderDraft
from tests.services.reminders.year.model import Own

DAY = timedelta(days=1)
_F = Frequency
RULES: tuple[tuple[Recurrence, str], ...] = (
    (Recurrence(_F.DAILY, 3), "FREQ=DAILY;INTERVAL=3"),
    (Recurrence(_F.DAILY, count=9), "FREQ=DAILY;COUNT=9"),
    (Recurrence(_F.WEEKLY, weekdays=(0, 3)), "FREQ=WEEKLY;BYDAY=MO,TH"),
    (Recurrence(_F.WEEKLY, 2), "FREQ=WEEKLY;INTERVAL=2"),
    (Recurrence(_F.WEEKLY, count=5), "FREQ=WEEKLY;COUNT=5"),
    (Recurrence(_F.MONTHLY, month_day=-1), "FREQ=MONTHLY;BYMONTHDAY=-1"),
    (Recurrence(_F.MONTHLY, month_day=31), "FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1"),
    (Recurrence(_F.MONTHLY, nth_weekday=NthWeekday(1, 0)), "FREQ=MONTHLY;BYDAY=1MO"),
    (Recurrence(_F.MONTHLY, nth_weekday=NthWeekday(-1, 4)), "FREQ=MONTHLY;BYDAY=-1FR"),
    (Recurrence(_F.MONTHLY, nth_weekday=NthWeekday(5, 2)), "FREQ=MONTHLY;BYDAY=5WE"),
    (Recurrence(_F.YEARLY, month_day=15, month=6), "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=15"),
    (
        Recurrence(_F.YEARLY, month_day=29, month=2),
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=28,29;BYSETPOS=-1",
    ),
)


def some_reminder(
    random: Random, text: str, day: date, person_id: int | None
) -> tuple[OwnReminderDraft, Own]:
    """Return one that comes once, by a rule or from completion; with or without a lead time."""
    lead = random.choice((0, 0, 2, 5))
    draft = OwnReminderDraft(text, day, person_id, lead_days=lead)
    match random.choice(("once", "rule", "rule", "rule", "completion")):
        case "once":
            return draft, Own(day, lead, (day,))
        case "completion":
            return _from_completion(random, draft)
    return _by_rule(random, draft)


def _from_completion(random: Random, draft: OwnReminderDraft) -> tuple[OwnReminderDraft, Own]:
    days, count = random.choice((4, 10, 25)), random.choice((None, 3))
    rule, lead = Recurrence(_F.DAILY, days, count=count), min(draft.lead_days, days - 1)
    draft = replace(draft, lead_days=lead, recurrence=rule, from_completion=True)
    return draft, Own(draft.due_on, lead, days_after=days, left=count)


def _by_rule(random: Random, draft: OwnReminderDraft) -> tuple[OwnReminderDraft, Own]:
    rule, words = random.choice(RULES)
    if rule.count is None and random.random() < 0.3:
        until = draft.due_on + 400 * DAY
        rule, words = replace(rule, until=until), f"{words};UNTIL={until:%Y%m%d}T000000"
    lead = min(draft.lead_days, rule.shortest_gap() - 1)
    draft = replace(draft, lead_days=lead, recurrence=rule)
    days = _days(f"DTSTART:{draft.due_on:%Y%m%d}T000000\nRRULE:{words}", draft.due_on + 800 * DAY)
    return draft, Own(days[0], lead, days)


def _days(rule: str, end: date) -> tuple[date, ...]:
    days: list[date] = []
    for moment in rrulestr(rule):
        if moment.date() > end:
            break
        days.append(moment.date())
    return tuple(days)
