"""Concerns: whatever is tried in whatever order, only what makes sense is done."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from notebook.domain.concerns import (
    AFTER,
    TRACKS,
    ConcernStep,
    Stage,
    Standing,
    Track,
    ask_again,
    close,
    escalate,
    follow_up,
    hand_over,
    plan_follow_up,
    reopen,
    step_word,
    take,
    take_back,
    take_follow_up_back,
)
from notebook.errors import Refused

S = ConcernStep
OPENED = date(2026, 11, 10)
days = st.integers(-1, 4).map(lambda n: OPENED + timedelta(days=n))
steps = st.sampled_from(ConcernStep)
people = st.none() | st.sampled_from([1, 2, 3])


def done(*taken: ConcernStep) -> Standing:
    return Standing(OPENED, dict.fromkeys(taken, OPENED))


class Concerns(RuleBasedStateMachine):
    """Tries everything at any time, beside a model that says what may be done."""

    def __init__(self) -> None:
        super().__init__()
        self.now = Standing(OPENED, follow_up_on=OPENED)

    def attempt(self, allowed: bool, change: Callable[[], Standing]) -> None:
        before = self.now
        if allowed:
            self.now = change()
            return
        with pytest.raises(Refused) as refused:
            change()
        assert str(refused.value).endswith(".")
        assert "{" not in str(refused.value)
        assert self.now == before

    @property
    def is_open(self) -> bool:
        return self.now.closed_on is None

    @property
    def all_done(self) -> bool:
        return set(self.now.steps) == set(ConcernStep)

    @rule(step=steps, day=days)
    def take(self, step: ConcernStep, day: date) -> None:
        first = AFTER.get(step)
        ready = first is None or first in self.now.steps
        earliest = self.now.steps.get(first, OPENED) if first else OPENED
        new = step not in self.now.steps
        self.attempt(
            self.is_open and new and ready and day >= earliest, lambda: take(self.now, step, day)
        )

    @rule(step=steps)
    def take_back(self, step: ConcernStep) -> None:
        depends = any(AFTER.get(each) is step for each in self.now.steps)
        free = self.now.followed_up_on is None and not depends
        self.attempt(
            self.is_open and step in self.now.steps and free, lambda: take_back(self.now, step)
        )

    @rule(owner=people)
    def hand_over(self, owner: int | None) -> None:
        self.attempt(self.is_open, lambda: hand_over(self.now, owner))
        if self.is_open:
            assert self.now.owner_id == owner

    @rule(to=people)
    def escalate(self, to: int | None) -> None:
        other = to is None or to != self.now.owner_id
        self.attempt(self.is_open and other, lambda: escalate(self.now, to))

    @rule(day=days | st.none())
    def plan(self, day: date | None) -> None:
        later = day is not None and day >= OPENED
        self.attempt(self.is_open and later, lambda: plan_follow_up(self.now, day))

    @rule(day=days)
    def follow_up(self, day: date) -> None:
        ready = self.is_open and self.all_done and self.now.followed_up_on is None
        self.attempt(
            ready and day >= max(self.now.steps.values()), lambda: follow_up(self.now, day)
        )

    @rule(asked=days, again=days | st.none())
    def ask_again(self, asked: date, again: date | None) -> None:
        open_still = self.is_open and self.now.followed_up_on is None
        later = again is not None and again > asked and again >= OPENED
        self.attempt(open_still and later, lambda: ask_again(self.now, asked, again))

    @rule()
    def take_follow_up_back(self) -> None:
        asked = self.now.followed_up_on is not None
        self.attempt(self.is_open and asked, lambda: take_follow_up_back(self.now))

    @rule(day=days)
    def close(self, day: date) -> None:
        asked = self.now.followed_up_on
        ready = self.is_open and self.all_done and asked is not None and day >= asked
        self.attempt(ready, lambda: close(self.now, day))

    @rule(day=days)
    def reopen(self, day: date) -> None:
        self.attempt(not self.is_open and day >= OPENED, lambda: reopen(self.now, day))

    @rule(day=days)
    def go_all_the_way(self, day: date) -> None:
        """Chance alone rarely gets to the end."""
        for step in ConcernStep:
            self.take(step, day)
        self.follow_up(day)
        self.close(day)

    @invariant()
    def closed_means_done_and_asked(self) -> None:
        if self.now.closed_on is not None:
            assert self.all_done
            assert self.now.followed_up_on is not None
            assert OPENED <= self.now.followed_up_on <= self.now.closed_on
        assert self.now.owner_id is None or self.now.owner_id != self.now.escalated_to_id
        assert all(
            first in self.now.steps for each, first in AFTER.items() if each in self.now.steps
        )

    @invariant()
    def its_stage_says_where_it_stands(self) -> None:
        stage = self.now.stage
        assert (stage is Stage.CLOSED) == (self.now.closed_on is not None)
        assert (stage is Stage.TO_HEAR) == (S.HEARD not in self.now.steps)
        if stage is Stage.TO_FOLLOW_UP:
            assert self.now.next_step is None


TestConcerns = Concerns.TestCase


def test_the_person_comes_before_the_problem() -> None:
    assert Standing(OPENED).next_step is S.HEARD
    assert done(S.HEARD, S.CAUSE).next_step is S.SAID_BACK
    assert done(*TRACKS[Track.PERSON]).next_step is S.CAUSE
    with pytest.raises(Refused, match="“Heard” comes before “Cause”"):
        take(Standing(OPENED), S.CAUSE, OPENED)


def test_both_tracks_hold_all_steps_once() -> None:
    assert [step for track in Track for step in TRACKS[track]] == list(ConcernStep)
    assert len({step_word(step) for step in ConcernStep}) == len(ConcernStep)


def test_who_it_was_escalated_to_may_take_it_over() -> None:
    standing = escalate(hand_over(Standing(OPENED), 1), 2)
    taken_over = hand_over(standing, 2)
    assert (taken_over.owner_id, taken_over.escalated_to_id) == (2, None)


def test_what_comes_back_is_followed_up_anew() -> None:
    closed = close(follow_up(done(*ConcernStep), OPENED), OPENED)
    again = reopen(closed, OPENED + timedelta(days=7))
    assert again.stage is Stage.TO_FOLLOW_UP
    assert again.followed_up_on is None
    with pytest.raises(Refused, match="Ask first"):
        close(again, OPENED)
