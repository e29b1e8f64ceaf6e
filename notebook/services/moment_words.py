"""What planning and logging a contact are called: "Logged a call with Ana and one other"."""

from collections.abc import Sequence

from notebook.domain.moments import Channel
from notebook.services.phrases import filled
from notebook.services.words import contact_phrase
from notebook.storage.tables import Person
from notebook.translate import translate

PLANNED = (
    "Planned %1 with %2",
    "Planned %1 with %2 and one other",
    "Planned %1 with %2 and %n others",
)
LOGGED = (
    "Logged %1 with %2",
    "Logged %1 with %2 and one other",
    "Logged %1 with %2 and %n others",
)


def with_people(words: tuple[str, str, str], channel: Channel, people: Sequence[Person]) -> str:
    """Return PLANNED or LOGGED with the contact and the people in it, the first one by name."""
    alone, with_one, with_many = words
    others = len(people) - 1
    text = translate("moments", alone)
    if others:
        text = (
            translate("moments", with_one)
            if others == 1
            else translate("moments", with_many, others)
        )
    return filled(text, contact_phrase(channel), people[0].name)
