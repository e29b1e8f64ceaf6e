"""Days as people say them: Today, Thu, 10 Nov, 27 days ago, 12 March 1980."""

from datetime import date, time

from notebook.domain.partial_date import PartialDate
from notebook.translate import translate

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SHORT = 3
_HALF_A_YEAR = 183
"""Days within which nobody mistakes the year."""


def month_name(month: int) -> str:
    """Return "March" for 3."""
    return translate("month", _MONTHS[month - 1])


def short_month_name(month: int) -> str:
    """Return "Mar" for 3."""
    return translate("short month", _MONTHS[month - 1][:_SHORT])


def weekday_name(day: date) -> str:
    """Return "Thursday"."""
    return translate("weekday", _WEEKDAYS[day.weekday()])


def short_weekday_name(day: date) -> str:
    """Return "Thu"."""
    return translate("short weekday", _WEEKDAYS[day.weekday()][:_SHORT])


def day_month(day: date, today: date) -> str:
    """Return "12 Mar", or "12 Mar 2025" when it is neither this year nor within half a year."""
    return _with_year(_day_and_month(day.day, short_month_name(day.month)), day, today)


def day_month_name(day: date) -> str:
    """Return "12 March"."""
    return _day_and_month(day.day, month_name(day.month))


def clock_words(at: time) -> str:
    """Return "10:00"."""
    return translate("dates", "{hour}:{minute}").format(hour=at.hour, minute=f"{at.minute:02}")


def long_day(day: date, today: date) -> str:
    """Return "Friday 28 November", with the year where `day_month` has it."""
    words = translate("dates", "{weekday} {day_month}").format(
        weekday=weekday_name(day), day_month=day_month_name(day)
    )
    return _with_year(words, day, today)


def relative_day(day: date, today: date) -> str:
    """Return Today, Yesterday, Tomorrow, a weekday for the next six days, else `day_month`."""
    match (day - today).days:
        case 0:
            return translate("dates", "Today")
        case 1:
            return translate("dates", "Tomorrow")
        case -1:
            return translate("dates", "Yesterday")
        case ahead if 1 < ahead <= 6:
            return short_weekday_name(day)
    return day_month(day, today)


def day_within(day: date, today: date) -> str:
    """Return `relative_day` as it reads within a line: "ours, today"; weekdays keep their capital."""
    match (day - today).days:
        case 0:
            return translate("dates", "today")
        case 1:
            return translate("dates", "tomorrow")
        case -1:
            return translate("dates", "yesterday")
    return relative_day(day, today)


def days_ago(day: date, today: date) -> str:
    """Return "27 days ago", "yesterday", "today", "tomorrow" or "in 3 days", for within a line."""
    match (today - day).days:
        case 0:
            return translate("dates", "today")
        case 1:
            return translate("dates", "yesterday")
        case -1:
            return translate("dates", "tomorrow")
        case past if past > 0:
            return translate("dates", "%n days ago", past)
        case ahead:
            return translate("dates", "in %n days", -ahead)


def day_count(count: int) -> str:
    """Return "1 day" or "3 days"."""
    return translate("dates", "1 day") if count == 1 else translate("dates", "%n days", count)


def partial_date_in_words(partial: PartialDate) -> str:
    """Return "12 March 1980", "12 March", "March 1980" or "1980"."""
    if partial.month is None:
        return f"{partial.year}"
    words = month_name(partial.month)
    if partial.day is not None:
        words = _day_and_month(partial.day, words)
    return words if partial.year is None else _and_year(words, partial.year)


def _day_and_month(day: int, month: str) -> str:
    return translate("dates", "{day} {month}").format(day=day, month=month)


def _and_year(words: str, year: int) -> str:
    return translate("dates", "{day_month} {year}").format(day_month=words, year=year)


def _with_year(words: str, day: date, today: date) -> str:
    near = day.year == today.year or abs((day - today).days) <= _HALF_A_YEAR
    return words if near else _and_year(words, day.year)
