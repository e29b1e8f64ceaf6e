"""A clock that is set back or forward: what was settled stays settled, from every source."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from notebook.domain.promises import Side
from notebook.domain.reminders import Source
from notebook.services.promises import Promises
from tests.services.reminders.conftest import World

DAY = timedelta(days=1)
JUMPS = (-400, -30, -7, -1, 0, 1)


def write_all(world: World, today: date) -> None:
    """Write something of every source that is made done by one word."""
    ana = world.person("Ana", birthday_month=today.month, birthday_day=today.day)
    world.person("Ben", rhythm_days=30, known_since=today - 31 * DAY)
    mural = world.project(ana)
    world.deliverable(mural, today - DAY)
    world.answer(mural, "rhythm", "weekly", answered_on=today - 8 * DAY)
    for side in Side:
        Promises(world.file).add(ana, side, "something", today - 2 * DAY)
    world.reminders.add_own("once", today)


@pytest.mark.parametrize("deed", ["done", "skip"])
def test_nothing_that_was_settled_comes_again(world: World, today: date, deed: str) -> None:
    write_all(world, today)
    before = [line for line in world.due(today) if line.due <= today]
    assert {line.source for line in before} == {
        Source.BIRTHDAY,
        Source.KEEP_IN_TOUCH,
        Source.DELIVERY,
        Source.PROGRESS_REPORT,
        Source.OUR_PROMISE,
        Source.THEIR_PROMISE,
        Source.OWN,
    }
    for line in before:
        settle: Callable[..., object] = getattr(world.reminders, deed)
        settle(line, today)
    settled = {(line.source, line.subject_id, line.occurrence) for line in before}
    for days in JUMPS:
        again = {(each.source, each.subject_id, each.occurrence) for each in
                 world.due(today + days * DAY)}  # fmt: skip
        assert not again & settled, f"{days} days"


def test_what_was_put_off_waits_for_its_day_whatever_the_clock_says(
    world: World, today: date
) -> None:
    write_all(world, today)
    for line in [each for each in world.due(today) if each.due <= today]:
        world.reminders.snooze(line, today + 5 * DAY, today)
    for days in (-30, -1, 0, 4):
        assert not [each for each in world.due(today + days * DAY)
                    if each.due <= today + days * DAY and each.due >= today - DAY]  # fmt: skip
    back = [each for each in world.due(today + 5 * DAY) if each.due == today + 5 * DAY]
    assert len(back) == 7


def test_a_jump_to_the_front_shows_each_once(world: World, today: date) -> None:
    write_all(world, today)
    lines = world.due(today + 3 * DAY)
    assert len(lines) == len({(each.source, each.subject_id) for each in lines})
