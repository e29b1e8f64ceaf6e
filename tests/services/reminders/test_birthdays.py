"""Birthdays: a week ahead, a week after, once a year, whatever is known of them."""

import tempfile
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from notebook.domain.facts import FactGroup
from notebook.domain.partial_date import LeapDay, PartialDate
from notebook.domain.reminders import Source
from notebook.storage.tables import Fact, Person, ReminderMark
from tests.services.reminders.conftest import World

DAY = timedelta(days=1)


def born(year: int | None, month: int, day: int) -> dict[str, Any]:
    return {"birthday_year": year, "birthday_month": month, "birthday_day": day}


def test_it_comes_a_week_before_and_stays_a_week_after(world: World) -> None:
    world.person("Samuel Reyes", **born(1976, 11, 22))
    birthday = date(2026, 11, 22)
    assert world.due(birthday - 8 * DAY) == []
    for offset in range(-7, 8):
        (line,) = world.due(birthday + offset * DAY)
        assert line.due == birthday
        assert line.source is Source.BIRTHDAY
    assert world.due(birthday + 8 * DAY) == []


def test_it_says_how_old_and_what_they_like(world: World, today: date) -> None:
    samuel = world.person("Samuel Reyes", **born(1976, 11, 22))
    with world.file.change("facts"):
        for text in ("dog Miles", "likes jazz"):
            Fact.create(person=samuel, group=FactGroup.INTERESTS, text=text, learned_on=today)
    (line,) = world.due(today)
    assert line.what == "Wish Samuel a happy birthday"
    assert line.why == "Turns 50 · likes jazz · dog Miles"
    assert line.contact_like


def test_without_a_year_it_says_the_day(world: World, today: date) -> None:
    world.person("Samuel Reyes", **born(None, 11, 25))
    assert world.due(today)[0].why == "Birthday on 25 Nov"


def test_the_year_alone_is_no_birthday_and_a_birth_is_none(world: World, today: date) -> None:
    world.person("Ann", birthday_year=1976)
    world.person("Ben", **born(today.year, today.month, today.day))
    assert world.due(today) == []


def test_done_and_skipped_are_over_until_next_year(world: World, today: date) -> None:
    world.person("Samuel Reyes", **born(1976, 11, 22))
    (line,) = world.due(today)
    world.reminders.done(line, today)
    assert world.due(today) == world.due(today + 7 * DAY) == []
    assert world.due(date(2027, 11, 20))[0].why == "Turns 51"
    world.file.undo()
    world.reminders.skip(line, today)
    assert world.due(today) == []
    world.file.undo()
    assert world.due(today) == [line]


def test_it_turns_round_with_the_year(world: World) -> None:
    world.person("Eve", **born(1990, 1, 2))
    assert world.due(date(2026, 12, 28))[0].due == date(2027, 1, 2)
    assert world.due(date(2027, 1, 5))[0].due == date(2027, 1, 2)


@pytest.mark.parametrize(
    ("leap_day", "year", "expected"),
    [
        (LeapDay.FEBRUARY_28, 2027, date(2027, 2, 28)),
        (LeapDay.MARCH_1, 2027, date(2027, 3, 1)),
        (LeapDay.MARCH_1, 2028, date(2028, 2, 29)),
    ],
)
def test_29_february_is_kept_as_the_notebook_says(
    world: World, leap_day: LeapDay, year: int, expected: date
) -> None:
    world.person("Leo", **born(1996, 2, 29))
    world.preferences.set_leap_day(leap_day)
    assert [line.due for line in world.due(date(year, 2, 26))] == [expected]
    assert [line.due for line in world.due(date(year, 3, 4))] == [expected]


def test_one_that_was_put_off_for_long_is_due_on_that_day_and_a_week_longer(world: World) -> None:
    birthday, until = date(2027, 2, 28), date(2027, 3, 20)
    leaping = world.person("Samuel Reyes", **born(1976, 2, 29))
    world.person("Ann", **born(1976, 2, 28))
    for line in world.due(birthday):
        put_off_to = until if line.subject_id == leaping else birthday + 2 * DAY
        world.reminders.snooze(line, put_off_to, birthday)
    assert [line.due for line in world.due(birthday + 9 * DAY)] == [birthday + 2 * DAY, until]
    for day in (birthday + 10 * DAY, until, until + 7 * DAY):
        assert [(line.subject_id, line.due) for line in world.due(day)] == [(leaping, until)]
    assert world.due(until + 8 * DAY) == []
    world.reminders.done(world.due(until)[0], until)
    assert world.due(until) == []
    world.file.undo()
    with world.file.change("trash"):
        Person.get_by_id(leaping).amend(deleted_at="2027-03-01")
    assert world.due(until) == []


def test_one_that_was_put_off_never_hides_the_next(world: World) -> None:
    world.person("Samuel Reyes", **born(1976, 3, 10))
    birthday, following = date(2027, 3, 10), date(2028, 3, 10)
    (line,) = world.due(birthday)
    changes = world.reminders.snooze(line, date(2028, 6, 1), birthday)
    assert changes.label == "Put off until 10 Mar 2028: Wish Samuel a happy birthday"
    with world.file.change("an older version put it off for longer"):
        ReminderMark.update(until=date(2028, 6, 1)).execute()
    assert [each.since for each in world.due(following - 8 * DAY)] == [birthday]
    for offset in (-7, 0, 7):
        (line,) = world.due(following + offset * DAY)
        assert (line.occurrence, line.due) == (following, following)
    assert world.due(following + 8 * DAY) == world.due(date(2028, 6, 1)) == []


def test_who_is_in_the_trash_has_no_birthday(world: World, today: date) -> None:
    gone = world.person("Samuel", **born(1976, 11, 22))
    with world.file.change("trash"):
        Person.get_by_id(gone).amend(deleted_at="2026-11-01")
    assert world.due(today) == []


@settings(deadline=None, max_examples=15)
@given(
    st.lists(st.dates(date(1920, 1, 1), date(2020, 12, 31)), max_size=6),
    st.dates(date(2021, 1, 10), date(2040, 12, 20)),
    st.sampled_from(LeapDay),
)
def test_sql_and_rule_agree(
    new_world: Callable[[Path], World], days: list[date], today: date, leap_day: LeapDay
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        world = new_world(Path(folder))
        world.preferences.set_leap_day(leap_day)
        expected = {}
        for day in days:
            person = world.person("x", **born(day.year, day.month, day.day))
            birthday = PartialDate(day.year, day.month, day.day)
            occurrence = birthday.next_on_or_after(today - 7 * DAY, leap_day)
            if occurrence and occurrence <= today + 7 * DAY:
                expected[person] = occurrence
        assert {line.subject_id: line.due for line in world.due(today)} == expected
        world.file.close()
