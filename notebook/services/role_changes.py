"""Roles that come and go without opening the whole card: a new colleague, another employer."""

from dataclasses import replace
from datetime import date

from notebook.domain.changes import Changes
from notebook.domain.partial_date import PartialDate
from notebook.errors import Refused
from notebook.services.organisations import present as present_organisation
from notebook.services.people import present as present_person
from notebook.services.phrases import filled
from notebook.services.roles import (
    RoleDraft,
    is_past,
    is_to_come,
    known,
    organisation_id,
    refuse_backwards,
    role_draft,
    role_words,
    roles_of,
    stored,
)
from notebook.storage.file import NotebookFile
from notebook.storage.tables import Person, Role
from notebook.translate import translate


class RoleChanges:
    """Begins and ends roles."""

    def __init__(self, file: NotebookFile) -> None:
        """Write to this notebook."""
        self._file = file

    def add_person(self, organisation_id: int, person_id: int, title: str, today: date) -> Changes:
        """Give somebody a role in an organisation, after those they have.

        Raises Refused when either is gone, or the person has just this role there already.
        """
        organisation, person = present_organisation(organisation_id), present_person(person_id)
        title = title.strip()
        for role in roles_of(person):
            is_same = role.organisation_id == organisation.id and role.title == title
            if is_same and not is_past(known(role.until_on), today):
                sentence = translate("roles", "%1 is there already.")
                raise Refused(filled(sentence, person.name))
        label = filled(translate("roles", "%1 is at %2"), person.name, organisation.name)
        with self._file.change(label) as change:
            Role.create(
                person=person, organisation=organisation, title=title, position=_end(person)
            )
        return change.changes

    def change_employer(
        self, person_id: int, ended: int | None, begun: RoleDraft, today: date
    ) -> Changes:
        """End the role with the id `ended` (None for none) and begin another one, both on one day.

        The day is that on which the new one begins, `today` unless it says another. Everything
        else stays with the person. Raises Refused when the new role says nothing, when the other one
        would end before it began, or when it is gone.
        """
        person = present_person(person_id)
        if begun.is_empty:
            raise Refused(translate("roles", "Where are they now, or what do they do?"))
        day = begun.from_on or PartialDate(today.year, today.month, today.day)
        words = role_words(begun.title.strip(), begun.organisation.strip())
        is_later = is_to_come(day, today)
        said = translate("roles", "%1 will be: %2" if is_later else "%1 is now: %2")
        label = filled(said, person.name, words)
        with self._file.change(label) as change:
            roles = roles_of(person)
            for position, role in enumerate(roles, start=1):
                ends = {"until_on": stored(day)} if role.id == ended else {}
                if ends:
                    refuse_backwards(replace(role_draft(role), until_on=day))
                role.amend(position=position, **ends)
            Role.create(
                person=person,
                organisation=organisation_id(begun.organisation),
                title=begun.title.strip(),
                from_on=stored(day),
                position=0,
            )
        return change.changes


def _end(person: Person) -> int:
    return max((role.position for role in roles_of(person)), default=-1) + 1
