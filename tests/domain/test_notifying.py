"""When to tell what: quiet hours, nights in which clocks change, clocks that jump."""

import os
import time as clock
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notebook.domain.notifying import (
    NotifyingChoices,
    Step,
    Timed,
    Told,
    end_of_quiet,
    morning_key,
    seconds_until,
    what_now,
)

DAY = date(2026, 11, 22)
NOON = datetime.combine(DAY, time(12))
BEFORE = NOON - timedelta(days=30)
ONLY_TIMED = NotifyingChoices(in_the_morning=False)
HOUR = timedelta(hours=1)


def at(hour: int, minute: int = 0, days: int = 0) -> datetime:
    return datetime.combine(DAY + timedelta(days=days), time(hour, minute))


def timed(when: datetime, key: str = "own:1", lead: timedelta = timedelta()) -> Timed:
    return Timed(key, when, when - lead)


def test_it_is_told_at_its_time_and_not_before() -> None:
    paint = timed(at(12, 30))
    before = what_now([paint], ONLY_TIMED, at(12, 29), Told(BEFORE))
    assert before == Step(look_again=at(12, 30))
    now = what_now([paint], ONLY_TIMED, at(12, 30), Told(BEFORE))
    assert now == Step(("own:1",), look_again=at(0, days=1))
    after = what_now([paint], ONLY_TIMED, at(12, 31), Told(BEFORE, frozenset({"own:1"})))
    assert after.tell == ()


def test_a_meeting_is_told_with_its_lead() -> None:
    meeting = timed(at(14), lead=timedelta(minutes=15))
    assert what_now([meeting], ONLY_TIMED, at(13, 44), Told(BEFORE)).look_again == at(13, 45)
    assert what_now([meeting], ONLY_TIMED, at(13, 45), Told(BEFORE)).tell == ("own:1",)
    begun_late = Told(at(13, 50))
    assert what_now([meeting], ONLY_TIMED, at(13, 50), begun_late).tell == ("own:1",)


def test_what_was_before_anybody_asked_is_not_told() -> None:
    assert what_now([timed(at(9))], ONLY_TIMED, NOON, Told(at(10))).tell == ()


def test_the_word_of_the_morning_comes_once_each_day() -> None:
    choices = NotifyingChoices(at_its_time=False, morning_at=time(8, 30))
    assert what_now([], choices, at(8, 29), Told(BEFORE)) == Step(look_again=at(8, 30))
    woken_late = what_now([], choices, at(10), Told(BEFORE))
    assert woken_late == Step(morning=True, look_again=at(0, days=1))
    told = Told(BEFORE, frozenset({morning_key(DAY)}))
    assert not what_now([], choices, at(10), told).morning
    assert what_now([], choices, at(9, days=1), told).morning


def test_whoever_wants_nothing_waits_for_nothing() -> None:
    silent = NotifyingChoices(at_its_time=False, in_the_morning=False)
    assert what_now([timed(at(9))], silent, NOON, Told(BEFORE)) == Step()


@pytest.mark.parametrize(
    ("begins", "ends", "now", "end"),
    [
        (time(20), time(7), at(19, 59), None),
        (time(20), time(7), at(20), at(7, days=1)),
        (time(20), time(7), at(23, 59), at(7, days=1)),
        (time(20), time(7), at(0), at(7)),
        (time(20), time(7), at(6, 59), at(7)),
        (time(20), time(7), at(7), None),
        (time(12), time(14), at(13), at(14)),
        (time(12), time(14), at(14), None),
        (time(12), time(12), at(12), None),
    ],
)
def test_quiet_hours(begins: time, ends: time, now: datetime, end: datetime | None) -> None:
    choices = NotifyingChoices(has_quiet_hours=True, quiet_from=begins, quiet_until=ends)
    assert end_of_quiet(choices, now) == end
    assert end_of_quiet(replace(choices, has_quiet_hours=False), now) is None


def test_quiet_until_tomorrow_goes_on_into_the_quiet_hours() -> None:
    day_only = NotifyingChoices(quiet_day=DAY)
    assert end_of_quiet(day_only, NOON) == at(0, days=1)
    assert end_of_quiet(day_only, at(0, days=1)) is None
    assert end_of_quiet(replace(day_only, has_quiet_hours=True), NOON) == at(7, days=1)


def test_what_comes_in_quiet_hours_is_told_when_they_are_over() -> None:
    choices = replace(ONLY_TIMED, has_quiet_hours=True)
    late = timed(at(21))
    assert what_now([late], choices, at(21), Told(BEFORE)) == Step(look_again=at(7, days=1))
    assert what_now([late], choices, at(7, days=1), Told(BEFORE)).tell == ("own:1",)


MINUTES = st.integers(0, 6 * 24 * 60)
JUMPS = st.integers(-3 * 24 * 60, 3 * 24 * 60)


@given(
    whens=st.lists(MINUTES, max_size=6, unique=True),
    looks=st.lists(st.tuples(JUMPS, st.booleans()), max_size=25),
    quiet=st.none() | st.tuples(st.times(), st.times()),
    morning_at=st.times(),
)
def test_however_the_clock_jumps_each_is_told_once(
    whens: list[int],
    looks: list[tuple[int, bool]],
    quiet: tuple[time, time] | None,
    morning_at: time,
) -> None:
    """The clock is set, the computer sleeps, or the timer comes as it was asked for."""
    start = at(6)
    choices = NotifyingChoices(morning_at=morning_at)
    if quiet:
        choices = replace(choices, has_quiet_hours=True, quiet_from=quiet[0], quiet_until=quiet[1])
    wanted = [timed(start + timedelta(minutes=each), f"own:{each}") for each in whens]
    now, since, told = start, start, list[str]()
    until: datetime | None = None

    def look() -> None:
        nonlocal since, until
        since = min(since, now)
        step = what_now(wanted, choices, now, Told(since, frozenset(told)))
        told.extend(step.tell)
        told.extend([morning_key(now.date())] * step.morning)
        assert step.look_again is not None
        assert step.look_again > now
        assert all(each.tell_at <= now for each in wanted if each.key in step.tell)
        until = step.look_again

    look()
    for jump, comes_as_asked in looks:
        assert until is not None
        now = until if comes_as_asked else now + timedelta(minutes=jump)
        look()
    now = max(now, start + timedelta(days=20))
    look()
    assert until is not None
    now = until if end_of_quiet(choices, now) else now
    look()
    assert len(told) == len(set(told)), "nothing is told twice"
    assert {each.key for each in wanted} <= set(told), "and nothing is lost"


@given(whens=st.lists(MINUTES, max_size=6, unique=True))
def test_waiting_as_asked_tells_everything_on_time(whens: list[int]) -> None:
    now, told = at(6), dict[str, datetime]()
    wanted = [timed(now + timedelta(minutes=each), f"own:{each}") for each in whens]
    while now < at(6, days=7):
        step = what_now(wanted, ONLY_TIMED, now, Told(at(6), frozenset(told)))
        told |= dict.fromkeys(step.tell, now)
        assert step.look_again is not None
        now = step.look_again
    assert told == {each.key: each.tell_at for each in wanted}


@pytest.fixture
def _berlin() -> Iterator[None]:
    before = os.environ.get("TZ")
    os.environ["TZ"] = "Europe/Berlin"
    clock.tzset()
    yield
    os.environ.pop("TZ")
    if before is not None:
        os.environ["TZ"] = before
    clock.tzset()


@pytest.mark.usefixtures("_berlin")
@pytest.mark.parametrize(
    ("now", "when", "hours"),
    [
        ("2027-03-27T22:00", "2027-03-28T09:00", 10),  # the night is an hour shorter
        ("2027-03-28T01:30", "2027-03-28T03:15", 0.75),
        ("2027-06-01T09:00", "2027-06-01T10:00", 1),
        ("2027-06-01T10:00", "2027-06-01T09:00", 0),
    ],
)
def test_the_night_in_which_clocks_go_forward(now: str, when: str, hours: float) -> None:
    fixed = datetime.fromisoformat(now).astimezone()
    assert seconds_until(datetime.fromisoformat(when), fixed) == hours * 3600


@pytest.mark.usefixtures("_berlin")
def test_the_longer_night_is_waited_for_in_two_steps() -> None:
    evening = datetime.fromisoformat("2026-10-24T22:00").astimezone()
    nine = datetime.fromisoformat("2026-10-25T09:00")
    first = seconds_until(nine, evening)
    assert first == 11 * 3600
    early = (evening + timedelta(seconds=first)).astimezone(ZoneInfo("Europe/Berlin"))
    assert early.hour == 8
    assert seconds_until(nine, early.astimezone()) == 3600
