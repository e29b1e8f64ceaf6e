"""Periods that are looked back on, cut into weeks, months or years of equal standing."""

from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta
from enum import IntEnum, StrEnum

MOST_STEPS = 60
"""As many as a picture can show; a longer time is cut into longer steps."""
LONGEST_YEARS = 60
"""What lies further back is a slip of the pen more often than a memory."""


class Period(StrEnum):
    """How far one looks back: whole months, the present one among them."""

    THREE_MONTHS = "3-months"
    YEAR = "12-months"
    ALL = "all"


class Step(IntEnum):
    """What a period is cut into, the finest first."""

    WEEK = 1
    """From Monday to Sunday."""
    MONTH = 2
    YEAR = 3


@dataclass(frozen=True, slots=True)
class Span:
    """From the first day up to, and without, the day `until`."""

    first: date
    until: date


def first_day(period: Period, today: date) -> date:
    """Return the first day of a period that ends today."""
    match period:
        case Period.THREE_MONTHS:
            return _months_before(today, 2)
        case Period.YEAR:
            return _months_before(today, 11)
        case Period.ALL:
            return date(max(today.year - LONGEST_YEARS + 1, 1), 1, 1)


def start_of(day: date, step: Step) -> date:
    """Return the first day of the week, month or year that a day is in."""
    match step:
        case Step.WEEK:
            return day - timedelta(days=min(day.weekday(), (day - date.min).days))
        case Step.MONTH:
            return day.replace(day=1)
        case Step.YEAR:
            return day.replace(month=1, day=1)


def step_for(first: date, last: date, finest: Step) -> Step:
    """Return the finest step, from `finest` on, that cuts the days into at most MOST_STEPS."""
    lengths = {Step.WEEK: 7, Step.MONTH: 30, Step.YEAR: 365}
    return next(
        (
            step
            for step in Step
            if step >= finest and (last - first).days // lengths[step] < MOST_STEPS
        ),
        Step.YEAR,
    )


def spans(first: date, last: date, step: Step) -> tuple[Span, ...]:
    """Return the weeks, months or years from the one with `first` to the one with `last`."""
    found = []
    start = start_of(first, step)
    while start <= last:
        until = _next(start, step)
        found.append(Span(start, until))
        if until <= start:  # the calendar ends here
            break
        start = until
    return tuple(found)


def _next(start: date, step: Step) -> date:
    if step is Step.WEEK:
        return start + timedelta(days=min(7 - start.weekday(), (date.max - start).days))
    months = 1 if step is Step.MONTH else 12
    year, month = start.year + (start.month - 1 + months) // 12, (start.month - 1 + months) % 12 + 1
    return date.max if year > MAXYEAR else date(year, month, 1)


def _months_before(day: date, months: int) -> date:
    past = day.year * 12 + day.month - 1 - months
    return date(past // 12, past % 12 + 1, 1) if past >= 12 else date.min
