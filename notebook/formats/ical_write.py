"""Calendar files (iCalendar, RFC 5545) of our own lines, which any calendar program can read.

Times are "floating" (form 1 of RFC 5545, 3.3.5): ten o'clock on the wall, wherever that is. That is
what the notebook keeps, so no offset can be wrong, neither on the days when clocks change nor in
another country, and no zone has to be guessed. How long something takes is written as a DURATION,
which counts real minutes, also through the hour that a clock skips.

SEQUENCE has to grow with each change of a line, also when a change is taken back, when the clock is
set back, and within the same second. The file itself remembers: a line that stands in the file
before, letter for letter, keeps its stamp, and any other gets the present second, or one more than
the highest number that was ever given, which stands at the head. So nothing needs to be stored, and
a file without news stays byte for byte.

It is written without the icalendar library, which reads it in the tests: for the few properties
that we use this is twenty times as fast, and the file is written again after each change.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta

from notebook.formats.ical_records import CalendarLine

PRODUCT = "-//Relationship notebook//Calendar//EN"
_OURS = f"PRODID:{PRODUCT}\r\n".encode()
_HEAD = 1000  # bytes within which the maker of a file is named, and the highest number given
_EPOCH = datetime(2020, 1, 1, tzinfo=UTC)
_DAY = timedelta(days=1)
_HOUR = timedelta(hours=1)
_MINUTE = timedelta(minutes=1)
_END_OF_DAY = "T235959"
_WIDTH = 75  # bytes of a line, its end not counted
_HIGHEST = re.compile(rb"X-RELATIONSHIP-NOTEBOOK-SEQUENCE:(\d+)\r\n")
_NUMBER = re.compile(rb"\r\nSEQUENCE:(\d+)\r\n")
_COMPONENT = re.compile(
    rb"(BEGIN:(VEVENT|VTODO)\r\n)(DTSTAMP:\w+\r\nSEQUENCE:\d+\r\n)(.*?END:\2\r\n)", re.DOTALL
)
_NO_TEXT = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


def write(lines: Iterable[CalendarLine], name: str, now: datetime, before: bytes = b"") -> bytes:
    """Return a calendar file of these lines, called `name`.

    `before` is the file that it replaces; `now` (aware) is the stamp of what differs from there.
    """
    stamps = {found[1] + found[4]: found[3] for found in _COMPONENT.finditer(before)}
    bodies = [_joined(body) for line in lines for body in _bodies(line)]
    highest = _highest(before)
    number = max(_seconds(now), highest + 1)
    fresh = _stamp(now, number)
    is_news = any(body not in stamps for body in bodies)
    parts = [_joined(_head(name, number if is_news else highest))]
    for body in bodies:
        begin, rest = body.split(b"\r\n", 1)
        parts += [begin, b"\r\n", stamps.get(body, fresh), rest]
    return b"".join([*parts, b"END:VCALENDAR\r\n"])


def is_ours(data: bytes) -> bool:
    """Return whether a file was written here, so that it may be written anew."""
    return _OURS in data[:_HEAD]


def _highest(before: bytes) -> int:
    """Return the highest number that was given so far; a file of old says it of its lines alone."""
    found = _HIGHEST.search(before, 0, _HEAD)
    return int(found[1]) if found else max(map(int, _NUMBER.findall(before)), default=-1)


def _seconds(now: datetime) -> int:
    return max(0, int((now - _EPOCH).total_seconds()))


def _stamp(now: datetime, number: int) -> bytes:
    return f"DTSTAMP:{now.astimezone(UTC):%Y%m%dT%H%M%SZ}\r\nSEQUENCE:{number}\r\n".encode()


def _head(name: str, highest: int) -> Iterator[str]:
    yield "BEGIN:VCALENDAR"
    yield "VERSION:2.0"
    yield f"PRODID:{PRODUCT}"
    yield "CALSCALE:GREGORIAN"
    yield "METHOD:PUBLISH"
    if highest >= 0:
        yield f"X-RELATIONSHIP-NOTEBOOK-SEQUENCE:{highest}"
    yield f"NAME:{_text(name)}"
    yield f"X-WR-CALNAME:{_text(name)}"
    yield "REFRESH-INTERVAL;VALUE=DURATION:PT1H"
    yield "X-PUBLISHED-TTL:PT1H"


def _bodies(line: CalendarLine) -> Iterator[list[str]]:
    """Yield a line as it stands in the file; the first turn of a series may stand by itself."""
    more = []
    if line.rule:
        left_out = (_when("EXDATE", day, line.at) for day in line.left_out)
        more = [f"RRULE:{_with_end_of_day(line)}", *left_out]
    yield [*_component(line, line.day, more)]
    if line.moved_to is not None:
        yield [*_component(line, line.moved_to, [_when("RECURRENCE-ID", line.day, line.at)])]


def _component(line: CalendarLine, day: date, more: Iterable[str]) -> Iterator[str]:
    kind = "VTODO" if line.is_to_do else "VEVENT"
    yield f"BEGIN:{kind}"
    yield f"UID:{line.uid}"
    yield from _times(line, day)
    yield from more
    yield f"SUMMARY:{_text(line.summary)}"
    if line.description:
        yield f"DESCRIPTION:{_text(line.description)}"
    if line.place:
        yield f"LOCATION:{_text(line.place)}"
    for alarm in line.alarms:
        yield from _alarm(line, alarm)
    yield f"END:{kind}"


def _times(line: CalendarLine, day: date) -> Iterator[str]:
    if line.is_to_do:
        yield _when("DUE", day, line.at)
        yield "STATUS:NEEDS-ACTION"
        return
    yield _when("DTSTART", day, line.at)
    if line.at is None:
        if day < date.max:
            yield _when("DTEND", day + _DAY, None)
        yield "TRANSP:TRANSPARENT"  # nobody is busy for a whole day with a birthday
    elif line.minutes:
        yield f"DURATION:{_duration(line.minutes * _MINUTE)}"


def _alarm(line: CalendarLine, alarm: timedelta) -> Iterator[str]:
    yield "BEGIN:VALARM"
    yield "ACTION:DISPLAY"
    yield f"DESCRIPTION:{_text(line.summary)}"
    yield f"TRIGGER{';RELATED=END' if line.is_to_do else ''}:{_duration(alarm)}"
    yield "END:VALARM"


def _when(name: str, day: date, at: time | None) -> str:
    digits = f"{day.year:04}{day.month:02}{day.day:02}"
    return f"{name};VALUE=DATE:{digits}" if at is None else f"{name}:{digits}T{at:%H%M%S}"


def _duration(length: timedelta) -> str:
    sign = "-" if length < timedelta(0) else ""
    days, rest = divmod(abs(length), _DAY)
    hours, rest = divmod(rest, _HOUR)
    parts = [f"{days}D"] if days else []
    times = [f"{count}{unit}" for count, unit in ((hours, "H"), (rest // _MINUTE, "M")) if count]
    if times or not days:
        parts += ["T", *(times or ["0S"])]
    return f"{sign}P{''.join(parts)}"


def _with_end_of_day(line: CalendarLine) -> str:
    """Let the end of a rule be of the same kind as its beginning: a time, where that is one."""
    if line.at is None:
        return line.rule
    return re.sub(r"(UNTIL=\d{8})(?=;|$)", rf"\1{_END_OF_DAY}", line.rule)


def _text(text: str) -> str:
    """Return text as a value, without what has no place in a line of a file."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return _NO_TEXT.sub("", lines).translate(_ESCAPED)


def _joined(lines: Iterable[str]) -> bytes:
    return b"".join(_folded(line.encode()) for line in lines)


def _folded(line: bytes) -> bytes:
    """Return a line in pieces of 75 bytes, none of which cuts a letter in two."""
    pieces = []
    width = _WIDTH
    while len(line) > width:
        cut = width
        while line[cut] & 0xC0 == 0x80:  # within a letter
            cut -= 1
        pieces.append(line[:cut])
        line, width = line[cut:], _WIDTH - 1
    return b"\r\n ".join([*pieces, line]) + b"\r\n"
