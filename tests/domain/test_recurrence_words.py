"""Rules in words."""

from datetime import date

import pytest
from hypothesis import given

from notebook.domain.recurrence import LAST_DAY, Frequency, NthWeekday, Recurrence
from notebook.domain.recurrence_words import recurrence_words
from tests.domain.test_recurrence import days, rules

DAILY, WEEKLY, MONTHLY, YEARLY = Frequency


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (Recurrence(DAILY), "every day"),
        (Recurrence(DAILY, 3, count=1), "every 3 days, once"),
        (Recurrence(WEEKLY), "every week"),
        (Recurrence(WEEKLY, weekdays=(0, 2, 4)), "every Monday, Wednesday and Friday"),
        (Recurrence(WEEKLY, weekdays=(0, 1, 2, 3, 4)), "Monday to Friday"),
        (Recurrence(WEEKLY, weekdays=tuple(range(7))), "every day"),
        (Recurrence(WEEKLY, 2, weekdays=(1,), count=5), "every 2 weeks on Tuesday, 5 times"),
        (Recurrence(MONTHLY), "every month"),
        (Recurrence(MONTHLY, month_day=31), "every month on day 31"),
        (Recurrence(MONTHLY, month_day=LAST_DAY), "every month on the last day"),
        (Recurrence(MONTHLY, 3, month_day=1), "every 3 months on day 1"),
        (Recurrence(MONTHLY, nth_weekday=NthWeekday(1, 0)), "every first Monday of the month"),
        (
            Recurrence(MONTHLY, 2, nth_weekday=NthWeekday(LAST_DAY, 4)),
            "every 2 months on the last Friday",
        ),
        (Recurrence(YEARLY), "every year"),
        (
            Recurrence(YEARLY, month=11, month_day=24, until=date(2030, 1, 2)),
            "every year on 24 November, until 2 January 2030",
        ),
        (
            Recurrence(YEARLY, nth_weekday=NthWeekday(3, 3), month=11),
            "every year on the third Thursday of November",
        ),
        (
            Recurrence(YEARLY, month_day=LAST_DAY, month=2),
            "every year on the last day of February",
        ),
    ],
)
def test_a_rule_reads_as_people_say_it(rule: Recurrence, words: str) -> None:
    assert recurrence_words(rule) == words


def test_from_completion_only_the_interval_is_said() -> None:
    rule = Recurrence(WEEKLY, 3, weekdays=(1,), count=2)
    assert recurrence_words(rule, from_completion=True) == "3 weeks after it was done, 2 times"


@given(rules(), days)
def test_every_rule_has_words(rule: Recurrence, anchor: date) -> None:
    assert recurrence_words(rule.anchored(anchor))
