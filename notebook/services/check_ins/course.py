"""How a whole relationship went, check-in by check-in over all projects, and what that comes to."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from peewee import Database

from notebook.domain.check_ins import Grade, Trend, course
from notebook.services.phrases import filled
from notebook.storage.reading import rows_of
from notebook.translate import translate

_MOST = 500
_POINTS = """
    SELECT c.asked_on, c.grade, c.project_id, j.name AS project_name
    FROM check_in c JOIN project j ON j.id = c.project_id AND j.deleted_at IS NULL
    WHERE c.person_id = ? AND NOT c.is_draft AND c.deleted_at IS NULL
    ORDER BY c.asked_on DESC, c.id DESC LIMIT ?"""
_COURSES = {
    Trend.BETTER: "It got better over time.",
    Trend.SAME: "It stayed much the same.",
    Trend.WORSE: "It was better at the beginning.",
}


@dataclass(frozen=True, slots=True)
class GradePoint:
    """What one check-in came to."""

    asked_on: date
    grade: Grade
    project_id: int
    project_name: str


def course_of_person(database: Database, person_id: int) -> tuple[GradePoint, ...]:
    """Return the check-ins with a person over all projects, the oldest first, 500 at most."""
    rows = rows_of(database, _POINTS, person_id, _MOST)
    return tuple(
        GradePoint(
            date.fromisoformat(row["asked_on"]),
            Grade(row["grade"]),
            row["project_id"],
            row["project_name"],
        )
        for row in reversed(rows)
    )


def course_sentences(grades: Sequence[Grade]) -> str:
    """Return how several check-ins went in plain words, the oldest first; nothing for one."""
    way = course(grades)
    if way is None:
        return ""
    return f"{_counted(grades)} {translate('check-ins', _COURSES[way])}"


def courses_of_projects(points: Sequence[GradePoint]) -> tuple[tuple[str, str], ...]:
    """Return the name of each project and how it went there, in the order in which they came."""
    ids = dict.fromkeys(point.project_id for point in points)
    found = []
    for project_id in ids:
        own = [point for point in points if point.project_id == project_id]
        grades = [point.grade for point in own]
        found.append((own[-1].project_name, course_sentences(grades) or _counted(grades)))
    return tuple(found)


def _counted(grades: Sequence[Grade]) -> str:
    words = {
        Grade.BELOW: translate(
            "check-ins", "%n below what was expected", grades.count(Grade.BELOW)
        ),
        Grade.AS_EXPECTED: translate(
            "check-ins", "%n as expected", grades.count(Grade.AS_EXPECTED)
        ),
        Grade.ABOVE: translate(
            "check-ins", "%n above what was expected", grades.count(Grade.ABOVE)
        ),
    }
    said = ", ".join(words[grade] for grade in Grade if grade in grades)
    if len(grades) == 1:
        return filled(translate("check-ins", "Asked once: %1."), said)
    asked = translate("check-ins", "Asked %n times: %1.", len(grades))
    return filled(asked, said)
