"""Dates of which we know only a part: a birthday without its year, a year without its day."""

import calendar
import re
from dataclasses import dataclass
from datetime import MAXYEAR, date
from enum import StrEnum

from notebook.translate import translate

_SHAPE = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?"
    r"|--(?P<yearless_month>\d{2})-(?P<yearless_day>\d{2})",
    re.ASCII,
)
_LEAP_YEAR = 2000
_SHAPES = {
    (True, False, False),
    (True, True, False),
    (True, True, True),
    (False, True, True),
}
"""Which of year, month and day are known together."""


class LeapDay(StrEnum):
    """On which day people born on 29 February celebrate in the other years."""

    FEBRUARY_28 = "feb-28"
    MARCH_1 = "mar-1"


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A day, a month of a year, a year, or a day of every year; anything else is a `ValueError`."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        shape = (self.year is not None, self.month is not None, self.day is not None)
        if shape not in _SHAPES:
            raise ValueError(
                translate("dates", "A date needs a year, or a month with a day of that month.")
            )
        if not self._is_possible():
            raise ValueError(translate("dates", "There is no such day in the calendar."))

    def _is_possible(self) -> bool:
        year = _LEAP_YEAR if self.year is None else self.year
        month = 1 if self.month is None else self.month
        day = 1 if self.day is None else self.day
        if not (1 <= year <= MAXYEAR and 1 <= month <= 12):
            return False
        return 1 <= day <= calendar.monthrange(year, month)[1]

    def iso(self) -> str:
        """Return the ISO 8601 shape that `parse` reads: 1980-03-12, 1980-03, 1980 or --03-12."""
        if self.year is None:
            return f"--{self.month:02}-{self.day:02}"
        parts = [f"{self.year:04}"]
        parts += [f"{part:02}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)

    def in_year(self, year: int, leap: LeapDay) -> date | None:
        """Return its day in `year`, 29 February moved by `leap` if need be; None without a day."""
        if self.month is None or self.day is None:
            return None
        if (self.month, self.day) == (2, 29) and not calendar.isleap(year):
            return date(year, 2, 28) if leap is LeapDay.FEBRUARY_28 else date(year, 3, 1)
        return date(year, self.month, self.day)

    def next_on_or_after(self, day: date, leap: LeapDay) -> date | None:
        """Return the next time it comes round, `day` included; None without a month and a day.

        Nothing comes round before it has happened: a year yet to come is waited for.
        """
        first = max(day.year, self.year or day.year)
        for year in range(first, min(first + 1, MAXYEAR) + 1):
            occurrence = self.in_year(year, leap)
            if occurrence is not None and occurrence >= day:
                return occurrence
        return None

    def age_on(self, day: date) -> int | None:
        """Return the completed years on `day`; None if the year is unknown or yet to come.

        Where month and day are unknown the year alone is counted, which may be one too many.
        Somebody born on 29 February completes a year when that day has passed, on 1 March.
        """
        if self.year is None:
            return None
        reached = (self.month or 1, self.day or 1) <= (day.month, day.day)
        age = day.year - self.year - (0 if reached else 1)
        return age if age >= 0 else None

    def age_reached_on(self, occurrence: date) -> int | None:
        """Return the age celebrated on `occurrence`, one of its days as `in_year` gives them."""
        if self.year is None or occurrence.year < self.year:
            return None
        return occurrence.year - self.year


def parse(text: str) -> PartialDate:
    """Read 1980-03-12, --03-12, 1980-03 or 1980; a `ValueError` says in words what is wrong."""
    found = _SHAPE.fullmatch(text.strip())
    if found is None:
        raise ValueError(
            translate(
                "dates", "Write the date as 1980-03-12, or as --03-12 when the year is not known."
            )
        )
    if found["year"] is None:
        return PartialDate(month=int(found["yearless_month"]), day=int(found["yearless_day"]))
    return PartialDate(
        *(int(part) if part else None for part in found.group("year", "month", "day"))
    )
