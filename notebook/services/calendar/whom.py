"""Whom an appointment concerns: who is invited, by e-mail address, and who is named in its title."""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from notebook.domain.text import fold
from notebook.formats.ical_records import Appointment, Attendee
from notebook.services.card_parts import EMAIL, match_key
from notebook.services.names_in_text import NamedPerson, NamesInText
from notebook.storage.file import NotebookFile

_BETWEEN_NAMES = re.compile(
    r"\s*[,;:/&+|()\[\]<>–—]\s*|\s+-\s+|\s+(?:and|with|und|mit|et|avec)\s+", re.IGNORECASE
)
_MOST_PIECES = 12

_BY_EMAIL = """
    SELECT d.match_key, p.id, p.name FROM json_each(?) wanted
    CROSS JOIN contact_detail d ON d.match_key = wanted.value AND d.kind = 'email'
    JOIN person p ON p.id = d.person_id AND p.deleted_at IS NULL
    WHERE d.match_key != '' ORDER BY p.id"""

_TEAM = "SELECT id FROM person WHERE is_team AND deleted_at IS NULL"


@dataclass(frozen=True, slots=True)
class Concerned:
    """Whom an appointment concerns; `is_doubtful` says that a name may be one of several people."""

    people: tuple[NamedPerson, ...] = ()
    is_doubtful: bool = False


class Whom:
    """Knows everybody who can be reached at the addresses in a calendar."""

    def __init__(self, file: NotebookFile, appointments: Iterable[Appointment]) -> None:
        """Read from the notebook only who shares an address with somebody invited."""
        self._names = NamesInText(file)
        self._by_email: defaultdict[str, list[NamedPerson]] = defaultdict(list)
        self._known: dict[str, list[NamedPerson]] = {}
        keys = {
            match_key(EMAIL, each.email)
            for appointment in appointments
            for each in _invited(appointment)
            if each.email
        }
        rows = file.database.execute_sql(_BY_EMAIL, (json.dumps(sorted(keys)),)).fetchall()
        for key, person_id, name in rows:
            self._by_email[key].append(NamedPerson(person_id, name))
        self._team = {person_id for (person_id,) in file.database.execute_sql(_TEAM)}

    def concerned(self, appointment: Appointment) -> Concerned:
        """Return who is invited or named; our own people only where there is nobody else."""
        ways = [
            *(self._invited_person(each) for each in _invited(appointment)),
            *(self._called(piece) for piece in _pieces(appointment.title)),
        ]
        found = {people[0].id: people[0] for people in ways if len(people) == 1}
        is_doubtful = any(
            people and not any(person.id in found for person in people) for people in ways
        )
        others = tuple(person for person in found.values() if person.id not in self._team)
        return Concerned(others or tuple(found.values()), is_doubtful)

    def _invited_person(self, attendee: Attendee) -> list[NamedPerson]:
        at_address = self._by_email.get(match_key(EMAIL, attendee.email), [])
        if len(at_address) > 1:  # a shared address: the name decides
            return [each for each in at_address if fold(each.name) == fold(attendee.name)]
        if at_address or not attendee.name:
            return at_address
        called = self._called(attendee.name)
        return [each for each in called if fold(each.name) == fold(attendee.name)]

    def _called(self, text: str) -> list[NamedPerson]:
        if text not in self._known:
            self._known[text] = self._names.people(text)
        return self._known[text]


def _invited(appointment: Appointment) -> Iterator[Attendee]:
    yield from appointment.attendees
    if appointment.organiser is not None:
        yield appointment.organiser


def _pieces(title: str) -> list[str]:
    pieces = [piece for piece in _BETWEEN_NAMES.split(title) if piece]
    return list(dict.fromkeys([*pieces[:_MOST_PIECES], title]))
