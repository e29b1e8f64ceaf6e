"""Reading dates as people type them: "12 3 1980", "12 Mar", "3.12.", "1980-03-12"."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QLocale

from notebook.domain.partial_date import PartialDate

_ISO = re.compile(r"\s*(\d{4})-(\d{1,2})-(\d{1,2})\s*")
_SEPARATORS = re.compile(r"[\s./,\-]+")


@dataclass(frozen=True, slots=True)
class TypedDate:
    """The numbers that somebody typed; not checked against any calendar."""

    day: int
    month: int
    year: int | None


def month_names(locale: QLocale) -> list[str]:
    """Return January to December in the language of `locale`."""
    return [locale.standaloneMonthName(month) for month in range(1, 13)]


def writes_month_first(locale: QLocale) -> bool:
    """Return whether 3/12 is 12 March here."""
    shape = locale.dateFormat(QLocale.FormatType.ShortFormat)
    return 0 <= shape.find("M") < shape.find("d")


def read_month(text: str, locale: QLocale) -> int | None:
    """Return 1 to 12 for a number or for the beginning of one month's name, else None."""
    if text.isdecimal():
        return int(text) if 1 <= int(text) <= 12 else None
    if len(text) < 3:
        return None
    names = month_names(locale) + [QLocale.c().standaloneMonthName(m) for m in range(1, 13)]
    found = {
        index % 12 + 1
        for index, name in enumerate(names)
        if name.casefold().startswith(text.casefold())
    }
    return found.pop() if len(found) == 1 else None


def read_typed(text: str, locale: QLocale) -> TypedDate | None:
    """Return the day, month and perhaps year in `text`; None when it is no date at all."""
    iso = _ISO.fullmatch(text)
    if iso:
        return TypedDate(int(iso[3]), int(iso[2]), int(iso[1]))
    words = [word for word in _SEPARATORS.split(text) if word]
    if len(words) not in (2, 3):
        return None
    named_first = not words[0].isdecimal()
    numbers_only = words[0].isdecimal() and words[1].isdecimal()
    if named_first or (numbers_only and writes_month_first(locale)):
        words[0], words[1] = words[1], words[0]
    month = read_month(words[1], locale)
    if month is None or not all(word.isdecimal() for word in (words[0], *words[2:])):
        return None
    return TypedDate(int(words[0]), month, _year(words[2]) if len(words) == 3 else None)


def read_date(text: str, today: date, locale: QLocale) -> date | None:
    """Return the day that `text` means; without a year, the one that is nearest to `today`."""
    typed = read_typed(text, locale)
    if typed is None:
        return None
    if typed.year is not None:
        return _day(typed.year, typed.month, typed.day)
    near = [_day(today.year + step, typed.month, typed.day) for step in (-1, 0, 1)]
    return min((day for day in near if day), key=lambda day: abs(day - today), default=None)


def write_date(day: date, locale: QLocale) -> str:
    """Return "22 Nov 2026", in the words of `locale`."""
    month = locale.standaloneMonthName(day.month, QLocale.FormatType.ShortFormat)
    return f"{day.day} {month} {day.year}"


def read_partial(text: str, locale: QLocale) -> PartialDate | None:
    """Return the year, month or day in `text`: "2019", "5/2019", "May 2019", "12 5 2019".

    Raises ValueError when it is none of them.
    """
    words = [word for word in _SEPARATORS.split(text) if word]
    if not words:
        return None
    if len(words) == 1:
        return PartialDate(_whole_year(words[0]))
    if len(words) == 2:
        if len(words[0]) == 4:  # 2019-05
            words.reverse()
        return PartialDate(_whole_year(words[1]), _month_of(words[0], locale))
    typed = read_typed(text, locale)
    if typed is None or typed.year is None:
        raise ValueError(text)
    return PartialDate(typed.year, typed.month, typed.day)


def write_partial(known: PartialDate | None, locale: QLocale) -> str:
    """Return what `read_partial` reads as the same: "2019", "May 2019", "12 May 2019"."""
    if known is None or known.year is None:
        return ""
    if known.month is None:
        return f"{known.year:04}"
    month = locale.standaloneMonthName(known.month, QLocale.FormatType.ShortFormat)
    day = f"{known.day} " if known.day is not None else ""
    return f"{day}{month} {known.year:04}"


def days_later(day: date, days: int) -> date:
    """Return `day` moved by `days`, or `day` itself at the ends of the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return day


def _whole_year(text: str) -> int:
    if not (text.isdecimal() and len(text) == 4):
        raise ValueError(text)
    return int(text)


def _month_of(text: str, locale: QLocale) -> int:
    month = read_month(text, locale)
    if month is None:
        raise ValueError(text)
    return month


def _year(text: str) -> int:
    return int(text) + 2000 if len(text) <= 2 else int(text)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
