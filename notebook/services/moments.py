"""Moments: contacts as they are logged, corrected and read."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from notebook.domain.changes import Changes
from notebook.domain.moments import Channel, Direction, format_when, parse_when
from notebook.domain.promises import PromiseState, Side
from notebook.domain.reminders import Occurrence
from notebook.errors import Refused
from notebook.services.people import present
from notebook.services.phrases import filled
from notebook.services.reminders.engine import Reminders
from notebook.services.words import contact_phrase
from notebook.storage.file import NotebookFile
from notebook.storage.reading import rows_of
from notebook.storage.tables import Moment, MomentPerson, Person, Promise, utc_now
from notebook.translate import translate


@dataclass(frozen=True, slots=True)
class PromiseDraft:
    """A promise made during a contact; `due_on` may be left open."""

    side: Side
    text: str
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class MomentDraft:
    """A contact as it is written down; the first person is the one that promises go with."""

    person_ids: tuple[int, ...]
    channel: Channel
    direction: Direction
    day: date
    at: time | None = None
    text: str = ""
    their_words: str = ""
    project_id: int | None = None
    promises: tuple[PromiseDraft, ...] = ()


@dataclass(frozen=True, slots=True)
class MomentLine:
    """One contact as it is shown: `others` are the people besides the one whose card it is."""

    id: int
    day: date
    at: time | None
    channel: Channel
    direction: Direction
    text: str
    their_words: str
    project_name: str
    others: tuple[str, ...] = ()


_OF_PERSON = """
    SELECT m.id, m.happened_at, m.channel, m.direction, m.text, m.their_words,
        (SELECT p.name FROM project p WHERE p.id = m.project_id AND p.deleted_at IS NULL)
            AS project_name,
        (SELECT json_group_array(o.name) FROM moment_person with_them
            JOIN person o ON o.id = with_them.person_id
            WHERE with_them.moment_id = m.id AND o.id != ?) AS others
    FROM moment_person mp JOIN moment m ON m.id = mp.moment_id
    WHERE mp.person_id = ? AND m.deleted_at IS NULL
    ORDER BY m.happened_at DESC, m.id DESC LIMIT ? OFFSET ?"""


_POSITION = """
    SELECT count(*) FROM moment_person mp JOIN moment m ON m.id = mp.moment_id
        JOIN moment_person own ON own.person_id = mp.person_id JOIN moment o ON o.id = own.moment_id
    WHERE mp.person_id = ? AND o.id = ? AND m.deleted_at IS NULL AND o.deleted_at IS NULL
        AND (m.happened_at, m.id) >= (o.happened_at, o.id)"""


class Moments:
    """Logs, corrects and reads contacts."""

    def __init__(self, file: NotebookFile, reminders: Reminders) -> None:
        """Write to this notebook; a contact may answer one of the reminders."""
        self._file = file
        self._reminders = reminders

    def log(self, draft: MomentDraft, now: datetime, answers: Occurrence | None = None) -> Changes:
        """Write a contact down, with its promises; last contact follows by the day it happened.

        The reminder that it `answers` is done with it, in the same change.
        Raises Refused without people, or for a day that is still to come.
        """
        people = self._checked(draft, now)
        with self._file.change(_logged(draft.channel, people)) as change:
            moment = Moment.create(**_columns(draft))
            for person in people:
                MomentPerson.create(moment=moment, person=person)
            self._promise(moment, people[0], draft)
            if answers is not None:
                self._reminders.mark_done(answers.source, answers.subject_id, answers.day)
            change.done(moment.id)
        return change.changes

    def correct(self, moment_id: int, draft: MomentDraft, now: datetime) -> Changes:
        """Correct a logged contact; promises that the draft names are added.

        Whoever is in the trash still took part, though no screen shows them.
        """
        people = self._checked(draft, now)
        moment = _logged_moment(moment_id)
        label = filled(translate("moments", "Corrected %1"), contact_phrase(draft.channel))
        with self._file.change(label) as change:
            moment.amend(**_columns(draft))
            taking_part = {row.person_id: row for row in _taking_part(moment_id)}
            for person_id, row in taking_part.items():
                if person_id not in draft.person_ids and not _is_in_trash(person_id):
                    row.delete_instance()
            for person in people:
                if person.id not in taking_part:
                    MomentPerson.create(moment=moment, person=person)
            self._promise(moment, people[0], draft)
        return change.changes

    def draft(self, moment_id: int) -> MomentDraft:
        """Return a logged contact as it can be corrected."""
        moment = _logged_moment(moment_id)
        day, at = parse_when(moment.happened_at)
        return MomentDraft(
            person_ids=tuple(row.person_id for row in _taking_part(moment_id)),
            channel=moment.channel,
            direction=moment.direction,
            day=day,
            at=at,
            text=moment.text,
            their_words=moment.their_words,
            project_id=moment.project_id,
        )

    def delete(self, moment_id: int) -> Changes:
        """Put a contact into the trash; last contact follows."""
        moment = _logged_moment(moment_id)
        label = filled(translate("moments", "Deleted %1"), contact_phrase(moment.channel))
        with self._file.change(label) as change:
            moment.amend(deleted_at=utc_now())
        return change.changes

    def of_person(self, person_id: int, limit: int, offset: int = 0) -> list[MomentLine]:
        """Return the contacts with a person, newest first."""
        rows = rows_of(self._file.database, _OF_PERSON, person_id, person_id, limit, offset)
        return [_line(row) for row in rows]

    def position(self, person_id: int, moment_id: int) -> int | None:
        """Return where a contact stands among those with a person; None for one that isn't there."""
        row = self._file.database.execute_sql(_POSITION, (person_id, moment_id)).fetchone()
        return int(row[0]) - 1 if row[0] else None

    def count_of_person(self, person_id: int) -> int:
        """Return how many contacts there were with a person."""
        row = self._file.database.execute_sql(
            "SELECT count(*) FROM moment_person mp JOIN moment m ON m.id = mp.moment_id"
            " WHERE mp.person_id = ? AND m.deleted_at IS NULL",
            (person_id,),
        ).fetchone()
        return int(row[0])

    def usual_channel(self, person_id: int) -> Channel | None:
        """Return the channel of the newest contact with a person, to begin the next one with."""
        newest = self.of_person(person_id, 1)
        return newest[0].channel if newest else None

    def _checked(self, draft: MomentDraft, now: datetime) -> list[Person]:
        if not draft.person_ids:
            raise Refused(translate("moments", "Say with whom the contact was, then save again."))
        when = datetime.combine(draft.day, draft.at or time.min)
        if when > now.replace(tzinfo=None):
            raise Refused(
                translate("moments", "This is still to come. A contact is logged once it happened.")
            )
        return [present(person_id) for person_id in dict.fromkeys(draft.person_ids)]

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
    }


def _logged_moment(moment_id: int) -> Moment:
    moment: Moment | None = Moment.get_or_none(
        (Moment.id == moment_id) & Moment.deleted_at.is_null()
    )
    if moment is None:
        raise Refused(translate("moments", "This contact is no longer in the notebook."))
    return moment


def _taking_part(moment_id: int) -> list[MomentPerson]:
    return list(
        MomentPerson.select().where(MomentPerson.moment == moment_id).order_by(MomentPerson.id)
    )


def _is_in_trash(person_id: int) -> bool:
    return Person.get_by_id(person_id).deleted_at is not None


def _logged(channel: Channel, people: Sequence[Person]) -> str:
    text = translate("moments", "Logged %1 with %2")
    if len(people) > 1:
        others = len(people) - 1
        text = (
            translate("moments", "Logged %1 with %2 and one other")
            if others == 1
            else translate("moments", "Logged %1 with %2 and %n others", others)
        )
    return filled(text, contact_phrase(channel), people[0].name)


def _line(row: dict[str, Any]) -> MomentLine:
    day, at = parse_when(row["happened_at"])
    return MomentLine(
        id=row["id"],
        day=day,
        at=at,
        channel=Channel(row["channel"]),
        direction=Direction(row["direction"]),
        text=row["text"],
        their_words=row["their_words"],
        project_name=row["project_name"] or "",
        others=tuple(json.loads(row["others"])),
    )
