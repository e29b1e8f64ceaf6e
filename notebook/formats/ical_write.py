"""Calendar files (iCalendar, RFC 5545) of our own lines, which any calendar program can read.

Times are "floating" (form 1 of RFC 5545, 3.3.5): ten o'clock on the wall, wherever that is. That is
what the notebook keeps, so no offset can be wrong, neither on the days when clocks change nor in
another country, and no zone has to be guessed. How long something takes is written as a DURATION,
which counts real minutes, also through the hour that a clock skips.

SEQUENCE has to grow with each change of a line, also when a change is taken back. The file itself
remembers: a line that stands in the file before, letter for letter, keeps its stamp, and any other
gets the present second. So nothing needs to be stored, and a file without news stays byte for byte.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from notebook.formats.ical_records import CalendarLine, When

if TYPE_CHECKING:
    from icalendar import Event, Todo

PRODUCT = "-//Relationship notebook//Calendar//EN"
_OURS = f"PRODID:{PRODUCT}\r\n".encode()
_HEAD = 1000  # bytes within which the maker of a file is named
_EPOCH = datetime(2020, 1, 1, tzinfo=UTC)
_DAY = timedelta(days=1)
_END_OF_DAY = "T235959"
_COMPONENT = re.compile(
    rb"(BEGIN:(VEVENT|VTODO)\r\n)(DTSTAMP:\w+\r\nSEQUENCE:\d+\r\n)(.*?END:\2\r\n)", re.DOTALL
)
_NO_TEXT = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")


def write(lines: Iterable[CalendarLine], name: str, now: datetime, before: bytes = b"") -> bytes:
    """Return a calendar file of these lines, called `name`.

    `before` is the file that it replaces; `now` (aware) is the stamp of what differs from there.
    """
    stamps = {found[1] + found[4]: found[3] for found in _COMPONENT.finditer(before)}
    fresh = _stamp(now)
    parts = [_head(name)]
    for line in lines:
        for body in _bodies(line):
            begin, rest = body.split(b"\r\n", 1)
            parts += [begin, b"\r\n", stamps.get(body, fresh), rest]
    return b"".join([*parts, b"END:VCALENDAR\r\n"])


def is_ours(data: bytes) -> bool:
    """Return whether a file was written here, so that it may be written anew."""
    return _OURS in data[:_HEAD]


def _stamp(now: datetime) -> bytes:
    at = now.astimezone(UTC)
    seconds = max(0, int((at - _EPOCH).total_seconds()))
    return f"DTSTAMP:{at:%Y%m%dT%H%M%SZ}\r\nSEQUENCE:{seconds}\r\n".encode()


def _head(name: str) -> bytes:
    from icalendar import Calendar

    calendar = Calendar()
    for key, value in (
        ("version", "2.0"),
        ("prodid", PRODUCT),
        ("calscale", "GREGORIAN"),
        ("method", "PUBLISH"),
        ("name", _clean(name)),
        ("x-wr-calname", _clean(name)),
    ):
        calendar.add(key, value)
    calendar.add("refresh-interval", timedelta(hours=1), parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT1H")
    head: bytes = calendar.to_ical()
    return head.removesuffix(b"END:VCALENDAR\r\n")


def _bodies(line: CalendarLine) -> Iterator[bytes]:
    """Yield a line as it stands in the file; the first turn of a series may stand by itself."""
    from icalendar.prop import vRecur

    whole = _component(line, line.day)
    if line.rule:
        whole.add("rrule", vRecur.from_ical(_with_end_of_day(line)))
        for day in line.left_out:
            whole.add("exdate", _when(day, line.at))
    yield whole.to_ical()
    if line.moved_to is not None:
        moved = _component(line, line.moved_to)
        moved.add("recurrence-id", _when(line.day, line.at))
        yield moved.to_ical()


def _component(line: CalendarLine, day: date) -> "Event | Todo":
    from icalendar import Event, Todo

    component = Todo() if line.is_to_do else Event()
    component.add("uid", line.uid)
    component.add("summary", _clean(line.summary))
    if line.description:
        component.add("description", _clean(line.description))
    if line.place:
        component.add("location", _clean(line.place))
    start = _when(day, line.at)
    if line.is_to_do:
        component.add("due", start)
        component.add("status", "NEEDS-ACTION")
    else:
        component.add("dtstart", start)
        _add_length(component, line, start)
    for alarm in line.alarms:
        _add_alarm(component, line, alarm)
    return component


def _add_length(component: "Event | Todo", line: CalendarLine, start: When) -> None:
    if line.at is None:
        component.add("transp", "TRANSPARENT")  # nobody is busy for a whole day with a birthday
        if start < date.max:
            component.add("dtend", start + _DAY)
    elif line.minutes:
        component.add("duration", timedelta(minutes=line.minutes))


def _add_alarm(component: "Event | Todo", line: CalendarLine, alarm: timedelta) -> None:
    from icalendar import Alarm

    ring = Alarm()
    ring.add("action", "DISPLAY")
    ring.add("description", _clean(line.summary))
    ring.add("trigger", alarm, parameters={"RELATED": "END"} if line.is_to_do else {})
    component.add_component(ring)


def _when(day: date, at: time | None) -> When:
    return day if at is None else datetime.combine(day, at)


def _with_end_of_day(line: CalendarLine) -> str:
    """Let the end of a rule be of the same kind as its beginning: a time, where that is one."""
    if line.at is None:
        return line.rule
    return re.sub(r"(UNTIL=\d{8})(?=;|$)", rf"\1{_END_OF_DAY}", line.rule)


def _clean(text: str) -> str:
    """Return text without what has no place in a line of a file."""
    return _NO_TEXT.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
