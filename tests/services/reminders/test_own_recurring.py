"""Own reminders that come round: one line each, nothing lost, nothing twice, nothing after done."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from itertools import islice, takewhile
from pathlib import Path

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

from notebook.domain.partial_date import LeapDay
from notebook.domain.recurrence import LAST_DAY, Frequency, NthWeekday, Recurrence
from notebook.domain.recurrence_text import calendar_rule
from notebook.domain.reminders import Source
from notebook.domain.urgency import ReminderGroup
from notebook.errors import Refused
from notebook.services.own_reminders import OwnReminderDraft
from notebook.services.reminders.line import ReminderLine
from notebook.storage.tables import Reminder
from tests.conftest import TODAY
from tests.services.reminders.conftest import World

DAY = timedelta(days=1)
WEEK = timedelta(days=7)
MONDAYS = Recurrence(Frequency.WEEKLY, weekdays=(0,))
DAILY = Recurrence(Frequency.DAILY)
DEEDS = ("done", "skip", "snooze", "twice", "undo", "reword", "wait", "holiday", "clock back")


def write(
    world: World,
    rule: Recurrence | None,
    day: date = TODAY,
    text: str = "Water the plants",
    **values: object,
) -> int:
    draft = OwnReminderDraft(text, day, recurrence=rule, **values)  # type: ignore[arg-type]
    return world.reminders.own.save(None, draft).new_id


def the_line(world: World, today: date) -> ReminderLine:
    (line,) = world.due(today, Source.OWN)
    return line


def test_done_makes_the_next_turn_appear_on_its_day_and_undo_brings_it_back(
    world: World, today: date
) -> None:
    write(world, MONDAYS, today)
    monday = the_line(world, today)
    assert (monday.due, monday.why) == (date(2026, 11, 23), "every Monday")
    result = world.reminders.done(monday, monday.due)
    assert result.label == "Done: Water the plants · next on Mon 30 Nov"
    following = the_line(world, monday.due)
    assert following.due == date(2026, 11, 30)
    assert world.groups(monday.due) == {ReminderGroup.LATER: ["Water the plants"]}
    assert world.groups(following.due) == {ReminderGroup.TODAY: ["Water the plants"]}
    world.file.undo()
    assert the_line(world, today) == monday


def test_after_a_holiday_it_is_one_line_and_one_done(world: World, today: date) -> None:
    write(world, DAILY, today - 13 * DAY)
    line = the_line(world, today)
    assert (line.occurrence, line.since) == (today - 13 * DAY, today - 13 * DAY)
    assert line.why == "every day · came round 14 times"
    result = world.reminders.done(line, today)
    assert result.label == "Done: Water the plants · once more today"
    assert (the_line(world, today).due, the_line(world, today).why) == (today, "every day")
    world.reminders.done(the_line(world, today), today)
    assert the_line(world, today).due == today + DAY
    assert the_line(world, today).why == "every day"
    assert "many times" in the_line(world, today + 4000 * DAY).why


def test_skipping_lets_go_of_what_waited_and_nothing_else(world: World, today: date) -> None:
    write(world, DAILY, today - 2 * DAY)
    result = world.reminders.skip(the_line(world, today), today)
    assert result.label == "Skipped: Water the plants · once more today"
    assert the_line(world, today).due == today
    result = world.reminders.skip(the_line(world, today), today)
    assert result.label == "Skipped: Water the plants · next on Mon 23 Nov"
    assert the_line(world, today).due == today + DAY
    world.reminders.skip(the_line(world, today), today)
    assert the_line(world, today).due == today + 2 * DAY


def test_done_late_leaves_the_turn_of_today(world: World) -> None:
    rent = replace(MONDAYS, frequency=Frequency.MONTHLY, weekdays=(), month_day=1)
    november, december = date(2026, 11, 1), date(2026, 12, 1)
    write(world, rent, november, "Pay the rent")
    line = the_line(world, december)
    assert (line.occurrence, line.why) == (november, "every month · came round 2 times")
    world.reminders.done(line, december)
    assert the_line(world, december).occurrence == december
    assert world.groups(december) == {ReminderGroup.TODAY: ["Pay the rent"]}
    world.reminders.done(the_line(world, december), december)
    assert the_line(world, december).occurrence == date(2027, 1, 1)


def test_put_off_it_stays_away_until_the_next_turn_at_most(world: World) -> None:
    monday = date(2026, 11, 23)
    write(world, MONDAYS, monday)
    world.reminders.snooze(the_line(world, monday), monday + 3 * DAY, monday)
    assert world.groups(monday + 2 * DAY) == {ReminderGroup.THIS_WEEK: ["Water the plants"]}
    line = the_line(world, monday + 3 * DAY)
    assert line.why == "every Monday · put off, was due 23 Nov"
    result = world.reminders.snooze(line, monday + 9 * DAY, monday + 3 * DAY)
    assert result.label == "Put off until 30 Nov: Water the plants"
    with pytest.raises(Refused, match="comes round again"):
        world.reminders.snooze(the_line(world, monday), monday + 9 * DAY, monday + 3 * DAY)
    line = the_line(world, monday + 7 * DAY)
    assert line.due == monday + 7 * DAY
    assert line.why == "every Monday · came round 2 times · put off, was due 23 Nov"
    world.reminders.done(line, monday + 7 * DAY)
    line = the_line(world, monday + 7 * DAY)
    assert (line.due, line.why) == (monday + 7 * DAY, "every Monday")


def test_what_came_round_by_today_waits_along(world: World, today: date) -> None:
    write(world, DAILY, today - 3 * DAY)
    world.reminders.snooze(the_line(world, today), today + 5 * DAY, today)
    line = the_line(world, today)
    assert (line.occurrence, line.due) == (today - 3 * DAY, today + DAY)


def test_done_early_settles_that_turn_only(world: World, today: date) -> None:
    write(world, MONDAYS, today)
    world.reminders.done(the_line(world, today), today)
    assert the_line(world, today).due == date(2026, 11, 30)


def test_a_line_that_was_settled_elsewhere_does_nothing(world: World, today: date) -> None:
    write(world, DAILY, today)
    line = the_line(world, today)
    for _ in range(2):
        world.reminders.done(line, today)
        world.reminders.skip(line, today)
    assert the_line(world, today).due == today + DAY


def test_it_ends_after_its_count_and_on_its_last_day(world: World, today: date) -> None:
    write(world, replace(DAILY, count=2), today)
    write(world, replace(MONDAYS, until=date(2026, 11, 29)), today, "Call")
    assert len(world.due(today, Source.OWN)) == 2
    for day in (today, today + DAY):
        for line in world.due(day, Source.OWN):
            if line.due <= day:
                world.reminders.done(line, day)
    assert world.due(today + 2 * DAY) == []
    assert {row.done_on for row in Reminder.select()} == {today + DAY}
    world.file.undo()
    assert the_line(world, today + DAY).what == "Call"
    world.reminders.skip(the_line(world, today + DAY), today + DAY)
    assert world.due(today + 2 * DAY) == []


def test_from_completion_it_counts_from_the_day_it_was_done(world: World, today: date) -> None:
    rule = Recurrence(Frequency.WEEKLY, 3, weekdays=(1,), count=3)
    write(world, rule, today, from_completion=True)
    line = the_line(world, today)
    assert (line.due, line.why) == (today, "3 weeks after it was done")
    world.reminders.done(line, today + 5 * DAY)
    assert the_line(world, today).due == today + 26 * DAY
    assert the_line(world, today + 40 * DAY).why == "3 weeks after it was done"
    world.reminders.skip(the_line(world, today), today + 10 * DAY)
    last = the_line(world, today)
    assert last.due == today + 47 * DAY
    assert world.reminders.done(last, last.due).label == "Done: Water the plants"
    assert world.due(today + 100 * DAY) == []


def test_from_completion_a_snooze_of_the_same_day_is_over(world: World, today: date) -> None:
    write(world, DAILY, today, from_completion=True)
    world.reminders.snooze(the_line(world, today), today + 9 * DAY, today)
    world.reminders.done(the_line(world, today), today - DAY)  # the clock was set back
    assert (the_line(world, today).due, the_line(world, today).why) == (
        today,
        "1 day after it was done",
    )


def test_with_lead_time_it_is_due_before_and_overdue_after_its_day(
    world: World, today: date
) -> None:
    day = today + 30 * DAY
    write(world, None, day, "Renew", lead_days=10, at=time(9, 30))
    assert the_line(world, today).due == day - 10 * DAY
    for ahead in (10, 5, 1):
        line = the_line(world, day - ahead * DAY)
        assert (line.due, line.urgency) == (day - ahead * DAY, 0)
        assert line.why == "for Tue 22 Dec, 9:30"
    assert the_line(world, day).why == "9:30"
    late = the_line(world, day + 2 * DAY)
    assert (late.due, late.urgency) == (day, 2)
    world.reminders.done(line, day - 5 * DAY)
    assert world.due(day) == []


def test_put_off_within_its_lead_time_it_is_overdue_only_after_its_day(
    world: World, today: date
) -> None:
    day = today + 4 * DAY
    write(world, None, day, "Buy a present", lead_days=5, at=time(9, 30))
    world.reminders.snooze(the_line(world, today), today + 2 * DAY, today)
    expected = [
        (0, today + 2 * DAY, "for Thu 26 Nov, 9:30"),
        (1, today + 2 * DAY, "for Thu 26 Nov, 9:30"),
        (2, today + 2 * DAY, "for Thu 26 Nov, 9:30"),
        (3, today + 3 * DAY, "for Thu 26 Nov, 9:30"),
        (4, day, "9:30"),
        (6, day, "9:30"),
    ]
    for ahead, due, why in expected:
        line = the_line(world, today + ahead * DAY)
        assert (line.due, line.why) == (due, why)
        assert (line.urgency > 0) == (ahead > 4)
    world.reminders.snooze(the_line(world, day), day + 2 * DAY, day)
    late = the_line(world, day + 2 * DAY)
    assert (late.due, late.why) == (day + 2 * DAY, "9:30 · put off, was due 26 Nov")


def test_lead_time_is_shorter_than_the_gap(world: World, today: date) -> None:
    with pytest.raises(Refused, match="comes round sooner"):
        write(world, MONDAYS, today, lead_days=7)
    write(world, MONDAYS, today, lead_days=6)
    line = the_line(world, today)
    assert line.due == today
    world.reminders.done(line, today)
    assert the_line(world, today).due == date(2026, 11, 30) - 6 * DAY


def test_the_time_of_day_orders_a_day(world: World, today: date) -> None:
    for text, at in (("late", time(17)), ("early", time(8, 5)), ("any time", None)):
        write(world, None, today, text, at=at)
    lines = world.due(today)
    assert [line.what for line in lines] == ["any time", "early", "late"]
    assert [(line.at, line.why) for line in lines[1:]] == [
        (time(8, 5), "8:05"),
        (time(17), "17:00"),
    ]


def test_it_says_for_whom_and_how_often(world: World, today: date) -> None:
    ana = world.person("Ana Pereira")
    mural = world.project(ana)
    rule = Recurrence(Frequency.MONTHLY, nth_weekday=NthWeekday(LAST_DAY, 4))
    write(world, rule, today, person_id=ana, project_id=mural, at=time(16))
    assert the_line(world, today).why == (
        "16:00 · Lobby mural · Ana Pereira · every last Friday of the month"
    )


def test_29_february_moves_with_the_setting(world: World, today: date) -> None:
    write(world, Recurrence(Frequency.YEARLY, month=2, month_day=29, count=3), date(2027, 1, 1))
    world.reminders.snooze(the_line(world, today), date(2027, 4, 1), today)
    before = world.due(today)
    world.preferences.set_leap_day(LeapDay.MARCH_1)
    line = the_line(world, today)
    assert (line.occurrence, line.due) == (date(2027, 3, 1), date(2027, 4, 1))
    world.reminders.done(line, date(2027, 4, 1))
    assert the_line(world, today).due == date(2028, 2, 29)
    world.file.undo()
    world.file.undo()
    assert world.due(today) == before


def test_rewording_leaves_the_turns_alone_and_another_day_begins_anew(
    world: World, today: date
) -> None:
    rule = Recurrence(Frequency.MONTHLY, month_day=31, count=5)
    reminder = write(world, rule, date(2026, 10, 31))
    world.reminders.done(the_line(world, date(2026, 10, 31)), date(2026, 10, 31))
    world.reminders.snooze(the_line(world, today), date(2026, 12, 2), today)
    own = world.reminders.own
    draft = own.draft(reminder)
    assert (draft.due_on, draft.recurrence) == (date(2026, 11, 30), replace(rule, count=4))
    own.save(reminder, replace(draft, text="Pay the rent", at=time(9), lead_days=2))
    row = Reminder.get_by_id(reminder)
    assert (row.anchor, row.rule) == (date(2026, 10, 31), "FREQ=MONTHLY;BYMONTHDAY=31;COUNT=5")
    assert the_line(world, today).due == date(2026, 12, 2)
    own.save(reminder, replace(own.draft(reminder), due_on=date(2026, 12, 5)))
    assert the_line(world, today).occurrence == date(2026, 12, 31)
    assert own.draft(reminder).recurrence == replace(rule, count=4)
    own.save(reminder, replace(own.draft(reminder), recurrence=None))
    world.reminders.done(the_line(world, today), today)
    assert world.due(today) == []


def test_what_ends_before_it_begins_is_refused(world: World, today: date) -> None:
    with pytest.raises(Refused, match="ends before it begins"):
        write(world, replace(MONDAYS, until=today), today)
    assert world.due(today) == []


RULES = (
    DAILY,
    replace(DAILY, interval=3, count=9),
    MONDAYS,
    Recurrence(Frequency.WEEKLY, 2, weekdays=(1, 4), until=date(2027, 2, 1)),
    Recurrence(Frequency.MONTHLY, month_day=31),
    Recurrence(Frequency.MONTHLY, nth_weekday=NthWeekday(1, 0)),
    Recurrence(Frequency.YEARLY, month=2, month_day=29),
)


@dataclass
class Model:
    """What should be open, written as plainly as possible: all days, and how many are settled."""

    days: list[date]
    settled: int = 0
    until: date | None = None
    undo: list[tuple[int, date | None]] = field(default_factory=list)

    @property
    def open(self) -> date | None:
        return self.days[self.settled] if self.settled < len(self.days) else None

    def settle(self, today: date) -> None:
        self.undo.append((self.settled, self.until))
        turn = self.days[self.settled]
        self.settled = sum(1 for day in self.days if day <= turn or day < today)
        self.until = None

    def put_off(self, until: date, today: date) -> None:
        self.undo.append((self.settled, self.until))
        self.until = self.day_of_put_off(until, today)

    def day_of_put_off(self, until: date, today: date) -> date:
        turn = self.days[self.settled]
        coming = (day for day in self.days if day > turn and day > today)
        return min(until, next(coming, until))


def all_days(rule: Recurrence, anchor: date) -> list[date]:
    begin = datetime(anchor.year, anchor.month, anchor.day)  # noqa: DTZ001 - a day, no moment
    found = rrulestr(calendar_rule(rule, anchor, LeapDay.FEBRUARY_28), dtstart=begin)
    return [moment.date() for moment in islice(found, 1000)]


def do(world: World, model: Model, deed: str, today: date, reminder: int) -> date:
    """Do a deed to notebook and model alike; return the day on which the next one is done."""
    if deed in {"wait", "holiday", "clock back"}:
        return today + {"wait": DAY, "holiday": 17 * DAY, "clock back": -3 * DAY}[deed]
    if deed == "undo":
        if model.undo:
            world.file.undo()
            model.settled, model.until = model.undo.pop()
        return today
    if model.open is None:
        return today
    line = the_line(world, today)
    if deed == "reword":
        draft = world.reminders.own.draft(reminder)
        world.reminders.own.save(reminder, replace(draft, text=f"{draft.text}!"))
        model.undo.append((model.settled, model.until))
    elif deed == "snooze":
        until = max(line.due, today) + 4 * DAY
        waits = world.reminders.waits_until(line, until, today)
        if waits > line.due:
            world.reminders.snooze(line, until, today)
            model.put_off(until, today)
        else:
            assert line.due == model.day_of_put_off(until, today)
    else:
        (world.reminders.skip if deed == "skip" else world.reminders.done)(line, today)
        model.settle(today)
        if deed == "twice":
            world.reminders.done(line, today)  # of a turn that is settled already
    return today


@settings(max_examples=60, deadline=None)
@given(rule=st.sampled_from(RULES), deeds=st.lists(st.sampled_from(DEEDS), max_size=25))
def test_whatever_is_done_no_turn_is_lost_or_doubled(
    rule: Recurrence,
    deeds: list[str],
    new_world: Callable[[Path], World],
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    world = new_world(tmp_path_factory.mktemp("turns"))
    try:
        reminder = write(world, rule, TODAY)
        model = Model(all_days(rule, Reminder.get_by_id(reminder).anchor or TODAY))
        today = TODAY
        for deed in deeds:
            today = do(world, model, deed, today, reminder)
            lines = world.due(today, Source.OWN)
            found = [(line.occurrence, line.due) for line in lines]
            assert found == ([(model.open, model.until or model.open)] if model.open else [])
            if model.open and model.open < today:
                waiting = takewhile(lambda day: day <= today, model.days[model.settled :])  # noqa: B023
                count = sum(1 for _ in waiting)
                assert count == 1 or f"came round {count} times" in lines[0].why
    finally:
        world.file.close()


def test_through_a_year_every_turn_is_shown_on_its_day_and_never_again(world: World) -> None:
    begin = date(2027, 6, 1)  # so that the year has a 29 February
    expected = {}
    for number, each in enumerate(RULES):
        rule = replace(each, until=each.until and date(2028, 2, 1))
        reminder = write(world, rule, begin, f"rule {number}")
        days = all_days(rule, Reminder.get_by_id(reminder).anchor or begin)
        expected[f"rule {number}"] = [day for day in days if (day - begin).days < 366]
    shown: dict[str, list[date]] = {what: [] for what in expected}
    for day in (begin + number * DAY for number in range(366)):
        for line in world.due(day, Source.OWN):
            if line.due <= day:
                assert line.occurrence == day
                shown[line.what].append(day)
                world.reminders.done(line, day)
        assert all(line.due > day for line in world.due(day, Source.OWN))
    assert shown == expected
