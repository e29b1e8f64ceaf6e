"""The one small question of a card: the useful ones first, another each day, never a nag."""

from dataclasses import replace
from datetime import date, timedelta

from notebook.domain.facts import GROUP_OF, SENSITIVE, FactTopic
from notebook.domain.small_questions import (
    TOPIC_OF,
    Asked,
    KnownOfPerson,
    SmallQuestion,
    small_question,
)

DAY = timedelta(days=1)
NOTHING = KnownOfPerson(3, False, False, False, False, ())
FIRST = {SmallQuestion.CHANNEL, SmallQuestion.BIRTHDAY, SmallQuestion.RHYTHM}


def asked_in(known: KnownOfPerson, today: date, days: int = 60) -> set[SmallQuestion | None]:
    return {small_question(known, (), today + number * DAY) for number in range(days)}


def test_the_useful_ones_come_first_and_take_turns(today: date) -> None:
    assert asked_in(NOTHING, today, 3) == FIRST
    assert small_question(NOTHING, (), today) == small_question(NOTHING, (), today)
    assert asked_in(replace(NOTHING, has_channel=True), today) == FIRST - {SmallQuestion.CHANNEL}


def test_what_is_known_is_never_asked(today: date) -> None:
    everything = KnownOfPerson(3, False, True, True, True, set(FactTopic))
    assert asked_in(everything, today) == {None}
    but_children = replace(everything, topics=set(FactTopic) - {FactTopic.CHILDREN})
    assert asked_in(but_children, today) == {SmallQuestion.CHILDREN}


def test_nothing_sensitive_is_ever_asked() -> None:
    assert not {GROUP_OF[topic] for topic in TOPIC_OF.values()} & set(SENSITIVE)


def test_nobody_is_asked_about_before_the_first_contact(today: date) -> None:
    assert small_question(replace(NOTHING, moment_count=0), (), today) is None


def test_of_our_own_people_no_channel_and_rhythm_are_asked(today: date) -> None:
    known = replace(NOTHING, is_team=True)
    assert asked_in(known, today) == {SmallQuestion.BIRTHDAY}
    others = asked_in(replace(known, has_birthday=True), today)
    assert SmallQuestion.CHILDREN in others
    assert SmallQuestion.OCCASION not in others


def test_one_question_a_day_is_enough(today: date) -> None:
    answered = Asked(SmallQuestion.CHILDREN, today, today + DAY)
    assert small_question(NOTHING, (answered,), today) is None
    assert small_question(NOTHING, (answered,), today + DAY) in FIRST


def test_put_away_means_put_away(today: date) -> None:
    known = replace(NOTHING, has_channel=True, has_rhythm=True)
    not_now = Asked(SmallQuestion.BIRTHDAY, today, today + 14 * DAY)
    assert small_question(known, (not_now,), today + 13 * DAY) is not SmallQuestion.BIRTHDAY
    assert small_question(known, (not_now,), today + 14 * DAY) is SmallQuestion.BIRTHDAY
    for_good = Asked(SmallQuestion.BIRTHDAY, today, None)
    later = today + 5000 * DAY
    assert small_question(known, (for_good,), later) is not SmallQuestion.BIRTHDAY
