"""Dates of which only a part is known."""

import calendar
from datetime import MAXYEAR, date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notebook.domain.partial_date import LeapDay, PartialDate, parse

TODAY = date(2026, 11, 22)


@st.composite
def partial_dates(draw: st.DrawFn) -> PartialDate:
    day = draw(st.dates())
    if draw(st.booleans()):
        leap = date(2000, day.month, 29 if (day.month, day.day) == (2, 28) else day.day)
        return PartialDate(month=leap.month, day=leap.day)
    shape = draw(st.integers(1, 3))
    return PartialDate(*(day.year, day.month, day.day)[:shape])


@given(partial_dates())
def test_every_valid_date_is_read_back_as_it_was_written(partial: PartialDate) -> None:
    assert parse(partial.iso()) == partial


@given(st.none() | st.integers(), st.none() | st.integers(0, 14), st.none() | st.integers(0, 33))
def test_what_is_not_refused_is_a_real_date(
    year: int | None, month: int | None, day: int | None
) -> None:
    try:
        partial = PartialDate(year, month, day)
    except ValueError:
        return
    known_year = 2000 if partial.year is None else partial.year
    assert date(known_year, partial.month or 1, partial.day or 1)
    assert partial.day is None or partial.month is not None


@given(st.text(alphabet="0123456789-T ") | st.text())
def test_no_text_does_worse_than_a_value_error(text: str) -> None:
    try:
        partial = parse(text)
    except ValueError:
        return
    assert partial.iso() == text.strip()


@pytest.mark.parametrize(
    "text",
    ["", "12.3.1980", "80-03-12", "1980-3-12", "2023-02-29", "--02-30", "1980-13", "0000", "--03",
     "19800312", "1980-03-12T10:00", "١٩٨٠"],
)  # fmt: skip
def test_impossible_or_ambiguous_texts_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"^(Write the date|There is no such day)"):
        parse(text)


@pytest.mark.parametrize("parts", [(None, None, None), (None, 3, None), (1980, None, 12)])
def test_parts_that_make_no_date_are_refused(parts: tuple[int | None, ...]) -> None:
    with pytest.raises(ValueError, match="A date needs a year"):
        PartialDate(*parts)


@given(partial_dates(), st.dates(max_value=date(MAXYEAR - 1, 12, 31)), st.sampled_from(LeapDay))
def test_the_next_occurrence_is_the_first_one_from_that_day(
    partial: PartialDate, day: date, leap: LeapDay
) -> None:
    following = partial.next_on_or_after(day, leap)
    if partial.day is None:
        assert following is None
        return
    assert following is not None
    assert following >= day
    if partial.year is None or partial.year <= day.year:
        assert (following - day).days <= 366
    before = partial.in_year(following.year - 1, leap) if following.year > 1 else None
    assert before is None or before < day or following.year == partial.year


@given(st.integers(1, MAXYEAR), st.sampled_from(LeapDay))
def test_29_february_has_exactly_one_day_in_every_year(year: int, leap: LeapDay) -> None:
    day = PartialDate(month=2, day=29).in_year(year, leap)
    moved = date(year, 2, 28) if leap is LeapDay.FEBRUARY_28 else date(year, 3, 1)
    assert day == (date(year, 2, 29) if calendar.isleap(year) else moved)


def test_nothing_comes_round_before_it_has_happened() -> None:
    wedding = PartialDate(2028, 5, 6)
    assert wedding.next_on_or_after(TODAY, LeapDay.MARCH_1) == date(2028, 5, 6)


def test_the_end_of_the_calendar_is_not_passed() -> None:
    assert PartialDate(month=1, day=1).next_on_or_after(date.max, LeapDay.MARCH_1) is None


@pytest.mark.parametrize(
    ("text", "day", "age"),
    [
        ("1980-11-22", TODAY, 46),
        ("1980-11-23", TODAY, 45),
        ("1980-12", TODAY, 45),
        ("1980", TODAY, 46),
        ("--11-22", TODAY, None),
        ("2026-11-23", TODAY, None),
        ("2000-02-29", date(2026, 2, 28), 25),
        ("2000-02-29", date(2026, 3, 1), 26),
    ],
)
def test_age(text: str, day: date, age: int | None) -> None:
    assert parse(text).age_on(day) == age


def test_the_age_celebrated_does_not_mind_on_which_day_a_leap_day_is_kept() -> None:
    born = PartialDate(2000, 2, 29)
    assert {born.age_reached_on(born.in_year(2026, leap) or TODAY) for leap in LeapDay} == {26}
    assert born.age_reached_on(date(1999, 3, 1)) is None
    assert PartialDate(month=2, day=29).age_reached_on(TODAY) is None
