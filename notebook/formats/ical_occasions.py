"""When the appointments of a calendar take place: series unrolled, on the clock of the user's wall."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from itertools import islice

from notebook.formats.ical_records import Appointment, EventProblem, Occasion, When
from notebook.translate import translate

Wall = Callable[[datetime], datetime]
"""Turns a time with a zone into the time on the user's wall, without one."""

_TOO_OFTEN = ("SECONDLY", "MINUTELY", "HOURLY")
_FIRST_YEAR = 1900
_MOST = 1000  # turns of one series that are brought in
_LONGEST = 50_000  # turns since it began, which is every day for a lifetime
_AROUND = timedelta(days=2)  # by which two walls may differ, and more


def wall_of(zone: tzinfo | None) -> Wall:
    """Return how times are read in a zone; None is the computer's own."""
    return lambda at: at.astimezone(zone).replace(tzinfo=None)


def occasions(
    appointments: Sequence[Appointment],
    since: date,
    until: date,
    wall: Wall,
    go_on: Callable[[], None] = lambda: None,
) -> tuple[list[Occasion], list[EventProblem]]:
    """Return every time that they take place, in order, and a problem for what can't be unrolled.

    `go_on` is called before each of them and may raise: it can be long work. Of a series that are the turns from `since` to `until`; what comes once is there whenever it is.
    """
    found: list[Occasion] = []
    problems: list[EventProblem] = []
    for series in _by_uid(appointments):
        go_on()
        try:
            found += _of_series(series, since, until, wall)
        except (ValueError, OverflowError, TypeError, KeyError, OSError):
            words = translate("calendar", "When this event takes place can’t be read.")
            problems.append(EventProblem(series[0].line, words))
    return sorted(found, key=lambda each: (each.day, each.at or time.min)), problems


def _of_series(
    series: Sequence[Appointment], since: date, until: date, wall: Wall
) -> list[Occasion]:
    """Return when the appointments of one UID take place: once, or as a series."""
    found: list[Occasion] = []
    series = _latest(series)
    instead = {
        turn_key(each.recurrence_id): each for each in series if each.recurrence_id is not None
    }
    for appointment in series:
        if appointment.recurrence_id is None and appointment.comes_round:
            found += _turns(appointment, instead, since, until, wall)
        elif appointment.recurrence_id is None:
            found.append(_occasion(appointment, "", appointment.start, wall))
    replaced = (_occasion(each, key, each.start, wall) for key, each in instead.items())
    return [*found, *(each for each in replaced if since <= each.day <= until)]


def _latest(series: Sequence[Appointment]) -> list[Appointment]:
    """Leave out what was said of the series, or of one of its turns, before it was changed."""
    highest: dict[str, int] = {}
    for each in series:
        highest[_turn_told(each)] = max(each.sequence, highest.get(_turn_told(each), 0))
    return [each for each in series if each.sequence == highest[_turn_told(each)]]


def _turn_told(appointment: Appointment) -> str:
    return "" if appointment.recurrence_id is None else turn_key(appointment.recurrence_id)


def _by_uid(appointments: Iterable[Appointment]) -> Iterator[list[Appointment]]:
    series: defaultdict[str, list[Appointment]] = defaultdict(list)
    for each in appointments:
        series[each.uid].append(each)
    yield from series.values()


def _turns(
    appointment: Appointment,
    instead: dict[str, Appointment],
    since: date,
    until: date,
    wall: Wall,
) -> Iterator[Occasion]:
    left_out = {turn_key(when) for when in appointment.left_out}
    following = [each for each in instead.values() if each.and_following]
    for when in _starts(appointment, since, until):
        key = turn_key(when)
        told, start = _as_told(appointment, when, following)
        occasion = _occasion(told, key, start, wall, is_off=key in left_out)
        if since <= occasion.day <= until and key not in instead:
            yield occasion


def _as_told(
    appointment: Appointment, when: When, following: Iterable[Appointment]
) -> tuple[Appointment, When]:
    """Return what the file says of a turn: the last change of this and all that follow counts."""
    told, start = appointment, when
    for each in sorted(following, key=lambda each: turn_key(each.recurrence_id or each.start)):
        known, moved = each.recurrence_id, _moved_by(each)
        if known is not None and moved is not None and turn_key(known) < turn_key(when):
            told, start = each, when + moved
    return told, start


def _moved_by(change: Appointment) -> timedelta | None:
    """Return by how much a turn is moved; None where a whole day becomes a time, or a zone is lost."""
    known, start = change.recurrence_id, change.start
    if isinstance(known, datetime) and isinstance(start, datetime):
        return start - known if (known.tzinfo is None) == (start.tzinfo is None) else None
    if known is None or isinstance(known, datetime) or isinstance(start, datetime):
        return None
    return start - known


def _starts(appointment: Appointment, since: date, until: date) -> list[When]:
    """Return when the turns begin, those that are left out among them.

    They are counted on the wall of the event's own zone: at ten stays at ten when clocks change.
    """
    start = appointment.start
    if start.year < _FIRST_YEAR:
        raise ValueError(start)
    extra = [when for when in appointment.extra if isinstance(when, datetime) == _is_time(start)]
    if not appointment.rule:
        return sorted({start, *extra}, key=turn_key)
    zone = start.tzinfo if isinstance(start, datetime) else None
    naive = start.replace(tzinfo=None) if isinstance(start, datetime) else _midnight(start)
    span = (_midnight(since) - _AROUND, _midnight(until) + _AROUND)
    by_rule = _by_rule(appointment.rule, naive, zone, span)
    starts: list[When] = [
        turn.replace(tzinfo=zone) if _is_time(start) else turn.date() for turn in by_rule
    ]
    return sorted({start, *starts, *extra}, key=turn_key)


def _by_rule(
    rule: str, start: datetime, zone: tzinfo | None, span: tuple[datetime, datetime]
) -> list[datetime]:
    """Return the turns within the span; an end that is counted is counted here.

    So the library always has a day to stop at, also in a rule that never comes true. One that has
    come round more often than anybody meets raises ValueError.
    """
    from dateutil.rrule import rrulestr

    parts = dict(part.split("=", 1) for part in rule.upper().split(";") if part)
    if parts["FREQ"] in _TOO_OFTEN:
        raise ValueError(rule)
    count = int(parts.pop("COUNT")) if "COUNT" in parts else None
    end = _until(parts.pop("UNTIL", ""), zone)
    last = min(end, span[1]) if end else span[1]
    parts["UNTIL"] = f"{last:%Y%m%dT%H%M%S}"
    text = ";".join(f"{name}={value}" for name, value in parts.items())
    turns = islice(rrulestr(text, dtstart=start), count)
    found: list[datetime] = []
    for number, turn in enumerate(turns):
        if number == _LONGEST:
            raise ValueError(rule)
        if turn >= span[0] and len(found) < _MOST:
            found.append(turn)
    return found


def _until(text: str, zone: tzinfo | None) -> datetime | None:
    if not text:
        return None
    if "T" not in text:
        return datetime.strptime(text, "%Y%m%d") + timedelta(days=1, seconds=-1)  # noqa: DTZ007
    at = datetime.strptime(text.removesuffix("Z"), "%Y%m%dT%H%M%S")  # noqa: DTZ007 - the wall's
    if text.endswith("Z") and zone is not None:
        return at.replace(tzinfo=UTC).astimezone(zone).replace(tzinfo=None)
    return at


def _occasion(
    appointment: Appointment, key: str, when: When, wall: Wall, *, is_off: bool = False
) -> Occasion:
    is_off = is_off or appointment.is_cancelled
    if not isinstance(when, datetime):
        return Occasion(appointment, key, when, None, is_off)
    at = wall(when) if when.tzinfo is not None else when
    return Occasion(appointment, key, at.date(), at.time().replace(second=0, microsecond=0), is_off)


def turn_key(when: When) -> str:
    """Return what names a turn of a series: the same in whatever zone it is written."""
    if isinstance(when, datetime) and when.tzinfo is not None:
        return f"{when.astimezone(UTC):%Y-%m-%dT%H:%MZ}"
    return when.isoformat()[: len("2026-11-22T10:30")]


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min)


def _is_time(when: When) -> bool:
    return isinstance(when, datetime)
