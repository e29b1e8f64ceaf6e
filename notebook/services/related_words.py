"""How people around a person are spoken of: what they are, how old, and whose."""

from datetime import date

from notebook.domain.dates_in_words import partial_date_in_words
from notebook.domain.partial_date import LeapDay, PartialDate
from notebook.domain.relations import Relation
from notebook.services.phrases import filled
from notebook.translate import translate

_WORDS = {
    Relation.PARTNER: "spouse or partner",
    Relation.CHILD: "child",
    Relation.PARENT: "parent",
    Relation.SIBLING: "sibling",
    Relation.ASSISTANT: "assistant",
    Relation.MANAGER: "manager",
    Relation.FRIEND: "friend",
    Relation.COLLEAGUE: "colleague",
    Relation.NEIGHBOUR: "neighbour",
    Relation.OTHER: "somebody close",
}


def relation_word(relation: Relation, own_word: str = "") -> str:
    """Return what somebody is: "child", or the user's own word."""
    return own_word.strip() or translate("related", _WORDS[relation])


def relation_choice(relation: Relation) -> str:
    """Return the same as a choice: "Child"."""
    if relation is Relation.OTHER:
        return translate("related", "In a word of your own")
    word = translate("related", _WORDS[relation])
    return word[:1].upper() + word[1:]


def whose_birthday(name: str, relation: Relation, own_word: str, owner: str) -> str:
    """Return "Nora's birthday (child of Marta Lindqvist)"."""
    words = translate("related", "%1’s birthday (%2 of %3)")
    return filled(words, name, relation_word(relation, own_word), owner)


def age_words(birthday: PartialDate | None, today: date) -> str:
    """Return "9, turns 10 on 12 March", or as much of it as is known; nothing for nobody knows."""
    if birthday is None:
        return ""
    age = birthday.age_on(today)
    if birthday.day is None or birthday.month is None:
        born = filled(translate("related", "born %1"), partial_date_in_words(birthday))
        return born if age is None else filled(translate("related", "about %1"), str(age))
    day = partial_date_in_words(PartialDate(month=birthday.month, day=birthday.day))
    following = birthday.next_on_or_after(today, LeapDay.FEBRUARY_28)
    if age is None or following is None:
        return filled(translate("related", "birthday %1"), day)
    words = translate("related", "%1, turns %2 on %3")
    return filled(words, str(age), str(birthday.age_reached_on(following)), day)
