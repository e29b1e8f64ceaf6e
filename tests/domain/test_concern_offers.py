"""What a check-in offers about its concern, in every case."""

import pytest

from notebook.domain.check_ins import About
from notebook.domain.concern_offers import Answer, ConcernFacts, Offer

DATES, PEOPLE = (About.DATES, "28 Nov"), (About.PEOPLE, "Tom")
ANA, BEN = 1, 2
ONE, BOTH = frozenset({DATES}), frozenset({DATES, PEOPLE})
NOTHING: frozenset[Answer] = frozenset()


@pytest.mark.parametrize(
    ("facts", "below", "offer", "is_usual"),
    [
        (ConcernFacts(), ONE, Offer.OPEN, True),
        (ConcernFacts(open_ids={ANA: 7}), ONE, Offer.JOIN, True),
        (ConcernFacts(open_ids={BEN: 7}), ONE, Offer.OPEN, True),
        (ConcernFacts(7, is_shared=True, was_below=ONE, asked_id=BEN), ONE, Offer.OPEN, True),
        (ConcernFacts(was_below=ONE), BOTH, Offer.OPEN, False),
        (ConcernFacts(7, is_closed=True, was_below=ONE), BOTH, Offer.REOPEN, True),
        (ConcernFacts(7, was_below=ONE), NOTHING, Offer.TAKE_AWAY, False),
        (ConcernFacts(is_declined=True), ONE, Offer.OPEN, False),
        (ConcernFacts(7, was_below=ONE, asked_id=BEN), ONE, Offer.MOVE, True),
        (ConcernFacts(7, is_closed=True, was_below=ONE, asked_id=BEN), NOTHING, Offer.MOVE, True),
    ],
)
def test_what_is_offered(
    facts: ConcernFacts, below: frozenset[Answer], offer: Offer, is_usual: bool
) -> None:
    assert facts.offer(below, ANA) is offer
    assert facts.is_usual(offer) is is_usual


@pytest.mark.parametrize(
    ("facts", "below"),
    [
        (ConcernFacts(), NOTHING),
        (ConcernFacts(open_ids={ANA: 7}), NOTHING),
        (ConcernFacts(7), ONE),
        (ConcernFacts(7, is_closed=True, was_below=ONE), ONE),
        (ConcernFacts(7, is_closed=True, was_below=ONE), NOTHING),
        (ConcernFacts(7, is_shared=True, was_below=ONE), NOTHING),
        (ConcernFacts(7, is_shared=True, was_below=ONE, asked_id=BEN), NOTHING),
        (ConcernFacts(7, was_below=ONE, asked_id=ANA), ONE),
    ],
)
def test_there_is_nothing_to_offer(facts: ConcernFacts, below: frozenset[Answer]) -> None:
    assert facts.offer(below, ANA) is None
