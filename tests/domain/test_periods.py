"""Periods cut into weeks, months and years: nothing is left out, nothing stands in two of them."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notebook.domain.periods import (
    MOST_STEPS,
    Period,
    Span,
    Step,
    first_day,
    spans,
    start_of,
    step_for,
)

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
ANY_DAYS = st.dates()


@pytest.mark.parametrize(
    ("period", "today", "first"),
    [
        (Period.THREE_MONTHS, date(2026, 11, 22), date(2026, 9, 1)),
        (Period.THREE_MONTHS, date(2026, 1, 31), date(2025, 11, 1)),
        (Period.YEAR, date(2026, 11, 22), date(2025, 12, 1)),
        (Period.YEAR, date(2026, 12, 1), date(2026, 1, 1)),
        (Period.ALL, date(2026, 11, 22), date(1967, 1, 1)),
        (Period.YEAR, date(1, 3, 1), date.min),
    ],
)
def test_a_period_is_whole_months_with_the_present_one(
    period: Period, today: date, first: date
) -> None:
    assert first_day(period, today) == first


def test_weeks_begin_on_mondays() -> None:
    assert spans(date(2026, 11, 11), date(2026, 11, 22), Step.WEEK) == (
        Span(date(2026, 11, 9), date(2026, 11, 16)),
        Span(date(2026, 11, 16), date(2026, 11, 23)),
    )


def test_months_and_years_go_over_the_turn_of_the_year() -> None:
    months = spans(date(2025, 11, 30), date(2026, 1, 1), Step.MONTH)
    assert [span.first for span in months] == [
        date(2025, 11, 1),
        date(2025, 12, 1),
        date(2026, 1, 1),
    ]
    (year,) = spans(date(2026, 2, 3), date(2026, 12, 31), Step.YEAR)
    assert year == Span(date(2026, 1, 1), date(2027, 1, 1))


@given(DAYS, DAYS, st.sampled_from(Step))
def test_spans_follow_each_other_without_a_gap(one: date, other: date, finest: Step) -> None:
    first, last = sorted((one, other))
    last = min(last, first + timedelta(days=59 * 365))
    step = step_for(first, last, finest)
    found = spans(first, last, step)
    assert step >= finest
    assert len(found) <= MOST_STEPS + 2
    assert found[0].first <= first < found[0].until
    assert found[-1].first <= last < found[-1].until
    assert all(here.until == there.first for here, there in pairwise(found))
    assert all(start_of(span.first, step) == span.first for span in found)


@given(ANY_DAYS, st.sampled_from(Step), st.sampled_from(Period))
def test_the_ends_of_the_calendar_do_no_harm(day: date, step: Step, period: Period) -> None:
    assert first_day(period, day) <= day
    found = spans(day, day, step)
    assert found[0].first <= day
