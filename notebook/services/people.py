"""People: added with a name only, edited as a whole, trashed and brought back."""

from dataclasses import dataclass
from datetime import date

from notebook.domain.changes import Changes
from notebook.domain.communication import UNKNOWN, Communication
from notebook.domain.moments import Channel
from notebook.domain.partial_date import PartialDate
from notebook.domain.text import sort_key
from notebook.errors import Refused
from notebook.services.card_parts import (
    DetailDraft,
    FactDraft,
    details_of,
    fact_draft,
    facts_of,
    write_details,
    write_facts,
)
from notebook.services.communication import communication_columns, communication_of
from notebook.services.groups import check_rhythm, groups_of, write_groups
from notebook.services.letting_go import let_go
from notebook.services.own_values import OwnValueDraft, value_drafts, write_values
from notebook.services.phrases import filled
from notebook.services.roles import RoleDraft, is_present, role_draft, roles_of, write_roles
from notebook.storage.file import NotebookFile
from notebook.storage.reading import lines_of
from notebook.storage.record import utc_now
from notebook.storage.tables import Person, Project
from notebook.translate import translate


@dataclass(frozen=True, slots=True)
class PersonDraft:
    """Everything that can be edited on a card; only the name is needed."""

    name: str
    given_name: str = ""
    family_name: str = ""
    nickname: str = ""
    roles: tuple[RoleDraft, ...] = ()
    details: tuple[DetailDraft, ...] = ()
    facts: tuple[FactDraft, ...] = ()
    birthday: PartialDate | None = None
    preferred_channel: Channel | None = None
    preferred_times: str = ""
    communication: Communication = UNKNOWN
    rhythm_days: int | None = None
    maximum_days: int | None = None
    groups: tuple[str, ...] = ()
    looked_after_by: int | None = None
    covered_by: int | None = None
    is_team: bool = False
    note: str = ""
    own_values: tuple[OwnValueDraft, ...] = ()

    def role_on(self, day: date) -> RoleDraft:
        """Return what they do on a day: the first role of several, an empty one for none."""
        return next((role for role in self.roles if is_present(role, day)), RoleDraft())


@dataclass(frozen=True, slots=True)
class TeamMember:
    """One of our own people."""

    id: int
    name: str


class People:
    """Adds, edits and trashes people."""

    def __init__(self, file: NotebookFile) -> None:
        """Write to this notebook."""
        self._file = file

    def add(self, name: str, today: date) -> Changes:
        """Add a person of whom just the name is known; `created` is the new id."""
        return self.save(None, PersonDraft(name=name), today)

    def save(self, person_id: int | None, draft: PersonDraft, today: date) -> Changes:
        """Save a whole card, new (None) or known; raises Refused when there is no name.

        Likewise for a longest time without a word that does not fit its rhythm. Whom somebody
        looked after who is not of the team any more is looked after by nobody.
        """
        name = draft.name.strip()
        if not name:
            raise Refused(translate("people", "Every person needs a name. Nothing was saved."))
        check_rhythm(draft.rhythm_days, draft.maximum_days)
        label = translate("people", "Saved %1") if person_id else translate("people", "Added %1")
        with self._file.change(filled(label, name)) as change:
            person = self._write_person(person_id, draft, today)
            write_roles(person, draft.roles)
            write_details(person, draft.details)
            write_facts(person, draft.facts, today)
            write_values(person, draft.own_values)
            write_groups(person, draft.groups)
            change.done(person.id)
        return change.changes

    def draft(self, person_id: int) -> PersonDraft:
        """Return a card as it can be edited; raises Refused for somebody who is gone."""
        person = present(person_id)
        return PersonDraft(
            name=person.name,
            given_name=person.given_name,
            family_name=person.family_name,
            nickname=person.nickname,
            roles=tuple(role_draft(row) for row in roles_of(person)),
            details=tuple(
                DetailDraft(row.kind, row.value, row.label) for row in details_of(person)
            ),
            facts=tuple(fact_draft(row) for row in facts_of(person)),
            birthday=birthday_of(person),
            preferred_channel=person.preferred_channel,
            preferred_times=person.preferred_times,
            communication=communication_of(person),
            rhythm_days=person.rhythm_days,
            maximum_days=person.maximum_days,
            groups=groups_of(person),
            looked_after_by=person.looked_after_by_id,
            covered_by=person.covered_by_id,
            is_team=person.is_team,
            note=person.note,
            own_values=value_drafts(person),
        )

    def trash(self, person_id: int) -> Changes:
        """Put a person into the trash, from which they can come back with everything.

        What is done for them goes along, and is not changed meanwhile. Whom they looked after is
        looked after by nobody, unless it was handed over before.
        """
        person = present(person_id)
        with self._file.change(_trash_label(person)) as change:
            let_go(self._file.database, [person.id])
            person.amend(deleted_at=utc_now())
        return change.changes

    def team(self) -> list[TeamMember]:
        """Return our own people by name."""
        query = (
            Person.select(Person.id, Person.name)
            .where(Person.is_team, Person.deleted_at.is_null())
            .order_by(Person.sort_key)
        )
        return lines_of(query, TeamMember)

    def _write_person(self, person_id: int | None, draft: PersonDraft, today: date) -> Person:
        columns = person_columns(draft)
        if person_id is None:
            return Person.create(**columns, known_since=today)
        person = present(person_id)
        changed = {name: new for name, new in columns.items() if getattr(person, name) != new}
        if person.is_team and not draft.is_team:
            let_go(self._file.database, [person.id])
        if "preferred_channel" in changed:  # what was said was about the one before
            changed["channel_said_at"] = None
        if changed:
            person.amend(**changed)
        return person


def person_columns(draft: PersonDraft) -> dict[str, object]:
    """Return a draft as the columns of the table of people, without its parts."""
    birthday = draft.birthday
    return {
        "name": draft.name.strip(),
        "given_name": draft.given_name,
        "family_name": draft.family_name,
        "nickname": draft.nickname,
        "sort_key": sort_key(draft.name.strip()),
        "note": draft.note,
        "is_team": draft.is_team,
        "looked_after_by_id": draft.looked_after_by,
        "covered_by_id": draft.covered_by if draft.covered_by != draft.looked_after_by else None,
        "preferred_channel": draft.preferred_channel,
        "preferred_times": draft.preferred_times,
        "birthday_year": birthday.year if birthday else None,
        "birthday_month": birthday.month if birthday else None,
        "birthday_day": birthday.day if birthday else None,
        "rhythm_days": draft.rhythm_days,
        "maximum_days": draft.maximum_days,
        **communication_columns(draft.communication),
    }


def present(person_id: int) -> Person:
    """Return the row of a person who is not in the trash; raises Refused otherwise."""
    person: Person | None = Person.get_or_none(
        (Person.id == person_id) & Person.deleted_at.is_null()
    )
    if person is None:
        raise Refused(translate("people", "This person is no longer in the notebook."))
    return person


def _trash_label(person: Person) -> str:
    """Name the projects that nobody sees any more."""
    projects = Project.select().where(Project.person == person, Project.deleted_at.is_null())
    count = int(projects.count())
    if count == 0:
        words = translate("people", "Moved %1 to the trash")
    elif count == 1:
        words = translate("people", "Moved %1 and 1 project to the trash")
    else:
        words = translate("people", "Moved %1 and %n projects to the trash", count)
    return filled(words, person.name)


def birthday_of(person: Person) -> PartialDate | None:
    """Return the birthday as far as it is known."""
    parts = (person.birthday_year, person.birthday_month, person.birthday_day)
    return None if parts == (None, None, None) else PartialDate(*parts)
