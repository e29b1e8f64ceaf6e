"""Days for one click: always later, never the same twice."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from notebook.domain.quick_days import next_monday, put_off_days, put_off_keys, quick_days

SUNDAY = date(2026, 11, 22)


def test_on_a_sunday_tomorrow_is_monday() -> None:
    assert [words for words, _ in quick_days(SUNDAY)] == ["Today", "Tomorrow", "In a week"]
    wednesday = SUNDAY + timedelta(days=3)
    assert quick_days(wednesday)[2] == ("Next Monday", date(2026, 11, 30))


def test_what_is_still_to_come_is_put_off_from_its_own_day() -> None:
    assert put_off_days(date(2026, 11, 27), SUNDAY) == [
        ("A day later (Sat)", date(2026, 11, 28)),
        ("The Monday after (30 Nov)", date(2026, 11, 30)),
        ("A week later (4 Dec)", date(2026, 12, 4)),
    ]


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(-400, 400))
def test_every_day_is_later_than_the_due_day_and_today(today: date, ahead: int) -> None:
    due = today + timedelta(days=ahead)
    days = [day for _, day in put_off_days(due, today)]
    assert days == sorted(set(days))
    assert min(days) > max(due, today)
    assert next_monday(today).weekday() == 0
    by_letter = put_off_keys(due, today)
    assert set(by_letter.values()) == set(days)
    assert by_letter["M"].weekday() == 0
    assert by_letter["W"] - by_letter["T"] == timedelta(days=6)
