"""Every day of every rule against dateutil, and the ends that calendars have."""

from calendar import monthrange
from datetime import date, datetime, timedelta
from itertools import islice

import pytest
from dateutil.rrule import rrulestr
from hypothesis import assume, given
from hypothesis import strategies as st

from notebook.domain import recurrence
from notebook.domain.partial_date import LeapDay
from notebook.domain.recurrence import (
    LAST_DAY,
    Frequency,
    NthWeekday,
    Recurrence,
    first_day,
    next_after_completion,
    occurrence_after,
    occurrence_on_or_after,
    occurrences,
    occurrences_between,
)
from notebook.domain.recurrence_text import calendar_rule, format_rule, parse_rule

DAY = timedelta(days=1)
KEPT = LeapDay.FEBRUARY_28
days = st.dates(date(1900, 1, 1), date(2200, 12, 31))
leaps = st.sampled_from(LeapDay)


@st.composite
def rules(draw: st.DrawFn, *, ending: bool = True) -> Recurrence:
    frequency = draw(st.sampled_from(Frequency))
    values: dict[str, object] = {"interval": draw(st.integers(1, 30))}
    if frequency is Frequency.WEEKLY:
        values["weekdays"] = tuple(sorted(draw(st.sets(st.integers(0, 6)))))
    elif frequency is not Frequency.DAILY:
        values |= draw(_in_a_month(yearly=frequency is Frequency.YEARLY))
    if ending:
        values |= draw(
            st.one_of(
                st.just({}),
                st.builds(lambda day: {"until": day}, days),
                st.builds(lambda number: {"count": number}, st.integers(1, 60)),
            )
        )
    return Recurrence(frequency, **values)  # type: ignore[arg-type]


@st.composite
def _in_a_month(draw: st.DrawFn, *, yearly: bool) -> dict[str, object]:
    kind = draw(st.sampled_from(["open", "day", "last", "weekday"]))
    if kind == "open":
        return {}
    month = draw(st.integers(1, 12)) if yearly else None
    if kind == "weekday":
        nth = draw(st.sampled_from([1, 2, 3, 4, 5, LAST_DAY]))
        found: dict[str, object] = {"nth_weekday": NthWeekday(nth, draw(st.integers(0, 6)))}
    elif kind == "last":
        found = {"month_day": LAST_DAY}
    else:
        longest = monthrange(2000, month or 1)[1]
        found = {"month_day": draw(st.integers(1, longest))}
    return found if month is None else found | {"month": month}


def by_dateutil(rule: Recurrence, anchor: date, leap: LeapDay, count: int) -> list[date]:
    begin = datetime(anchor.year, anchor.month, anchor.day)  # noqa: DTZ001 - a day, no moment
    found = rrulestr(calendar_rule(rule, anchor, leap), dtstart=begin)
    return [moment.date() for moment in islice(found, count)]


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (Recurrence(Frequency.MONTHLY, month_day=31), "FREQ=MONTHLY;BYMONTHDAY=-1"),
        (Recurrence(Frequency.MONTHLY, month_day=30), "FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1"),
        (Recurrence(Frequency.YEARLY, month=11, month_day=30), "FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=30"),
        (Recurrence(Frequency.YEARLY, month=2, month_day=29), "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1"),
    ],
)  # fmt: skip
def test_other_programs_get_the_plainest_rule_that_gives_the_same_days(
    rule: Recurrence, text: str
) -> None:
    assert calendar_rule(rule, date(2024, 1, 1), LeapDay.FEBRUARY_28) == text


@given(rules(), days, leaps)
def test_the_nth_day_is_that_of_dateutil(rule: Recurrence, anchor: date, leap: LeapDay) -> None:
    ours = list(islice(occurrences(rule, anchor, leap), 40))
    assert ours == by_dateutil(rule, anchor, leap, 40)


@given(rules(), days, days, leaps)
def test_looking_from_a_day_on_finds_the_same_days(
    rule: Recurrence, anchor: date, since: date, leap: LeapDay
) -> None:
    whole = list(islice(occurrences(rule, anchor, leap), 60))
    assume(whole)
    if since <= whole[-1]:
        expected = [day for day in whole if day >= since]
        assert list(islice(occurrences(rule, anchor, leap, since), len(expected))) == expected
        assert occurrence_on_or_after(rule, anchor, since, leap) == expected[0]
        later = [day for day in whole if day > since]
        if later:
            assert occurrence_after(rule, anchor, since, leap) == later[0]
    between = list(occurrences_between(rule, anchor, since, whole[-1], leap))
    assert between == [day for day in whole if day >= since]


@given(rules(), days, days, st.integers(-10, 2000), leaps)
def test_the_latest_day_is_the_last_of_all(
    rule: Recurrence, anchor: date, first: date, length: int, leap: LeapDay
) -> None:
    last = first + length * DAY
    latest = recurrence.latest_occurrence(rule, anchor, first, last, leap)
    assert latest == max(occurrences_between(rule, anchor, first, last, leap), default=None)


@given(rules(ending=False), days, leaps)
def test_days_follow_each_other_and_never_closer_than_the_gap(
    rule: Recurrence, anchor: date, leap: LeapDay
) -> None:
    found = list(islice(occurrences(rule, anchor, leap), 30))
    explicit = rule.anchored(anchor)
    assert all((b - a).days >= explicit.shortest_gap() for a, b in zip(found, found[1:]))  # noqa: B905, RUF007
    assert explicit.anchored(anchor + DAY) == explicit


@given(rules(), days, leaps)
def test_the_first_day_is_an_occurrence(rule: Recurrence, day: date, leap: LeapDay) -> None:
    anchor = first_day(rule, day, leap)
    assert anchor is not None
    assert anchor >= day
    explicit = rule.anchored(day).without_end()
    assert next(occurrences(explicit, anchor, leap)) == anchor


@given(rules(), days)
def test_a_rule_is_read_as_it_was_written(rule: Recurrence, anchor: date) -> None:
    assert parse_rule(format_rule(rule)) == rule
    assert parse_rule(format_rule(rule.anchored(anchor))) == rule.anchored(anchor)


def listed(rule: Recurrence, anchor: date, count: int, leap: LeapDay = KEPT) -> list[str]:
    return [day.isoformat() for day in islice(occurrences(rule, anchor, leap), count)]


def test_31_january_never_drifts() -> None:
    rule = Recurrence(Frequency.MONTHLY)
    assert listed(rule, date(2027, 1, 31), 4) == [
        "2027-01-31", "2027-02-28", "2027-03-31", "2027-04-30",
    ]  # fmt: skip
    day = date(2027, 1, 31)
    for _ in range(1200):
        following = occurrence_after(rule, date(2027, 1, 31), day, KEPT)
        assert following is not None
        assert following.day == monthrange(following.year, following.month)[1]
        day = following


@pytest.mark.parametrize(
    ("leap", "other"), [(LeapDay.FEBRUARY_28, "02-28"), (LeapDay.MARCH_1, "03-01")]
)
def test_29_february_follows_the_notebook(leap: LeapDay, other: str) -> None:
    rule = Recurrence(Frequency.YEARLY)
    assert listed(rule, date(2024, 2, 29), 5, leap) == [
        "2024-02-29", f"2025-{other}", f"2026-{other}", f"2027-{other}", "2028-02-29",
    ]  # fmt: skip
    typed = Recurrence(Frequency.YEARLY, month=2, month_day=29)
    assert listed(typed, date(2025, 1, 1), 1, leap) == [f"2025-{other}"]


def test_a_fifth_monday_is_left_out_where_there_is_none() -> None:
    rule = Recurrence(Frequency.MONTHLY, nth_weekday=NthWeekday(5, 0))
    assert listed(rule, date(2026, 11, 22), 3) == ["2026-11-30", "2027-03-29", "2027-05-31"]


def test_every_second_week_counts_from_the_week_of_the_anchor() -> None:
    rule = Recurrence(Frequency.WEEKLY, interval=2, weekdays=(0, 3))
    assert listed(rule, date(2026, 11, 26), 3) == ["2026-11-26", "2026-12-07", "2026-12-10"]
    assert first_day(rule, date(2026, 11, 27), KEPT) == date(2026, 11, 30)


def test_a_rule_ends() -> None:
    daily = Recurrence(Frequency.DAILY, count=3)
    assert listed(daily, date(2026, 11, 22), 9) == ["2026-11-22", "2026-11-23", "2026-11-24"]
    assert occurrence_after(daily, date(2026, 11, 22), date(2026, 11, 24), KEPT) is None
    until = Recurrence(Frequency.WEEKLY, until=date(2026, 12, 6))
    assert listed(until, date(2026, 11, 22), 9)[-1] == "2026-12-06"
    over = Recurrence(Frequency.DAILY, until=date(2026, 11, 21))
    assert listed(over, date(2026, 11, 22), 9) == []


@pytest.mark.parametrize("frequency", Frequency)
@pytest.mark.parametrize("interval", [1, 7, 999])
def test_the_calendar_ends_quietly(frequency: Frequency, interval: int) -> None:
    rule = Recurrence(frequency, interval)
    last = list(occurrences(rule, date.max - DAY, KEPT))
    assert last[0] == date.max - DAY
    assert occurrence_after(rule, date.max, date.max, KEPT) is None
    near = list(occurrences(rule, date.min, KEPT, date.max - 1000 * 365 * DAY))
    assert near == sorted(set(near))
    assert next_after_completion(Recurrence(frequency, 999), date.max, KEPT) is None


def test_from_completion_the_interval_counts_and_nothing_else() -> None:
    done = date(2027, 1, 31)
    weekly = Recurrence(Frequency.WEEKLY, 2, weekdays=(1,))
    assert next_after_completion(weekly, done, KEPT) == done + 14 * DAY
    monthly = Recurrence(Frequency.MONTHLY, nth_weekday=NthWeekday(1, 0))
    assert next_after_completion(monthly, done, KEPT) == date(2027, 2, 28)
    ended = Recurrence(Frequency.DAILY, until=done)
    assert next_after_completion(ended, done, KEPT) is None
    yearly = Recurrence(Frequency.YEARLY)
    assert next_after_completion(yearly, date(2024, 2, 29), LeapDay.MARCH_1) == date(2025, 3, 1)


@pytest.mark.parametrize(
    "text",
    ["", "FREQ=HOURLY", "FREQ=DAILY;BYHOUR=1", "FREQ=WEEKLY;BYDAY=XX", "FREQ=MONTHLY;BYDAY=6MO",
     "FREQ=MONTHLY;BYMONTHDAY=32", "FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=31", "FREQ=DAILY;INTERVAL=0",
     "FREQ=DAILY;UNTIL=20261131", "FREQ=DAILY;UNTIL=20261101T000000Z", "FREQ=DAILY;COUNT=1;UNTIL=20270101",
     "FREQ=WEEKLY;BYDAY=TU,MO", "FREQ=MONTHLY;BYDAY=MO;BYMONTHDAY=1", "FREQ=DAILY;BYMONTHDAY=1"],
)  # fmt: skip
def test_what_is_no_rule_of_ours_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        parse_rule(text)


def test_an_old_anchor_costs_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    looked_at: list[int] = []

    def counting(rule: Recurrence, anchor: date, period: int, leap: LeapDay) -> list[date] | None:
        looked_at.append(period)
        return days_of_period(rule, anchor, period, leap)

    days_of_period = recurrence._days
    monkeypatch.setattr(recurrence, "_days", counting)
    for rule in (Recurrence(Frequency.DAILY), Recurrence(Frequency.MONTHLY)):
        occurrence_on_or_after(rule, date(1900, 1, 31), date(2026, 11, 22), KEPT)
    assert len(looked_at) == 2
