"""Calendar files of other programs: whatever is wrong with an event costs only that event."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notebook.formats.ical_read import read
from notebook.formats.ical_records import Appointment, Attendee

ICALS = Path(__file__).parent / "icals"
MEETING = (
    "UID:1@work",
    "DTSTART;TZID=Europe/Berlin:20261127T143000",
    "DTEND;TZID=Europe/Berlin:20261127T151500",
    "SUMMARY:Glazes\\, colours",
)


def calendar(*events: Sequence[str], before: str = "") -> bytes:
    """Return a calendar file of these events, each a list of lines."""
    bodies = ("\r\n".join(["BEGIN:VEVENT", *event, "END:VEVENT", ""]) for event in events)
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{before}{''.join(bodies)}END:VCALENDAR\r\n".encode()


def the_appointment(*lines: str) -> Appointment:
    reading = read(calendar(lines))
    assert not reading.problems
    (appointment,) = reading.appointments
    return appointment


def test_an_event_is_read_with_whom_it_concerns() -> None:
    meeting = the_appointment(
        *MEETING,
        "LOCATION:Kiln house",
        "DESCRIPTION:First line\\nsecond",
        'ORGANIZER;CN="Pereira, Ana":MAILTO:ana@pereira.example',
        "ATTENDEE;CN=ben@ode.example:mailto:ben@ode.example",
        "ATTENDEE;CUTYPE=ROOM;CN=Room 4:mailto:room4@work.example",
        "ATTENDEE;CN=Without Address:invalid:nomail",
    )
    assert meeting.title == "Glazes, colours"
    assert isinstance(meeting.start, datetime)
    assert meeting.start.astimezone(UTC) == datetime(2026, 11, 27, 13, 30, tzinfo=UTC)
    assert meeting.length == timedelta(minutes=45)
    assert (meeting.place, meeting.description) == ("Kiln house", "First line\nsecond")
    assert meeting.organiser == Attendee("Pereira, Ana", "ana@pereira.example")
    assert meeting.attendees == (
        Attendee("", "ben@ode.example"),
        Attendee("Without Address", ""),
    )


def test_a_length_is_real_time_on_the_day_when_clocks_change() -> None:
    meeting = the_appointment(
        "UID:1",
        "DTSTART;TZID=Europe/Berlin:20260329T013000",
        "DTEND;TZID=Europe/Berlin:20260329T033000",
    )
    assert meeting.length == timedelta(hours=1)


def test_whole_days_and_times_of_the_wall_are_told_apart() -> None:
    day = the_appointment("UID:1", "DTSTART;VALUE=DATE:20261127", "DTEND;VALUE=DATE:20261128")
    wall = the_appointment("UID:2", "DTSTART:20261127T090000", "DURATION:PT30M")
    assert (day.start, day.length) == (date(2026, 11, 27), None)
    assert wall.start == datetime(2026, 11, 27, 9)  # noqa: DTZ001 - on the wall
    assert wall.length == timedelta(minutes=30)


def test_an_event_without_a_uid_gets_a_lasting_one() -> None:
    lines = ("DTSTART:20261127T090000", "SUMMARY:Same")
    assert the_appointment(*lines).uid == the_appointment(*lines).uid != ""
    assert the_appointment(*lines, "LOCATION:Here").uid != the_appointment(*lines).uid


def test_one_bad_event_costs_neither_the_others_nor_the_file() -> None:
    data = calendar(
        MEETING,
        ("UID:2", "DTSTART:INVALID-DATE", "SUMMARY:Bad"),
        ("UID:3", "SUMMARY:No day"),
        ("UID:4", "DTSTART:20261128T090000", "DURATION:P99999999999999W", "RRULE:FREQ=SOMETIMES"),
    )
    cut = data.replace(b"END:VCALENDAR\r\n", b"BEGIN:VEVENT\r\nUID:5\r\nDTSTART:2026")
    reading = read(cut)
    assert [each.uid for each in reading.appointments] == ["1@work", "4"]
    assert [(each.line, each.sentence) for each in reading.problems] == [
        (9, "This event can’t be read: what it says is no date."),
        (14, "This event names no day."),
        (24, "This event breaks off in the middle."),
    ]


@pytest.mark.parametrize(
    "data", [b"", b"\x00\xff\x00", b"BEGIN:VCARD\r\nEND:VCARD\r\n", b"%PDF-1.7"]
)
def test_what_is_no_calendar_is_said(data: bytes) -> None:
    (problem,) = read(data).problems
    assert (problem.line, problem.sentence) == (
        0,
        "This is not a calendar file. Nothing was read from it.",
    )


def test_an_unknown_zone_is_the_wall_and_a_described_one_is_understood() -> None:
    zone = (
        "BEGIN:VTIMEZONE\r\nTZID:Our own\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\n"
        "TZOFFSETFROM:+0500\r\nTZOFFSETTO:+0500\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
    )
    event = ("UID:1", "DTSTART;TZID=Our own:20261127T090000")
    (known,) = read(calendar(event, before=zone)).appointments
    (unknown,) = read(calendar(event)).appointments  # the file before is forgotten
    assert isinstance(known.start, datetime)
    assert known.start.utcoffset() == timedelta(hours=5)
    assert unknown.start == datetime(2026, 11, 27, 9)  # noqa: DTZ001 - on the wall


def test_folds_and_other_character_sets_are_read() -> None:
    folded = calendar(("UID:1", "DTSTART:20261127T090000", "SUMMARY:Gr\u00fc\u00dfe")).replace(
        "ü".encode(), "ü".encode()[:1] + b"\r\n " + "ü".encode()[1:]
    )
    western = calendar(("UID:1", "DTSTART:20261127T090000", "SUMMARY:Grüße")).decode()
    for data in (
        folded,
        western.encode("cp1252"),
        western.encode("utf-16"),
        b"\xef\xbb\xbf" + folded,
    ):
        assert read(data).appointments[0].title == "Grüße"


EXPECTED = {
    "alarm_google_future.ics": (1, 0),
    "broken_dtstart.ics": (0, 1),
    "issue_101_icalendar_chokes_on_umlauts_in_organizer.ics": (0, 1),  # an event without a calendar
    "issue_104_broken_calendar.ics": (1, 0),
    "issue_165_missing_event.ics": (1, 0),
    "issue_313_globally_unique_tzid.ics": (3, 0),
    "issue_466_respect_unique_timezone.ics": (1, 0),
    "issue_722_missing_timezones.ics": (1, 2),
    "multiple_calendar_components.ics": (3, 0),
    "pacific_fiji.ics": (1, 0),
    "parsing_error.ics": (2, 0),
    "timezoned.ics": (1, 0),
}


def test_files_of_other_programs_are_read() -> None:
    assert {path.name for path in ICALS.glob("*.ics")} == set(EXPECTED)
    for name, (appointments, problems) in EXPECTED.items():
        reading = read((ICALS / name).read_bytes())
        counts = (len(reading.appointments), len(reading.problems))
        assert counts == (appointments, problems), name


@given(
    st.lists(
        st.sampled_from(
            [
                *MEETING,
                "RRULE:FREQ=DAILY",
                "BEGIN:VEVENT",
                "END:VEVENT",
                "BEGIN:VALARM",
                "END:VALARM",
                "BEGIN:VTIMEZONE",
                "TZID:X",
                "DTSTART;;:",
                "EXDATE:",
                "RDATE;VALUE=TIME:0830",
                "x",
                "ATTENDEE:",
                " ",
            ]
        ),
        max_size=30,
    ),
    st.binary(max_size=40),
)
def test_nothing_makes_it_fail(lines: list[str], noise: bytes) -> None:
    data = "\r\n".join(["BEGIN:VCALENDAR", *lines]).encode()
    read(data + noise)
    read(noise + data)
