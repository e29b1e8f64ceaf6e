"""Calendar files that we write, read back by the icalendar library."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from notebook.formats.ical_records import CalendarLine
from notebook.formats.ical_write import is_ours, write

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
LATER = NOW + timedelta(hours=1)
MEETING = CalendarLine(
    "planned-1@relationship-notebook",
    "Meeting with Ana, Ben; and \\others\nsoon",
    date(2026, 11, 27),
    time(14, 30),
    45,
    "Glazes & prices: 3;4",
    "Kiln house, Lisbon",
    alarms=(timedelta(minutes=-15),),
)
BIRTHDAY = CalendarLine(
    "birthday-2@relationship-notebook",
    "Ana’s birthday",
    date(2026, 2, 28),
    rule="FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=28,29;BYSETPOS=-1",
    alarms=(timedelta(hours=9),),
)
texts = st.text(st.characters(codec="utf-8"), max_size=300)


def parts(data: bytes) -> list[Any]:
    """Return the events and to-dos of a file as the library reads them."""
    return list(Calendar.from_ical(data).subcomponents)


def sequences(data: bytes) -> list[int]:
    return [int(part["sequence"]) for part in parts(data)]


def test_a_meeting_reads_as_it_was_written() -> None:
    (event,) = parts(write([MEETING], "Notebook", NOW))
    assert event.name == "VEVENT"
    assert event["dtstart"].dt == datetime(2026, 11, 27, 14, 30)  # noqa: DTZ001 - on the wall
    assert event["duration"].dt == timedelta(minutes=45)
    assert (str(event["summary"]), str(event["location"])) == (MEETING.summary, MEETING.place)
    assert str(event["description"]) == MEETING.description
    (alarm,) = event.subcomponents
    assert alarm["trigger"].dt == timedelta(minutes=-15)


def test_a_whole_day_is_a_day_and_keeps_nobody_busy() -> None:
    (event,) = parts(write([BIRTHDAY], "Notebook", NOW))
    assert (event["dtstart"].dt, event["dtend"].dt) == (date(2026, 2, 28), date(2026, 3, 1))
    assert event["transp"] == "TRANSPARENT"
    assert set(event["rrule"].to_ical().decode().split(";")) == set(BIRTHDAY.rule.split(";"))


def test_a_time_has_no_zone_and_its_length_is_real_on_the_day_when_clocks_change() -> None:
    night = replace(MEETING, day=date(2026, 3, 29), at=time(1, 30), minutes=120)
    text = write([night], "Notebook", NOW).decode()
    assert "DTSTART:20260329T013000\r\n" in text
    assert "DURATION:PT2H\r\n" in text
    assert "TZID" not in text
    assert "DTEND" not in text


def test_the_end_of_a_series_is_of_the_kind_of_its_beginning() -> None:
    daily = replace(BIRTHDAY, rule="FREQ=DAILY;UNTIL=20261231", left_out=(date(2026, 3, 2),))
    (whole_days,) = parts(write([daily], "N", NOW))
    (timed,) = parts(write([replace(daily, at=time(9))], "N", NOW))
    assert whole_days["rrule"]["until"] == [date(2026, 12, 31)]
    assert timed["rrule"]["until"] == [datetime(2026, 12, 31, 23, 59, 59)]  # noqa: DTZ001
    assert [each.dt for each in whole_days["exdate"].dts] == [date(2026, 3, 2)]
    assert [each.dt for each in timed["exdate"].dts] == [datetime(2026, 3, 2, 9)]  # noqa: DTZ001


def test_a_turn_that_was_put_off_stands_beside_its_series() -> None:
    whole, moved = parts(write([replace(BIRTHDAY, moved_to=date(2026, 3, 4))], "N", NOW))
    assert whole["uid"] == moved["uid"]
    assert "rrule" not in moved
    assert (moved["recurrence-id"].dt, moved["dtstart"].dt) == (BIRTHDAY.day, date(2026, 3, 4))


def test_a_to_do_is_due_and_rings_by_then() -> None:
    (to_do,) = parts(write([replace(MEETING, is_to_do=True)], "Notebook", NOW))
    assert to_do.name == "VTODO"
    assert to_do["due"].dt == datetime(2026, 11, 27, 14, 30)  # noqa: DTZ001 - on the wall
    assert "dtstart" not in to_do
    assert to_do.subcomponents[0]["trigger"].params["RELATED"] == "END"


def test_only_what_changed_gets_another_stamp_also_when_it_changes_back() -> None:
    first = write([MEETING, BIRTHDAY], "Notebook", NOW)
    assert write([MEETING, BIRTHDAY], "Notebook", LATER, first) == first

    moved = replace(MEETING, day=date(2026, 11, 28))
    second = write([moved, BIRTHDAY], "Notebook", LATER, first)
    assert sequences(second) == [sequences(first)[0] + 3600, sequences(first)[1]]
    third = write([MEETING, BIRTHDAY], "Notebook", LATER + timedelta(hours=1), second)
    assert sequences(third)[0] > sequences(second)[0]
    assert [part["dtstamp"].dt for part in parts(third)] == [LATER + timedelta(hours=1), NOW]


@pytest.mark.parametrize("ahead", [timedelta(0), timedelta(days=-3), timedelta(days=3)])
def test_a_number_rises_with_each_change_whatever_the_clock_says(ahead: timedelta) -> None:
    then = NOW + ahead
    first = write([MEETING, BIRTHDAY], "Notebook", NOW)
    moved = replace(MEETING, day=date(2026, 11, 28))
    second = write([moved, BIRTHDAY], "Notebook", then, first)
    assert sequences(second)[0] > sequences(first)[0]
    assert sequences(second)[1] == sequences(first)[1]
    gone = write([BIRTHDAY], "Notebook", then, second)
    assert write([BIRTHDAY], "Notebook", then, gone) == gone
    back = write([MEETING, BIRTHDAY], "Notebook", then, gone)
    assert sequences(back)[0] > sequences(second)[0]


def test_a_file_of_old_hands_on_its_numbers() -> None:
    first = write([MEETING, BIRTHDAY], "Notebook", NOW)
    old = re.sub(rb"X-RELATIONSHIP-NOTEBOOK-SEQUENCE:\d+\r\n", b"", first)
    assert old != first
    assert write([MEETING, BIRTHDAY], "Notebook", LATER, old) == first
    moved = replace(MEETING, day=date(2026, 11, 28))
    assert sequences(write([moved], "Notebook", NOW, old)) == [sequences(first)[0] + 1]


@pytest.mark.parametrize(
    ("alarm", "text"),
    [
        (timedelta(0), "PT0S"),
        (timedelta(minutes=-15), "-PT15M"),
        (timedelta(hours=9), "PT9H"),
        (timedelta(days=-7, hours=9), "-P6DT15H"),
        (timedelta(days=-7), "-P7D"),
    ],
)
def test_an_alarm_rings_when_it_should(alarm: timedelta, text: str) -> None:
    data = write([replace(MEETING, alarms=(alarm,))], "N", NOW)
    assert f"TRIGGER:{text}\r\n" in data.decode()
    assert parts(data)[0].subcomponents[0]["trigger"].dt == alarm


def test_a_file_says_whose_it_is() -> None:
    assert is_ours(write([], "Notebook", NOW))
    assert not is_ours(b"BEGIN:VCALENDAR\r\nPRODID:-//Other//EN\r\nEND:VCALENDAR\r\n")
    assert not is_ours(b"")


@given(texts, texts, texts)
def test_any_text_comes_back(summary: str, description: str, place: str) -> None:
    line = replace(MEETING, summary=summary, description=description, place=place)
    data = write([line, BIRTHDAY], "Notebook", NOW)
    assert max(map(len, data.split(b"\r\n"))) <= 75
    event, birthday = parts(data)
    for name, text in (("summary", summary), ("description", description), ("location", place)):
        assert readable(str(event.get(name, ""))) == readable(text)
    assert birthday["uid"] == BIRTHDAY.uid
    assert write([line, BIRTHDAY], "Notebook", LATER, data) == data


def readable(text: str) -> str:
    """Return text as any program shows it: line breaks alike, without what can't be seen."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(char for char in text if char in "\n\t" or (char >= " " and char != "\x7f"))
