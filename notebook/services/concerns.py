"""Concerns: what went wrong for a customer, who answers for it, and how it is set right."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum

from notebook.domain import concerns as rules
from notebook.domain.changes import Changes
from notebook.domain.concerns import ConcernStep, Standing
from notebook.domain.moments import Channel, Direction
from notebook.domain.text import excerpt
from notebook.errors import Refused
from notebook.services.concern_page import (
    ConcernPage,
    concern_row,
    read_concern,
    standing_of,
)
from notebook.services.draft_rows import project_row
from notebook.services.moments import MomentDraft, Moments
from notebook.services.people import present
from notebook.services.phrases import filled
from notebook.storage.care_tables import Concern, StepTaken
from notebook.storage.file import NotebookFile
from notebook.storage.record import utc_now
from notebook.storage.tables import Person
from notebook.translate import translate

FOLLOW_UP_AFTER = timedelta(days=7)
"""Usually: long enough to see whether it holds, soon enough to matter."""
_LABEL_LENGTH = 60


class Answer(StrEnum):
    """What they say when they are asked whether it is right now."""

    NOT_ASKED = "not-asked"
    NOT_YET = "not-yet"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class ConcernDraft:
    """A concern as it comes up; the words are theirs as far as possible."""

    person_id: int
    text: str
    project_id: int | None = None


@dataclass(frozen=True, slots=True)
class StepEntry:
    """One step as it is filled in; a note may be there before the step is done."""

    is_done: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class ConcernEntry:
    """Everything about a concern that can be filled in; `channel` is how they were asked.

    Without a project it keeps one that is in the trash, for that may come back; and what they said
    when they were asked last, unless they are asked again.
    """

    text: str
    steps: Mapping[ConcernStep, StepEntry] = field(default_factory=dict)
    owner_id: int | None = None
    escalated_to_id: int | None = None
    follow_up_on: date | None = None
    answer: Answer = Answer.NOT_ASKED
    follow_up_words: str = ""
    channel: Channel = Channel.CALL
    project_id: int | None = None


class Concerns:
    """Opens concerns, sets them right step by step, and closes them."""

    def __init__(self, file: NotebookFile, moments: Moments) -> None:
        """Write to this notebook; being asked again is a contact like any other."""
        self._file = file
        self._moments = moments

    def open(self, draft: ConcernDraft, opened_on: date) -> Changes:
        """Write a concern down; `created` is its id. It is followed up a week later.

        Whoever looks after the person answers for it. Raises Refused without words.
        """
        person = present(draft.person_id)
        text = _worded(draft.text)
        if draft.project_id is not None:
            project_row(draft.project_id)
        words = translate("concerns", "Opened a concern of %1: %2")
        with self._file.change(filled(words, person.name, _short(text))) as change:
            concern = Concern.create(
                person=person,
                project=draft.project_id,
                text=text,
                opened_on=opened_on,
                owner=_usual_owner(person),
                follow_up_on=opened_on + FOLLOW_UP_AFTER,
            )
            change.done(concern.id)
        return change.changes

    def page(self, concern_id: int, today: date) -> ConcernPage:
        """Return everything about a concern; raises Refused when it is gone."""
        return read_concern(concern_id, today)

    def save(
        self, concern_id: int, entry: ConcernEntry, now: datetime, *, closing: bool = False
    ) -> Changes:
        """Save what was filled in, and close the concern if wanted, all in one change.

        Steps that are newly done are done today. Asking them again is logged as a contact.
        Raises Refused where a step makes no sense; then nothing is saved.
        """
        concern, today = concern_row(concern_id), now.date()
        before = standing_of(concern)
        rules.refuse_closed(before)
        after = _walked(before, entry, today)
        if closing:
            after = rules.close(after, today)
        with self._file.change(_label(concern, after, entry.text)) as change:
            self._write(concern, after, entry)
            _write_steps(concern, after, entry)
            asked = entry.answer is not Answer.NOT_ASKED and before.followed_up_on is None
            if asked:
                self._log(concern, entry, now)
            change.done(concern.id)
        return change.changes

    def reopen(self, concern_id: int, today: date) -> Changes:
        """Open a closed concern again; it is followed up anew, a week later."""
        concern = concern_row(concern_id)
        after = rules.reopen(standing_of(concern), today + FOLLOW_UP_AFTER)
        words = translate("concerns", "Opened the concern of %1 again")
        with self._file.change(filled(words, concern.person.name)) as change:
            concern.amend(
                closed_on=after.closed_on,
                followed_up_on=after.followed_up_on,
                follow_up_on=after.follow_up_on,
            )
        return change.changes

    def move(self, concern_id: int, person_id: int) -> Changes:
        """Say that a concern, open or closed, is of somebody else; raises Refused for one gone."""
        concern, person = concern_row(concern_id), present(person_id)
        words = translate("concerns", "The concern of %1 is now one of %2")
        with self._file.change(filled(words, concern.person.name, person.name)) as change:
            concern.amend(person_id=person.id)
        return change.changes

    def trash(self, concern_id: int) -> Changes:
        """Put a concern into the trash, from which it can come back."""
        concern = concern_row(concern_id)
        words = translate("concerns", "Moved the concern of %1 to the trash")
        with self._file.change(filled(words, concern.person.name)) as change:
            concern.amend(deleted_at=utc_now())
        return change.changes

    def _write(self, concern: Concern, after: Standing, entry: ConcernEntry) -> None:
        wanted = {
            "text": _worded(entry.text),
            "project_id": _project_of(concern, entry),
            "owner_id": after.owner_id,
            "escalated_to_id": after.escalated_to_id,
            "follow_up_on": after.follow_up_on,
            "followed_up_on": after.followed_up_on,
            "follow_up_words": _said_last(concern, entry),
            "closed_on": after.closed_on,
        }
        changed = {name: new for name, new in wanted.items() if getattr(concern, name) != new}
        if changed:
            concern.amend(**changed)

    def _log(self, concern: Concern, entry: ConcernEntry, now: datetime) -> None:
        words = (
            translate("concerns", "Asked whether it is right now, and it is: %1")
            if entry.answer is Answer.RIGHT
            else translate("concerns", "Asked whether it is right now, and it is not yet: %1")
        )
        draft = MomentDraft(
            person_ids=(concern.person_id,),
            channel=entry.channel,
            direction=Direction.WE,
            day=now.date(),
            at=now.time(),
            text=filled(words, _short(entry.text)),
            their_words=entry.follow_up_words,
            project_id=entry.project_id,
        )
        self._moments.log(draft, now)


def _walked(before: Standing, entry: ConcernEntry, today: date) -> Standing:
    """Return the standing after everything that the entry changes, in an order that makes sense."""
    standing = before
    if before.followed_up_on is not None and entry.answer is not Answer.RIGHT:
        standing = rules.take_follow_up_back(standing)
    wanted = {step for step, each in entry.steps.items() if each.is_done}
    for step in reversed(ConcernStep):
        if step in before.steps and step not in wanted:
            standing = rules.take_back(standing, step)
    for step in ConcernStep:
        if step in wanted and step not in before.steps:
            standing = rules.take(standing, step, today)
    if entry.owner_id != standing.owner_id:
        standing = rules.hand_over(standing, entry.owner_id)
    if entry.escalated_to_id != standing.escalated_to_id:
        standing = rules.escalate(standing, entry.escalated_to_id)
    return _followed_up(standing, entry, today)


def _followed_up(standing: Standing, entry: ConcernEntry, today: date) -> Standing:
    if entry.answer is Answer.NOT_YET:
        return rules.ask_again(standing, today, entry.follow_up_on)
    if entry.follow_up_on != standing.follow_up_on:
        standing = rules.plan_follow_up(standing, entry.follow_up_on)
    if entry.answer is Answer.RIGHT and standing.followed_up_on is None:
        standing = rules.follow_up(standing, today)
    return standing


def _write_steps(concern: Concern, after: Standing, entry: ConcernEntry) -> None:
    rows = {row.step: row for row in StepTaken.select().where(StepTaken.concern == concern)}
    for step, each in entry.steps.items():
        values = {"note": each.note, "done_on": after.steps.get(step)}
        row = rows.get(step)
        if row is None:
            if each.is_done or each.note.strip():
                StepTaken.create(concern=concern, step=step, **values)
        elif (row.note, row.done_on) != (values["note"], values["done_on"]):
            row.amend(**values)


def _project_of(concern: Concern, entry: ConcernEntry) -> int | None:
    if entry.project_id is not None:
        return project_row(entry.project_id).id
    kept = concern.project
    return kept.id if kept is not None and kept.deleted_at is not None else None


def _said_last(concern: Concern, entry: ConcernEntry) -> str:
    kept: str = concern.follow_up_words
    return kept if entry.answer is Answer.NOT_ASKED else entry.follow_up_words


def _usual_owner(person: Person) -> int | None:
    owner = person.looked_after_by
    return owner.id if owner is not None and owner.deleted_at is None else None


def _worded(text: str) -> str:
    if not text.strip():
        raise Refused(translate("concerns", "Say what went wrong, then save again."))
    return text


def _short(text: str) -> str:
    return excerpt(text, _LABEL_LENGTH)


def _label(concern: Concern, after: Standing, text: str) -> str:
    words = (
        translate("concerns", "Closed the concern of %1: %2")
        if after.closed_on is not None
        else translate("concerns", "Saved the concern of %1: %2")
    )
    return filled(words, concern.person.name, _short(text))
