"""A person's card as it is read: filled fields only, in one dataclass made for that screen."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from notebook.domain.moments import Channel
from notebook.domain.partial_date import PartialDate
from notebook.domain.projects import ProjectState
from notebook.domain.promises import PromiseState, Side
from notebook.domain.warmth import WarmthAssessment, WarmthFacts, assess
from notebook.services.card_parts import DetailDraft, FactDraft, details_of, facts_of, first_role
from notebook.services.moments import MomentLine, Moments
from notebook.services.people import birthday_of, present
from notebook.storage.file import NotebookFile
from notebook.storage.reading import lines_of
from notebook.storage.tables import Person, Project, Promise

RECENT_MOMENTS = 5


@dataclass(frozen=True, slots=True)
class PromiseLine:
    """One promise; `due_on` may be open."""

    id: int
    side: Side
    text: str
    due_on: date | None
    state: PromiseState


@dataclass(frozen=True, slots=True)
class PersonProject:
    """A project of a person."""

    id: int
    name: str
    state: ProjectState


@dataclass(frozen=True, slots=True)
class PersonCard:
    """Everything that a card shows at once."""

    id: int
    name: str
    given_name: str
    nickname: str
    organisation: str
    role: str
    is_team: bool
    looked_after_by: str
    preferred_channel: Channel | None
    preferred_times: str
    rhythm_days: int | None
    birthday: PartialDate | None
    note: str
    known_since: date
    last_contact_on: date | None
    details: tuple[DetailDraft, ...]
    facts: tuple[FactDraft, ...]
    warmth: WarmthAssessment
    open_promises: tuple[PromiseLine, ...]
    promises_kept: int
    projects: tuple[PersonProject, ...]
    recent_moments: tuple[MomentLine, ...]
    moment_count: int


class Cards:
    """Reads cards."""

    def __init__(self, file: NotebookFile, moments: Moments) -> None:
        """Read from this notebook."""
        self._file = file
        self._moments = moments

    def card(self, person_id: int, today: date) -> PersonCard:
        """Return the card of a person; raises Refused for somebody who is gone."""
        person = present(person_id)
        role = first_role(person)
        promises = _open_promises(person)
        return PersonCard(
            id=person.id,
            name=person.name,
            given_name=person.given_name,
            nickname=person.nickname,
            organisation=role.organisation.name if role and role.organisation else "",
            role=role.title if role else "",
            is_team=person.is_team,
            looked_after_by=_name_of(person.looked_after_by_id),
            preferred_channel=person.preferred_channel,
            preferred_times=person.preferred_times,
            rhythm_days=person.rhythm_days,
            birthday=birthday_of(person),
            note=person.note,
            known_since=person.known_since,
            last_contact_on=person.last_contact_on,
            details=tuple(
                DetailDraft(row.kind, row.value, row.label) for row in details_of(person)
            ),
            facts=tuple(FactDraft(row.group, row.text, row.learned_on) for row in facts_of(person)),
            warmth=assess(_warmth_facts(person, promises, today), today),
            open_promises=promises,
            promises_kept=_kept(person),
            projects=_projects(person),
            recent_moments=tuple(self._moments.of_person(person_id, RECENT_MOMENTS)),
            moment_count=self._moments.count_of_person(person_id),
        )


def _name_of(person_id: int | None) -> str:
    name: Any = (
        Person.select(Person.name)
        .where(Person.id == person_id, Person.deleted_at.is_null())
        .scalar()
        if person_id
        else None
    )
    return name or ""


def _warmth_facts(person: Person, promises: tuple[PromiseLine, ...], today: date) -> WarmthFacts:
    overdue = [
        promise
        for promise in promises
        if promise.side is Side.OURS and promise.due_on and promise.due_on < today
    ]
    return WarmthFacts(
        last_contact=person.last_contact_on,
        rhythm_days=person.rhythm_days,
        our_overdue_promises=len(overdue),
        open_concerns=0,
        below_expected=False,
        known_since=person.known_since,
    )


def _open_promises(person: Person) -> tuple[PromiseLine, ...]:
    query = (
        Promise.select(Promise.id, Promise.side, Promise.text, Promise.due_on, Promise.state)
        .where(
            Promise.person == person,
            Promise.state == PromiseState.OPEN,
            Promise.deleted_at.is_null(),
        )
        .order_by(Promise.due_on.is_null(), Promise.due_on, Promise.id)
    )
    return tuple(lines_of(query, PromiseLine))


def _kept(person: Person) -> int:
    kept: int = (
        Promise.select()
        .where(
            Promise.person == person,
            Promise.state == PromiseState.KEPT,
            Promise.deleted_at.is_null(),
        )
        .count()
    )
    return kept


def _projects(person: Person) -> tuple[PersonProject, ...]:
    query = (
        Project.select(Project.id, Project.name, Project.state)
        .where(Project.person == person, Project.deleted_at.is_null())
        .order_by(Project.id.desc())
    )
    return tuple(lines_of(query, PersonProject))
