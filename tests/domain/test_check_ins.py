"""Check-ins: when they are, and how one compares with another."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notebook.domain.check_ins import Grade, Occasion, Trend, course, overall, planned_on, trend

BELOW, AS, ABOVE = Grade.BELOW, Grade.AS_EXPECTED, Grade.ABOVE
BEGINS = date(2026, 10, 20)
grades = st.lists(st.none() | st.sampled_from(Grade))


@pytest.mark.parametrize(
    ("given", "grade"),
    [
        ([], None),
        ([None, None], None),
        ([ABOVE, ABOVE, BELOW], BELOW),
        ([ABOVE, AS, None], AS),
        ([ABOVE, ABOVE, AS], ABOVE),
        ([AS, AS, ABOVE], AS),
        ([None, ABOVE], ABOVE),
    ],
)
def test_one_answer_below_is_a_check_in_below(
    given: list[Grade | None], grade: Grade | None
) -> None:
    assert overall(given) is grade


@given(grades, grades)
def test_more_praise_never_makes_it_worse(
    one: list[Grade | None], more: list[Grade | None]
) -> None:
    before, after = overall(one), overall([*one, *(ABOVE for _ in more)])
    assert trend(after, before) is not Trend.WORSE


@given(st.sampled_from(Grade), st.sampled_from(Grade))
def test_a_trend_turns_round_with_its_ends(one: Grade, other: Grade) -> None:
    turned = {Trend.BETTER: Trend.WORSE, Trend.WORSE: Trend.BETTER, Trend.SAME: Trend.SAME}
    there, back = trend(one, other), trend(other, one)
    assert there is not None
    assert turned[there] is back
    assert trend(one, None) is trend(None, one) is None


def test_the_days_follow_from_the_agreed_dates() -> None:
    ends_on = date(2026, 12, 19)
    days = {each: planned_on(each, BEGINS, ends_on) for each in Occasion}
    assert days == {
        Occasion.THIRD: date(2026, 11, 9),
        Occasion.DELIVERY: ends_on,
        Occasion.MONTH_AFTER: date(2027, 1, 19),
    }
    assert {planned_on(each, BEGINS, None) for each in Occasion} == {None}


@pytest.mark.parametrize(
    ("ends_on", "after"),
    [
        (date(2026, 12, 31), date(2027, 1, 31)),
        (date(2027, 1, 31), date(2027, 2, 28)),
        (date(2028, 1, 31), date(2028, 2, 29)),
        (date.max, None),
    ],
)
def test_a_month_after_keeps_to_the_month(ends_on: date, after: date | None) -> None:
    assert planned_on(Occasion.MONTH_AFTER, BEGINS, ends_on) == after


@given(st.integers(-50, 900))
def test_a_third_lies_well_within(days: int) -> None:
    third = planned_on(Occasion.THIRD, BEGINS, BEGINS + timedelta(days=days))
    if days < 6:
        assert third is None
    else:
        assert third is not None
        assert 2 <= (third - BEGINS).days <= days // 2


@pytest.mark.parametrize(
    ("grades", "way"),
    [
        ((), None),
        ((AS,), None),
        ((BELOW, AS), Trend.BETTER),
        ((ABOVE, AS), Trend.WORSE),
        ((AS, AS), Trend.SAME),
        ((BELOW, ABOVE, BELOW), Trend.SAME),
        ((BELOW, AS, ABOVE, AS), Trend.BETTER),
        ((ABOVE, ABOVE, ABOVE, AS, ABOVE), Trend.WORSE),
    ],
)
def test_the_later_half_is_held_against_the_earlier(
    grades: tuple[Grade, ...], way: Trend | None
) -> None:
    assert course(grades) is way


@given(st.lists(st.sampled_from(Grade), min_size=2))
def test_backwards_it_went_the_other_way(grades: list[Grade]) -> None:
    turned = {Trend.BETTER: Trend.WORSE, Trend.WORSE: Trend.BETTER, Trend.SAME: Trend.SAME}
    way = course(grades)
    assert way is not None
    assert course(grades[::-1]) is turned[way]
