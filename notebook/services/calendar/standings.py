"""What each appointment of a calendar is to the notebook, before anything is written."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Any

from notebook.domain.moments import MomentState, format_when
from notebook.formats.ical_records import Appointment, Occasion
from notebook.services.calendar.naming import is_own_uid
from notebook.services.calendar.whom import Concerned, Whom
from notebook.services.names_in_text import NamedPerson
from notebook.storage.file import NotebookFile
from notebook.translate import translate

_LONGEST_MINUTES = 24 * 60

_KNOWN = """
    SELECT e.uid, e.turn, e.id, e.said, m.id, m.state, m.deleted_at IS NOT NULL
    FROM json_each(?) wanted CROSS JOIN imported_event e ON e.uid = wanted.value
    JOIN moment m ON m.id = e.moment_id"""

_PEOPLE = """
    SELECT mp.moment_id, p.id, p.name FROM json_each(?) wanted
    CROSS JOIN moment_person mp ON mp.moment_id = wanted.value
    JOIN person p ON p.id = mp.person_id AND p.deleted_at IS NULL ORDER BY mp.id"""


class Standing(StrEnum):
    """What is to be done about an appointment: the first four something, the others nothing."""

    NEW = "new"
    CHANGED = "changed"
    CALLED_OFF = "called-off"
    GONE = "gone"
    SAME = "same"
    OFF = "off"
    SETTLED = "settled"
    OURS = "ours"


ACTIVE = frozenset({Standing.NEW, Standing.CHANGED, Standing.CALLED_OFF, Standing.GONE})


@dataclass(frozen=True, slots=True)
class Said:
    """What a calendar says of an appointment, in the words of a moment."""

    when: str
    minutes: int | None
    place: str
    text: str

    def as_json(self) -> str:
        """Return it as it is kept."""
        return json.dumps([self.when, self.minutes, self.place, self.text], ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> "Said":
        """Read what was kept."""
        return cls(*json.loads(text))


@dataclass(frozen=True, slots=True)
class FoundOccasion:
    """One time that an appointment takes place, and the file that says so."""

    source: Path
    occasion: Occasion

    @property
    def key(self) -> tuple[str, str]:
        """What names it in every import."""
        return self.occasion.appointment.uid, self.occasion.key


@dataclass(frozen=True, slots=True)
class Known:
    """The moment that an appointment became at an earlier import, and what was said then."""

    event_id: int
    said: Said
    moment_id: int
    is_planned: bool
    is_deleted: bool


@dataclass(frozen=True, slots=True)
class AppointmentLine:
    """One appointment and what would become of it; `sentence` says why, where that isn't plain."""

    found: FoundOccasion
    standing: Standing
    said: Said
    people: tuple[NamedPerson, ...]
    is_past: bool
    sentence: str = ""
    known: Known | None = None

    @property
    def title(self) -> str:
        """What it is called in the calendar."""
        return self.found.occasion.appointment.title

    @property
    def day(self) -> date:
        """The day on which it takes place."""
        return self.found.occasion.day

    @property
    def at(self) -> time | None:
        """The time on the user's wall, None for a whole day."""
        return self.found.occasion.at


def lines_of(
    file: NotebookFile, found: Sequence[FoundOccasion], now: datetime
) -> tuple[AppointmentLine, ...]:
    """Return what each appointment is; those that were off before anybody knew are left out."""
    appointments = {id(each.occasion.appointment): each.occasion.appointment for each in found}
    whom = Whom(file, appointments.values())
    concerned = {key: whom.concerned(each) for key, each in appointments.items()}
    known = _known(file, appointments.values())
    people = people_of_moments(file, [each.moment_id for each in known.values()])
    lines = []
    for each in _latest(found):
        occasion, before = each.occasion, known.get(each.key)
        if before is None and occasion.is_off and not occasion.appointment.is_cancelled:
            continue
        who = concerned[id(occasion.appointment)]
        standing, sentence = _standing(each, before, who, now)
        lines.append(
            AppointmentLine(
                each,
                standing,
                said_of(occasion),
                people.get(before.moment_id, ()) if before else who.people,
                _is_past(occasion, now),
                sentence,
                before,
            )
        )
    return tuple(lines)


def _latest(found: Iterable[FoundOccasion]) -> Iterable[FoundOccasion]:
    """Return what was said last of each occasion, whichever file says it."""
    latest: dict[tuple[str, str], FoundOccasion] = {}
    for each in found:
        before = latest.setdefault(each.key, each).occasion.appointment
        if each.occasion.appointment.sequence >= before.sequence:
            latest[each.key] = each
    return latest.values()


def said_of(occasion: Occasion) -> Said:
    """Return what the calendar says of an occasion."""
    appointment = occasion.appointment
    minutes = None
    if occasion.at is not None and appointment.length is not None:
        minutes = min(_LONGEST_MINUTES, max(1, round(appointment.length.total_seconds() / 60)))
    text = "\n\n".join(part for part in (appointment.title, appointment.description) if part)
    return Said(format_when(occasion.day, occasion.at), minutes, appointment.place, text)


def _standing(
    found: FoundOccasion, before: Known | None, who: Concerned, now: datetime
) -> tuple[Standing, str]:
    if is_own_uid(found.occasion.appointment.uid):
        return Standing.OURS, translate("calendar", "From this notebook itself")
    if before is not None:
        return _standing_of_known(found.occasion, before, now)
    if found.occasion.is_off:
        return Standing.OFF, translate("calendar", "Cancelled")
    return Standing.NEW, _asked(who)


def _asked(who: Concerned) -> str:
    """Return what one still has to say about whom an appointment concerns."""
    if who.people and who.is_doubtful:
        return translate("calendar", "Somebody else who is named may be one of several people")
    if who.is_doubtful:
        return translate("calendar", "Several people are called so")
    return "" if who.people else translate("calendar", "Say whom it concerns")


def _standing_of_known(occasion: Occasion, before: Known, now: datetime) -> tuple[Standing, str]:
    if before.is_deleted:
        return Standing.SETTLED, translate("calendar", "Called off here")
    if not before.is_planned:
        return Standing.SETTLED, translate("calendar", "Logged already")
    if occasion.is_off:
        return Standing.CALLED_OFF, translate("calendar", "Cancelled: will be called off")
    if said_of(occasion) == before.said:
        return Standing.SAME, translate("calendar", "Planned already")
    if occasion.day < now.date():
        return Standing.SETTLED, translate("calendar", "Moved to a day that has passed")
    return Standing.CHANGED, translate("calendar", "Changed: the plan will follow")


def _is_past(occasion: Occasion, now: datetime) -> bool:
    if occasion.at is None or occasion.day != now.date():
        return occasion.day < now.date()
    begin = datetime.combine(occasion.day, occasion.at)
    return begin + (occasion.appointment.length or timedelta(0)) <= now.replace(tzinfo=None)


def _known(file: NotebookFile, appointments: Iterable[Appointment]) -> dict[tuple[str, str], Known]:
    uids = sorted({each.uid for each in appointments})
    rows = _rows(file, _KNOWN, uids)
    return {
        (uid, turn): Known(
            event_id, Said.from_json(said), moment_id, state == MomentState.PLANNED, bool(deleted)
        )
        for uid, turn, event_id, said, moment_id, state, deleted in rows
    }


def people_of_moments(
    file: NotebookFile, moment_ids: Sequence[int]
) -> dict[int, tuple[NamedPerson, ...]]:
    """Return who takes part in these moments, by their ids."""
    people: dict[int, tuple[NamedPerson, ...]] = {}
    for moment_id, person_id, name in _rows(file, _PEOPLE, moment_ids):
        people[moment_id] = (*people.get(moment_id, ()), NamedPerson(person_id, name))
    return people


def _rows(file: NotebookFile, statement: str, values: Sequence[object]) -> list[Any]:
    rows: list[Any] = file.database.execute_sql(statement, (json.dumps(values),)).fetchall()
    return rows
