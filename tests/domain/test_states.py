"""Moments, promises and projects: their times and their states."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from notebook.domain.moments import format_when, parse_when
from notebook.domain.projects import TRANSITIONS, ProjectState, may_become
from notebook.domain.promises import PromiseState, is_overdue

TODAY = date(2026, 11, 22)


@given(st.datetimes(), st.booleans())
def test_when_is_read_back_as_written(moment: datetime, timed: bool) -> None:
    at = moment.time().replace(second=0, microsecond=0) if timed else None
    assert parse_when(format_when(moment.date(), at)) == (moment.date(), at)


@given(st.datetimes(), st.datetimes())
def test_when_sorts_as_text(one: datetime, other: datetime) -> None:
    texts = [format_when(each.date(), each.time()) for each in (one, other)]
    minutes = [each.replace(second=0, microsecond=0) for each in (one, other)]
    assert (texts[0] < texts[1]) == (minutes[0] < minutes[1])


@pytest.mark.parametrize(
    "text", ["", "2026-11-31", "2026-11-22T24:30", "2026-11-22 10:30", "2026-11-22T10:30Z"]
)
def test_what_is_no_time_is_refused_in_words(text: str) -> None:
    with pytest.raises(ValueError, match=r"^(Write the time|There is no such day or time)"):
        parse_when(text)


@given(st.sampled_from(PromiseState), st.integers(-400, 400))
@example(PromiseState.OPEN, 0)
@example(PromiseState.OPEN, -1)
def test_only_an_open_promise_is_late_and_only_after_its_day(
    state: PromiseState, days: int
) -> None:
    due = TODAY + timedelta(days=days)
    assert is_overdue(state, due, TODAY) == (state is PromiseState.OPEN and days < 0)
    assert not is_overdue(state, None, TODAY)


def test_every_state_is_reached_from_a_draft_and_no_draft_comes_back() -> None:
    reached = {ProjectState.DRAFT}
    while (more := reached.union(*(TRANSITIONS[state] for state in reached))) != reached:
        reached = more
    assert reached == set(ProjectState)
    assert not any(may_become(state, ProjectState.DRAFT) for state in ProjectState)


@pytest.mark.parametrize(
    ("state", "new", "allowed"),
    [
        (ProjectState.EXPLORING, ProjectState.AGREED, True),
        (ProjectState.EXPLORING, ProjectState.DELIVERED, False),
        (ProjectState.UNDER_WAY, ProjectState.EXPLORING, False),
        (ProjectState.CLOSED, ProjectState.UNDER_WAY, True),
        (ProjectState.AGREED, ProjectState.AGREED, False),
    ],
)
def test_what_a_project_may_become(state: ProjectState, new: ProjectState, allowed: bool) -> None:
    assert may_become(state, new) is allowed
