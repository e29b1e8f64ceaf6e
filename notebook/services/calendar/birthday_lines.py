"""Birthdays as lines of a calendar file: every year, from the year in which we heard of it.

A series has to begin in some year. Where the year of birth is unknown none is made up: it begins
with the year since which the person is known here, which never changes.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from notebook.domain.partial_date import PartialDate
from notebook.domain.relations import Relation
from notebook.domain.reminders import Source
from notebook.formats.ical_records import CalendarLine
from notebook.services.calendar.naming import uid_of
from notebook.services.calendar.yearly import yearly_rule
from notebook.services.phrases import filled
from notebook.services.related_words import whose_birthday
from notebook.services.reminders.source import Asked
from notebook.translate import translate

_IN_THE_MORNING = timedelta(hours=9)

_PEOPLE = """
    SELECT id, birthday_year, birthday_month, birthday_day, known_since, name FROM person
    WHERE birthday_day IS NOT NULL AND deleted_at IS NULL"""

_AROUND = """
    SELECT r.id, r.birthday_year, r.birthday_month, r.birthday_day, substr(r.created_at, 1, 10),
        r.name, r.relation, r.own_word, p.name
    FROM related_person r JOIN person p ON p.id = r.person_id AND p.deleted_at IS NULL
    WHERE r.birthday_day IS NOT NULL AND r.other_id IS NULL"""


def birthday_lines(asked: Asked) -> Iterator[CalendarLine]:
    """Yield the birthdays of people, and of those around them who have no card of their own."""
    for person_id, *birthday, since, name in asked.rows(_PEOPLE):
        summary = filled(translate("calendar", "%1’s birthday"), name)
        yield _line(asked, person_id, PartialDate(*birthday), since, summary)
    for related_id, *rest in asked.rows(_AROUND):
        year, month, day, since, name, relation, own_word, owner = rest
        summary = whose_birthday(name, Relation(relation), own_word, owner)
        yield _line(asked, related_id, PartialDate(year, month, day), since, summary)


def _line(
    asked: Asked, subject_id: int, born: PartialDate, since: str, summary: str
) -> CalendarLine:
    first = max(date.fromisoformat(since).year, (born.year or 0) + 1)
    day, rule = yearly_rule(born, first, asked.leap_day)
    words = filled(translate("calendar", "Born in %1"), str(born.year)) if born.year else ""
    return CalendarLine(
        uid_of(Source.BIRTHDAY, subject_id),
        summary,
        day,
        description=words,
        rule=rule,
        alarms=(_IN_THE_MORNING,),
    )
