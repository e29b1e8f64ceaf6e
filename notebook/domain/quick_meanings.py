"""What the found words of a quick line mean: a day, or a time of day.

Each meaning is a function of the words that a pattern found, by their kind; it returns None for
what is no day after all (31 April).
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import MAXYEAR, date, datetime, time, timedelta

from notebook.domain.partial_date import LeapDay
from notebook.domain.quick_patterns import lowered, spoken
from notebook.domain.quick_words import Meaning, QuickWords
from notebook.domain.recurrence import (
    MOST,
    Frequency,
    NthWeekday,
    Recurrence,
    first_day,
    next_after_completion,
)

_NUMBER = re.compile(r"\d+")
_CLOCK = re.compile(r"\d{1,2}(?:[:.]\d{2})?")
_FIRST_MORNING_HOUR = 7
_EVENING = time(19)
_LEAP_YEARS = 8  # there is a 29 February within as many years


@dataclass(frozen=True, slots=True)
class Found:
    """The words of one match by their kind, and what else their meaning depends on.

    `month_first`: 3/12 is 12 March here. `now`: the time on the wall, where it is known.
    """

    parts: Mapping[str, str]
    words: QuickWords
    today: date
    month_first: bool = False
    now: datetime | None = None

    def has(self, kind: str) -> bool:
        """Return whether a word of this kind was found."""
        return kind in self.parts

    def numbers(self, kind: str) -> list[int]:
        """Return the numbers in what was found of a kind."""
        return [int(number) for number in _NUMBER.findall(self.parts.get(kind, ""))]

    def day(self) -> int:
        """Return the day of a month that was found."""
        return (self.numbers("day") or self.numbers("ordinal_day"))[0]

    def number(self) -> int:
        """Return a number that was written in digits or as a word; 1 when there is none."""
        text = self.parts.get("number", "1")
        return int(text) if _NUMBER.fullmatch(text) else self.words.numbers[spoken(text)]

    def ordinal(self) -> int:
        """Return which one it is; LAST_DAY for the last."""
        return self.words.ordinals[spoken(self.parts["ordinal"])]

    def unit(self) -> Frequency:
        """Return the unit that was found."""
        return self.words.units[spoken(self.parts["unit"])]

    def weekday(self) -> int:
        """Return the weekday that was found."""
        return self._weekdays(self.parts.get("any_weekday") or self.parts["weekday"])[0]

    def weekdays(self) -> tuple[int, ...]:
        """Return all weekdays of a list, in their order."""
        found = self._weekdays(self.parts.get("weekdays") or self.parts["each_weekday"])
        return tuple(sorted(set(found)))

    def month(self) -> int:
        """Return the month that was found."""
        return self.words.months[spoken(self.parts["month"]).rstrip(".")]

    def day_and_month(self) -> list[int]:
        """Return the day and the month that were found, and the year where there is one."""
        if self.has("month"):
            return [self.day(), self.month(), *self.numbers("year")]
        day, month, *year = self.numbers("dotted") or self.numbers("slashed")
        swapped = self.has("slashed") and self.month_first
        return [month, day, *year] if swapped else [day, month, *year]

    def _weekdays(self, text: str) -> list[int]:
        known = {**self.words.weekdays, **self.words.short_weekdays, **self.words.each_weekday}
        return [known[word] for word in re.findall(r"\w+", spoken(text)) if word in known]


def day_meant(meaning: Meaning, found: Found) -> date | None:
    """Return the day that the words of a day mean; without a year the next such day."""
    return _DAYS[meaning](found)


def soon_meant(_meaning: Meaning, found: Found) -> datetime | None:
    """Return when so many hours or minutes are over; None where nobody knows what time it is."""
    minutes = found.number() * found.words.clock_units[spoken(found.parts["clock_unit"])]
    if found.now is None or not 1 <= found.number() <= MOST:
        return None
    begin = found.now.replace(second=0, microsecond=0)
    return begin + timedelta(minutes=minutes) if begin.year < MAXYEAR else None


def in_the_evening(at: time | None) -> time:
    """Return a time of day as it is meant of an evening: 8 is 20:00."""
    if at is None:
        return _EVENING
    return at.replace(hour=at.hour + 12) if 1 <= at.hour < 12 else at


def time_meant(meaning: Meaning, found: Found) -> time | None:
    """Return the time of day; 1 to 6 o'clock is in the afternoon unless written as 03:00 or 3 am.

    Before ten is no time to be reminded at.
    """
    if meaning is Meaning.UNCLEAR_CLOCK:
        return None
    if meaning is Meaning.CLOCK_WORD:
        return found.words.clock_words[spoken(found.parts["clock_word"])]
    kind = next(kind for kind in ("clock", "dotted_clock", "hour") if found.has(kind))
    half_day = found.parts.get("half_day", "")
    return _clock_time(found.parts[kind], found.words.half_days.get(spoken(half_day)))


def read_clock(text: str, words: QuickWords) -> time | None:
    """Return the time of day that stands in a field of its own: 9, 9:30, 9.30, 9 pm, noon."""
    typed = spoken(lowered(text))
    if typed in words.clock_words:
        return words.clock_words[typed]
    half_days = [word for word in words.half_days if typed.endswith(word)]
    clock = typed.removesuffix(half_days[0]).strip() if half_days else typed
    if not _CLOCK.fullmatch(clock):
        return None
    return _clock_time(clock, words.half_days[half_days[0]] if half_days else None)


def half_day_meant(_meaning: Meaning, found: Found) -> int:
    """Return the hours to add."""
    return found.words.half_days[spoken(found.parts["half_day"])]


def is_on_a_dial(clock: str) -> bool:
    """Return whether a time is written as one of morning and evening alike: 8:30, but not 14:00."""
    hour = _NUMBER.search(clock)
    return hour is not None and 1 <= int(hour[0]) <= 11


def _clock_time(clock: str, half_day: int | None) -> time | None:
    hour, minute = (*map(int, _NUMBER.findall(clock)), 0)[:2]
    if half_day is not None:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + half_day
    elif 1 <= hour < _FIRST_MORNING_HOUR and not clock.startswith("0"):
        hour += 12
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _named_day(found: Found) -> date | None:
    return _later(found.today, found.words.named_days[spoken(found.parts["named_day"])])


def _ahead(found: Found) -> date | None:
    number = found.number()
    if not 1 <= number <= MOST:
        return None
    step = Recurrence(found.unit(), number)
    begin = _named_day(found) if found.has("named_day") else found.today
    return begin and next_after_completion(step, begin, LeapDay.FEBRUARY_28)


def _coming_weekday(found: Found) -> date | None:
    """Return the first such day after today: who means today says today."""
    return _later(found.today, 1 + (found.weekday() - found.today.weekday() - 1) % 7)


def _next_weekday(found: Found) -> date | None:
    """Return that day of the next week, from Monday on."""
    return _later(found.today, 7 - found.today.weekday() + found.weekday())


def _weekday_week(found: Found) -> date | None:
    """Return that day so many weeks after the first such day after today."""
    coming = _coming_weekday(found)
    return coming and _later(coming, 7 * found.number())


def _nth_day(found: Found) -> date | None:
    """Return the first Monday of a month that is still to come, of the next one unless it is named."""
    nth = NthWeekday(found.ordinal(), found.weekday())
    rule, first = Recurrence(Frequency.MONTHLY, nth_weekday=nth), found.today
    if found.has("month"):
        rule = Recurrence(Frequency.YEARLY, nth_weekday=nth, month=found.month())
    if found.has("year"):
        first = date(found.numbers("year")[0], 1, 1)
        day = first_day(rule, first, LeapDay.FEBRUARY_28)
        return day if day and day.year == first.year else None
    if found.has("unit"):
        following = _next_unit(found)
        if following is None or found.unit() is not Frequency.MONTHLY:
            return None
        day = first_day(rule, following, LeapDay.FEBRUARY_28)
        return day if day and day.month == following.month else None
    return first_day(rule, first, LeapDay.FEBRUARY_28)


def _this_day(found: Found) -> date:
    return found.today


def means_nothing(_found: Found) -> None:
    """Return nothing: the words are known, what they mean is not certain."""


def _next_unit(found: Found) -> date | None:
    """Return the first day of the next week, month or year."""
    today = found.today
    match found.unit():
        case Frequency.DAILY:
            return _later(today, 1)
        case Frequency.WEEKLY:
            return _later(today, 7 - today.weekday())
        case Frequency.MONTHLY:
            return _day(today.year + today.month // 12, today.month % 12 + 1, 1)
        case Frequency.YEARLY:
            return _day(today.year + 1, 1, 1)


def _month_end(found: Found) -> date | None:
    following = _next_unit(replace(found, parts={"unit": _word_of(found.words, Frequency.MONTHLY)}))
    return following and following - timedelta(days=1)


def _date(found: Found) -> date | None:
    if found.has("iso"):
        return _day(*found.numbers("iso"))
    day, month, *year = found.day_and_month()
    return dated(found.today, day, month, year[0] if year else None)


def _day_of_month(found: Found) -> date | None:
    """Return the next day with this number."""
    day = found.day()
    first = found.today.year * 12 + found.today.month - 1
    months = (divmod(first + ahead, 12) for ahead in range(3))
    days = (_day(year, month + 1, day) for year, month in months)
    return next((each for each in days if each and each >= found.today), None)


def dated(today: date, day: int, month: int, year: int | None) -> date | None:
    """Return a day of a year, of the next one that has it where none is given."""
    if year is not None:
        return _day(year + 2000 if year < 100 else year, month, day)
    days = (_day(today.year + ahead, month, day) for ahead in range(_LEAP_YEARS + 1))
    return next((each for each in days if each and each >= today), None)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year <= MAXYEAR else None
    except ValueError:
        return None


def _later(day: date, days: int) -> date | None:
    return day + timedelta(days=days) if days <= (date.max - day).days else None


def _word_of(words: QuickWords, unit: Frequency) -> str:
    return next(word for word, meant in words.units.items() if meant is unit)


_DAYS: Mapping[Meaning, Callable[[Found], date | None]] = {
    Meaning.NAMED_DAY: _named_day,
    Meaning.AHEAD: _ahead,
    Meaning.COMING_WEEKDAY: _coming_weekday,
    Meaning.NEXT_WEEKDAY: _next_weekday,
    Meaning.WEEKDAY_WEEK: _weekday_week,
    Meaning.NTH_DAY: _nth_day,
    Meaning.EVENING: _this_day,
    Meaning.NEXT_UNIT: _next_unit,
    Meaning.MONTH_END: _month_end,
    Meaning.DATE: _date,
    Meaning.DAY_OF_MONTH: _day_of_month,
    Meaning.NUMBERS: _date,
    Meaning.UNCLEAR: means_nothing,
}
DAYS = frozenset(_DAYS)
SOON = frozenset({Meaning.SOON})
CLOCKS = frozenset({Meaning.CLOCK, Meaning.CLOCK_WORD, Meaning.UNCLEAR_CLOCK})
