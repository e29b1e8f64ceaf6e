"""Bringing appointments in from calendar files: looked at first, then all in one change."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from notebook.domain.changes import Changes
from notebook.domain.moments import Channel, Direction, parse_when
from notebook.errors import Refused
from notebook.formats.ical_occasions import Wall, occasions, wall_of
from notebook.formats.ical_read import read
from notebook.formats.ical_records import Appointment, EventProblem, Occasion
from notebook.services.calendar.gone import Covered, covered_by, gone_lines
from notebook.services.calendar.standings import (
    ACTIVE,
    AppointmentLine,
    FoundOccasion,
    Known,
    Said,
    Standing,
    lines_of,
)
from notebook.services.card_parts import EMAIL, match_key
from notebook.services.import_reading import ImportProblem, content_of
from notebook.services.moments import MomentDraft, Moments
from notebook.storage.calendar_tables import ImportedEvent
from notebook.storage.file import NotebookFile
from notebook.storage.tables import ContactDetail
from notebook.translate import translate

DAYS_AHEAD = (31, 92, 183, 366)
"""How far ahead one may look for the turns of a series."""


@dataclass(frozen=True, slots=True)
class CalendarPreview:
    """Everything in the files, before anything is written."""

    found: tuple[FoundOccasion, ...]
    covered: Covered
    lines: tuple[AppointmentLine, ...]
    problems: tuple[ImportProblem, ...]

    def count(self, *standings: Standing) -> int:
        """Return how many appointments stand so."""
        return sum(line.standing in standings for line in self.lines)


class Appointments:
    """Reads calendar files and makes moments of their appointments."""

    def __init__(self, file: NotebookFile, moments: Moments) -> None:
        """Write to this notebook."""
        self._file, self._moments = file, moments

    def preview(
        self,
        paths: Sequence[Path],
        now: datetime,
        days: int = DAYS_AHEAD[1],
        wall: Wall | None = None,
        go_on: Callable[[], None] = lambda: None,
    ) -> CalendarPreview:
        """Read files and say what is in them; nothing is written, and no file makes it fail.

        Args:
            now: the time on the user's wall.
            days: how far ahead the turns of a series are brought in.
            wall: how times of other zones read there; as the computer's clock unless given.
            go_on: is called again and again, and may raise to end it.
        """
        found: list[FoundOccasion] = []
        all_read: list[tuple[Path, Appointment]] = []
        all_odd: list[tuple[Path, EventProblem]] = []
        problems: list[ImportProblem] = []
        horizon = now.date() + timedelta(days=days)
        for path in dict.fromkeys(paths):
            content = content_of(path)
            if isinstance(content, ImportProblem):
                problems.append(content)
                continue
            reading = read(content)
            taking_place, odd = occasions(
                reading.appointments, now.date(), horizon, wall or wall_of(None), go_on
            )
            found += [FoundOccasion(path, each) for each in taking_place]
            all_read += [(path, each) for each in reading.appointments]
            all_odd += [(path, problem) for problem in odd]
            problems += [
                ImportProblem(path, problem.line, problem.sentence, is_card=problem.line > 0)
                for problem in (*reading.problems, *odd)
            ]
        covered = covered_by(all_read, found, all_odd, horizon)
        lines = self._lines(found, covered, now)
        return CalendarPreview(tuple(found), covered, lines, tuple(problems))

    def bring_in(
        self,
        preview: CalendarPreview,
        wanted: Mapping[tuple[str, str], Sequence[int]],
        now: datetime,
    ) -> tuple[Changes, CalendarPreview]:
        """Make moments of the appointments that are wanted, in one change; say how all stand then.

        `wanted` has the ids of the people for the key of each: past ones are logged, the others
        planned. What is to be done is looked up once more: the notebook may have changed since the
        preview. Raises Refused, with nothing changed, when somebody is no longer there.
        """
        lines = [
            line
            for line in self._lines(preview.found, preview.covered, now)
            if line.found.key in wanted and line.standing in ACTIVE
        ]
        for line in lines:
            if line.standing is Standing.NEW and not wanted[line.found.key]:
                words = translate("calendar", "Say first whom each of them concerns.")
                raise Refused(words)
        with self._file.change(_label(lines)) as change:
            for line in lines:
                self._write(line, wanted[line.found.key], now)
        after = self._lines(preview.found, preview.covered, now)
        return change.changes, replace(preview, lines=after)

    def _lines(
        self, found: Sequence[FoundOccasion], covered: Covered, now: datetime
    ) -> tuple[AppointmentLine, ...]:
        return (*lines_of(self._file, found, now), *gone_lines(self._file, covered, now))

    def _write(self, line: AppointmentLine, people: Sequence[int], now: datetime) -> None:
        if line.known is None:
            self._make(line, people, now)
        elif line.standing in {Standing.CALLED_OFF, Standing.GONE}:
            self._moments.delete(line.known.moment_id)
        else:
            self._follow(line.known, line.said, now)

    def _make(self, line: AppointmentLine, people: Sequence[int], now: datetime) -> None:
        said = line.said
        draft = MomentDraft(
            tuple(people),
            Channel.MEETING,
            _direction(line.found.occasion, people),
            line.day,
            line.at,
            text=said.text if line.is_past else "",
            minutes=said.minutes,
            place=said.place,
            agenda="" if line.is_past else said.text,
        )
        make = self._moments.log if line.is_past else self._moments.plan
        uid, turn = line.found.key
        ImportedEvent.create(
            moment=make(draft, now).new_id, uid=uid, turn=turn, said=said.as_json()
        )

    def _follow(self, known: Known, said: Said, now: datetime) -> None:
        """Change in a plan what was changed in the calendar, and nothing that was changed here."""
        before, draft = known.said, self._moments.draft(known.moment_id)
        if said.when != before.when:
            day, at = parse_when(said.when)
            draft = replace(draft, day=day, at=at)
        if said.minutes != before.minutes:
            draft = replace(draft, minutes=said.minutes)
        if said.place != before.place:
            draft = replace(draft, place=said.place)
        if draft.agenda == before.text:
            draft = replace(draft, agenda=said.text)
        if draft.day >= now.date():
            self._moments.correct(known.moment_id, draft, now)
        ImportedEvent.get_by_id(known.event_id).amend(said=said.as_json())


def _direction(occasion: Occasion, people: Sequence[int]) -> Direction:
    """Return who began it: they did, where the invitation is from one of them."""
    organiser = occasion.appointment.organiser
    if organiser is None or not organiser.email:
        return Direction.WE
    is_theirs = ContactDetail.select().where(
        ContactDetail.person.in_(list(people)),
        ContactDetail.kind == EMAIL,
        ContactDetail.match_key == match_key(EMAIL, organiser.email),
    )
    return Direction.THEY if is_theirs.exists() else Direction.WE


def _label(lines: Sequence[AppointmentLine]) -> str:
    counts = Counter(line.standing for line in lines)
    if counts[Standing.NEW] == 1:
        return translate("calendar", "Brought in 1 appointment")
    if counts[Standing.NEW]:
        return translate("calendar", "Brought in %n appointments", counts[Standing.NEW])
    return translate("calendar", "Brought the plans up to date with the calendar")
