"""Things worth remembering about a person: their groups, the topics of each, and how fresh one is."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from enum import StrEnum

from notebook.domain.relations import Relation

_FRESH_FOR = timedelta(days=365)


class FactGroup(StrEnum):
    """What a personal fact is about."""

    FAMILY = "family"
    HOME = "home"
    INTERESTS = "interests"
    FOOD = "food"
    EDUCATION = "education"
    WORK = "work"
    GOALS = "goals"
    HOW_WE_MET = "how-we-met"
    AVOID = "avoid"
    """Subjects to avoid."""
    HEALTH = "health"
    RELIGION = "religion"
    POLITICS = "politics"


WISHED = (FactGroup.INTERESTS, FactGroup.GOALS)
"""The groups that say what somebody likes or wants: something of ours may suit it."""

SENSITIVE = (FactGroup.HEALTH, FactGroup.RELIGION, FactGroup.POLITICS)
"""The groups that are off until the user switches them on and says why."""


class FactTopic(StrEnum):
    """One thing that can be known within a group."""

    BIRTHDAY = "birthday"
    """Covered by the birthday on the card, never by a fact."""
    PARTNER = "partner"
    CHILDREN = "children"
    PARENTS = "parents"
    SIBLINGS = "siblings"
    PETS = "pets"
    WHERE_THEY_LIVE = "where-they-live"
    HOW_THEY_LIVE = "how-they-live"
    COMES_FROM = "comes-from"
    LANGUAGES = "languages"
    SPORT = "sport"
    MUSIC = "music"
    READING = "reading"
    TRAVEL = "travel"
    HOBBIES = "hobbies"
    CAUSES = "causes"
    DOES_NOT_EAT = "does-not-eat"
    DISHES = "dishes"
    DRINKS = "drinks"
    PLACES_TO_EAT = "places-to-eat"
    SCHOOL = "school"
    TRAINING = "training"
    LEARNING = "learning"
    EARLIER_WORK = "earlier-work"
    LIKES_ABOUT_WORK = "likes-about-work"
    PROUD_OF = "proud-of"
    HOPES = "hopes"
    PLANS = "plans"
    WORRIES = "worries"
    OCCASION = "occasion"
    INTRODUCED_BY = "introduced-by"
    FIRST_IMPRESSION = "first-impression"
    ALLERGIES = "allergies"
    CONSIDERATE = "considerate"
    FAITH = "faith"
    FEAST_DAYS = "feast-days"
    VIEWS = "views"
    OFFICES = "offices"


TOPICS: Mapping[FactGroup, tuple[FactTopic, ...]] = {
    FactGroup.FAMILY: (
        FactTopic.BIRTHDAY,
        FactTopic.PARTNER,
        FactTopic.CHILDREN,
        FactTopic.PARENTS,
        FactTopic.SIBLINGS,
        FactTopic.PETS,
    ),
    FactGroup.HOME: (
        FactTopic.WHERE_THEY_LIVE,
        FactTopic.HOW_THEY_LIVE,
        FactTopic.COMES_FROM,
        FactTopic.LANGUAGES,
    ),
    FactGroup.INTERESTS: (
        FactTopic.SPORT,
        FactTopic.MUSIC,
        FactTopic.READING,
        FactTopic.TRAVEL,
        FactTopic.HOBBIES,
        FactTopic.CAUSES,
    ),
    FactGroup.FOOD: (
        FactTopic.DOES_NOT_EAT,
        FactTopic.DISHES,
        FactTopic.DRINKS,
        FactTopic.PLACES_TO_EAT,
    ),
    FactGroup.EDUCATION: (FactTopic.SCHOOL, FactTopic.TRAINING, FactTopic.LEARNING),
    FactGroup.WORK: (
        FactTopic.EARLIER_WORK,
        FactTopic.LIKES_ABOUT_WORK,
        FactTopic.PROUD_OF,
    ),
    FactGroup.GOALS: (FactTopic.HOPES, FactTopic.PLANS, FactTopic.WORRIES),
    FactGroup.HOW_WE_MET: (
        FactTopic.OCCASION,
        FactTopic.INTRODUCED_BY,
        FactTopic.FIRST_IMPRESSION,
    ),
    FactGroup.AVOID: (),  # as many as there are: nothing about them is missing
    FactGroup.HEALTH: (FactTopic.ALLERGIES, FactTopic.CONSIDERATE),
    FactGroup.RELIGION: (FactTopic.FAITH, FactTopic.FEAST_DAYS),
    FactGroup.POLITICS: (FactTopic.VIEWS, FactTopic.OFFICES),
}

GROUP_OF: Mapping[FactTopic, FactGroup] = {
    topic: group for group, topics in TOPICS.items() for topic in topics
}


TOPIC_OF_RELATION: Mapping[Relation, FactTopic] = {
    Relation.PARTNER: FactTopic.PARTNER,
    Relation.CHILD: FactTopic.CHILDREN,
    Relation.PARENT: FactTopic.PARENTS,
    Relation.SIBLING: FactTopic.SIBLINGS,
}
"""The topics that are covered by somebody who stands around the person."""


def known_of(
    group: FactGroup, topics: Iterable[FactTopic | None], *, has_birthday: bool
) -> tuple[int, int]:
    """Return how many topics of a group are covered, and how many there are."""
    covered = set(topics)
    if has_birthday:
        covered.add(FactTopic.BIRTHDAY)
    all_of_them = TOPICS[group]
    return len(covered.intersection(all_of_them)), len(all_of_them)


def is_stale(
    group: FactGroup, learned_on: date | None, confirmed_on: date | None, today: date
) -> bool:
    """Whether nobody has said for a year that it is still so; how we met stays as it was."""
    if group is FactGroup.HOW_WE_MET:
        return False
    last = max(filter(None, (learned_on, confirmed_on)), default=None)
    return last is not None and last < today - _FRESH_FOR
