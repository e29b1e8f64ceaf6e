"""A card to the text of a contact file.

We write version 3.0: it is the one that all address books read (Outlook reads no 4.0), and photos,
labels and most of what other programs added stand in it as they came.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from itertools import count
from typing import TypeVar

from notebook.formats.vcard_birthday import birthday_property
from notebook.formats.vcard_details import (
    KIND_ORDER,
    LABEL,
    NOT_PREFERRED,
    label_text,
    preference,
    property_of,
    with_preference,
)
from notebook.formats.vcard_fields import GROUP_ONLY, Companions, Source, understand
from notebook.formats.vcard_own import own_property_of
from notebook.formats.vcard_property import content_line, text_property
from notebook.formats.vcard_records import Card, ContactDetail, Property
from notebook.formats.vcard_text import escaped, raw_parts

T = TypeVar("T")

_WIDTH = 75
"""Octets in a line, without its end (RFC 2426, 2.6)."""


def write(card: Card) -> str:
    """Return the card as vCard 3.0 with CR LF line ends.

    Written are the fields and `unknown`; `properties` and `text` are not looked at. What `unknown`
    holds of a field is written only if it still says what the field says, so that a changed or
    removed telephone number does not come back.
    """
    lines = [
        "BEGIN:VCARD",
        "VERSION:3.0",
        *map(content_line, _Writer(card).properties()),
        "END:VCARD",
    ]
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line))


@dataclass(frozen=True, slots=True)
class _Entry:
    """A property to write, and where in `unknown` it comes from, if it does."""

    prop: Property
    position: int | None = None


class _Writer:
    """Decides for each field between the property that was kept for it and a new one."""

    def __init__(self, card: Card) -> None:
        self._card = card
        self._unknown = card.unknown
        self._kept = understand(card.unknown)
        self._free_groups = self._unused_groups()

    def properties(self) -> Iterator[Property]:
        """The properties of the card, in the order in which the reader keeps them."""
        entries = [*self._names(), *self._details(), *self._facts()]
        rest = self._rest({entry.position for entry in entries})
        companions = Companions(self._unknown, rest)
        for entry in entries:
            yield entry.prop
            if entry.position is not None:
                yield from map(self._unknown.__getitem__, companions.take(entry.position))
        yield from map(self._unknown.__getitem__, companions.left())

    def _names(self) -> Iterator[_Entry]:
        card, kept = self._card, self._kept
        yield from self._field(kept.uid, card.uid, text_property("UID", card.uid))
        yield from self._field(kept.formatted_name, card.name, text_property("FN", card.name))
        yield from self._structured_name()
        yield from self._field(
            kept.nickname, card.nickname, text_property("NICKNAME", card.nickname)
        )
        yield from self._field(
            kept.organisation, card.organisation, text_property("ORG", card.organisation)
        )
        yield from self._field(kept.title, card.title, text_property("TITLE", card.title))

    def _facts(self) -> Iterator[_Entry]:
        card, kept = self._card, self._kept
        if card.birthday or kept.birthday.positions:
            new = birthday_property(card.birthday) if card.birthday else text_property("BDAY", "")
            yield from self._field(kept.birthday, card.birthday, new)
        yield from self._field(kept.note, card.note, text_property("NOTE", card.note))
        categories = Property("", "CATEGORIES", (), ",".join(map(escaped, card.categories)))
        yield from self._field(kept.categories, card.categories, categories)
        yield from self._own_entries()

    def _own_entries(self) -> Iterator[_Entry]:
        """The user's own fields; a kept property stands for the first entry that says the same."""
        kept = list(self._kept.own_entries)
        for entry in self._card.own_entries:
            source = next((each for each in kept if each.value == entry), None)
            if source is None:
                yield _Entry(own_property_of(entry))
            else:
                kept.remove(source)
                yield self._entry(source.positions[0])

    def _field(self, source: Source[T], wanted: T, new: Property) -> Iterator[_Entry]:
        """What was kept, where it still says what is wanted, else the new property."""
        if source.positions and source.value == wanted:
            yield from map(self._entry, source.positions)
        elif wanted:
            yield _Entry(new)
        yield from map(self._entry, source.others)

    def _structured_name(self) -> Iterator[_Entry]:
        """N, which every card of version 3.0 needs; further names and titles in it are kept."""
        source = self._kept.names
        names = (self._card.family_name, self._card.given_name)
        pieces = ["", "", "", "", ""]
        if source.positions and source.value != names:
            pieces[2:] = raw_parts(self._unknown[source.positions[0]].value)[2:]
        value = ";".join([*map(escaped, names), *pieces[2:]])
        if source.positions and source.value == names:
            yield from map(self._entry, source.positions)
        elif source.positions:
            kept = self._unknown[source.positions[0]]
            yield _Entry(replace(kept, value=value), source.positions[0])
        else:
            yield _Entry(Property("", "N", (), value))
        yield from map(self._entry, source.others)

    def _details(self) -> Iterator[_Entry]:
        for kind in KIND_ORDER:
            yield from self._details_of(
                [detail for detail in self._card.details if detail.kind == kind]
            )

    def _details_of(self, details: Sequence[ContactDetail]) -> Iterator[_Entry]:
        """The details of one kind, with as much preference as keeps them in their order."""
        kept = _places(details, self._kept.details)
        wanted = NOT_PREFERRED
        entries: list[tuple[_Entry, ...]] = []
        for index in reversed(range(len(details))):
            detail, position = details[index], kept.get(index)
            if position is None:
                entries.append(tuple(self._new_detail(detail, wanted)))
            else:
                prop = with_preference(self._unknown[position], wanted)
                wanted = min(wanted, preference(prop))
                entries.append((_Entry(prop, position),))
        return (entry for several in reversed(entries) for entry in several)

    def _new_detail(self, detail: ContactDetail, wanted: int) -> Iterator[_Entry]:
        """A detail, and a line with its label where no type says it."""
        prop, label = property_of(detail, wanted), label_text(detail.label)
        if not label:
            yield _Entry(prop)
            return
        group = next(self._free_groups)
        yield _Entry(replace(prop, group=group))
        yield _Entry(text_property(LABEL, label, group=group))

    def _entry(self, position: int) -> _Entry:
        return _Entry(self._unknown[position], position)

    def _rest(self, written: AbstractSet[int | None]) -> Iterator[int]:
        """The positions of what belongs to no field, without the labels of what is dropped."""
        sources = {
            at for source in self._kept.in_order() for at in (*source.positions, *source.others)
        }
        dropped = {self._unknown[at].group.upper() for at in sources if at not in written}
        dropped -= {self._unknown[at].group.upper() for at in sources if at in written}
        for at, prop in enumerate(self._unknown):
            orphan = prop.name in GROUP_ONLY and prop.group.upper() in dropped
            if at not in sources and not orphan:
                yield at

    def _unused_groups(self) -> Iterator[str]:
        used = {prop.group.upper() for prop in self._unknown}
        return (group for number in count(1) if (group := f"item{number}").upper() not in used)


def _places(
    details: Sequence[ContactDetail], kept: Sequence[Source[ContactDetail]]
) -> dict[int, int]:
    """Which of the details stand in which kept property, as positions of both.

    Where several details are the same, the kept properties stay in their order if that can be.
    """
    same: defaultdict[ContactDetail, list[int]] = defaultdict(list)
    for index, detail in enumerate(details):
        same[detail].append(index)
    found: dict[int, int] = {}
    late: list[Source[ContactDetail]] = []
    last = -1
    for source in kept:
        places = same[source.value]
        next_place = bisect_right(places, last)
        if next_place < len(places):
            last = places[next_place]
            found[last] = source.positions[0]
        else:
            late.append(source)
    free = {
        detail: iter([at for at in places if at not in found]) for detail, places in same.items()
    }
    for source in late:
        place = next(free[source.value], None)
        if place is not None:
            found[place] = source.positions[0]
    return found


def _folded(line: str) -> Iterator[str]:
    """Cut a line into pieces that fit, at no place inside a letter."""
    data = line.encode()
    start, room = 0, _WIDTH
    while len(data) - start > room:
        stop = start + room
        while data[stop] & 0xC0 == 0x80:
            stop -= 1
        yield (" " if start else "") + data[start:stop].decode()
        start, room = stop, _WIDTH - 1
    yield (" " if start else "") + data[start:].decode()
