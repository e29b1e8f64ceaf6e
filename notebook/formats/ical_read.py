"""Calendar files (iCalendar, RFC 5545) of other programs, read event by event.

Each event is handed to the icalendar library by itself: one that it can't understand costs neither
the others nor the file.
"""

import warnings
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from notebook.formats.ical_records import Appointment, Attendee, EventProblem, Reading, When
from notebook.formats.ical_text import Block, blocks, content_lines
from notebook.translate import translate

if TYPE_CHECKING:
    from icalendar import Event

_BEGINNING = "BEGIN:VCALENDAR"
_NOT_UNDERSTOOD = (ValueError, TypeError, LookupError, AttributeError, ArithmeticError, OSError)
"""What the library raises for texts that are no calendar, and the system for zones of odd names."""
_THINGS = {"ROOM", "RESOURCE"}
_NOISE = str.maketrans("", "", " \\")  # in rules that some programs write
_LONGEST_EVENT = timedelta(days=31)
_LONGEST = 20_000  # characters of a description that anybody reads


def read(data: bytes) -> Reading:
    """Return everything in a calendar file; never fails, whatever the bytes are."""
    first = next((line for _, line in content_lines(data)), "")
    if first.strip().upper().replace(" ", "") != _BEGINNING:
        words = translate("calendar", "This is not a calendar file. Nothing was read from it.")
        return Reading(problems=(EventProblem(0, words),))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it says aloud which zone it takes an odd name for
        return _read(list(blocks(data)))


def _read(found: list[Block]) -> Reading:
    _learn_zones(block for block in found if block.name == "VTIMEZONE")
    appointments: list[Appointment] = []
    problems: list[EventProblem] = []
    for block in found:
        if block.name == "VEVENT":
            outcome = _outcome(block)
            if isinstance(outcome, Appointment):
                appointments.append(outcome)
            else:
                problems.append(outcome)
    return Reading(tuple(appointments), tuple(problems))


def _learn_zones(zones: Iterable[Block]) -> None:
    """Let the library know the zones that a file describes; it knows the usual ones by name."""
    import icalendar

    icalendar.use_zoneinfo()  # type: ignore[no-untyped-call]  # which forgets those of the file before
    for block in zones:
        text = f"{_BEGINNING}\r\n{block.text}END:VCALENDAR\r\n"
        try:
            icalendar.Calendar.from_ical(text)
        except _NOT_UNDERSTOOD:  # its times are then read as those of the wall
            continue


def _outcome(block: Block) -> Appointment | EventProblem:
    if not block.is_whole:
        words = translate("calendar", "This event breaks off in the middle.")
        return EventProblem(block.line, words)
    try:
        appointment = _appointment(block)
    except _NOT_UNDERSTOOD:
        return EventProblem(
            block.line, translate("calendar", "This event can’t be read: what it says is no date.")
        )
    if appointment is None:
        return EventProblem(block.line, translate("calendar", "This event names no day."))
    return appointment


def _appointment(block: Block) -> Appointment | None:
    from icalendar import Event

    event = Event.from_ical(block.text)
    if not isinstance(event, Event):
        raise ValueError(f"no event: {event.name}")
    first = _first(event.get("dtstart"))
    if first is None:
        return None
    start = _date_or_time(first.dt)
    rule = _first(event.get("rrule"))
    return Appointment(
        line=block.line,
        uid=_text(event, "uid") or f"none-{sha256(block.text.encode()).hexdigest()}",
        title=" ".join(_text(event, "summary").split()),
        start=start,
        length=_length(event, start),
        description=_text(event, "description")[:_LONGEST],
        place=" ".join(_text(event, "location").split()),
        attendees=tuple(_attendees(event.get("attendee"))),
        organiser=next(_attendees(event.get("organizer")), None),
        is_cancelled=_text(event, "status").upper() == "CANCELLED",
        rule=rule.to_ical().decode().translate(_NOISE) if rule is not None else "",
        extra=tuple(_days(event.get("rdate"))),
        left_out=tuple(_days(event.get("exdate"))),
        recurrence_id=next(_days(event.get("recurrence-id")), None),
        and_following=_is_range(_first(event.get("recurrence-id"))),
        sequence=_number(_text(event, "sequence")),
    )


def _is_range(recurrence_id: Any) -> bool:
    return str(getattr(recurrence_id, "params", {}).get("RANGE", "")).upper() == "THISANDFUTURE"


def _text(event: "Event", name: str) -> str:
    value = _first(event.get(name))
    return "" if value is None else str(value).strip()


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else 0


def _length(event: "Event", start: When) -> timedelta | None:
    """Return how long it takes, None for whole days and where nothing sensible is said."""
    if not isinstance(start, datetime):
        return None
    end, length = (_understood(event.get(name)) for name in ("dtend", "duration"))
    if isinstance(end, datetime) and (end.tzinfo is None) == (start.tzinfo is None):
        length = _between(start, end)
    is_sensible = isinstance(length, timedelta) and timedelta(0) < length <= _LONGEST_EVENT
    return length if is_sensible else None


def _understood(value: Any) -> Any:
    """Return what the library makes of a value; None where it makes nothing of it."""
    from icalendar.error import BrokenCalendarProperty

    try:
        return getattr(_first(value), "dt", None)
    except BrokenCalendarProperty:  # the event is worth having without it
        return None


def _between(start: datetime, end: datetime) -> timedelta:
    # In one zone Python would compare the hands of the clock: real time is what passed.
    if start.utcoffset() is None or end.utcoffset() is None:
        return end - start
    return (end - end.utcoffset()).replace(tzinfo=None) - (  # type: ignore[operator]
        start - start.utcoffset()  # type: ignore[operator]
    ).replace(tzinfo=None)


def _attendees(value: Any) -> Iterator[Attendee]:
    for each in _all(value):
        if str(each.params.get("CUTYPE", "")).upper() in _THINGS:
            continue
        address = str(each).strip()
        email = address[len("mailto:") :] if address[:7].lower() == "mailto:" else address
        name = str(each.params.get("CN", "")).strip().strip("'\"")
        yield Attendee("" if name == email else name, email.strip() if "@" in email else "")


def _days(value: Any) -> Iterator[When]:
    """Yield the days and times of a list; what is neither is left out."""
    from icalendar.error import BrokenCalendarProperty

    for several in _all(value):
        try:
            whens = [each.dt for each in getattr(several, "dts", [several])]
        except BrokenCalendarProperty:  # one turn more or less
            continue
        firsts = (when[0] if isinstance(when, tuple) else when for when in whens)
        yield from (when for when in firsts if isinstance(when, date))


def _date_or_time(value: Any) -> When:
    if not isinstance(value, date):
        raise ValueError(f"neither day nor time: {value!r}")
    return value


def _all(value: Any) -> list[Any]:
    if value is None:
        return []
    return list(value) if isinstance(value, list) else [value]


def _first(value: Any) -> Any:
    return next(iter(_all(value)), None)
