"""What a card says of the people around somebody, and the photo in it, both ways.

Names stand in RELATED (RFC 6350, 6.6.6), in Apple's X-ABRELATEDNAMES with a label, and in what older
programs made up: X-SPOUSE, X-MS-ASSISTANT and the like.
"""

import binascii
import re
from base64 import b64encode
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count

from notebook.domain.relations import Relation
from notebook.formats.vcard_details import LABEL, spoken_label
from notebook.formats.vcard_fields import Groups
from notebook.formats.vcard_property import param_values, text_property
from notebook.formats.vcard_records import Card, Property
from notebook.formats.vcard_text import listed, readable

MOST_BYTES = 20_000_000
"""An embedded photo that is larger is left where it is."""

_APPLE = "X-ABRELATEDNAMES"
_MADE_UP = re.compile(r"X-(?:[A-Z0-9]+-)?(SPOUSE|ASSISTANT|MANAGER|CHILD|CHILDREN)")
_URI = re.compile(r"[a-z][a-z0-9+.-]+:\S", re.IGNORECASE)
_DATA = re.compile(r"data:[^,]*;base64,(.*)", re.IGNORECASE | re.DOTALL)
_RELATIONS = {
    Relation.PARTNER: ("spouse", "partner", "domestic partner", "husband", "wife", "sweetheart"),
    Relation.CHILD: ("child", "children", "son", "daughter"),
    Relation.PARENT: ("parent", "mother", "father"),
    Relation.SIBLING: ("sibling", "brother", "sister"),
    Relation.ASSISTANT: ("assistant",),
    Relation.MANAGER: ("manager",),
    Relation.FRIEND: ("friend",),
    Relation.COLLEAGUE: ("colleague", "co-worker"),
    Relation.NEIGHBOUR: ("neighbor", "neighbour"),
}
_OF_WORD = {word: relation for relation, words in _RELATIONS.items() for word in words}
_SILENT = frozenset({"", "pref", "other", "contact", "acquaintance", "home", "work"})
_APPLE_WORDS = {
    Relation.PARTNER: "_$!<Spouse>!$_",
    Relation.CHILD: "_$!<Child>!$_",
    Relation.PARENT: "_$!<Parent>!$_",
    Relation.ASSISTANT: "_$!<Assistant>!$_",
    Relation.MANAGER: "_$!<Manager>!$_",
    Relation.FRIEND: "_$!<Friend>!$_",
}


@dataclass(frozen=True, slots=True)
class RelatedName:
    """Somebody around the person of a card; `own_word` is what they are where no relation is."""

    name: str
    relation: Relation
    own_word: str = ""


def related_of(properties: Sequence[Property]) -> tuple[RelatedName, ...]:
    """Return the names that the properties of a card tell, each once; links are left out."""
    groups = Groups(properties)
    found = (
        RelatedName(" ".join(name.split()), *_relation(words))
        for at, prop in enumerate(properties)
        for words, names in _told(prop, [properties[label] for label in groups.labels(at)])
        for name in names
        if name.strip()
    )
    return tuple(dict.fromkeys(found))


def photo_of(properties: Sequence[Property]) -> bytes:
    """Return the first photo that is in the card itself; nothing for one that is elsewhere."""
    for prop in properties:
        if prop.name == "PHOTO" and (text := _embedded(prop)) and len(text) <= MOST_BYTES * 4 // 3:
            try:
                return binascii.a2b_base64(text)
            except binascii.Error:  # cut off or not base64: as good as none
                continue
    return b""


def with_related(card: Card, names: Sequence[RelatedName]) -> Card:
    """Return a card that tells these names too, in the way that most address books read."""
    known = set(related_of(card.unknown))
    groups = _unused_groups(card.unknown)
    more = [prop for name in names if name not in known for prop in _apple(name, next(groups))]
    return replace(card, unknown=(*card.unknown, *more))


def with_photo(card: Card, jpeg: bytes) -> Card:
    """Return a card with this photo instead of any that it had."""
    kept = tuple(prop for prop in card.unknown if prop.name != "PHOTO")
    params = (("ENCODING", ("b",)), ("TYPE", ("JPEG",)))
    photo = Property("", "PHOTO", params, b64encode(jpeg).decode("ascii"))
    return replace(card, unknown=(*kept, photo))


def _told(prop: Property, labels: Sequence[Property]) -> Iterator[tuple[list[str], list[str]]]:
    """Yield what a property calls somebody, and the names."""
    made_up = _MADE_UP.fullmatch(prop.name)
    text = readable(prop.value).strip()
    if prop.name == "RELATED":
        is_text = "text" in (word.lower() for word in param_values(prop, "VALUE"))
        if is_text or not _URI.match(text):
            yield param_values(prop, "TYPE"), [text]
    elif prop.name == _APPLE:
        label = spoken_label(readable(labels[0].value)) if labels else ""
        yield [label] if label else param_values(prop, "TYPE"), [text]
    elif made_up is not None:
        yield [made_up[1]], listed(prop.value)


def _relation(words: Sequence[str]) -> tuple[Relation, str]:
    for word in words:
        relation = _OF_WORD.get(word.lower())
        if relation is not None:
            return relation, ""
    own = (word for word in words if word.lower() not in _SILENT)
    return Relation.OTHER, next(own, "")


def _embedded(prop: Property) -> str:
    encodings = {word.upper() for word in param_values(prop, "ENCODING")}
    text = readable(prop.value)
    data = _DATA.fullmatch(text)
    if data is not None:
        return data[1]
    return text if encodings & {"B", "BASE64"} else ""


def _apple(name: RelatedName, group: str) -> Iterator[Property]:
    label = name.own_word or _APPLE_WORDS.get(name.relation, name.relation.value)
    yield text_property(_APPLE, name.name, group=group)
    yield text_property(LABEL, label, group=group)


def _unused_groups(properties: Sequence[Property]) -> Iterator[str]:
    used = {prop.group.upper() for prop in properties}
    return (group for number in count(1) if (group := f"item{number}").upper() not in used)
