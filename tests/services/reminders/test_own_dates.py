"""Dates in fields of the user's own: as early as the field says, once or every year."""

import tempfile
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from notebook.domain.moments import Channel
from notebook.domain.own_fields import DateReminder, FieldKind, Reminds, sort_value
from notebook.domain.partial_date import LeapDay, PartialDate
from notebook.domain.reminders import Source
from notebook.errors import Refused
from notebook.services.own_fields import OwnFields
from notebook.services.reminders.own_dates import _OPEN
from notebook.storage.field_tables import OwnValue
from notebook.storage.tables import Person
from tests.services.reminders.conftest import World

DAY = timedelta(days=1)


def field(
    world: World, reminds: Reminds, lead_days: int = 7, name: str = "Wedding anniversary"
) -> int:
    reminder = DateReminder(reminds, lead_days)
    return OwnFields(world.file).add(name, FieldKind.DATE, reminder=reminder).new_id


def fill(world: World, field_id: int, typed: str, person: int | None = None) -> int:
    who = person or world.person("Marta Lindqvist", preferred_channel=Channel.LETTER)
    with world.file.change("value"):
        return OwnValue.create(
            person=who, field=field_id, text=typed, sort_value=sort_value(FieldKind.DATE, typed)
        ).id


def test_a_yearly_one_comes_as_early_as_its_field_says_and_stays_a_week(world: World) -> None:
    fill(world, field(world, Reminds.YEARLY, 14), "2014-11-28")
    day = date(2026, 11, 28)
    assert world.due(day - 15 * DAY) == []
    for offset in range(-14, 8):
        (line,) = world.due(day + offset * DAY)
        assert (line.due, line.source) == (day, Source.OWN_DATE)
    assert world.due(day + 8 * DAY) == []


def test_it_says_what_whose_when_and_for_how_long(world: World, today: date) -> None:
    anniversary = field(world, Reminds.YEARLY)
    fill(world, anniversary, "2014-11-28")
    (line,) = world.due(today)
    assert line.what == "Wedding anniversary of Marta Lindqvist"
    assert line.why == "28 Nov, in 6 days · 12 years"
    assert (line.contact_like, line.channel) == (True, Channel.LETTER)
    fill(world, anniversary, "--11-22", world.person("Ann"))
    fill(world, anniversary, "2025-11-21", world.person("Ben"))
    assert [each.why for each in world.due(today)] == [
        "21 Nov, yesterday · 1 year",
        "22 Nov, today",
        "28 Nov, in 6 days · 12 years",
    ]


def test_nothing_comes_round_before_it_has_happened(world: World, today: date) -> None:
    fill(world, field(world, Reminds.YEARLY), "2027-11-23")
    assert world.due(today) == []
    assert world.due(date(2027, 11, 20))[0].why == "23 Nov, in 3 days"
    assert world.due(date(2028, 11, 20))[0].why == "23 Nov, in 3 days · 1 year"


def test_one_that_comes_once_waits_until_it_is_settled(world: World) -> None:
    touch_up = field(world, Reminds.ONCE, 3, "Next touch-up")
    fill(world, touch_up, "2026-11-28")
    day = date(2026, 11, 28)
    assert world.due(day - 4 * DAY) == []
    for offset in (-3, 0, 8, 90):
        (line,) = world.due(day + offset * DAY)
        assert (line.what, line.due) == ("Next touch-up of Marta Lindqvist", day)
        assert not line.contact_like
    assert world.due(day + 91 * DAY) == []
    world.reminders.done(line, day)
    assert world.due(day) == world.due(day + 90 * DAY) == []
    world.file.undo()
    assert len(world.due(day)) == 1


def test_another_date_in_the_field_reminds_again(world: World, today: date) -> None:
    value = fill(world, field(world, Reminds.ONCE, 3), today.isoformat())
    world.reminders.done(world.due(today)[0], today)
    with world.file.change("moved"):
        later = (today + 2 * DAY).isoformat()
        OwnValue.get_by_id(value).amend(text=later, sort_value=later)
    assert [line.due for line in world.due(today)] == [today + 2 * DAY]


def test_a_day_without_its_year_comes_round_in_a_field_of_dates_that_come_once(
    world: World, today: date
) -> None:
    fill(world, field(world, Reminds.ONCE, 3), "--11-24")
    assert [line.due for line in world.due(today)] == [date(2026, 11, 24)]
    assert [line.due for line in world.due(date(2027, 11, 24))] == [date(2027, 11, 24)]


@pytest.mark.parametrize("typed", ["2012", "2011-11", "2026-11"])
@pytest.mark.parametrize("reminds", [Reminds.ONCE, Reminds.YEARLY])
def test_what_names_no_day_reminds_of_nothing(
    world: World, today: date, typed: str, reminds: Reminds
) -> None:
    fill(world, field(world, reminds, 60), typed)
    for month in range(1, 13):
        assert world.due(date(2026, month, 11)) == []


def test_done_and_skipped_are_over_until_next_year(world: World, today: date) -> None:
    fill(world, field(world, Reminds.YEARLY), "2014-11-22")
    (line,) = world.due(today)
    for act in (world.reminders.done, world.reminders.skip):
        act(line, today)
        assert world.due(today) == world.due(today + 7 * DAY) == []
        assert world.due(date(2027, 11, 20))[0].due == date(2027, 11, 22)
        world.file.undo()
    assert world.due(today) == [line]


def test_one_that_was_put_off_for_long_is_due_on_that_day_and_a_week_longer(world: World) -> None:
    fill(world, field(world, Reminds.YEARLY), "2014-02-28")
    day, until = date(2027, 2, 28), date(2027, 3, 20)
    (line,) = world.due(day)
    world.reminders.snooze(line, until, day)
    for seen in (day + DAY, day + 10 * DAY, until, until + 7 * DAY):
        assert [each.due for each in world.due(seen)] == [until]
    assert world.due(until + 8 * DAY) == []
    world.reminders.done(world.due(until)[0], until)
    assert world.due(until) == []
    world.file.undo()
    world.reminders.snooze(world.due(until)[0], date(2028, 9, 1), until)
    assert [each.due for each in world.due(date(2028, 2, 20))] == [date(2028, 2, 28)]


def test_one_that_comes_once_may_be_put_off_for_years(world: World, today: date) -> None:
    fill(world, field(world, Reminds.ONCE), today.isoformat())
    until = today + 800 * DAY
    world.reminders.snooze(world.due(today)[0], until, today)
    assert [each.due for each in world.due(today)] == [until]
    assert [each.due for each in world.due(until)] == [until]


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
    fill(world, field(world, Reminds.YEARLY), "1996-02-29")
    world.preferences.set_leap_day(leap_day)
    assert [line.due for line in world.due(date(year, 2, 26))] == [expected]
    assert [line.due for line in world.due(date(year, 3, 4))] == [expected]


@pytest.mark.parametrize("reminds", [Reminds.ONCE, Reminds.YEARLY])
def test_fields_and_people_in_the_trash_and_fields_that_never_remind_say_nothing(
    world: World, today: date, reminds: Reminds
) -> None:
    fields = OwnFields(world.file)
    anniversary = field(world, reminds)
    fill(world, anniversary, today.isoformat())
    assert len(world.due(today)) == 1
    fields.change(anniversary, "Wedding")
    assert world.due(today) == []
    world.file.undo()
    fields.remove(anniversary)
    assert world.due(today) == []
    world.file.undo()
    with world.file.change("trash"):
        Person.get().amend(deleted_at="2026-11-01")
    assert world.due(today) == []


def test_only_dates_remind_and_not_too_early(world: World) -> None:
    fields = OwnFields(world.file)
    yearly = DateReminder(Reminds.YEARLY, 7)
    fields.add("Shoe size", FieldKind.TEXT, reminder=yearly)
    assert fields.all()[0].reminder == DateReminder()
    with pytest.raises(Refused, match="60 days before at the most"):
        fields.add("Since", FieldKind.DATE, reminder=DateReminder(Reminds.ONCE, 61))
    since = fields.add("Since", FieldKind.DATE, reminder=yearly).new_id
    assert fields.all()[1].reminder == yearly
    fields.change(since, "Since", reminder=DateReminder(Reminds.NEVER, 3))
    assert fields.all()[1].reminder == DateReminder()


def test_only_the_values_of_the_days_are_looked_at(world: World) -> None:
    rows = world.file.database.execute_sql(f"EXPLAIN QUERY PLAN {_OPEN}", ("[]", "[]")).fetchall()
    details = [row[3] for row in rows]
    assert sum("SEARCH v USING" in detail for detail in details) == 2, details
    assert any("own_value_by_day_of_year" in detail for detail in details), details
    assert any("own_value_field_id (field_id=? AND sort_value>?" in each for each in details)


@settings(deadline=None, max_examples=15)
@given(
    st.lists(st.dates(date(1920, 1, 1), date(2020, 12, 31)), max_size=6),
    st.dates(date(2021, 1, 10), date(2040, 10, 20)),
    st.integers(0, 60),
    st.sampled_from(LeapDay),
)
def test_sql_and_rule_agree(
    new_world: Callable[[Path], World],
    days: list[date],
    today: date,
    lead_days: int,
    leap_day: LeapDay,
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        world = new_world(Path(folder))
        world.preferences.set_leap_day(leap_day)
        anniversary = field(world, Reminds.YEARLY, lead_days)
        expected = {}
        for day in days:
            value = fill(world, anniversary, day.isoformat(), world.person("x"))
            kept = PartialDate(day.year, day.month, day.day)
            occurrence = kept.next_on_or_after(today - 7 * DAY, leap_day)
            if occurrence and occurrence <= today + lead_days * DAY:
                expected[value] = occurrence
        assert {line.subject_id: line.due for line in world.due(today)} == expected
        world.file.close()
