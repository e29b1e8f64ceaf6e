"""Check-ins looked back on: over one project, and over a whole relationship."""

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from peewee import Database

from notebook.domain.check_ins import About, Grade, Occasion, Trend, trend
from notebook.domain.moments import Channel
from notebook.services.check_ins.sheet import SheetLine
from notebook.services.check_ins.words import in_one
from notebook.storage.file import NotebookFile
from notebook.storage.reading import rows_of

MOST = 20


@dataclass(frozen=True, slots=True)
class CheckInEntry:
    """One check-in of the past; `trend` compares it with the one before in the same list.

    `moment_id` is the contact that it was logged as, unless that is gone.
    """

    id: int
    project_id: int
    project_name: str
    person_id: int
    person_name: str
    asked_on: date
    channel: Channel
    occasion: Occasion | None
    grade: Grade
    our_grade: Grade | None
    more_words: str
    concern_id: int | None
    moment_id: int | None
    lines: tuple[SheetLine, ...]
    trend: Trend | None

    @property
    def words(self) -> str:
        """What they said, one answer after the other on one line."""
        return in_one(*(line.said_today for line in self.lines), self.more_words)


@dataclass(frozen=True, slots=True)
class TrendRow:
    """The grades of one first answer over several check-ins, the oldest first."""

    about: About
    expected: str
    grades: tuple[Grade | None, ...]


_ENTRIES = """
    SELECT c.id, c.project_id, j.name AS project_name, c.person_id, p.name AS person_name,
        c.asked_on, c.channel, q.occasion, c.grade, c.our_grade, c.more_words, c.moment_id,
        (SELECT n.id FROM concern n WHERE n.id = c.concern_id AND n.deleted_at IS NULL)
            AS concern_id
    FROM check_in c JOIN project j ON j.id = c.project_id JOIN person p ON p.id = c.person_id
    LEFT JOIN check_in_plan q ON q.id = c.plan_id
    WHERE {where} AND NOT c.is_draft AND c.deleted_at IS NULL AND j.deleted_at IS NULL
    ORDER BY c.asked_on DESC, c.id DESC LIMIT ?"""
_GRADES = """
    SELECT grade FROM check_in WHERE project_id = ? AND NOT is_draft AND deleted_at IS NULL
    ORDER BY asked_on, id"""
_LINES = """
    SELECT check_in_id, about, expected, said_today, grade FROM check_in_line
    WHERE check_in_id IN (SELECT value FROM json_each(?)) ORDER BY position, id"""


class CheckInHistory:
    """Reads past check-ins."""

    def __init__(self, file: NotebookFile) -> None:
        """Read from this notebook."""
        self._file = file

    def of_project(self, project_id: int, limit: int = MOST) -> tuple[CheckInEntry, ...]:
        """Return the check-ins of a project, the newest first."""
        return _entries(self._file.database, "c.project_id = ?", project_id, limit)

    def grades_of_project(self, project_id: int) -> tuple[Grade, ...]:
        """Return what every check-in of a project came to, the oldest first."""
        rows = self._file.database.execute_sql(_GRADES, (project_id,))
        return tuple(Grade(grade) for (grade,) in rows)

    def of_person(self, person_id: int, limit: int = MOST) -> tuple[CheckInEntry, ...]:
        """Return the check-ins with a person, over all projects, the newest first."""
        return _entries(self._file.database, "c.person_id = ?", person_id, limit)


def last_of_person(database: Database, person_id: int) -> CheckInEntry | None:
    """Return the newest check-in with a person."""
    found = _entries(database, "c.person_id = ?", person_id, 1)
    return found[0] if found else None


def trend_rows(entries: Sequence[CheckInEntry]) -> tuple[TrendRow, ...]:
    """Return how each first answer was graded over these check-ins, the oldest first."""
    oldest_first = list(reversed(entries))
    rows: dict[tuple[About, str], list[Grade | None]] = {}
    for place, entry in enumerate(oldest_first):
        for line in entry.lines:
            point = line.expected if line.about is About.RAVE_REVIEW else ""
            grades = rows.setdefault((line.about, point), [None] * len(oldest_first))
            grades[place] = line.grade
    order = list(About)
    return tuple(
        TrendRow(about, point, tuple(grades))
        for (about, point), grades in sorted(rows.items(), key=lambda row: order.index(row[0][0]))
        if any(grade is not None for grade in grades)
    )


def _entries(database: Database, where: str, value: int, limit: int) -> tuple[CheckInEntry, ...]:
    # One more than is shown: the last one compares with it.
    rows = rows_of(database, _ENTRIES.format(where=where), value, limit + 1)
    if not rows:
        return ()
    lines = _lines(database, [row["id"] for row in rows[:limit]])
    pairs = list(zip(rows, [*rows[1:], None], strict=True))
    return tuple(
        _entry(row, older, tuple(lines.get(row["id"], ()))) for row, older in pairs[:limit]
    )


def _lines(database: Database, ids: Sequence[int]) -> dict[int, list[SheetLine]]:
    lines: defaultdict[int, list[SheetLine]] = defaultdict(list)
    for row in rows_of(database, _LINES, json.dumps(ids)):
        line = SheetLine(
            About(row["about"]), row["expected"], row["said_today"], _grade(row["grade"])
        )
        lines[row["check_in_id"]].append(line)
    return lines


def _entry(
    row: dict[str, Any], older: dict[str, Any] | None, lines: tuple[SheetLine, ...]
) -> CheckInEntry:
    grade = Grade(row["grade"])
    return CheckInEntry(
        id=row["id"],
        project_id=row["project_id"],
        project_name=row["project_name"],
        person_id=row["person_id"],
        person_name=row["person_name"],
        asked_on=date.fromisoformat(row["asked_on"]),
        channel=Channel(row["channel"]),
        occasion=Occasion(row["occasion"]) if row["occasion"] else None,
        grade=grade,
        our_grade=_grade(row["our_grade"]),
        more_words=row["more_words"],
        concern_id=row["concern_id"],
        moment_id=row["moment_id"],
        lines=lines,
        trend=trend(grade, _grade(older["grade"])) if older else None,
    )


def _grade(word: str | None) -> Grade | None:
    return Grade(word) if word else None
