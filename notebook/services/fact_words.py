"""How personal facts read: their topics, and how fresh they are."""

from datetime import date

from notebook.domain.dates_in_words import day_month
from notebook.domain.facts import FactGroup, FactTopic
from notebook.services.card_parts import FactDraft
from notebook.services.phrases import filled
from notebook.services.words import group_word
from notebook.translate import translate

_TOPICS = {
    FactTopic.BIRTHDAY: "Birthday",
    FactTopic.PARTNER: "Partner",
    FactTopic.CHILDREN: "Children",
    FactTopic.PARENTS: "Parents",
    FactTopic.SIBLINGS: "Brothers and sisters",
    FactTopic.PETS: "Pets",
    FactTopic.WHERE_THEY_LIVE: "Where they live",
    FactTopic.HOW_THEY_LIVE: "House or flat",
    FactTopic.COMES_FROM: "Where they come from",
    FactTopic.LANGUAGES: "Languages",
    FactTopic.SPORT: "Sport",
    FactTopic.MUSIC: "Music",
    FactTopic.READING: "Books and films",
    FactTopic.TRAVEL: "Travel",
    FactTopic.HOBBIES: "Free time",
    FactTopic.CAUSES: "What they give time to",
    FactTopic.DOES_NOT_EAT: "Doesn’t eat",
    FactTopic.DISHES: "Favourite dishes",
    FactTopic.DRINKS: "Drinks",
    FactTopic.PLACES_TO_EAT: "Where they like to eat",
    FactTopic.SCHOOL: "School",
    FactTopic.TRAINING: "Training or studies",
    FactTopic.LEARNING: "What they are learning",
    FactTopic.EARLIER_WORK: "What they did before",
    FactTopic.LIKES_ABOUT_WORK: "What they like about it",
    FactTopic.PROUD_OF: "What they are proud of",
    FactTopic.HOPES: "Hopes",
    FactTopic.PLANS: "Plans",
    FactTopic.WORRIES: "Worries",
    FactTopic.OCCASION: "Where and when",
    FactTopic.INTRODUCED_BY: "Through whom",
    FactTopic.FIRST_IMPRESSION: "First impression",
    FactTopic.ALLERGIES: "Allergies",
    FactTopic.CONSIDERATE: "What to be considerate of",
    FactTopic.FAITH: "Faith",
    FactTopic.FEAST_DAYS: "Feast days and customs",
    FactTopic.VIEWS: "Views",
    FactTopic.OFFICES: "Offices",
}


def topic_word(topic: FactTopic) -> str:
    """Return the name of a topic: "Children"."""
    return translate("facts", _TOPICS[topic])


def about_words(group: FactGroup, topic: FactTopic | None) -> str:
    """Return what a fact is about: "Family", or "Family: children" where that is known."""
    if topic is None:
        return group_word(group)
    word = topic_word(topic)
    return filled(translate("facts", "%1: %2"), group_word(group), f"{word[0].lower()}{word[1:]}")


def known_words(known: int, of: int) -> str:
    """Return how much of a group is known: "3 of 6 known"."""
    return filled(translate("facts", "%1 of %2 known"), str(known), str(of))


def history_words(fact: FactDraft, today: date) -> str:
    """Return "learned 3 Nov 2025, confirmed 2 May, used 12 May", as far as there is anything."""
    parts = (
        (translate("facts", "learned %1"), fact.learned_on),
        (translate("facts", "confirmed %1"), fact.confirmed_on),
        (translate("facts", "used %1"), fact.used_on),
    )
    return ", ".join(filled(words, day_month(day, today)) for words, day in parts if day)


def not_confirmed_words(count: int) -> str:
    """Return how many facts nobody has confirmed for a year; nothing for none."""
    if not count:
        return ""
    if count == 1:
        return translate("facts", "1 not confirmed for a year")
    return translate("facts", "%n not confirmed for a year", count)
