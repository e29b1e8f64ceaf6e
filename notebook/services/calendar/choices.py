"""What goes into the calendar file, and how much it says: a calendar may be seen by others."""

import json
from dataclasses import dataclass
from enum import StrEnum

from notebook.domain.changes import Changes
from notebook.domain.reminders import Source
from notebook.services.preferences import Preferences
from notebook.translate import translate

_KEY = "calendar"


class Part(StrEnum):
    """A kind of lines that can be left out."""

    PLANNED = "planned"
    OWN = "own"
    DELIVERIES = "deliveries"
    BIRTHDAYS = "birthdays"
    PROMISES = "promises"
    ASKING = "asking"
    OTHERS = "others"


class Wording(StrEnum):
    """How much a line says: all of it, what it is about and whom, or just that there is one."""

    NOTES = "notes"
    NAMES = "names"
    NOTHING = "nothing"


SOURCES: dict[Part, tuple[Source, ...]] = {
    Part.DELIVERIES: (Source.DELIVERY,),
    Part.PROMISES: (Source.OUR_PROMISE, Source.THEIR_PROMISE),
    Part.ASKING: (Source.CHECK_IN, Source.PROGRESS_REPORT),
    Part.OTHERS: (
        Source.KEEP_IN_TOUCH,
        Source.CONCERN,
        Source.OPEN_QUESTION,
        Source.REFERRAL_THANKS,
        Source.REFERRAL_FOLLOW_UP,
    ),
}
"""Whose reminders make up a part; the other parts have more to say than a reminder does."""

USUAL = (Part.PLANNED, Part.OWN, Part.DELIVERIES, Part.BIRTHDAYS, Part.PROMISES)


@dataclass(frozen=True, slots=True)
class CalendarChoices:
    """Which lines go in, how they are worded, and how other programs are to treat them.

    With `as_to_dos` what is to be done is written as to-dos; meetings and birthdays are events in
    any case, for nobody ticks them off. Without `with_brought_in`, appointments that came from
    another calendar are left out as long as that calendar is right about the day.
    """

    parts: tuple[Part, ...] = USUAL
    wording: Wording = Wording.NAMES
    as_to_dos: bool = False
    with_alarms: bool = True
    with_brought_in: bool = True


def calendar_choices(preferences: Preferences) -> CalendarChoices:
    """Return what the open notebook has chosen."""
    kept = json.loads(preferences.kept(_KEY) or "{}")
    usual = CalendarChoices()
    if not kept:
        return usual
    return CalendarChoices(
        tuple(part for part in Part if part in kept["parts"]),
        Wording(kept["wording"]),
        bool(kept["as_to_dos"]),
        bool(kept["with_alarms"]),
        kept.get("with_brought_in", True),
    )


def keep_choices(preferences: Preferences, choices: CalendarChoices) -> Changes:
    """Choose what goes into the calendar file."""
    kept = {
        "parts": choices.parts,
        "wording": choices.wording,
        "as_to_dos": choices.as_to_dos,
        "with_alarms": choices.with_alarms,
        "with_brought_in": choices.with_brought_in,
    }
    label = translate("calendar", "Changed what goes into the calendar file")
    return preferences.keep(_KEY, json.dumps(kept), label)
