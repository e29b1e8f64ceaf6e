"""Groups of facts: what is known of each, and what has grown old."""

from datetime import date, timedelta

import pytest

from notebook.domain.facts import GROUP_OF, TOPICS, FactGroup, FactTopic, is_stale, known_of

YEAR = timedelta(days=365)


def test_every_topic_is_in_just_one_group() -> None:
    assert set(GROUP_OF) == set(FactTopic)
    assert sum(map(len, TOPICS.values())) == len(FactTopic)
    assert set(TOPICS) == set(FactGroup)


def test_known_is_how_many_topics_are_covered() -> None:
    topics = [FactTopic.CHILDREN, FactTopic.CHILDREN, FactTopic.PARTNER, FactTopic.SPORT, None]
    assert known_of(FactGroup.FAMILY, topics, has_birthday=False) == (2, 6)
    assert known_of(FactGroup.FAMILY, topics, has_birthday=True) == (3, 6)
    assert known_of(FactGroup.INTERESTS, topics, has_birthday=True) == (1, 6)
    assert known_of(FactGroup.AVOID, topics, has_birthday=True) == (0, 0)


@pytest.mark.parametrize(
    ("learned_ago", "confirmed_ago", "stale"),
    [(365, None, False), (366, None, True), (900, 365, False), (900, 366, True), (None, 3, False)],
)
def test_what_nobody_confirmed_for_a_year_is_stale(
    today: date, learned_ago: int | None, confirmed_ago: int | None, *, stale: bool
) -> None:
    days = [
        None if ago is None else today - timedelta(days=ago) for ago in (learned_ago, confirmed_ago)
    ]
    assert is_stale(FactGroup.FAMILY, days[0], days[1], today) is stale
    assert not is_stale(FactGroup.HOW_WE_MET, days[0], days[1], today)
