"""Moments: planned, logged, corrected and read."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from notebook.domain.changes import Changes
from notebook.domain.moments import (
    Channel,
    Direction,
    MomentState,
    format_when,
    is_to_come,
    parse_when,
)
from notebook.domain.promises import PromiseState, Side
from notebook.domain.reminders import Occurrence
from notebook.errors import Refused
from notebook.services.communication import ChannelHabits
from notebook.services.moment_parts import attached, taking_part, write_files, write_people
from notebook.services.moment_words import LOGGED, PLANNED, with_people
from notebook.services.people import present
from notebook.services.phrases import filled
from notebook.services.reminders.engine import Reminders
from notebook.services.timeline import (
    MomentLine,
    TimelineChoices,
    TimelineFilter,
    TimelinePart,
    count_moments,
    found_once,
    moment_lines,
    position_of,
    timeline_choices,
)
from notebook.services.words import contact_phrase
from notebook.storage.file import NotebookFile
from notebook.storage.record import utc_now
from notebook.storage.tables import Moment, Person, Promise
from notebook.translate import translate


@dataclass(frozen=True, slots=True)
class PromiseDraft:
    """A promise made during a contact; `due_on` may be left open."""

    side: Side
    text: str
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class MomentDraft:
    """A moment as it is written down; the first person is the one that promises go with.

    `agenda` is what to talk about, `minutes` how long it takes or took, `files` the paths of what
    belongs to it, and `is_read_back` that we said their words back and they agreed.
    """

    person_ids: tuple[int, ...]
    channel: Channel
    direction: Direction
    day: date
    at: time | None = None
    text: str = ""
    their_words: str = ""
    project_id: int | None = None
    promises: tuple[PromiseDraft, ...] = ()
    minutes: int | None = None
    place: str = ""
    agenda: str = ""
    is_read_back: bool = False
    files: tuple[str, ...] = ()


_ALL, _PAST = TimelineFilter(), TimelineFilter(part=TimelinePart.PAST)


class Moments:
    """Plans, logs, corrects and reads moments."""

    def __init__(self, file: NotebookFile, reminders: Reminders) -> None:
        """Write to this notebook; a contact may answer one of the reminders."""
        self._file = file
        self._reminders = reminders
        self._habits = ChannelHabits(file)

    def plan(self, draft: MomentDraft, now: datetime) -> Changes:
        """Plan a moment for today or a later day; it is no contact until it is logged.

        Raises Refused without people, or for a day that has passed.
        """
        people = self._checked(draft)
        _refuse_past(draft, now)
        with self._file.change(with_people(PLANNED, draft.channel, people)) as change:
            moment = Moment.create(**_columns(draft), state=MomentState.PLANNED)
            self._write_parts(moment, people, draft)
            change.done(moment.id)
        return change.changes

    def log(
        self,
        draft: MomentDraft,
        now: datetime,
        answers: Occurrence | None = None,
        planned_id: int | None = None,
        *,
        notice_was_shown: bool = False,
    ) -> Changes:
        """Write a contact down, with its promises; last contact follows by the day it happened.

        The reminder that it `answers` is done with it, in the same change; the moment that was
        planned becomes the logged one. `notice_was_shown` says that the user read what there is to
        say about the channel: it isn't said again soon.
        Raises Refused without people, or for a day that is still to come.
        """
        people = self._checked(draft)
        _refuse_to_come(draft, now)
        planned = None if planned_id is None else _present_moment(planned_id)
        with self._file.change(with_people(LOGGED, draft.channel, people)) as change:
            if planned is None:
                moment = Moment.create(**_columns(draft))
            else:
                moment = planned
                moment.amend(**_columns(draft), state=MomentState.LOGGED)
            self._write_parts(moment, people, draft)
            self._habits.forget_said(people, draft.channel)
            if notice_was_shown and len(people) == 1:
                self._habits.remember_said(people[0].id, draft.channel, moment.id)
            if answers is not None:
                self._reminders.mark_done(answers.source, answers.subject_id, answers.day)
            change.done(moment.id)
        return change.changes

    def correct(self, moment_id: int, draft: MomentDraft, now: datetime) -> Changes:
        """Correct a logged contact, or change a planned one; promises that the draft names are added.

        Whoever is in the trash still took part, though no screen shows them. Raises Refused where
        a logged contact would lie ahead, or a planned one behind.
        """
        people = self._checked(draft)
        moment = _present_moment(moment_id)
        is_planned = moment.state is MomentState.PLANNED
        (_refuse_past if is_planned else _refuse_to_come)(draft, now)
        words = (
            translate("moments", "Changed the plan for %1")
            if is_planned
            else translate("moments", "Corrected %1")
        )
        with self._file.change(filled(words, contact_phrase(draft.channel))) as change:
            if not is_planned and moment.channel is not draft.channel:
                self._habits.forget_said(people, draft.channel)
            moment.amend(**_columns(draft))
            self._write_parts(moment, people, draft)
        return change.changes

    def draft(self, moment_id: int) -> MomentDraft:
        """Return a moment as it can be corrected, or changed while it is still planned."""
        moment = _present_moment(moment_id)
        day, at = parse_when(moment.happened_at)
        return MomentDraft(
            person_ids=tuple(row.person_id for row in taking_part(moment_id)),
            channel=moment.channel,
            direction=moment.direction,
            day=day,
            at=at,
            text=moment.text,
            their_words=moment.their_words,
            project_id=moment.project_id,
            minutes=moment.minutes,
            place=moment.place,
            agenda=moment.agenda,
            is_read_back=moment.is_read_back,
            files=tuple(row.path for row in attached(moment_id)),
        )

    def is_planned(self, moment_id: int) -> bool:
        """Return whether a moment is planned and not logged yet; raises Refused if it is gone."""
        return _present_moment(moment_id).state is MomentState.PLANNED

    def delete(self, moment_id: int) -> Changes:
        """Put a moment into the trash; last contact follows."""
        moment = _present_moment(moment_id)
        words = (
            translate("moments", "Called off %1")
            if moment.state is MomentState.PLANNED
            else translate("moments", "Deleted %1")
        )
        with self._file.change(filled(words, contact_phrase(moment.channel))) as change:
            moment.amend(deleted_at=utc_now())
        return change.changes

    def of_person(self, person_id: int, limit: int, offset: int = 0) -> list[MomentLine]:
        """Return the contacts that there were with a person, newest first."""
        return moment_lines(self._file.database, person_id, _PAST, limit, offset)

    def timeline(
        self, person_id: int, wanted: TimelineFilter, limit: int, offset: int = 0
    ) -> list[MomentLine]:
        """Return planned moments with a person, the next first, then logged ones, newest first."""
        return moment_lines(self._file.database, person_id, wanted, limit, offset)

    def position(self, person_id: int, moment_id: int, wanted: TimelineFilter = _ALL) -> int | None:
        """Return where a moment stands in the timeline of a person; None where it isn't there."""
        return position_of(self._file.database, person_id, moment_id, wanted)

    def count(self, person_id: int, wanted: TimelineFilter) -> int:
        """Return how many moments with a person there are of those wanted."""
        return count_moments(self._file.database, person_id, wanted)

    def found_once(self, person_id: int, wanted: TimelineFilter) -> TimelineFilter:
        """Return the filter with what its text finds now in place of the text: read on with that."""
        return found_once(self._file.database, person_id, wanted)

    def choices(self, person_id: int) -> TimelineChoices:
        """Return what the moments with a person can be narrowed down by."""
        return timeline_choices(self._file.database, person_id)

    def usual_channel(self, person_id: int) -> Channel | None:
        """Return the channel of the newest contact with a person, to begin the next one with."""
        newest = self.of_person(person_id, 1)
        return newest[0].channel if newest else None

    def _checked(self, draft: MomentDraft) -> list[Person]:
        if not draft.person_ids:
            raise Refused(translate("moments", "Say with whom the contact was, then save again."))
        return [present(person_id) for person_id in dict.fromkeys(draft.person_ids)]

    def _write_parts(self, moment: Moment, people: Sequence[Person], draft: MomentDraft) -> None:
        write_people(moment, people, draft.person_ids)
        write_files(moment, draft.files)
        self._promise(moment, people[0], draft)

    def _promise(self, moment: Moment, person: Person, draft: MomentDraft) -> None:
        for promise in draft.promises:
            Promise.create(
                side=promise.side,
                text=promise.text,
                due_on=promise.due_on,
                state=PromiseState.OPEN,
                person=person,
                project=draft.project_id,
                moment=moment,
            )


def _columns(draft: MomentDraft) -> dict[str, object]:
    return {
        "channel": draft.channel,
        "direction": draft.direction,
        "happened_at": format_when(draft.day, draft.at),
        "text": draft.text,
        "their_words": draft.their_words,
        "project": draft.project_id,
        "minutes": draft.minutes,
        "place": draft.place,
        "agenda": draft.agenda,
        "is_read_back": draft.is_read_back,
    }


def _present_moment(moment_id: int) -> Moment:
    moment: Moment | None = Moment.get_or_none(
        (Moment.id == moment_id) & Moment.deleted_at.is_null()
    )
    if moment is None:
        raise Refused(translate("moments", "This contact is no longer in the notebook."))
    return moment


def _refuse_to_come(draft: MomentDraft, now: datetime) -> None:
    if is_to_come(draft.day, draft.at, now):
        raise Refused(
            translate("moments", "This is still to come. A contact is logged once it happened.")
        )


def _refuse_past(draft: MomentDraft, now: datetime) -> None:
    # Earlier today is let through: it may have been typed while the minute came.
    if draft.day < now.date():
        raise Refused(translate("moments", "This day has passed. Plan it for a day to come."))
