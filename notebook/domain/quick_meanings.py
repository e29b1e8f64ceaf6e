"""What the found words of a quick line mean: a day, a rule, or a time of day.

Each meaning is a function of the words that a pattern found, by their kind; it returns None for
what is no day after all (31 April).
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import MAXYEAR, date, time, timedelta

from notebook.domain.partial_date import LeapDay
from notebook.domain.quick_patterns import lowered, spoken
from notebook.domain.quick_words import Meaning, QuickWords
from notebook.domain.recurrence import (
    LAST_DAY,
    MOST,
    Frequency,
    NthWeekday,
    Recurrence,
    next_after_completion,
)

_NUMBER = re.compile(r"\d+")
_CLOCK = re.compile(r"\d{1,2}(?:[:.]\d{2})?")
_FIRST_MORNING_HOUR = 7
_LEAP_YEARS = 8  # there is a 29 February within as many years
_WORKING_DAYS = (0, 1, 2, 3, 4)


@dataclass(frozen=True, slots=True)
class Found:
    """The words of one match by their kind, and what else their meaning depends on.

    `month_first`: 3/12 is 12 March here.
    """

    parts: Mapping[str, str]
    words: QuickWords
    today: date
    month_first: bool = False

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

    def _weekdays(self, text: str) -> list[int]:
        known = {**self.words.weekdays, **self.words.short_weekdays, **self.words.each_weekday}
        return [known[word] for word in re.findall(r"\w+", spoken(text)) if word in known]


def day_meant(meaning: Meaning, found: Found) -> date | None:
    """Return the day that the words of a day mean; without a year the next such day."""
    return _DAYS[meaning](found)


def rule_meant(meaning: Meaning, found: Found) -> Recurrence | None:
    """Return the rule that the words of a rule mean."""
    if not 1 <= found.number() <= MOST:
        return None
    return _RULES[meaning](found)


def time_meant(meaning: Meaning, found: Found) -> time | None:
    """Return the time of day; 1 to 6 o'clock is in the afternoon unless written as 03:00 or 3 am."""
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
    step = Recurrence(found.words.units[spoken(found.parts["unit"])], number)
    return next_after_completion(step, found.today, LeapDay.FEBRUARY_28)


def _coming_weekday(found: Found) -> date | None:
    """Return the first such day after today: who means today says today."""
    return _later(found.today, 1 + (found.weekday() - found.today.weekday() - 1) % 7)


def _next_weekday(found: Found) -> date | None:
    """Return that day of the next week, from Monday on."""
    return _later(found.today, 7 - found.today.weekday() + found.weekday())


def _next_unit(found: Found) -> date | None:
    """Return the first day of the next week, month or year."""
    today = found.today
    match found.words.units[spoken(found.parts["unit"])]:
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
    years = found.numbers("year")
    return _dated(found.today, found.day(), found.month(), years[0] if years else None)


def _day_of_month(found: Found) -> date | None:
    """Return the next day with this number."""
    day = found.day()
    first = found.today.year * 12 + found.today.month - 1
    months = (divmod(first + ahead, 12) for ahead in range(3))
    days = (_day(year, month + 1, day) for year, month in months)
    return next((each for each in days if each and each >= found.today), None)


def _numbers(found: Found) -> date | None:
    if found.has("iso"):
        return _day(*found.numbers("iso"))
    day, month, *year = found.numbers("dotted") or found.numbers("slashed")
    if found.has("slashed") and found.month_first:
        day, month = month, day
    return _dated(found.today, day, month, year[0] if year else None)


def _often(found: Found) -> Recurrence:
    return found.words.often[spoken(found.parts["often"])]


def _every_unit(found: Found) -> Recurrence:
    return Recurrence(found.words.units[spoken(found.parts["unit"])], found.number())


def _every_other(found: Found) -> Recurrence:
    if found.has("unit"):
        return replace(_every_unit(found), interval=2)
    return Recurrence(Frequency.WEEKLY, 2, weekdays=(found.weekday(),))


def _every_weekday(found: Found) -> Recurrence:
    return Recurrence(Frequency.WEEKLY, found.number(), weekdays=found.weekdays())


def _working_days(_found: Found) -> Recurrence:
    return Recurrence(Frequency.WEEKLY, weekdays=_WORKING_DAYS)


def _nth_weekday(found: Found) -> Recurrence:
    nth = NthWeekday(found.words.ordinals[spoken(found.parts["ordinal"])], found.weekday())
    return Recurrence(Frequency.MONTHLY, found.number(), nth_weekday=nth)


def _last_of_month(found: Found) -> Recurrence:
    return Recurrence(Frequency.MONTHLY, found.number(), month_day=LAST_DAY)


def _every_day_of_month(found: Found) -> Recurrence | None:
    day = found.day()
    if not 1 <= day <= 31:
        return None
    return Recurrence(Frequency.MONTHLY, found.number(), month_day=day)


def _every_date(found: Found) -> Recurrence | None:
    if _dated(found.today, found.day(), found.month(), None) is None:
        return None
    return Recurrence(Frequency.YEARLY, month=found.month(), month_day=found.day())


def _dated(today: date, day: int, month: int, year: int | None) -> date | None:
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
    Meaning.NEXT_UNIT: _next_unit,
    Meaning.MONTH_END: _month_end,
    Meaning.DATE: _date,
    Meaning.DAY_OF_MONTH: _day_of_month,
    Meaning.NUMBERS: _numbers,
}
_RULES: Mapping[Meaning, Callable[[Found], Recurrence | None]] = {
    Meaning.OFTEN: _often,
    Meaning.EVERY_UNIT: _every_unit,
    Meaning.EVERY_OTHER: _every_other,
    Meaning.EVERY_WEEKDAY: _every_weekday,
    Meaning.WORKING_DAYS: _working_days,
    Meaning.NTH_WEEKDAY: _nth_weekday,
    Meaning.LAST_OF_MONTH: _last_of_month,
    Meaning.EVERY_DAY_OF_MONTH: _every_day_of_month,
    Meaning.EVERY_DATE: _every_date,
    Meaning.AFTER_DONE: _every_unit,
}
DAYS, RULES = frozenset(_DAYS), frozenset(_RULES)
TIMES = frozenset({Meaning.TIMES})
CLOCKS = frozenset({Meaning.CLOCK, Meaning.CLOCK_WORD})
