"""Recurrence rules as people say them: "every first Monday of the month, until 1 May 2027"."""

from datetime import date

from notebook.domain.dates_in_words import (
    day_month_name,
    month_name,
    short_weekday_name,
    weekday_name,
)
from notebook.domain.recurrence import LAST_DAY, Frequency, NthWeekday, Recurrence
from notebook.translate import translate

_MONDAY = date(2024, 1, 1)
_WORKING_DAYS = (0, 1, 2, 3, 4)
_EVERY_DAY = tuple(range(7))
_ORDINALS = {1: "first", 2: "second", 3: "third", 4: "fourth", 5: "fifth", LAST_DAY: "last"}
_EVERY = {
    Frequency.DAILY: ("every day", "every %n days"),
    Frequency.WEEKLY: ("every week", "every %n weeks"),
    Frequency.MONTHLY: ("every month", "every %n months"),
    Frequency.YEARLY: ("every year", "every %n years"),
}
_LATER = {
    Frequency.DAILY: ("1 day after it was done", "%n days after it was done"),
    Frequency.WEEKLY: ("1 week after it was done", "%n weeks after it was done"),
    Frequency.MONTHLY: ("1 month after it was done", "%n months after it was done"),
    Frequency.YEARLY: ("1 year after it was done", "%n years after it was done"),
}


def recurrence_words(rule: Recurrence, *, from_completion: bool = False) -> str:
    """Return a rule for within a sentence; what it leaves open to its anchor is left out."""
    later = _LATER[rule.frequency]
    words = _counted(later, rule.interval) if from_completion else _scheduled(rule)
    if rule.until is not None:
        until = f"{day_month_name(rule.until)} {rule.until.year}"
        return translate("recurrence", "{words}, until {day}").format(words=words, day=until)
    if rule.count is not None:
        times = _counted(("once", "%n times"), rule.count)
        return translate("recurrence", "{words}, {times}").format(words=words, times=times)
    return words


def weekday_words(weekdays: tuple[int, ...]) -> str:
    """Return "Monday and Thursday", 0 being Monday."""
    names = [weekday_word(weekday) for weekday in weekdays]
    if len(names) < 2:
        return "".join(names)
    return translate("recurrence", "{list} and {last}").format(
        list=", ".join(names[:-1]), last=names[-1]
    )


def weekday_word(weekday: int) -> str:
    """Return "Monday" for 0."""
    return weekday_name(_MONDAY.replace(day=1 + weekday))


def short_weekday_word(weekday: int) -> str:
    """Return "Mon" for 0."""
    return short_weekday_name(_MONDAY.replace(day=1 + weekday))


def nth_weekday_words(nth: NthWeekday) -> str:
    """Return "first Monday"."""
    return translate("recurrence", "{ordinal} {weekday}").format(
        ordinal=translate("recurrence", _ORDINALS[nth.nth]), weekday=weekday_word(nth.weekday)
    )


def _scheduled(rule: Recurrence) -> str:
    if rule.frequency is Frequency.WEEKLY and rule.weekdays:
        return _weekly(rule)
    every = _counted(_EVERY[rule.frequency], rule.interval)
    on = month_day_words(rule)
    if not on:
        return every
    if rule.interval > 1:
        return translate("recurrence", "{every} on {day}").format(every=every, day=on)
    return _each(rule, every, on)


def _weekly(rule: Recurrence) -> str:
    if rule.interval > 1:
        every = _counted(_EVERY[rule.frequency], rule.interval)
        days = weekday_words(rule.weekdays)
        return translate("recurrence", "{every} on {day}").format(every=every, day=days)
    if rule.weekdays == _EVERY_DAY:
        return translate("recurrence", "every day")
    if rule.weekdays == _WORKING_DAYS:
        return translate("recurrence", "Monday to Friday")
    return translate("recurrence", "every {days}").format(days=weekday_words(rule.weekdays))


def _each(rule: Recurrence, every: str, on: str) -> str:
    if rule.nth_weekday is not None and rule.month is not None:
        return translate("recurrence", "every year on {day}").format(day=on)
    if rule.nth_weekday is not None:
        return translate("recurrence", "every {nth_weekday} of the month").format(
            nth_weekday=nth_weekday_words(rule.nth_weekday)
        )
    return translate("recurrence", "{every} on {day}").format(every=every, day=on)


def month_day_words(rule: Recurrence) -> str:
    """Return on which day of the month, or of the year; empty where the anchor says it."""
    if rule.nth_weekday is not None:
        words = translate("recurrence", "the {nth_weekday}").format(
            nth_weekday=nth_weekday_words(rule.nth_weekday)
        )
    elif rule.month_day == LAST_DAY:
        words = translate("recurrence", "the last day")
    elif rule.month_day is None:
        return ""
    elif rule.month is not None:
        return day_month_name(date(2000, rule.month, rule.month_day))
    else:
        return translate("recurrence", "day %n", rule.month_day)
    if rule.month is None:
        return words
    return translate("recurrence", "{day} of {month}").format(
        day=words, month=month_name(rule.month)
    )


def _counted(words: tuple[str, str], count: int) -> str:
    one, many = words
    return translate("recurrence", one) if count == 1 else translate("recurrence", many, count)
