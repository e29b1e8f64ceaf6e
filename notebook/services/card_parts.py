"""The parts of a card that are lists: ways to reach somebody, things worth remembering."""

from collections import defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Generic, TypeVar

from peewee import SQL, fn

from notebook.domain.facts import FactGroup, FactTopic, is_stale
from notebook.domain.text import digits, fold, phone_tokens
from notebook.storage.sensitive import IS_SHOWN
from notebook.storage.tables import ContactDetail, Fact, Person

Row = TypeVar("Row", ContactDetail, Fact)

PHONE, EMAIL, ADDRESS, WEBSITE = "phone", "email", "address", "website"


@dataclass(frozen=True, slots=True)
class DetailDraft:
    """A way to reach somebody: `kind` is phone, email, address or website."""

    kind: str
    value: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class FactDraft:
    """Something worth remembering; a new one is learned on the day that it is saved.

    `id` is that of the fact as it is known, which a rewording leaves; it is no part of what is said.
    """

    group: FactGroup
    text: str
    learned_on: date | None = None
    topic: FactTopic | None = None
    confirmed_on: date | None = None
    used_on: date | None = None
    id: int | None = field(default=None, compare=False)

    def is_stale(self, today: date) -> bool:
        """Whether nobody has said for a year that it is still so."""
        return is_stale(self.group, self.learned_on, self.confirmed_on, today)


class _Present(Generic[Row]):
    """The rows that are there already, each taken once by what it says."""

    def __init__(self, rows: Iterable[tuple[Row, Hashable]]) -> None:
        self._rows: defaultdict[Hashable, list[Row]] = defaultdict(list)
        for row, key in rows:
            self._rows[key].append(row)

    def take(self, key: Hashable) -> Row | None:
        """Return a row that says just this and isn't taken yet."""
        return self._rows[key].pop(0) if self._rows[key] else None

    def delete_rest(self) -> None:
        """Delete the rows that nobody took."""
        for rows in self._rows.values():
            for row in rows:
                row.delete_instance()


def details_of(person: Person) -> list[ContactDetail]:
    """Return the ways to reach a person, in their order."""
    query = ContactDetail.select().where(ContactDetail.person == person)
    return list(query.order_by(ContactDetail.position))


def facts_of(person: Person) -> list[Fact]:
    """Return what is worth remembering about a person, in its order; hidden facts stay hidden."""
    shown = SQL(IS_SHOWN.format(fact='"t1"'))
    return list(Fact.select().where(Fact.person == person, shown).order_by(Fact.position))


def fact_draft(row: Fact) -> FactDraft:
    """Return a fact as it can be edited."""
    days = (row.confirmed_on, row.used_on)
    return FactDraft(row.group, row.text, row.learned_on, row.topic, *days, row.id)


def write_details(person: Person, drafts: Iterable[DetailDraft]) -> None:
    """Make these the ways to reach a person; rows that stay the same are left alone."""
    present = _Present((row, (row.kind, row.value, row.label)) for row in details_of(person))
    for position, draft in enumerate(draft for draft in drafts if draft.value.strip()):
        row = present.take((draft.kind, draft.value, draft.label))
        if row is None:
            ContactDetail.create(person=person, position=position, **detail_columns(draft))
        elif row.position != position:
            row.amend(position=position)
    present.delete_rest()


def detail_columns(draft: DetailDraft) -> dict[str, object]:
    """Return what a detail says, as the columns of its table, what it is found by among them."""
    return {
        "kind": draft.kind,
        "value": draft.value,
        "label": draft.label,
        "match_key": match_key(draft.kind, draft.value),
        "search_words": phone_tokens(draft.value) if draft.kind == PHONE else "",
    }


def match_key(kind: str, value: str) -> str:
    """Return what two spellings of the same detail share: an e-mail's case, a phone's spaces."""
    if kind == PHONE:
        return digits(value)
    return fold(value.strip()) if kind == EMAIL else ""


def write_facts(person: Person, drafts: Iterable[FactDraft], today: date) -> None:
    """Make these the facts about a person; a reworded one keeps the day it was learned.

    Whoever puts it into other words knows that it is so.
    """
    rows = facts_of(person)
    known: dict[int | None, Fact] = {row.id: row for row in rows}
    drafts = [draft for draft in drafts if draft.text.strip()]
    kept = {draft.id for draft in drafts}
    present = _Present((row, (row.group, row.text)) for row in rows if row.id not in kept)
    for position, draft in enumerate(drafts):
        row = known.pop(draft.id, None) or present.take((draft.group, draft.text))
        columns = _fact_columns(draft) | {"position": position}
        if row is None:
            Fact.create(person=person, learned_on=draft.learned_on or today, **columns)
            continue
        if row.text.split() != draft.text.split() and row.learned_on != today:
            columns["confirmed_on"] = today
        row.amend(**columns)
    present.delete_rest()


def add_fact(person: Person, draft: FactDraft, today: date) -> Fact:
    """Put another fact behind those that a person has, hidden ones among them."""
    last = Fact.select(fn.max(Fact.position)).where(Fact.person == person).scalar()
    position = 0 if last is None else int(last) + 1
    columns = _fact_columns(draft) | {"position": position}
    return Fact.create(person=person, learned_on=draft.learned_on or today, **columns)


def _fact_columns(draft: FactDraft) -> dict[str, object]:
    return {
        "group": draft.group,
        "text": draft.text,
        "topic": draft.topic,
        "confirmed_on": draft.confirmed_on,
        "used_on": draft.used_on,
    }
