"""The parts of the brief about the meeting itself: the next one planned, and how a first one goes."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import accumulate

from notebook.domain.dates_in_words import clock_words, day_month, relative_day
from notebook.domain.fit import FitDecision
from notebook.domain.moments import MomentState, parse_when
from notebook.domain.text import excerpt
from notebook.errors import Refused
from notebook.services.brief_page import (
    BriefLine,
    BriefPart,
    BriefSection,
    BriefTone,
    line,
    section,
)
from notebook.services.cards import PersonCard
from notebook.services.fit_checks import answers_in_words, decision_word
from notebook.services.phrases import filled
from notebook.services.timeline import MomentLine
from notebook.services.words import channel_word
from notebook.storage.tables import Moment, MomentPerson, Person
from notebook.translate import translate

_MOST_NAMES, _NAME_LENGTH, _NAMES_LENGTH = 3, 60, 75
_TONES: dict[FitDecision, BriefTone] = {
    FitDecision.GO_ON: "ok",
    FitDecision.NOT_SURE: "warn",
    FitDecision.REFER: "warn",
}


def next_meeting(planned: MomentLine | None, today: date) -> BriefSection:
    """Return when and where the next moment is planned, and what to talk about."""
    if planned is None:
        return section(BriefPart.MEETING, "", ())
    when = relative_day(planned.day, today)
    when = f"{when} {clock_words(planned.at)}" if planned.at else when
    heading = filled(translate("brief", "%1 · %2"), when, channel_word(planned.channel))
    lines = []
    if planned.place:
        lines.append(line(planned.place, translate("brief", "Where")))
    if planned.others:
        with_them = names_of(planned.others, _most_that_fit(planned.others))
        lines.append(line(filled(translate("brief", "with %1"), with_them)))
    lines += [line(each) for each in planned.agenda.splitlines() if each.strip()]
    return section(BriefPart.MEETING, heading, lines or [line(planned.project_name or when)])


def names_of(names: Sequence[str], most: int = _MOST_NAMES) -> str:
    """Return who takes part: "Ana Pereira, Ben Ode, Carla Ruiz and 2 more"."""
    shown = ", ".join(excerpt(name, _NAME_LENGTH) for name in names[:most])
    more = len(names) - most
    if more <= 0:
        return shown
    return filled(translate("brief", "%1 and %n more", more), shown)


def moment_with_people(moment_id: int) -> tuple[Moment, list[Person]]:
    """Return a planned moment and who takes part, as they were named.

    Raises Refused for one that is gone, or when all of its people are in the trash.
    """
    moment: Moment | None = Moment.get_or_none(
        (Moment.id == moment_id) & Moment.deleted_at.is_null()
    )
    people = list(
        Person.select(Person.id, Person.name)
        .join(MomentPerson)
        .where(MomentPerson.moment == moment_id, Person.deleted_at.is_null())
        .order_by(MomentPerson.id)
    )
    if moment is None or not people:
        raise Refused(translate("brief", "This meeting is no longer in the notebook."))
    return moment, people


def planned_line(moment: Moment, today: date) -> MomentLine | None:
    """Return a moment as the next meeting; None when it lies behind."""
    day, at = parse_when(moment.happened_at)
    if day < today or moment.state is not MomentState.PLANNED:
        return None
    return MomentLine(
        id=moment.id,
        day=day,
        at=at,
        channel=moment.channel,
        direction=moment.direction,
        text=moment.text,
        their_words=moment.their_words,
        project_name="",
        is_planned=True,
        place=moment.place,
        agenda=moment.agenda,
        project_id=moment.project_id,
    )


def with_others(planned: MomentLine | None, others: Sequence[Person]) -> MomentLine | None:
    """Return a planned moment with those for whom the page has no part of their own."""
    if planned is None:
        return None
    return replace(planned, others=tuple(person.name for person in others))


def first_meeting(card: PersonCard, called: str) -> BriefSection:
    """Return how to begin a relationship; nothing once there was a meeting, or contact by other ways.

    Thanks, a comfortable place and time for each other come before any business.
    """
    is_first = not card.has_met and (card.planned_count or not card.moment_count)
    lines = [line(filled(words, called)) for words in _steps()] if is_first else []
    return section(BriefPart.FIRST, translate("brief", "A first meeting"), lines)


def fit_line(card: PersonCard, called: str, today: date) -> list[BriefLine]:
    """Return what was thought after the first meeting."""
    entry = card.fit_check
    if entry is None:
        return []
    day = day_month(entry.day, today) if entry.day else ""
    words = " · ".join(part for part in (answers_in_words(entry, called), entry.note, day) if part)
    return [line(words, decision_word(entry.decision), _TONES[entry.decision])]


def _most_that_fit(names: Sequence[str]) -> int:
    """Return how many names stand on one line, with how many more there are."""
    lengths = accumulate(len(excerpt(name, _NAME_LENGTH)) + len(", ") for name in names)
    return max(1, sum(length <= _NAMES_LENGTH for length in lengths))


def _steps() -> tuple[str, ...]:
    return (
        translate("brief", "Thank %1 for the time."),
        translate("brief", "Choose a comfortable place where you can hear each other."),
        translate("brief", "Ten to fifteen minutes to get to know each other. Business later."),
        translate("brief", "Then listen, say back what you heard, and only then answer."),
    )
