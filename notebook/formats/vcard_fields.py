"""What the properties of a card mean: the fields, where each came from, and what they leave unsaid."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from notebook.domain.partial_date import PartialDate
from notebook.formats.vcard_birthday import birthday_of, birthday_says_all
from notebook.formats.vcard_details import KIND_ORDER, KINDS, LABEL, detail_of, preference, says_all
from notebook.formats.vcard_own import OWN_FIELD, own_entry_of, own_says_all
from notebook.formats.vcard_property import param_values
from notebook.formats.vcard_records import ContactDetail, OwnEntry, Property
from notebook.formats.vcard_text import listed, parts, readable

T = TypeVar("T")

_FRAME = frozenset({"VERSION", "BEGIN", "END"})
_FIELD_NAMES = frozenset(
    {"UID", "FN", "N", "NICKNAME", "ORG", "TITLE", "NOTE", "CATEGORIES", "BDAY", OWN_FIELD, *KINDS}
)
GROUP_ONLY = frozenset({LABEL, "X-ABADR"})
"""What means nothing without the property that it stands beside."""
_NEW_LINES = re.compile(r"\s*[\r\n]\s*")


@dataclass(frozen=True, slots=True)
class Source(Generic[T]):
    """A field's value and the positions of the properties it came from.

    `others` are properties of the same name that the field leaves aside. `whole` says that the
    value stands for all of them, so that none need be kept.
    """

    value: T
    positions: tuple[int, ...]
    others: tuple[int, ...]
    whole: bool


@dataclass(frozen=True, slots=True)
class Meaning:
    """The fields of a card; `names` are family name and given name."""

    uid: Source[str]
    formatted_name: Source[str]
    names: Source[tuple[str, str]]
    nickname: Source[str]
    organisation: Source[str]
    title: Source[str]
    details: tuple[Source[ContactDetail], ...]
    birthday: Source[PartialDate | None]
    note: Source[str]
    categories: Source[tuple[str, ...]]
    own_entries: tuple[Source[OwnEntry], ...]

    def in_order(self) -> Iterator[Source[object]]:
        """All sources, in the order in which cards are written."""
        yield from (self.uid, self.formatted_name, self.names, self.nickname)  # type: ignore[misc]
        yield from (self.organisation, self.title, *self.details)  # type: ignore[misc]
        yield from (self.birthday, self.note, self.categories)  # type: ignore[misc]
        yield from self.own_entries  # type: ignore[misc]


class Groups:
    """Which properties stand together, as `item1.TEL` and `item1.X-ABLabel` do."""

    def __init__(self, properties: Sequence[Property]) -> None:
        self._keys = [prop.group.upper() for prop in properties]
        self._labels: defaultdict[str, list[int]] = defaultdict(list)
        self._sizes: Counter[str] = Counter()
        for position, (key, prop) in enumerate(zip(self._keys, properties, strict=True)):
            if key and prop.name == LABEL:
                self._labels[key].append(position)
            elif key and not _is_empty(prop):
                self._sizes[key] += 1

    def labels(self, position: int) -> Sequence[int]:
        """Return the positions of the labels of a property's group."""
        return self._labels.get(self._keys[position], ())

    def is_alone(self, position: int) -> bool:
        """Whether the group holds nothing else but labels."""
        return self._sizes[self._keys[position]] <= 1


class Companions:
    """The positions `waiting`, to be taken by group, in time linear to their number."""

    def __init__(self, properties: Sequence[Property], waiting: Iterable[int]) -> None:
        self._keys = [prop.group.upper() for prop in properties]
        self._waiting = dict.fromkeys(waiting)
        self._members: defaultdict[str, list[int]] = defaultdict(list)
        for at in self._waiting:
            if self._keys[at]:
                self._members[self._keys[at]].append(at)

    def take(self, position: int) -> list[int]:
        """Return what shares a property's group, at the first call for that group."""
        found = self._members.pop(self._keys[position], [])
        for at in found:
            del self._waiting[at]
        return found

    def left(self) -> Iterable[int]:
        """Return what nobody took."""
        return self._waiting


def understand(properties: Sequence[Property]) -> Meaning:
    """Return what the properties say."""
    reader = _Reader(properties)
    return Meaning(
        uid=reader.first("UID", _line, "", _says_text),
        formatted_name=reader.first("FN", _line, "", _says_text),
        names=reader.first("N", _names, ("", ""), _says_names),
        nickname=reader.first("NICKNAME", _nickname, "", _says_text),
        organisation=reader.first("ORG", _organisation, "", _says_parts),
        title=reader.first("TITLE", _line, "", _says_text),
        details=reader.details(),
        birthday=reader.first("BDAY", birthday_of, None, lambda prop, _: birthday_says_all(prop)),
        note=reader.every("NOTE", _text, "\n".join),
        categories=reader.every("CATEGORIES", _categories, _united),
        own_entries=reader.own_entries(),
    )


def name_in_words(properties: Iterable[Property]) -> str:
    """Return the name that the parts of an N make up: title, given, further, family, suffix."""
    for prop in properties:
        if prop.name == "N":
            family, given, further, before, after, *_ = [*parts(prop.value), "", "", "", "", ""]
            words = (before, given, further, family, after)
            if any(words):
                return _one_line(" ".join(filter(None, words)))
    return ""


def left_over(properties: Sequence[Property], meaning: Meaning) -> list[int]:
    """Return the positions of what the fields do not fully say, those that belong to a field first."""
    sources = list(meaning.in_order())
    kept = [
        at for source in sources if not source.whole for at in (*source.positions, *source.others)
    ]
    said = {at for source in sources if source.whole for at in (*source.positions, *source.others)}
    groups = Groups(properties)
    said |= {
        label
        for source in meaning.details
        if source.whole
        for label in groups.labels(source.positions[0])
    }
    said |= set(kept)
    rest = (at for at, prop in enumerate(properties) if at not in said and not _is_empty(prop))
    companions = Companions(properties, rest)
    found = [other for at in kept for other in (at, *companions.take(at))]
    return [*found, *companions.left()]


class _Reader:
    """Finds the properties of a field among all those of a card."""

    def __init__(self, properties: Sequence[Property]) -> None:
        self._properties = properties
        self._groups = Groups(properties)
        self._by_name: defaultdict[str, list[int]] = defaultdict(list)
        for position, prop in enumerate(properties):
            self._by_name[prop.name].append(position)

    def first(
        self,
        name: str,
        value_of: Callable[[Property], T | None],
        nothing: T,
        says_all_of: Callable[[Property, T], bool],
    ) -> Source[T]:
        """The field of which only the first property counts."""
        found = [(at, value) for at, value in self._values(name, value_of)]
        if not found:
            return Source(nothing, (), (), whole=True)
        at, value = found[0]
        whole = len(found) == 1 and self._is_plain(at) and says_all_of(self._properties[at], value)
        return Source(value, (at,), tuple(other for other, _ in found[1:]), whole)

    def every(
        self, name: str, value_of: Callable[[Property], T | None], united: Callable[[list[T]], T]
    ) -> Source[T]:
        """The field to which all properties of a name contribute."""
        found = list(self._values(name, value_of))
        positions = tuple(at for at, _ in found)
        whole = all(self._is_plain(at) for at in positions)
        return Source(united([value for _, value in found]), positions, (), whole)

    def details(self) -> tuple[Source[ContactDetail], ...]:
        """The contact details by kind, the preferred ones first."""
        found = [
            (KIND_ORDER.index(kind), preference(self._properties[at]), source)
            for name, kind in KINDS.items()
            for at in self._by_name[name]
            if (source := self._detail(at))
        ]
        return tuple(source for *_, source in sorted(found, key=lambda entry: entry[:2]))

    def own_entries(self) -> tuple[Source[OwnEntry], ...]:
        """What stands in the fields of the user's own, in the order of the file."""
        return tuple(
            Source(entry, (at,), (), own_says_all(entry, self._properties[at]))
            for at in self._by_name[OWN_FIELD]
            if (entry := own_entry_of(self._properties[at]))
        )

    def _detail(self, at: int) -> Source[ContactDetail] | None:
        prop = self._properties[at]
        labels = self._groups.labels(at)
        own_label = readable(self._properties[labels[0]].value) if labels else ""
        detail = detail_of(prop, own_label)
        if detail is None:
            return None
        whole = (
            self._groups.is_alone(at)
            and len(labels) <= 1
            and not any(self._properties[label].params for label in labels)
            and says_all(detail, prop, own_label)
        )
        return Source(detail, (at,), (), whole)

    def _values(
        self, name: str, value_of: Callable[[Property], T | None]
    ) -> Iterator[tuple[int, T]]:
        for at in self._by_name[name]:
            value = value_of(self._properties[at])
            if value:
                yield at, value

    def _is_plain(self, at: int) -> bool:
        """Whether neither its parameters nor its group tell more than the value."""
        prop = self._properties[at]
        told = {key for key, _ in prop.params} - {"VALUE"}
        alone = self._groups.is_alone(at) and not self._groups.labels(at)
        return (
            alone and (not told or prop.name == "BDAY") and "uri" not in param_values(prop, "VALUE")
        )


def _one_line(text: str) -> str:
    return _NEW_LINES.sub(" ", text.strip())


def _text(prop: Property) -> str:
    return readable(prop.value).strip()


def _line(prop: Property) -> str:
    return _one_line(readable(prop.value))


def _nickname(prop: Property) -> str:
    return _one_line(", ".join(listed(prop.value)))


def _organisation(prop: Property) -> str:
    return next((_one_line(part) for part in parts(prop.value) if part), "")


def _names(prop: Property) -> tuple[str, str] | None:
    pieces = [*parts(prop.value), ""]
    return (_one_line(pieces[0]), _one_line(pieces[1])) if any(pieces) else None


def _categories(prop: Property) -> tuple[str, ...]:
    return tuple(map(_one_line, listed(prop.value)))


def _united(found: list[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for texts in found for text in texts))


def _says_text(prop: Property, value: str) -> bool:
    return _text(prop) == value


def _says_parts(prop: Property, value: str) -> bool:
    return [text for text in parts(prop.value) if text] == [value] == parts(prop.value)[:1]


def _says_names(prop: Property, value: tuple[str, str]) -> bool:
    pieces = [*parts(prop.value), ""]
    return (pieces[0], pieces[1]) == value and not any(pieces[2:])


def _is_empty(prop: Property) -> bool:
    """Whether a property says nothing at all about its person, as `TEL;WORK:` and VERSION do."""
    return prop.name in _FRAME or (
        prop.name in _FIELD_NAMES
        and not any(parts(prop.value))
        and not any(key == "LABEL" for key, _ in prop.params)
    )
