"""Days as people say them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notebook import translate
from notebook.domain.dates_in_words import (
    day_count,
    day_month,
    day_within,
    days_ago,
    long_day,
    partial_date_in_words,
    relative_day,
)
from notebook.domain.partial_date import parse

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (TODAY, "Today"),
        (date(2026, 11, 21), "Yesterday"),
        (date(2026, 11, 23), "Tomorrow"),
        (date(2026, 11, 24), "Tue"),
        (date(2026, 11, 28), "Sat"),
        (date(2026, 11, 29), "29 Nov"),
        (date(2026, 11, 20), "20 Nov"),
        (date(2026, 1, 1), "1 Jan"),
        (date(2025, 11, 10), "10 Nov 2025"),
        (date(2027, 5, 24), "24 May"),
        (date(2027, 5, 25), "25 May 2027"),
    ],
)
def test_relative_day(day: date, words: str) -> None:
    assert relative_day(day, TODAY) == words


@given(st.dates())
def test_a_day_in_words_is_that_day(day: date) -> None:
    year = "" if day_month(day, TODAY).count(" ") == 2 else f" {TODAY.year}"
    months = "JanFebMarAprMayJunJulAugSepOctNovDec"
    number, month, year = f"{day_month(day, TODAY)}{year}".split()
    said = (int(number), months.index(month) // 3 + 1)
    assert said == (day.day, day.month)
    assert int(year) == day.year or abs(day - TODAY) <= timedelta(days=183)


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "today"),
        (1, "yesterday"),
        (27, "27 days ago"),
        (-1, "tomorrow"),
        (-3, "in 3 days"),
    ],
)
def test_days_ago(days: int, words: str) -> None:
    assert days_ago(TODAY - timedelta(days=days), TODAY) == words


def test_a_number_of_days() -> None:
    assert [day_count(1), day_count(3)] == ["1 day", "3 days"]


def test_long_day() -> None:
    assert long_day(date(2026, 11, 27), TODAY) == "Friday 27 November"
    assert long_day(date(2028, 2, 29), TODAY) == "Tuesday 29 February 2028"


@pytest.mark.parametrize(
    ("iso", "words"),
    [
        ("1980-03-12", "12 March 1980"),
        ("--03-12", "12 March"),
        ("1980-03", "March 1980"),
        ("1980", "1980"),
    ],
)
def test_partial_dates(iso: str, words: str) -> None:
    assert partial_date_in_words(parse(iso)) == words


@pytest.fixture
def in_german(monkeypatch: pytest.MonkeyPatch) -> None:
    german = {"{day} {month}": "{day}. {month}", "March": "März", "Today": "Heute"}
    monkeypatch.setattr(translate, "_translator", lambda _context, text, _n: german.get(text, text))


@pytest.mark.usefixtures("in_german")
def test_another_language_has_its_own_order_and_names() -> None:
    assert partial_date_in_words(parse("--03-12")) == "12. März"
    assert relative_day(TODAY, TODAY) == "Heute"


@pytest.mark.parametrize(
    ("ahead", "words"), [(0, "today"), (1, "tomorrow"), (-1, "yesterday"), (3, "Wed"), (9, "1 Dec")]
)
def test_within_a_line_a_near_day_has_no_capital(ahead: int, words: str) -> None:
    today = date(2026, 11, 22)
    assert day_within(today + timedelta(days=ahead), today) == words
