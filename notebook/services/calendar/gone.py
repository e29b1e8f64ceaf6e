"""Plans that a calendar no longer speaks of: their series ends earlier, or a turn was taken out."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from pathlib import Path
from typing import NamedTuple

from notebook.domain.moments import MomentState, parse_when
from notebook.formats.ical_occasions import turn_key
from notebook.formats.ical_records import Appointment, EventProblem, Occasion
from notebook.services.calendar.standings import (
    AppointmentLine,
    FoundOccasion,
    Known,
    Said,
    Standing,
    people_of_moments,
)
from notebook.storage.file import NotebookFile
from notebook.translate import translate

_PLANNED = """
    SELECT e.uid, e.turn, e.id, e.said, m.id, m.happened_at, m.minutes, m.place, m.agenda
    FROM json_each(?) wanted CROSS JOIN imported_event e ON e.uid = wanted.value
    JOIN moment m ON m.id = e.moment_id
    WHERE m.state = ? AND m.deleted_at IS NULL ORDER BY m.happened_at, m.id"""


@dataclass(frozen=True, slots=True)
class Covered:
    """What files say all turns of, up to a day: the keys of the turns, by the UID of their series."""

    turns: Mapping[str, frozenset[str]] = field(default_factory=dict)
    sources: Mapping[str, Path] = field(default_factory=dict)
    until: date = date.min


class _Row(NamedTuple):
    """A row of _PLANNED."""

    uid: str
    turn: str
    event_id: int
    said: str
    moment_id: int
    when: str
    minutes: int | None
    place: str
    agenda: str


def covered_by(
    read: Sequence[tuple[Path, Appointment]],
    found: Iterable[FoundOccasion],
    odd: Iterable[tuple[Path, EventProblem]],
    until: date,
) -> Covered:
    """Return what these files say all of.

    Nothing is certain of a series that can't be unrolled, of which there are single turns only, or
    that moves as a whole from some turn on.
    """
    lines = {(path, problem.line) for path, problem in odd}
    doubtful = {each.uid for path, each in read if (path, each.line) in lines or each.and_following}
    whole = {each.uid for _, each in read if each.recurrence_id is None} - doubtful
    turns: defaultdict[str, set[str]] = defaultdict(set, {uid: set() for uid in whole})
    for occasion in found:
        turns[occasion.key[0]].add(occasion.key[1])
    for _, each in read:
        if each.recurrence_id is not None:
            turns[each.uid].add(turn_key(each.recurrence_id))
    return Covered(
        {uid: frozenset(turns[uid]) for uid in whole},
        {each.uid: path for path, each in read},
        until,
    )


def gone_lines(file: NotebookFile, covered: Covered, now: datetime) -> tuple[AppointmentLine, ...]:
    """Return the plans to come that are no longer in the files, as far as nobody changed them here."""
    values = (json.dumps(sorted(covered.turns)), MomentState.PLANNED.value)
    rows = map(_Row._make, file.database.execute_sql(_PLANNED, values).fetchall())
    gone = [row for row in rows if _is_gone(row, covered, now)]
    people = people_of_moments(file, [row.moment_id for row in gone])
    return tuple(
        AppointmentLine(
            _found(row, covered),
            Standing.GONE,
            Said.from_json(row.said),
            people.get(row.moment_id, ()),
            is_past=False,
            sentence=translate("calendar", "Gone: will be called off"),
            known=Known(
                row.event_id,
                Said.from_json(row.said),
                row.moment_id,
                is_planned=True,
                is_deleted=False,
            ),
        )
        for row in gone
    )


def _is_gone(row: _Row, covered: Covered, now: datetime) -> bool:
    if row.turn in covered.turns[row.uid]:
        return False
    day, at = parse_when(row.when)
    is_ahead = datetime.combine(day, at or time.max) > now.replace(tzinfo=None)
    is_untouched = Said(row.when, row.minutes, row.place, row.agenda) == Said.from_json(row.said)
    return is_ahead and is_untouched and day <= covered.until


def _found(row: _Row, covered: Covered) -> FoundOccasion:
    day, at = parse_when(row.when)
    title = next(iter(Said.from_json(row.said).text.splitlines()), "")
    appointment = Appointment(0, row.uid, title, day)
    return FoundOccasion(covered.sources[row.uid], Occasion(appointment, row.turn, day, at))
