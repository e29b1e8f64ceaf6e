"""What can stand in a field of the user's own, and how it sorts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notebook.domain.own_fields import FieldKind, sort_value


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("12", 12), (" 3.5 ", 3.5), ("3,5", 3.5), ("-7", -7), ("\N{MINUS SIGN}7", -7), ("+4", 4),
     ("1,234,567", 1_234_567), ("1,234.5", 1234.5), ("1 234", 1234), ("1’234", 1234)],
)  # fmt: skip
def test_numbers_as_people_write_them(typed: str, meant: float) -> None:
    assert sort_value(FieldKind.NUMBER, typed) == meant


@pytest.mark.parametrize("typed", ["twelve", "1.2.3", "12 kg", "--3", "1e9", "٣", "inf", "", "."])
def test_what_is_no_number_is_told_so(typed: str) -> None:
    with pytest.raises(ValueError, match="Write a number"):
        sort_value(FieldKind.NUMBER, typed)


def test_what_may_be_thousands_is_asked_and_not_guessed() -> None:
    with pytest.raises(ValueError, match=r"Write 1234, or 1\.234"):
        sort_value(FieldKind.NUMBER, "1,234")


def test_a_number_that_would_not_sort_exactly_is_refused() -> None:
    with pytest.raises(ValueError, match="15 digits"):
        sort_value(FieldKind.NUMBER, "9" * 16)


@given(st.integers(-(10**12), 10**12), st.integers(-(10**12), 10**12))
def test_numbers_sort_as_numbers(one: int, other: int) -> None:
    first, second = (sort_value(FieldKind.NUMBER, str(each)) for each in (one, other))
    assert isinstance(first, float)
    assert isinstance(second, float)
    assert (first < second) == (one < other)


def test_dates_may_be_known_in_part() -> None:
    typed = ["2024-05-02", "2019", "2024-05"]
    assert sorted(str(sort_value(FieldKind.DATE, each)) for each in typed) == [
        "2019", "2024-05", "2024-05-02",
    ]  # fmt: skip
    with pytest.raises(ValueError, match="Write the date as 1980-03-12"):
        sort_value(FieldKind.DATE, "soon")
    with pytest.raises(ValueError, match="no such day"):
        sort_value(FieldKind.DATE, "2023-02-29")


def test_yes_or_no_and_nothing_else() -> None:
    assert [sort_value(FieldKind.YES_NO, each) for each in ("yes", " No ")] == ["yes", "no"]
    with pytest.raises(ValueError, match="Only yes or no"):
        sort_value(FieldKind.YES_NO, "maybe")


def test_choices_sort_as_they_are_offered() -> None:
    sizes = ("Small", "Large")
    assert sort_value(FieldKind.CHOICE, "Small", sizes) < sort_value(  # type: ignore[operator]
        FieldKind.CHOICE, "Large", sizes
    )
    with pytest.raises(ValueError, match="Choose one of these: Small, Large"):
        sort_value(FieldKind.CHOICE, "Medium", sizes)
