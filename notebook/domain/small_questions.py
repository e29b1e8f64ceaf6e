"""Which one small thing an open card asks about, if any: the most useful, another one each day."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from notebook.domain.facts import FactTopic

NOT_NOW = timedelta(days=14)
"""For how long a question is left alone after "Not now"."""


class SmallQuestion(StrEnum):
    """What may be asked; never anything of the sensitive groups."""

    CHANNEL = "channel"
    BIRTHDAY = "birthday"
    RHYTHM = "rhythm"
    CHILDREN = "children"
    PARTNER = "partner"
    HOBBIES = "hobbies"
    DOES_NOT_EAT = "does-not-eat"
    HOPES = "hopes"
    OCCASION = "occasion"
    PETS = "pets"
    EARLIER_WORK = "earlier-work"
    COMES_FROM = "comes-from"


# The useful ones first: another tier begins when nothing of the one before is open.
_TIERS: tuple[tuple[SmallQuestion, ...], ...] = (
    (SmallQuestion.CHANNEL, SmallQuestion.BIRTHDAY, SmallQuestion.RHYTHM),
    (
        SmallQuestion.CHILDREN,
        SmallQuestion.PARTNER,
        SmallQuestion.HOBBIES,
        SmallQuestion.DOES_NOT_EAT,
    ),
    (
        SmallQuestion.HOPES,
        SmallQuestion.OCCASION,
        SmallQuestion.PETS,
        SmallQuestion.EARLIER_WORK,
        SmallQuestion.COMES_FROM,
    ),
)
_ASKED_OF_CUSTOMERS_ONLY = frozenset(
    {SmallQuestion.CHANNEL, SmallQuestion.RHYTHM, SmallQuestion.OCCASION}
)

TOPIC_OF: Mapping[SmallQuestion, FactTopic] = {
    question: FactTopic(question.value)
    for question in SmallQuestion
    if question.value in set(FactTopic) and question is not SmallQuestion.BIRTHDAY
}
"""The questions that are answered by a fact, and its topic."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What became of a question on the day when it was answered or put away.

    `until` is when it may be asked again; None for never.
    """

    question: SmallQuestion
    on: date
    until: date | None


@dataclass(frozen=True, slots=True)
class KnownOfPerson:
    """What the rule looks at."""

    moment_count: int
    is_team: bool
    has_birthday: bool
    has_channel: bool
    has_rhythm: bool
    topics: Collection[FactTopic]


def small_question(
    known: KnownOfPerson, asked: Collection[Asked], today: date
) -> SmallQuestion | None:
    """Return the one question for today, None for none.

    Nobody is asked about before the first contact, and one question a day is enough: whether it
    was answered or put away, the next one waits until tomorrow.
    """
    if not known.moment_count or any(each.on == today for each in asked):
        return None
    closed = {each.question for each in asked if each.until is None or each.until > today}
    for tier in _TIERS:
        open_ones = [each for each in tier if each not in closed and _is_open(each, known)]
        if open_ones:
            return open_ones[today.toordinal() % len(open_ones)]
    return None


def _is_open(question: SmallQuestion, known: KnownOfPerson) -> bool:
    if known.is_team and question in _ASKED_OF_CUSTOMERS_ONLY:
        return False
    match question:
        case SmallQuestion.CHANNEL:
            return not known.has_channel
        case SmallQuestion.BIRTHDAY:
            return not known.has_birthday
        case SmallQuestion.RHYTHM:
            return not known.has_rhythm
    return TOPIC_OF[question] not in known.topics
