"""Report days against dateutil, and when somebody should hear from us again."""

from datetime import date, datetime, time, timedelta

import pytest
from dateutil import rrule
from hypothesis import given
from hypothesis import strategies as st

from notebook.domain.rhythm import (
    ReportRhythm,
    contact_due_after,
    contact_due_on,
    next_report_day,
    report_days,
)

DAYS = st.dates(date(1990, 1, 1), date(2060, 12, 31))
SPANS = st.integers(-30, 500).map(lambda days: timedelta(days=days))


def by_dateutil(rhythm: ReportRhythm, anchor: date, last: date) -> list[date]:
    """All report days up to `last`, from the rules of RFC 5545."""
    start = datetime.combine(anchor, time())
    until = datetime.combine(last, time())
    twice = (rrule.MO, rrule.TH) if anchor.weekday() in {0, 3} else (rrule.TU, rrule.FR)
    rules = {
        ReportRhythm.DAILY: lambda: rrule.rrule(
            rrule.DAILY, dtstart=start, until=until, byweekday=range(5)
        ),
        ReportRhythm.TWICE_A_WEEK: lambda: rrule.rrule(
            rrule.WEEKLY, dtstart=start, until=until, byweekday=twice
        ),
        ReportRhythm.WEEKLY: lambda: rrule.rrule(rrule.WEEKLY, dtstart=start, until=until),
        ReportRhythm.EVERY_TWO_WEEKS: lambda: rrule.rrule(
            rrule.WEEKLY, dtstart=start, until=until, interval=2
        ),
        ReportRhythm.MONTHLY: lambda: rrule.rrule(
            rrule.MONTHLY,
            dtstart=start,
            until=until,
            bymonthday=range(min(anchor.day, 28), anchor.day + 1),
            bysetpos=-1,
        ),
    }
    if rhythm not in rules:
        return []
    return [each.date() for each in rules[rhythm]() if each.date() > anchor]


@given(st.sampled_from(ReportRhythm), DAYS, SPANS, SPANS)
def test_report_days_are_those_of_dateutil(
    rhythm: ReportRhythm, anchor: date, before: timedelta, length: timedelta
) -> None:
    first = anchor + before
    last = first + length
    expected = [day for day in by_dateutil(rhythm, anchor, last) if day >= first]
    assert report_days(rhythm, anchor, first, last) == expected


@given(st.sampled_from(ReportRhythm), DAYS, SPANS)
def test_the_next_report_day_is_the_first_one_later(
    rhythm: ReportRhythm, anchor: date, span: timedelta
) -> None:
    after = anchor + span
    later = report_days(rhythm, anchor, after + timedelta(days=1), after + timedelta(days=70))
    following = next_report_day(rhythm, anchor, after)
    assert [following] == later[:1] or (following is None and not later)


@pytest.mark.parametrize(
    ("rhythm", "anchor", "expected"),
    [
        (ReportRhythm.DAILY, date(2026, 11, 20), [(11, 23), (11, 24)]),
        (ReportRhythm.TWICE_A_WEEK, date(2026, 11, 22), [(11, 24), (11, 27)]),
        (ReportRhythm.TWICE_A_WEEK, date(2026, 11, 23), [(11, 26), (11, 30)]),
        (ReportRhythm.WEEKLY, date(2026, 11, 21), [(11, 28), (12, 5)]),
        (ReportRhythm.EVERY_TWO_WEEKS, date(2026, 11, 2), [(11, 16), (11, 30)]),
        (ReportRhythm.MONTHLY, date(2026, 8, 31), [(9, 30), (10, 31), (11, 30)]),
        (ReportRhythm.AT_MILESTONES, date(2026, 8, 31), []),
    ],
)
def test_first_reports(rhythm: ReportRhythm, anchor: date, expected: list[tuple[int, int]]) -> None:
    days = report_days(rhythm, anchor, date.min, anchor + timedelta(days=120))
    assert [(day.month, day.day) for day in days][: len(expected) or None] == expected


@given(st.sampled_from(ReportRhythm), st.dates(), st.dates())
def test_no_day_of_the_calendar_is_too_early_or_too_late(
    rhythm: ReportRhythm, anchor: date, after: date
) -> None:
    following = next_report_day(rhythm, anchor, after)
    assert following is None or following > max(anchor, after)


@pytest.mark.parametrize("rhythm", ReportRhythm)
def test_the_calendar_ends_quietly(rhythm: ReportRhythm) -> None:
    assert next_report_day(rhythm, date.max, date.max) is None
    assert next_report_day(rhythm, date.min, date.max) is None


@given(st.none() | DAYS, st.none() | st.integers(-5, 10**10), DAYS)
def test_contact_is_due_one_rhythm_after_the_last(
    last: date | None, rhythm: int | None, known_since: date
) -> None:
    due = contact_due_on(last, rhythm, known_since)
    if rhythm is None or rhythm < 1:
        assert due is None
    elif due is not None:
        assert due - timedelta(days=rhythm) == (last or known_since)
    else:
        assert rhythm > 2_000_000


@given(st.dates(), st.integers(1, 400), st.dates())
def test_the_next_turn_is_the_first_day_of_the_rhythm_after_the_settling(
    due: date, rhythm: int, settled_on: date
) -> None:
    following = contact_due_after(due, rhythm, settled_on)
    if following is None:
        assert (date.max - max(due, settled_on)).days < rhythm
        return
    assert following > max(due, settled_on)
    assert (following - due).days % rhythm == 0
    assert (following - max(due, settled_on)).days <= rhythm
