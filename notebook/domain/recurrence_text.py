"""Recurrence rules as RFC 5545 writes them: as the notebook keeps them, and for calendar programs.

The notebook keeps the short form and says what it means by a day that a month lacks (see
`notebook.domain.recurrence`). Calendar programs would leave such days out, so for them the same
days are named in a way that every one of them understands alike.
"""

from datetime import date

from notebook.domain.partial_date import LeapDay
from notebook.domain.recurrence import LAST_DAY, Frequency, NthWeekday, Recurrence

_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_SHORTEST_MONTH = 28
_LONGEST_MONTHS = {None: 31, 2: 29}
"""Of those that are not always as long, the month of any rule among them."""
_ENDED = "the end is written as UNTIL=20261231 or COUNT=10"


def format_rule(rule: Recurrence) -> str:
    """Return the text that `parse_rule` reads: FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=31."""
    parts = [*_frequency(rule)]
    if rule.weekdays:
        parts.append("BYDAY=" + ",".join(_WEEKDAYS[weekday] for weekday in rule.weekdays))
    if rule.month is not None:
        parts.append(f"BYMONTH={rule.month}")
    if rule.nth_weekday is not None:
        parts.append(f"BYDAY={rule.nth_weekday.nth}{_WEEKDAYS[rule.nth_weekday.weekday]}")
    if rule.month_day is not None:
        parts.append(f"BYMONTHDAY={rule.month_day}")
    return ";".join([*parts, *_end(rule)])


def parse_rule(text: str) -> Recurrence:
    """Read what `format_rule` writes; a ValueError says what else was found."""
    parts = dict(part.partition("=")[::2] for part in text.split(";"))
    frequency = Frequency(parts.pop("FREQ", ""))
    days = parts.pop("BYDAY", "")
    weekly = frequency is Frequency.WEEKLY
    rule = Recurrence(
        frequency,
        interval=int(parts.pop("INTERVAL", "1")),
        weekdays=tuple(map(_WEEKDAYS.index, days.split(","))) if weekly and days else (),
        nth_weekday=_nth_weekday(days) if days and not weekly else None,
        month_day=_number(parts.pop("BYMONTHDAY", None)),
        month=_number(parts.pop("BYMONTH", None)),
        until=_day(parts.pop("UNTIL", None)),
        count=_number(parts.pop("COUNT", None)),
    )
    if parts:
        raise ValueError(f"not understood: {';'.join(parts)}")
    return rule


def calendar_rule(rule: Recurrence, anchor: date, leap: LeapDay) -> str:
    """Return an RRULE that gives other programs the very same days, counted from `anchor`.

    The 31st of each month becomes its last day, and the 30th the last of its days 28 to 30;
    29 February becomes the last day of February, or the 60th day of the year, which is 1 March
    where there is no 29th.
    """
    explicit = rule.anchored(anchor)
    parts = [*_frequency(explicit)]
    if explicit.weekdays:
        names = ",".join(_WEEKDAYS[weekday] for weekday in explicit.weekdays)
        parts += [f"BYDAY={names}", "WKST=MO"]
    parts += _days_of_month(explicit, leap)
    return ";".join([*parts, *_end(explicit)])


def _days_of_month(rule: Recurrence, leap: LeapDay) -> list[str]:
    leaps = rule.frequency is Frequency.YEARLY and (rule.month, rule.month_day) == (2, 29)
    if leaps and leap is LeapDay.MARCH_1:
        return ["BYYEARDAY=60"]
    parts = [] if rule.month is None else [f"BYMONTH={rule.month}"]
    if rule.nth_weekday is not None:
        parts.append(f"BYDAY={rule.nth_weekday.nth}{_WEEKDAYS[rule.nth_weekday.weekday]}")
    day = rule.month_day
    if day is None:
        return parts
    if day == _LONGEST_MONTHS.get(rule.month):
        return [*parts, f"BYMONTHDAY={LAST_DAY}"]
    if day <= _SHORTEST_MONTH or rule.month is not None:
        return [*parts, f"BYMONTHDAY={day}"]
    days = ",".join(str(each) for each in range(_SHORTEST_MONTH, day + 1))
    return [*parts, f"BYMONTHDAY={days}", f"BYSETPOS={LAST_DAY}"]


def _frequency(rule: Recurrence) -> list[str]:
    interval = [] if rule.interval == 1 else [f"INTERVAL={rule.interval}"]
    return [f"FREQ={rule.frequency}", *interval]


def _end(rule: Recurrence) -> list[str]:
    if rule.until is not None:
        return [f"UNTIL={rule.until.year:04}{rule.until:%m%d}"]
    return [] if rule.count is None else [f"COUNT={rule.count}"]


def _nth_weekday(text: str) -> NthWeekday:
    return NthWeekday(int(text[:-2]), _WEEKDAYS.index(text[-2:]))


def _number(text: str | None) -> int | None:
    return None if text is None else int(text)


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    if len(text) != len("20261231") or not text.isdecimal():
        raise ValueError(f"not understood: UNTIL={text}; {_ENDED}")
    return date(int(text[:4]), int(text[4:6]), int(text[6:]))
