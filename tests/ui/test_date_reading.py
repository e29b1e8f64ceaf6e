"""Dates as people type them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale

from notebook.domain.partial_date import PartialDate
from notebook.ui.date_reading import (
    TypedDate,
    days_later,
    read_date,
    read_partial,
    read_typed,
    write_date,
    write_partial,
    writes_month_first,
)

BRITISH = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
AMERICAN = QLocale(QLocale.Language.English, QLocale.Country.UnitedStates)
GERMAN = QLocale(QLocale.Language.German, QLocale.Country.Germany)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12 3 1980", TypedDate(12, 3, 1980)),
        ("12.3.1980", TypedDate(12, 3, 1980)),
        ("12. March 1980", TypedDate(12, 3, 1980)),
        ("12 mar", TypedDate(12, 3, None)),
        ("March 12, 1980", TypedDate(12, 3, 1980)),
        ("1980-03-12", TypedDate(12, 3, 1980)),
        ("3.12.", TypedDate(3, 12, None)),
        ("12 3 27", TypedDate(12, 3, 2027)),
        ("12", None),
        ("12 13 1980", None),
        ("12 ju", None),
        ("twelve March", None),
        ("12 3 1980 5", None),
        ("", None),
    ],
)
def test_a_british_reader(text: str, expected: TypedDate | None) -> None:
    assert read_typed(text, BRITISH) == expected


def test_order_and_names_follow_the_language() -> None:
    assert writes_month_first(AMERICAN)
    assert not writes_month_first(GERMAN)
    assert read_typed("3/12/1980", AMERICAN) == TypedDate(12, 3, 1980)
    assert read_typed("12. März 1980", GERMAN) == TypedDate(12, 3, 1980)
    assert read_typed("1. Dez", GERMAN) == TypedDate(1, 12, None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5 1", date(2027, 1, 5)),
        ("20 11", date(2026, 11, 20)),
        ("31 2", None),
        ("29 2", None),
        ("29 2 2028", date(2028, 2, 29)),
        ("0000-01-01", None),
    ],
)
def test_without_a_year_the_nearest_is_meant(text: str, expected: date | None) -> None:
    assert read_date(text, date(2026, 11, 22), BRITISH) == expected


@given(st.dates(), st.dates(), st.sampled_from([BRITISH, AMERICAN, GERMAN]))
def test_what_is_written_can_be_read(day: date, today: date, locale: QLocale) -> None:
    if day.year >= 100:  # two digits mean this century
        assert read_date(write_date(day, locale), today, locale) == day


@given(st.text(max_size=30), st.dates(min_value=date(2, 1, 1), max_value=date(9998, 1, 1)))
def test_no_text_is_a_trouble(text: str, today: date) -> None:
    read_date(text, today, BRITISH)


def test_steps_stop_at_the_ends_of_the_calendar() -> None:
    assert days_later(date.max, 1) == date.max
    assert days_later(date(2026, 11, 22), 1) == date(2026, 11, 22) + timedelta(days=1)


def test_a_date_known_in_part_reads_as_it_is_written() -> None:
    locale = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
    for text, known in (
        ("2019", PartialDate(2019)),
        ("5/2019", PartialDate(2019, 5)),
        ("2019-05", PartialDate(2019, 5)),
        ("May 2019", PartialDate(2019, 5)),
        ("12.5.2019", PartialDate(2019, 5, 12)),
    ):
        assert read_partial(text, locale) == known
        assert read_partial(write_partial(known, locale), locale) == known
    assert read_partial(" ", locale) is None
    for wrong in ("soon", "13/2019", "5/19", "12 5", "31 2 2019", "0000"):
        with pytest.raises(ValueError, match=r"\S"):
            read_partial(wrong, locale)
