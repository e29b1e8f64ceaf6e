"""What was counted by day, put into weeks, months or years, the quiet ones among them."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from notebook.domain.dates_in_words import day_month, month_name, short_month_name
from notebook.domain.periods import Period, Span, Step, first_day, spans, start_of, step_for
from notebook.services.insights.insight import Asked, Row, row_values
from notebook.services.phrases import filled
from notebook.translate import translate

Counted = tuple[str, str, int]
"""A day, the key of a series, and how many."""


def days_of(asked: Asked, finest: Step) -> tuple[str, str]:
    """Return the first and the last day that are counted, as they stand in the file."""
    first = first_day(asked.period, asked.today)
    if asked.period is not Period.ALL:
        first = start_of(first, finest)
    return first.isoformat(), asked.today.isoformat()


def rows_over_time(
    counted: Iterable[Counted], order: Sequence[str], asked: Asked, finest: Step
) -> tuple[tuple[Row, ...], Step]:
    """Return a row for each step of the period, and the step; of all time from the first count on."""
    days = [(date.fromisoformat(day), key, number) for day, key, number in counted]
    if not days:
        return (), finest
    first = date.fromisoformat(days_of(asked, finest)[0])
    if asked.period is Period.ALL:
        first = min(day for day, *_ in days)
    step = step_for(first, asked.today, finest)
    found: dict[date, Counter[str]] = {}
    for day, key, number in days:
        found.setdefault(start_of(day, step), Counter())[key] += number
    rows = tuple(
        _row(span, row_values(found.get(span.first, {}), order), asked.today, step)
        for span in spans(first, asked.today, step)
    )
    return rows, step


def _row(span: Span, values: tuple[int, ...], today: date, step: Step) -> Row:
    day = span.first
    match step:
        case Step.WEEK:
            label = filled(translate("insights", "Week of %1"), day_month(day, today))
            return Row(span, label, day_month(day, day), values)
        case Step.MONTH:
            words = translate("insights", "%1 %2")
            label = filled(words, month_name(day.month), str(day.year))
            short = short_month_name(day.month)
            if day.month == 1:
                short = filled(words, short, str(day.year))
            return Row(span, label, short, values)
        case Step.YEAR:
            return Row(span, str(day.year), str(day.year), values)


def between(span: Span) -> tuple[str, str]:
    """Return the first day of a span and the day after its last, as they stand in the file."""
    return span.first.isoformat(), span.until.isoformat()
