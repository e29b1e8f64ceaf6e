"""Who is around the people of the sample, and how they like to be spoken with."""

from collections.abc import Mapping, Sequence
from datetime import date

from notebook.domain.communication import UNKNOWN, Communication, DetailLevel, TakesIn
from notebook.domain.moments import Channel
from notebook.domain.relations import Relation
from notebook.services.notebook import Notebook
from notebook.services.related import RelatedDraft
from notebook.services.sample.told import Told, birthday


def add_around(
    notebook: Notebook, told: Sequence[Told], people: Mapping[str, int], today: date
) -> None:
    """Write down who is around whom; `person` links to a card, `name` is just a name."""
    for person in told:
        for each in person.get("related", []):
            draft = RelatedDraft(
                Relation(each["relation"]),
                each.get("name", ""),
                birthday(each, today),
                people[each["person"]] if "person" in each else None,
                each.get("word", ""),
            )
            notebook.related.add(people[person["name"]], draft)


def talking(told: Told) -> Communication:
    """Return how somebody likes to be spoken with, as told."""
    talk = told.get("talk")
    if talk is None:
        return UNKNOWN
    return Communication(
        fallback_channel=Channel(talk["otherwise"]) if "otherwise" in talk else None,
        avoided_channels=tuple(Channel(word) for word in talk.get("not", [])),
        detail_level=DetailLevel(talk["level"]) if "level" in talk else None,
        takes_in=TakesIn(talk["rather"]) if "rather" in talk else None,
        language=talk.get("language", ""),
        terms_used=talk.get("say", ""),
        terms_avoided=talk.get("avoid", ""),
    )
