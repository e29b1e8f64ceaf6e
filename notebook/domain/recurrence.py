"""How often something comes round: rules for whole days, each day computed from the anchor.

The rules are those of RFC 5545, as far as people use them, done by arithmetic, so that a day is
found at once however long ago the anchor is; a test holds every day to dateutil.rrule. They
differ from the plain RFC in one thing: a day that a month lacks is its last one and not left out
(31 January, 28 February, 31 March), and 29 February moves as the notebook has it. What calendar
programs must be told instead is in `notebook.domain.recurrence_text`.
"""

import calendar
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import MAXYEAR, date, timedelta
from enum import StrEnum
from functools import lru_cache
from itertools import islice, takewhile

from notebook.domain.partial_date import LeapDay

LAST_DAY = -1
"""The month_day that is the last of its month, and the nth that is the last of its weekday."""
MOST = 999
"""The largest interval and count: what nobody means is refused early."""
_LEAP_YEAR = 2000
_DAY = timedelta(days=1)
_WEEKDAYS = frozenset(range(7))
_NTHS = frozenset({1, 2, 3, 4, 5, LAST_DAY})


class Frequency(StrEnum):
    """The unit that the interval counts; the words are those of RFC 5545."""

    DAILY = "DAILY"
    WEEKLY = "WEEKLY"
    MONTHLY = "MONTHLY"
    YEARLY = "YEARLY"


_SHORTEST_DAYS = {
    Frequency.DAILY: 1,
    Frequency.WEEKLY: 7,
    Frequency.MONTHLY: 28,
    Frequency.YEARLY: 364,
}


@dataclass(frozen=True, slots=True)
class NthWeekday:
    """The first Monday, the last Friday: nth is 1 to 5 or LAST_DAY, weekday 0 for Monday."""

    nth: int
    weekday: int


@dataclass(frozen=True, slots=True)
class Recurrence:
    """A rule; what it leaves open (on which weekday, on which day) is that of its anchor.

    Args:
        weekdays: of a weekly rule, in order; 0 is Monday.
        nth_weekday, month_day: on which day of the month, of monthly and yearly rules.
        month: of a yearly rule.
        until: the last day on which it may come round.
        count: how often it comes round, the anchor included.

    Raises ValueError for what is no rule.
    """

    frequency: Frequency
    interval: int = 1
    weekdays: tuple[int, ...] = ()
    nth_weekday: NthWeekday | None = None
    month_day: int | None = None
    month: int | None = None
    until: date | None = None
    count: int | None = None

    def __post_init__(self) -> None:
        monthly = self.frequency in {Frequency.MONTHLY, Frequency.YEARLY}
        weekly = self.frequency is Frequency.WEEKLY
        yearly = self.frequency is Frequency.YEARLY
        by_day = self.nth_weekday is not None or self.month_day is not None
        possible = (
            1 <= self.interval <= MOST
            and (self.count is None or 1 <= self.count <= MOST)
            and not (self.count is not None and self.until is not None)
            and (weekly or not self.weekdays)
            and (monthly or not by_day)
            and (yearly or self.month is None)
            and (self.month is None or by_day)
            and self._has_possible_days()
        )
        if not possible:
            raise ValueError(f"no such rule: {self!r}")

    def _has_possible_days(self) -> bool:
        if self.nth_weekday is not None and self.month_day is not None:
            return False
        if self.nth_weekday is not None and not (
            self.nth_weekday.nth in _NTHS and self.nth_weekday.weekday in _WEEKDAYS
        ):
            return False
        if self.month is not None and not 1 <= self.month <= 12:
            return False
        longest = calendar.monthrange(_LEAP_YEAR, self.month or 1)[1]
        if self.month_day is not None and not (
            self.month_day == LAST_DAY or 1 <= self.month_day <= longest
        ):
            return False
        in_order = tuple(sorted(set(self.weekdays) & _WEEKDAYS))
        return self.weekdays == in_order

    def anchored(self, day: date) -> "Recurrence":
        """Return the rule with all that it leaves open taken from `day`."""
        if self.frequency is Frequency.WEEKLY:
            return replace(self, weekdays=self.weekdays or (day.weekday(),))
        if self.frequency is Frequency.DAILY:
            return self
        month_day = self.month_day
        if self.nth_weekday is None and month_day is None:
            month_day = day.day
        if self.frequency is Frequency.MONTHLY:
            return replace(self, month_day=month_day)
        month = self.month or day.month
        if month_day is not None and month_day != LAST_DAY:
            month_day = min(month_day, calendar.monthrange(_LEAP_YEAR, month)[1])
        return replace(self, month=month, month_day=month_day)

    def without_end(self) -> "Recurrence":
        """Return the rule as it goes on for ever."""
        return replace(self, until=None, count=None)

    def shortest_gap(self) -> int:
        """Return the days that lie between two occurrences at least."""
        if len(self.weekdays) > 1:
            following = (*self.weekdays[1:], self.weekdays[0] + 7 * self.interval)
            return min(b - a for a, b in zip(self.weekdays, following, strict=True))
        return _SHORTEST_DAYS[self.frequency] * self.interval


def occurrences(
    rule: Recurrence, anchor: date, leap: LeapDay, since: date = date.min
) -> Iterator[date]:
    """Yield the days of a rule in order, none before the anchor nor before `since`."""
    end = _end(rule, anchor, leap)
    if end is not None:
        yield from takewhile(lambda day: day <= end, _endless(rule, anchor, leap, since))


def occurrence_on_or_after(rule: Recurrence, anchor: date, day: date, leap: LeapDay) -> date | None:
    """Return the first day of a rule that is not before `day`; None when there is none left."""
    return next(occurrences(rule, anchor, leap, day), None)


def occurrence_after(rule: Recurrence, anchor: date, day: date, leap: LeapDay) -> date | None:
    """Return the first day of a rule that is later than `day`; None when there is none left."""
    return None if day == date.max else occurrence_on_or_after(rule, anchor, day + _DAY, leap)


def occurrences_between(
    rule: Recurrence, anchor: date, first: date, last: date, leap: LeapDay
) -> Iterator[date]:
    """Yield the days of a rule from `first` to `last`, both included."""
    return takewhile(lambda day: day <= last, occurrences(rule, anchor, leap, first))


def latest_occurrence(
    rule: Recurrence, anchor: date, first: date, last: date, leap: LeapDay
) -> date | None:
    """Return the last day of a rule from `first` to `last`, None without any.

    It looks back further and further, so that a rule of every day for years is answered at once.
    """
    back = rule.shortest_gap()
    while True:
        since = last - timedelta(days=back) if (last - first).days > back else first
        days = deque(occurrences_between(rule, anchor, since, last, leap), maxlen=1)
        if days or since == first:
            return days.pop() if days else None
        back *= 2


def first_day(rule: Recurrence, day: date, leap: LeapDay) -> date | None:
    """Return the anchor for a rule that is to begin on `day`: the first day that fits it.

    The interval does not matter here, nothing came round before. So the anchor is always the
    first occurrence, and a count counts it.
    """
    every = replace(rule.anchored(day), interval=1, until=None, count=None)
    return occurrence_on_or_after(every, day, day, leap)


def next_after_completion(rule: Recurrence, done_on: date, leap: LeapDay) -> date | None:
    """Return when a rule that counts from completion is due again: its interval later.

    On which weekday or day of the month does not matter here. None beyond the calendar, or when
    the rule ends before.
    """
    step = Recurrence(rule.frequency, rule.interval)
    following = islice(occurrences(step, done_on, leap, done_on), 1, None)
    due = next(following, None)
    return None if due is None or (rule.until is not None and due > rule.until) else due


@lru_cache(maxsize=1024)
def _end(rule: Recurrence, anchor: date, leap: LeapDay) -> date | None:
    """Return the last day that a rule may come round on, None if there is none at all."""
    if rule.count is None:
        return rule.until or date.max
    days = deque(islice(_endless(rule, anchor, leap, anchor), rule.count), maxlen=1)
    return days.pop() if days else None


def _endless(rule: Recurrence, anchor: date, leap: LeapDay, since: date) -> Iterator[date]:
    explicit, first = rule.anchored(anchor), max(anchor, since)
    period = _period_of(explicit, anchor, first)
    while (days := _days(explicit, anchor, period, leap)) is not None:
        yield from (day for day in days if day >= first)
        period += 1


def _period_of(rule: Recurrence, anchor: date, day: date) -> int:
    """Return the number of the last period that begins on or before `day`; the anchor's is 0."""
    match rule.frequency:
        case Frequency.DAILY:
            units = (day - anchor).days
        case Frequency.WEEKLY:
            units = (day - _monday(anchor)).days // 7
        case Frequency.MONTHLY:
            units = _month_number(day) - _month_number(anchor)
        case Frequency.YEARLY:
            units = day.year - anchor.year
    return units // rule.interval


def _days(rule: Recurrence, anchor: date, period: int, leap: LeapDay) -> list[date] | None:
    """Return the days of one period, in order; None beyond the calendar."""
    units = period * rule.interval
    match rule.frequency:
        case Frequency.DAILY:
            return _later(anchor, [units])
        case Frequency.WEEKLY:
            return _later(_monday(anchor), [7 * units + weekday for weekday in rule.weekdays])
        case Frequency.MONTHLY:
            year, month = divmod(_month_number(anchor) + units, 12)
            return _days_of_month(rule, year, month + 1, leap)
        case Frequency.YEARLY:
            return _days_of_month(rule, anchor.year + units, rule.month or anchor.month, leap)


def _later(start: date, offsets: list[int]) -> list[date] | None:
    left = (date.max - start).days
    return [start + timedelta(days=offset) for offset in offsets if offset <= left] or None


def _days_of_month(rule: Recurrence, year: int, month: int, leap: LeapDay) -> list[date] | None:
    if year > MAXYEAR:
        return None
    first_weekday, length = calendar.monthrange(year, month)
    if rule.nth_weekday is not None:
        day = _nth_weekday(rule.nth_weekday, first_weekday, length)
        return [date(year, month, day)] if day <= length else []
    day = rule.month_day or LAST_DAY
    moves = rule.frequency is Frequency.YEARLY and (month, day) == (2, 29) and length < day
    if moves and leap is LeapDay.MARCH_1:
        return [date(year, 3, 1)]
    return [date(year, month, length if day == LAST_DAY else min(day, length))]


def _nth_weekday(wanted: NthWeekday, first_weekday: int, length: int) -> int:
    """Return the day of the month; a fifth one may lie beyond its length."""
    first = 1 + (wanted.weekday - first_weekday) % 7
    if wanted.nth == LAST_DAY:
        return first + (length - first) // 7 * 7
    return first + (wanted.nth - 1) * 7


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _month_number(day: date) -> int:
    return day.year * 12 + day.month - 1
