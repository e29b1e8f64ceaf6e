"""When appointments take place: series, what is taken out of them, and clocks that change."""

from datetime import date, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notebook.formats.ical_occasions import occasions, wall_of
from notebook.formats.ical_read import read
from notebook.formats.ical_records import Occasion
from tests.formats.test_ical_read import calendar

BERLIN = wall_of(ZoneInfo("Europe/Berlin"))
WEEKLY = (
    "UID:1",
    "DTSTART;TZID=America/New_York:20261019T100000",
    "RRULE:FREQ=WEEKLY;COUNT=5",
    "SUMMARY:Weekly",
)


def taking_place(
    *events: tuple[str, ...], since: date = date(2026, 1, 1), until: date = date(2026, 12, 31)
) -> list[Occasion]:
    reading = read(calendar(*events))
    found, problems = occasions(reading.appointments, since, until, BERLIN)
    assert not problems
    return found


def test_a_series_stays_at_its_hour_where_it_is_at_home_when_clocks_change() -> None:
    found = taking_place(WEEKLY)
    # America changes its clocks a week after Europe does.
    assert [(each.day, each.at) for each in found] == [
        (date(2026, 10, 19), time(16)),
        (date(2026, 10, 26), time(15)),
        (date(2026, 11, 2), time(16)),
        (date(2026, 11, 9), time(16)),
        (date(2026, 11, 16), time(16)),
    ]
    assert len({each.key for each in found}) == 5


def test_of_what_is_said_twice_the_later_version_counts_wherever_it_stands() -> None:
    moved = (*WEEKLY[:1], "DTSTART:20261020T090000", "RRULE:FREQ=WEEKLY;COUNT=2", "SEQUENCE:2")
    turn = ("UID:1", "RECURRENCE-ID:20261027T090000", "DTSTART:20261028T090000")
    found = taking_place(moved, WEEKLY, (*turn, "SEQUENCE:1", "SUMMARY:Later"), turn)
    assert [(each.day, each.appointment.title) for each in found] == [
        (date(2026, 10, 20), ""),
        (date(2026, 10, 28), "Later"),
    ]


def test_the_horizon_holds_for_series_and_not_for_what_comes_once() -> None:
    once = ("UID:2", "DTSTART;VALUE=DATE:20300101")
    found = taking_place(WEEKLY, once, since=date(2026, 11, 1), until=date(2026, 11, 10))
    assert [each.day for each in found] == [
        date(2026, 11, 2),
        date(2026, 11, 9),
        date(2030, 1, 1),
    ]
    assert found[-1].key == ""


def test_turns_that_are_taken_out_or_moved_are_known_as_such() -> None:
    series = (*WEEKLY, "EXDATE;TZID=America/New_York:20261102T100000")
    moved = ("UID:1", "RECURRENCE-ID:20261109T150000Z", "DTSTART:20261110T090000", "SUMMARY:Moved")
    off = (
        "UID:1",
        "RECURRENCE-ID;TZID=America/New_York:20261116T100000",
        "DTSTART:20261116T150000Z",
        "STATUS:CANCELLED",
    )
    found = taking_place(series, moved, off)
    assert [(each.day, each.is_off) for each in found] == [
        (date(2026, 10, 19), False),
        (date(2026, 10, 26), False),
        (date(2026, 11, 2), True),
        (date(2026, 11, 10), False),
        (date(2026, 11, 16), True),
    ]
    assert (found[3].at, found[3].appointment.title) == (time(9), "Moved")
    plain = {each.day: each.key for each in taking_place(WEEKLY)}
    assert found[3].key == plain[date(2026, 11, 9)]


def test_an_end_is_understood_in_any_shape() -> None:
    for until in ("20261102T150000Z", "20261102T150000", "20261102"):
        series = (*WEEKLY[:2], f"RRULE:FREQ=WEEKLY;UNTIL={until}")
        assert [each.day.day for each in taking_place(series)] == [19, 26, 2]
    before = (*WEEKLY[:2], "RRULE:FREQ=WEEKLY;UNTIL=20261102T145900Z")
    assert [each.day.day for each in taking_place(before)] == [19, 26]


def test_extra_turns_and_a_first_one_that_the_rule_leaves_out_count() -> None:
    series = (
        "UID:1",
        "DTSTART;VALUE=DATE:20261104",
        "RRULE:FREQ=WEEKLY;BYDAY=MO;UNTIL=20261116",
        "RDATE;VALUE=DATE:20261201",
    )
    assert [each.day.day for each in taking_place(series)] == [4, 9, 16, 1]


def test_what_can_t_be_unrolled_is_a_problem_and_costs_no_time() -> None:
    for rule in (
        "FREQ=SECONDLY",
        "FREQ=DAILY;COUNT=5;BYMONTH=2;BYMONTHDAY=31",
        "FREQ=SOMETIMES",
        "FREQ=MONTHLY;BYDAY=XX",
    ):
        event = ("UID:1", "DTSTART:20261104T090000", f"RRULE:{rule}")
        reading = read(calendar(event))
        found, problems = occasions(
            reading.appointments, date(2026, 1, 1), date(2027, 1, 1), BERLIN
        )
        assert len(found) + len(problems) == 1


def test_times_at_the_ends_of_the_calendar_cost_only_themselves() -> None:
    events = (
        ("UID:1", "DTSTART:00010101T000000Z", "SUMMARY:First"),
        ("UID:2", "DTSTART:99991231T235900Z", "SUMMARY:Last"),
        ("UID:3", "DTSTART:20261104T090000Z", "RECURRENCE-ID:00010101T000000", "DURATION:P99999D"),
    )
    for zone in ("Europe/Berlin", "America/New_York", "Pacific/Kiritimati"):
        reading = read(calendar(*events))
        found, problems = occasions(
            reading.appointments, date(2026, 1, 1), date(2027, 1, 1), wall_of(ZoneInfo(zone))
        )
        assert len(found) + len(problems) == 3
        assert [each.appointment.length for each in found if each.appointment.uid == "3"] == [None]


@given(
    st.text("FREQ=DAILYWKMOTUBSET;,0123456789-Z", max_size=60),
    st.sampled_from(
        ["FREQ=DAILY;", "FREQ=YEARLY;", "FREQ=MONTHLY;BYDAY=", "FREQ=WEEKLY;UNTIL=", ""]
    ),
)
def test_no_rule_makes_it_fail(rest: str, begin: str) -> None:
    reading = read(calendar(("UID:1", "DTSTART:20261104T090000", f"RRULE:{begin}{rest}")))
    occasions(reading.appointments, date(2026, 1, 1), date(2026, 12, 31), BERLIN)


def test_what_comes_every_minute_is_no_appointment_and_costs_no_time() -> None:
    minutes = ",".join(map(str, range(60)))
    each_minute = f"RRULE:FREQ=DAILY;BYHOUR={','.join(map(str, range(24)))};BYMINUTE={minutes}"
    reading = read(calendar(("UID:1", "DTSTART:19000101T000000", each_minute)))
    found, problems = occasions(reading.appointments, date(2026, 1, 1), date(2026, 12, 31), BERLIN)
    assert (found, len(problems)) == ([], 1)


def test_of_a_series_that_comes_too_often_the_next_turns_come_in() -> None:
    hours = ",".join(map(str, range(8, 20)))
    found = taking_place(("UID:1", "DTSTART:20251201T080000", f"RRULE:FREQ=DAILY;BYHOUR={hours}"))
    assert (found[0].day, found[0].at) == (date(2026, 1, 1), time(8))
    assert 900 < len(found) <= 1000


def test_unrolling_can_be_ended_between_two_series() -> None:
    reading = read(calendar(WEEKLY, ("UID:2", *WEEKLY[1:])))
    asked = []

    def go_on() -> None:
        asked.append(1)
        if len(asked) == 2:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        occasions(reading.appointments, date(2026, 1, 1), date(2026, 12, 31), BERLIN, go_on)
