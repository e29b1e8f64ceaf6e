"""What changed in a project since the last time that one met."""

from dataclasses import dataclass
from datetime import date, timedelta

from peewee import Database

from notebook.domain.dates_in_words import day_month
from notebook.domain.moments import Channel, MomentState, parse_when
from notebook.services.phrases import filled
from notebook.services.project_events import ProjectEvents, Span, events_between, moved_sentence
from notebook.storage.tables import Moment
from notebook.translate import translate

_MEETINGS = (Channel.MEETING, Channel.VISIT)


@dataclass(frozen=True, slots=True)
class SinceMeeting:
    """The day of the last meeting, and what happened after it, in plain words."""

    met_on: date
    lines: tuple[str, ...]


def since_meeting(database: Database, project_id: int, today: date) -> SinceMeeting | None:
    """Return what changed since the last meeting about a project; None before there was one."""
    met: Moment | None = (
        Moment.select(Moment.happened_at)
        .where(
            Moment.project == project_id,
            Moment.channel.in_(_MEETINGS),
            Moment.state == MomentState.LOGGED,
            Moment.deleted_at.is_null(),
            Moment.happened_at < (today + timedelta(days=1)).isoformat(),
        )
        .order_by(Moment.happened_at.desc())
        .first()
    )
    if met is None:
        return None
    met_on, _ = parse_when(met.happened_at)
    events = events_between(database, project_id, Span(met_on + timedelta(days=1), today))
    return SinceMeeting(met_on, tuple(_lines(events, today)))


def _lines(events: ProjectEvents, today: date) -> list[str]:
    named = (
        (translate("since", "Delivered: %1"), events.delivered),
        (translate("since", "We kept: %1"), events.kept_by_us),
        (translate("since", "They kept: %1"), events.kept_by_them),
        (translate("since", "Agreed anew: %1"), events.amended),
        (translate("since", "Went wrong: %1"), events.concerns_opened),
        (translate("since", "Set right: %1"), events.concerns_closed),
    )
    lines = [
        filled(translate("since", "%1 (%2)"), filled(words, text), day_month(day, today))
        for words, found in named
        for day, text in found
    ]
    lines += [
        filled(translate("since", "Moved: %1"), moved_sentence(moved, today))
        for moved in events.moved
    ]
    if events.contacts:
        lines.append(
            translate("since", "1 contact")
            if events.contacts == 1
            else translate("since", "%n contacts", events.contacts)
        )
    return lines
