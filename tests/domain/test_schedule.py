"""What follows when a turn is settled or put off: nothing of today is lost, nothing hidden."""

from datetime import date, timedelta

import pytest

from notebook.domain.partial_date import LeapDay
from notebook.domain.recurrence import Frequency, Recurrence
from notebook.domain.schedule import Schedule

DAY = timedelta(days=1)
MONDAY = date(2026, 11, 23)
WEEKLY = Schedule(Recurrence(Frequency.WEEKLY), MONDAY)
FROM_COMPLETION = Schedule(Recurrence(Frequency.WEEKLY), MONDAY, from_completion=True)
LEAP = LeapDay.FEBRUARY_28


@pytest.mark.parametrize(
    ("settled_on", "following"),
    [(-3, 7), (0, 7), (1, 7), (6, 7), (7, 7), (8, 14), (14, 14), (15, 21)],
)
def test_a_turn_of_the_day_of_settling_stays(settled_on: int, following: int) -> None:
    rest = WEEKLY.after(MONDAY, MONDAY + settled_on * DAY, LEAP)
    assert rest == (WEEKLY, MONDAY + following * DAY)


def test_from_completion_it_begins_anew() -> None:
    rest = FROM_COMPLETION.after(MONDAY, MONDAY + 9 * DAY, LEAP)
    assert rest is not None
    assert rest[1] == MONDAY + 16 * DAY


@pytest.mark.parametrize(
    ("until", "today", "waits"),
    [(3, 0, 3), (7, 0, 7), (9, 0, 7), (9, 6, 7), (9, 7, 9), (30, 8, 14), (5, -9, 5), (30, -9, 7)],
)
def test_a_turn_waits_until_the_next_at_most(until: int, today: int, waits: int) -> None:
    wanted = MONDAY + until * DAY
    assert WEEKLY.waits_until(MONDAY, wanted, MONDAY + today * DAY, LEAP) == MONDAY + waits * DAY
    assert FROM_COMPLETION.waits_until(MONDAY, wanted, MONDAY + today * DAY, LEAP) == wanted


def test_the_last_turn_may_wait_for_ever() -> None:
    once = Schedule(Recurrence(Frequency.WEEKLY, count=1), MONDAY)
    assert once.waits_until(MONDAY, MONDAY + 99 * DAY, MONDAY, LEAP) == MONDAY + 99 * DAY
