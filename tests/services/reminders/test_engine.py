"""The panel as a whole: groups, order, counts."""

from datetime import date, timedelta

import pytest

from notebook.domain.promises import Side
from notebook.domain.urgency import ReminderGroup
from notebook.services.promises import Promises
from tests.services.reminders.conftest import World

DAY = timedelta(days=1)


def test_an_empty_notebook_has_a_quiet_day(world: World, today: date) -> None:
    assert world.reminders.due(today).groups == ()


def test_overdue_is_ordered_by_days_over_rhythm_and_the_rest_by_day(
    world: World, today: date
) -> None:
    world.person("Slow", rhythm_days=60, known_since=today - 80 * DAY)
    world.person("Fast", rhythm_days=7, known_since=today - 17 * DAY)
    world.person("Soon", rhythm_days=60, known_since=today - 57 * DAY)
    ana = world.person("Ana")
    promises = Promises(world.file)
    promises.add(ana, Side.OURS, "late by one", today - DAY)
    promises.add(ana, Side.THEIRS, "in two days", today + 2 * DAY)
    promises.add(ana, Side.OURS, "next month", today + 30 * DAY)
    world.reminders.add_own("today", today)
    assert world.groups(today) == {
        ReminderGroup.OVERDUE: [
            "Get in touch with Fast",
            "late by one",
            "Get in touch with Slow",
        ],
        ReminderGroup.TODAY: ["today"],
        ReminderGroup.THIS_WEEK: ["in two days", "Get in touch with Soon"],
        ReminderGroup.LATER: ["next month"],
    }
    urgencies = [line.urgency for line in world.due(today)]
    assert urgencies == sorted(urgencies, reverse=True)


@pytest.mark.parametrize("per_group", [1, 3])
def test_what_is_beyond_the_limit_is_counted(world: World, today: date, per_group: int) -> None:
    for number in range(5):
        world.person(f"P{number}", rhythm_days=10, known_since=today - (11 + number) * DAY)
        world.reminders.add_own(f"own {number}", today - (number + 1) * DAY)
    (group,) = world.reminders.due(today, per_group=per_group).groups
    assert group.total == 10
    assert len(group.lines) == per_group
    assert group.more == 10 - per_group
    assert [line.what for line in group.lines] == ["own 4", "own 3", "own 2"][:per_group]


def test_snoozed_ones_are_counted_where_they_come_back(world: World, today: date) -> None:
    for number in range(3):
        world.reminders.add_own(f"own {number}", today)
    world.reminders.snooze(world.due(today)[0], today + DAY, today)
    due = world.reminders.due(today)
    assert due.total(ReminderGroup.TODAY) == 2
    assert due.total(ReminderGroup.THIS_WEEK) == 1
    assert due.total(ReminderGroup.OVERDUE) == 0


def test_what_people_type_is_never_a_gap(world: World, today: date) -> None:
    ana = world.person("%2 & <b>x</b>", rhythm_days=1, known_since=today - DAY)
    Promises(world.file).add(ana, Side.OURS, "%1 <i>", today)
    promise, touch = world.due(today)
    assert promise.why == "Promise to %2 & <b>x</b>"
    assert touch.what == "Get in touch with %2 & <b>x</b>"
    assert (
        world.reminders.snooze(promise, today + DAY, today).label == "Put off until 23 Nov: %1 <i>"
    )
