"""What a person got so far, as a card shows it: check-ins and concerns, read only where there are any."""

from typing import TypedDict

from peewee import Database

from notebook.services.card_lists import Row
from notebook.services.check_ins.course import GradePoint, course_of_person
from notebook.services.check_ins.history import CheckInEntry, last_of_person
from notebook.services.concern_page import (
    ConcernLine,
    closed_concern_lines,
    open_concern_lines,
)


class Got(TypedDict):
    """The part of a card that is about what they got."""

    check_in_count: int
    last_check_in: CheckInEntry | None
    check_in_course: tuple[GradePoint, ...]
    open_concerns: tuple[ConcernLine, ...]
    closed_concerns: tuple[ConcernLine, ...]


def what_they_got(database: Database, head: Row) -> Got:
    """Return what the person of a card got; `head` counts it."""
    person_id: int = head["id"]
    asked = head["check_in_count"]
    is_open, is_closed = head["open_concerns"], head["closed_concerns"]
    return Got(
        check_in_count=asked,
        last_check_in=last_of_person(database, person_id) if asked else None,
        check_in_course=course_of_person(database, person_id) if asked > 1 else (),
        open_concerns=open_concern_lines(database, person_id=person_id) if is_open else (),
        closed_concerns=closed_concern_lines(database, person_id=person_id) if is_closed else (),
    )
