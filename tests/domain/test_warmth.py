"""The state of a relationship follows from its reasons."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notebook.domain.warmth import (
    Reason,
    ReasonKind,
    Warmth,
    WarmthAssessment,
    WarmthFacts,
    assess,
)

TODAY = date(2026, 11, 22)
KNOWN_SINCE = date(2025, 3, 1)


def facts(
    days_ago: int | None,
    rhythm: int | None = None,
    *,
    late: int = 0,
    concerns: int = 0,
    below: bool = False,
) -> WarmthFacts:
    last = None if days_ago is None else TODAY - timedelta(days=days_ago)
    return WarmthFacts(last, rhythm, late, concerns, below, KNOWN_SINCE)


FACTS = st.builds(
    WarmthFacts,
    last_contact=st.none() | st.dates(date(2020, 1, 1), date(2027, 1, 1)),
    rhythm_days=st.none() | st.integers(1, 400),
    our_overdue_promises=st.integers(0, 3),
    open_concerns=st.integers(0, 2),
    below_expected=st.booleans(),
    known_since=st.dates(date(2015, 1, 1), TODAY),
    paused_until=st.none() | st.dates(date(2026, 1, 1), date(2028, 1, 1)),
)


@pytest.mark.parametrize(
    ("known", "state"),
    [
        (facts(0), Warmth.WARM),
        (facts(90), Warmth.WARM),
        (facts(91), Warmth.COOLING),
        (facts(180), Warmth.COOLING),
        (facts(181), Warmth.AT_RISK),
        (facts(30, 30), Warmth.WARM),
        (facts(31, 30), Warmth.COOLING),
        (facts(61, 30), Warmth.AT_RISK),
        (facts(30, 7), Warmth.COOLING),
        (facts(31, 7), Warmth.AT_RISK),
        (facts(1, late=1), Warmth.COOLING),
        (facts(1, late=2), Warmth.AT_RISK),
        (facts(1, concerns=1), Warmth.AT_RISK),
        (facts(1, below=True), Warmth.AT_RISK),
        (facts(None), Warmth.UNKNOWN),
        (facts(None, 7), Warmth.UNKNOWN),
        (facts(None, late=1), Warmth.COOLING),
        (facts(None, concerns=2, below=True), Warmth.COOLING),
        (facts(-3, 7), Warmth.WARM),
    ],
)
def test_states(known: WarmthFacts, state: Warmth) -> None:
    assert assess(known, TODAY).state is state


def test_reasons_carry_their_days_and_numbers_weightiest_first() -> None:
    last = TODAY - timedelta(days=41)
    assert assess(facts(41, 30, late=1, concerns=2), TODAY) == WarmthAssessment(
        Warmth.AT_RISK,
        (
            Reason(ReasonKind.OPEN_CONCERNS, None, 2),
            Reason(ReasonKind.PROMISES_OVERDUE, None, 1),
            Reason(ReasonKind.CONTACT_OVERDUE, last, 41),
        ),
    )


def test_a_pause_warms_nobody_without_a_contact() -> None:
    until = TODAY + timedelta(days=30)
    assessment = assess(replace(facts(None, 30), paused_until=until), TODAY)
    assert assessment.state is Warmth.UNKNOWN
    assert [reason.kind for reason in assessment.reasons] == [
        ReasonKind.NO_CONTACT_YET,
        ReasonKind.PAUSED,
    ]
    assert assess(replace(facts(400, 30), paused_until=until), TODAY).state is Warmth.WARM


@given(FACTS)
def test_there_is_always_a_reason_and_nobody_new_is_at_risk(known: WarmthFacts) -> None:
    assessment = assess(known, TODAY)
    assert assessment.reasons
    if known.last_contact is None:
        assert assessment.state is not Warmth.AT_RISK
        assert assessment.state is not Warmth.WARM
    else:
        assert assessment.state is not Warmth.UNKNOWN


@given(FACTS, st.integers(0, 400))
def test_silence_never_warms(known: WarmthFacts, days: int) -> None:
    order = [Warmth.WARM, Warmth.UNKNOWN, Warmth.COOLING, Warmth.AT_RISK]
    now = order.index(assess(known, TODAY).state)
    assert order.index(assess(known, TODAY + timedelta(days=days)).state) >= now
