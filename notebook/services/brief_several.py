"""The brief of a meeting with several people: what they have in common, and each in a few lines."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from notebook.domain.facts import FactGroup
from notebook.domain.needs import UNMET
from notebook.domain.partial_date import LeapDay
from notebook.domain.text import excerpt, short_name
from notebook.services.brief_got import what_they_got
from notebook.services.brief_meeting import first_meeting
from notebook.services.brief_page import BriefLine, BriefPart, BriefSection, line
from notebook.services.brief_person import (
    not_known_yet,
    open_promises,
    start_with,
)
from notebook.services.cards import PersonCard
from notebook.services.words import quoted
from notebook.translate import translate

MOST_IN_FULL = 6
_ROOM = 24
_LENGTH, _HEADING_LENGTH, _CALLED_LENGTH = 110, 70, 40


def called_by(card: PersonCard) -> str:
    """Return the name that a brief calls somebody by."""
    return excerpt(short_name(card.given_name, card.name), _CALLED_LENGTH)


def each_in_short(
    people: Sequence[tuple[PersonCard, BriefSection]], today: date, leap_day: LeapDay
) -> list[BriefSection]:
    """Return a part for each person, the fewer lines the more people there are.

    With each comes what happened since one last met.
    """
    most = max(3, _ROOM // max(len(people), 1))
    return [_in_short(card, since, today, leap_day, min(most, 8)) for card, since in people]


def _in_short(
    card: PersonCard, since: BriefSection, today: date, leap_day: LeapDay, most: int
) -> BriefSection:
    found = list(_lines(card, since, today, leap_day))
    kept = tuple(replace(each, text=excerpt(each.text, _LENGTH)) for each in found[:most])
    who = ", ".join(part for part in (card.name, card.role, card.organisation) if part.strip())
    return BriefSection(
        BriefPart.PERSON, excerpt(who, _HEADING_LENGTH), kept, len(found) - len(kept)
    )


def _lines(
    card: PersonCard, since: BriefSection, today: date, leap_day: LeapDay
) -> Iterator[BriefLine]:
    """Yield what there is to know, the most useful first: one of each kind before a second."""
    called = called_by(card)
    yield from first_meeting(card, called).lines[:1]
    kinds = [
        what_they_got(card, card.open_concerns, today),
        list(start_with(card, called, today, leap_day).lines),
        [line(each.text, _avoid(), "warn") for each in card.facts if each.group is FactGroup.AVOID],
        list(open_promises(card, today).lines),
        list(since.lines),
        [line(quoted(each.text), _needs()) for each in card.needs if each.state in UNMET],
        not_known_yet(card, called),
    ]
    for place in range(max(map(len, kinds))):
        yield from (kind[place] for kind in kinds if place < len(kind))


def _avoid() -> str:
    return translate("brief", "avoid")


def _needs() -> str:
    return translate("brief", "needs")
