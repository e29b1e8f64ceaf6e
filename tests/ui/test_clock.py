"""The computer's clock, also where one travels with it."""

import os
import sys
import time
from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest

from notebook.ui.clock import SystemClock

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the zone can't be set there")


@pytest.fixture
def zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    yield monkeypatch
    monkeypatch.undo()
    time.tzset()


def travel(zone: pytest.MonkeyPatch, place: str) -> datetime:
    zone.setitem(os.environ, "TZ", place)
    time.tzset()  # as Waking does when the system has another zone
    return SystemClock().now()


def test_after_a_journey_it_says_the_time_of_there(zone: pytest.MonkeyPatch) -> None:
    west = travel(zone, "AAA11")  # eleven hours behind Greenwich
    east = travel(zone, "BBB-14")  # fourteen ahead of it: another day, at any time
    assert (west.utcoffset(), east.utcoffset()) == (timedelta(hours=-11), timedelta(hours=14))
    assert (east - west) < timedelta(minutes=1)
    assert (east.date() - west.date()).days in {1, 2}
    assert SystemClock().today() == east.date()


def test_in_the_night_of_the_longer_hour_the_offset_follows(zone: pytest.MonkeyPatch) -> None:
    travel(zone, "CET-1CEST,M3.5.0,M10.5.0/3")
    summer = datetime(2027, 7, 1, 12).astimezone()
    winter = datetime(2027, 12, 1, 12).astimezone()
    assert summer.utcoffset() == timedelta(hours=2)
    assert winter.utcoffset() == timedelta(hours=1)
