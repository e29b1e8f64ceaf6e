"""What a check-in offers about its concern, in every case."""

import pytest

from notebook.domain.check_ins import About
from notebook.domain.concern_offers import Answer, ConcernFacts, Offer

DATES, PEOPLE = (About.DATES, "28 Nov"), (About.PEOPLE, "Tom")
ONE, BOTH = frozenset({DATES}), frozenset({DATES, PEOPLE})
NOTHING: frozenset[Answer] = frozenset()


@pytest.mark.parametrize(
    ("facts", "below", "offer", "is_usual"),
    [
        (ConcernFacts(), ONE, Offer.OPEN, True),
        (ConcernFacts(open_id=7), ONE, Offer.JOIN, True),
        (ConcernFacts(was_below=ONE), BOTH, Offer.OPEN, False),
        (ConcernFacts(7, is_closed=True, was_below=ONE), BOTH, Offer.REOPEN, True),
        (ConcernFacts(7, was_below=ONE), NOTHING, Offer.TAKE_AWAY, False),
    ],
)
def test_what_is_offered(
    facts: ConcernFacts, below: frozenset[Answer], offer: Offer, is_usual: bool
) -> None:
    assert facts.offer(below) is offer
    assert facts.is_usual(offer) is is_usual


@pytest.mark.parametrize(
    ("facts", "below"),
    [
        (ConcernFacts(), NOTHING),
        (ConcernFacts(open_id=7), NOTHING),
        (ConcernFacts(7), ONE),
        (ConcernFacts(7, is_closed=True, was_below=ONE), ONE),
        (ConcernFacts(7, is_closed=True, was_below=ONE), NOTHING),
        (ConcernFacts(7, is_shared=True, was_below=ONE), NOTHING),
    ],
)
def test_there_is_nothing_to_offer(facts: ConcernFacts, below: frozenset[Answer]) -> None:
    assert facts.offer(below) is None
