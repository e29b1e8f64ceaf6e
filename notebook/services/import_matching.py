"""Who is who: whether a card is of somebody whom the notebook, or an earlier card, knows already."""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from notebook.domain.partial_date import PartialDate
from notebook.domain.text import fold, sort_prefix
from notebook.formats.vcard import Card
from notebook.services.card_parts import EMAIL, PHONE, match_key
from notebook.storage.file import NotebookFile

_LAST_DIGITS = 8  # of a telephone number: +49 30 1234567 and 030 1234567 are the same


@dataclass(slots=True, eq=False)
class Somebody:
    """A person of the notebook (`person_id`), or of an earlier card (its `position`)."""

    name: str
    person_id: int | None = None
    position: int | None = None
    reached_by: set[str] = field(default_factory=set)
    organisation: str = ""
    birthday: PartialDate | None = None


def name_key(name: str) -> str:
    """Return what two spellings of a name share: without case, accents and punctuation."""
    return sort_prefix(name) or name.strip()


class Matcher:
    """Knows everybody whom the cards might mean, and learns each card on the way."""

    def __init__(self, file: NotebookFile, cards: Sequence[Card]) -> None:
        """Read from the notebook only who shares a name or a UID with one of the cards."""
        self._file = file
        self._by_name: defaultdict[str, list[Somebody]] = defaultdict(list)
        self._by_uid: defaultdict[str, list[Somebody]] = defaultdict(list)
        self._load(cards)

    def find(self, card: Card, position: int) -> Somebody | None:
        """Return who is on a card, None for somebody new; the card is remembered either way."""
        reached_by = _ways(card)
        found = self._same(card, reached_by)
        somebody = found or Somebody(card.name, position=position)
        if found is None:
            self._by_name[name_key(card.name)].append(somebody)
        somebody.reached_by |= reached_by
        somebody.organisation = somebody.organisation or card.organisation
        somebody.birthday = somebody.birthday or card.birthday
        if card.uid and somebody not in self._by_uid[card.uid]:
            self._by_uid[card.uid].append(somebody)
        return found

    def _same(self, card: Card, reached_by: set[str]) -> Somebody | None:
        for somebody in self._by_uid.get(card.uid, ()) if card.uid else ():
            if _have_something_in_common(card, reached_by, somebody):
                return somebody
        namesakes = self._by_name.get(name_key(card.name), ())
        for somebody in namesakes:
            if reached_by & somebody.reached_by:
                return somebody
        for somebody in namesakes:
            if not (reached_by and somebody.reached_by) and not _contradict(card, somebody):
                return somebody
        return None

    def _load(self, cards: Sequence[Card]) -> None:
        known: dict[int, Somebody] = {}
        for uid, person_id in self._rows(_WITH_UID, {card.uid for card in cards if card.uid}):
            somebody = known.setdefault(person_id, Somebody("", person_id))
            self._by_uid[uid].append(somebody)
        for (person_id,) in self._rows(_NAMESAKES, {sort_prefix(card.name) for card in cards}):
            known.setdefault(person_id, Somebody("", person_id))
        for person_id, name, organisation, *birthday in self._rows(_ABOUT, known):
            somebody = known[person_id]
            somebody.name, somebody.organisation = name, organisation or ""
            somebody.birthday = PartialDate(*birthday) if any(birthday) else None
            self._by_name[name_key(name)].append(somebody)
        for person_id, kind, key in self._rows(_DETAILS, known):
            known[person_id].reached_by.add(_way(kind, key))

    def _rows(self, statement: str, values: Iterable[object]) -> list[Any]:
        wanted = json.dumps(sorted(values, key=str))
        rows: list[Any] = self._file.database.execute_sql(statement, (wanted,)).fetchall()
        return rows


_WITH_UID = """
    SELECT c.uid, c.person_id FROM json_each(?) wanted
    CROSS JOIN imported_card c ON c.uid = wanted.value AND c.uid != ''
    JOIN person p ON p.id = c.person_id AND p.deleted_at IS NULL
    GROUP BY c.uid, c.person_id ORDER BY c.id"""

_NAMESAKES = """
    SELECT p.id FROM json_each(?) wanted CROSS JOIN person p
    ON p.sort_key >= wanted.value AND p.sort_key < wanted.value || ' '
    WHERE p.deleted_at IS NULL ORDER BY p.id"""

_ABOUT = """
    SELECT p.id, p.name, (SELECT o.name FROM role r JOIN organisation o ON o.id = r.organisation_id
        WHERE r.person_id = p.id AND o.deleted_at IS NULL
        ORDER BY r.until_on IS NOT NULL, r.position LIMIT 1),
        p.birthday_year, p.birthday_month, p.birthday_day
    FROM json_each(?) wanted CROSS JOIN person p ON p.id = wanted.value"""

_DETAILS = """
    SELECT d.person_id, d.kind, d.match_key FROM json_each(?) wanted
    CROSS JOIN contact_detail d ON d.person_id = wanted.value WHERE d.match_key != ''"""


def _ways(card: Card) -> set[str]:
    keys = ((detail.kind, match_key(detail.kind, detail.value)) for detail in card.details)
    return {_way(kind, key) for kind, key in keys if key and kind in (PHONE, EMAIL)}


def _way(kind: str, key: str) -> str:
    return f"{kind} {key[-_LAST_DIGITS:] if kind == PHONE else key}"


def _have_something_in_common(card: Card, reached_by: set[str], somebody: Somebody) -> bool:
    """Whether a shared UID can be trusted: some programs give all their cards the same one."""
    return bool(reached_by & somebody.reached_by or _words(card.name) & _words(somebody.name))


def _words(name: str) -> set[str]:
    return set(fold(name).split())


def _contradict(card: Card, somebody: Somebody) -> bool:
    """Whether two of the same name, who can't be compared otherwise, are two people all the same."""
    return _differ(fold(card.organisation), fold(somebody.organisation)) or _differ(
        card.birthday, somebody.birthday
    )


def _differ(one: object, other: object) -> bool:
    return bool(one) and bool(other) and one != other
