"""Groups of the reminder panel and the order within them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notebook.domain.urgency import ReminderGroup, group_of, urgency

TODAY = date(2026, 11, 22)
DAYS = st.integers(-4000, 4000).map(lambda days: TODAY + timedelta(days=days))


@pytest.mark.parametrize(
    ("days", "group"),
    [
        (-1, ReminderGroup.OVERDUE),
        (0, ReminderGroup.TODAY),
        (1, ReminderGroup.THIS_WEEK),
        (6, ReminderGroup.THIS_WEEK),
        (7, ReminderGroup.LATER),
    ],
)
def test_groups(days: int, group: ReminderGroup) -> None:
    assert group_of(TODAY + timedelta(days=days), TODAY) is group


@given(DAYS, DAYS)
def test_groups_follow_the_calendar(one: date, other: date) -> None:
    order = list(ReminderGroup)
    earlier, later = sorted((one, other))
    assert order.index(group_of(earlier, TODAY)) <= order.index(group_of(later, TODAY))


@given(DAYS, st.none() | st.integers(0, 400))
def test_urgency_grows_by_one_with_each_rhythm(due: date, rhythm: int | None) -> None:
    step = timedelta(days=max(rhythm or 1, 1))
    grown = urgency(due - step, TODAY, rhythm) - urgency(due, TODAY, rhythm)
    assert grown == pytest.approx(1)
    assert (urgency(due, TODAY, rhythm) > 0) == (due < TODAY)


def test_a_week_late_weighs_more_weekly_than_yearly() -> None:
    due = TODAY - timedelta(days=7)
    assert urgency(due, TODAY, 7) == 1
    assert urgency(due, TODAY, 365) < urgency(due, TODAY, 7) < urgency(due, TODAY, None)
