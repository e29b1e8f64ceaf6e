"""The lines of a calendar file, each in the words of the panel."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from notebook.domain.reminders import Source
from notebook.formats.ical_records import CalendarLine
from notebook.services.calendar.birthday_lines import birthday_lines
from notebook.services.calendar.choices import SOURCES, CalendarChoices, Part, Wording
from notebook.services.calendar.naming import uid_of
from notebook.services.calendar.own_date_lines import own_date_lines
from notebook.services.calendar.own_lines import own_lines
from notebook.services.calendar.planned_lines import planned_lines
from notebook.services.reminders.engine import all_sources
from notebook.services.reminders.line import ReminderLine
from notebook.services.reminders.source import Asked, ReminderSource
from notebook.translate import translate

EVERYTHING = 1_000_000  # lines of a source
_IN_THE_MORNING = timedelta(hours=9)


def calendar_lines(asked: Asked, choices: CalendarChoices) -> list[CalendarLine]:
    """Return all lines in a lasting order; each UID is there once."""
    found: dict[str, CalendarLine] = {}
    for line in _all_lines(asked, choices):
        uid = line.uid if line.uid not in found else uid_of(line.uid, line.day.isoformat())
        found[uid] = _dressed(replace(line, uid=uid), choices)
    return sorted(found.values(), key=lambda line: (line.day, line.uid))


def _all_lines(asked: Asked, choices: CalendarChoices) -> Iterator[CalendarLine]:
    if Part.PLANNED in choices.parts:
        yield from planned_lines(asked, with_brought_in=choices.with_brought_in)
    if Part.OWN in choices.parts:
        yield from own_lines(asked, as_to_dos=choices.as_to_dos)
    if Part.BIRTHDAYS in choices.parts:
        yield from birthday_lines(asked)
        yield from own_date_lines(asked)
    wanted = {kind for part in choices.parts for kind in SOURCES.get(part, ())}
    for source in all_sources():
        if source.kind in wanted:
            yield from _reminders(asked, source, as_to_dos=choices.as_to_dos)


def _reminders(asked: Asked, source: ReminderSource, *, as_to_dos: bool) -> Iterator[CalendarLine]:
    lines = source.describe(asked, source.find(asked).candidates)
    for line in lines:
        yield CalendarLine(
            uid_of(source.kind, line.subject_id),
            _summary(line),
            # A reminder may wait, but a delivery is agreed for its day.
            line.occurrence if source.kind is Source.DELIVERY else line.due,
            # What others say of why speaks of today, and a file is read later.
            description=line.why if source.kind is Source.DELIVERY else "",
            alarms=(_IN_THE_MORNING,),
            is_to_do=as_to_dos,
        )


def _summary(line: ReminderLine) -> str:
    return f"{line.what} ({line.who})" if line.who and line.who not in line.what else line.what


def _dressed(line: CalendarLine, choices: CalendarChoices) -> CalendarLine:
    """Let a line say as much as was chosen."""
    if not choices.with_alarms:
        line = replace(line, alarms=())
    match choices.wording:
        case Wording.NOTES:
            return line
        case Wording.NAMES:
            return replace(line, description="")
        case Wording.NOTHING:
            return replace(
                line, summary=translate("calendar", "Reminder"), description="", place=""
            )
