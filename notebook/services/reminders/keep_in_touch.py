"""Keep in touch: somebody should hear from us, one rhythm after the last contact."""

import json
from collections.abc import Sequence
from datetime import date, timedelta

from typing_extensions import override

from notebook.domain.dates_in_words import day_month, days_ago
from notebook.domain.moments import Channel
from notebook.domain.reminders import Mark, Source
from notebook.domain.rhythm import contact_due_after
from notebook.domain.urgency import ReminderGroup, group_of
from notebook.services.phrases import filled
from notebook.services.reminders.line import ReminderLine
from notebook.services.reminders.marks import write_mark
from notebook.services.reminders.selected import SelectedSource
from notebook.services.reminders.source import Asked, Candidate, Found, described_rows
from notebook.storage.tables import Person
from notebook.translate import translate

_HORIZON = timedelta(days=30)

# Letter for letter the expression of the indexes person_to_keep_in_touch and person_by_rhythm,
# which make it fast.
_DUE = (
    "max(date(coalesce(last_contact_on, known_since), '+' || touch_days || ' days'),"
    " coalesce(paused_until, ''))"
)
_TURN = "date(coalesce(last_contact_on, known_since), '+' || touch_days || ' days')"
_KEPT = "touch_days IS NOT NULL AND deleted_at IS NULL"
_WITH_RHYTHM = f"{_KEPT} AND touch_days >= 1"
_LOOKED_AFTER = """
    SELECT mp.person_id FROM moment m JOIN moment_person mp ON mp.moment_id = m.id
    WHERE m.state = 'planned' AND m.deleted_at IS NULL AND m.happened_at >= ?"""
_OPEN = f"""
    SELECT id AS subject_id, {_DUE} AS occurrence, touch_days AS rhythm_days, {_TURN} AS turn
    FROM person WHERE {_WITH_RHYTHM} AND id NOT IN ({_LOOKED_AFTER})"""
_COUNT = f"SELECT count(*) FROM person WHERE {_WITH_RHYTHM} AND {_DUE} BETWEEN ? AND ?"
_LISTED = "SELECT value FROM json_each(?)"
_DUE_OF_LISTED = f"SELECT {_DUE} FROM person WHERE id IN ({_LISTED}) AND {_WITH_RHYTHM}"
# A turn that was let go or put off before a pause began, which ends earlier than that, counts too.
_MARKED = f"""
    SELECT o.subject_id, k.occurrence, o.rhythm_days, k.mark, k.until, o.occurrence
    FROM reminder_mark k CROSS JOIN ({_OPEN}) o ON o.subject_id = k.subject_id
    WHERE k.source = 'keep-in-touch' AND k.occurrence IN (o.occurrence, o.turn)
    ORDER BY k.occurrence"""
_ROW = f"id, {_DUE} AS due, touch_days, {_DUE}"
_FIRST = f"""
    SELECT {_ROW} FROM person
    WHERE {_WITH_RHYTHM} AND {_DUE} BETWEEN ? AND ? AND id NOT IN ({_LISTED})
    ORDER BY {_DUE}, id LIMIT ?"""
# Of those with the same rhythm the first are the most urgent: no other needs to be looked at.
_MOST_OVERDUE = f"""
    WITH RECURSIVE left_out AS MATERIALIZED (SELECT value FROM json_each(?2)), rhythm(days) AS (
        SELECT 0 UNION ALL SELECT (SELECT min(touch_days) FROM person
            WHERE {_KEPT} AND touch_days > days) FROM rhythm WHERE days IS NOT NULL)
    SELECT {_ROW} FROM person
    WHERE id IN (SELECT first.value FROM rhythm, json_each((
        SELECT json_group_array(id) FROM (
            SELECT id FROM person
            WHERE {_KEPT} AND days >= 1 AND touch_days = days AND {_DUE} < ?1 AND id NOT IN left_out
            ORDER BY {_DUE}, id LIMIT ?3))) first)
    ORDER BY (julianday(due) - julianday(?1)) / touch_days, due, id LIMIT ?3"""
_ASKED_ABOUT = timedelta(days=7)
"""For so long after a planned day it is enough to ask how it went."""


class KeepInTouch(SelectedSource):
    """Due by the last contact, or by the day since when we know somebody never contacted.

    Skipping lets go what is past: the next turn is the first of the rhythm's days after that day.
    Any contact begins anew by its own date, and one before the last contact changes nothing. Who
    has a planned moment with us is looked after; a pause lets somebody rest until its last day.
    The rhythm is the person's own, or the shortest of their groups.
    """

    kind = Source.KEEP_IN_TOUCH
    contact_like = True

    @override
    def find(self, asked: Asked) -> Found:
        """Return the most urgent of each group; whoever is left out is few, and taken off."""
        marked = self._marked(asked)
        found = self._found_marked(asked, marked)
        looked_after = asked.rows(_LOOKED_AFTER, _planned_since(asked.today))
        left_out = json.dumps([*marked, *(person_id for (person_id,) in looked_after)])
        horizon = self.horizon(asked.today)
        for (due,) in asked.rows(_DUE_OF_LISTED, left_out):
            if due <= horizon.isoformat():
                found.totals[group_of(date.fromisoformat(due), asked.today)] -= 1
        for group, first, last in asked.windows():
            days = (first.isoformat(), min(last, horizon).isoformat())
            ((count,),) = asked.rows(_COUNT, *days)
            found.totals[group] += count
            if group is ReminderGroup.OVERDUE:
                rows = asked.rows(_MOST_OVERDUE, asked.today.isoformat(), left_out, asked.limit)
            else:
                rows = asked.rows(_FIRST, *days, left_out, asked.limit)
            found.candidates += [self._found(asked, row) for row in rows]
        return found

    @override
    def open_ones(self, asked: Asked) -> tuple[str, tuple[object, ...]]:
        """Return everybody with a rhythm."""
        return _OPEN, (_planned_since(asked.today),)

    @override
    def horizon(self, today: date) -> date:
        """Look a month ahead: further away it would be half of the address book."""
        return today + _HORIZON

    @override
    def _marked(self, asked: Asked) -> dict[int, Candidate | None]:
        """Return what marks made of the turns; a pause never lets one come earlier."""
        marked: dict[int, Candidate | None] = {}
        for *row, due in asked.rows(_MARKED, *self.open_ones(asked)[1]):
            candidate = self._after(asked, row)
            is_of_turn_before = row[1] < due
            if is_of_turn_before and candidate and candidate.due <= date.fromisoformat(due):
                continue
            marked[row[0]] = candidate
        return marked

    @override
    def after_mark(
        self, asked: Asked, subject_id: int, occurrence: date, rhythm_days: int | None
    ) -> Candidate | None:
        """Return the first of the following turns that is neither done nor skipped."""
        marks = {
            day: (mark, until)
            for day, mark, until in asked.rows(
                "SELECT occurrence, mark, until FROM reminder_mark"
                " WHERE source = ? AND subject_id = ?",
                self.kind.value,
                subject_id,
            )
        }
        mark, until = marks[occurrence.isoformat()]
        while mark in {Mark.DONE, Mark.SKIPPED}:
            settled_on = date.fromisoformat(until) if until else occurrence
            following = contact_due_after(occurrence, rhythm_days or 1, settled_on)
            if following is None:
                return None
            occurrence = following
            mark, until = marks.get(occurrence.isoformat(), ("", None))
        due = date.fromisoformat(until) if until else None
        return self.candidate(
            subject_id, occurrence, asked.today, rhythm_days, due=due, put_off=due is not None
        )

    @override
    def finish(self, subject_id: int, occurrence: date, today: date | None) -> None:
        """Settle what is due today; a contact that is logged counts by itself, by its own date.

        So a contact that is deleted later takes its effect along.
        """
        if today is not None:
            write_mark(self.kind, subject_id, occurrence, Mark.DONE, today)

    @override
    def let_go(self, subject_id: int, occurrence: date, today: date) -> None:
        """Let go what is past, and the turn itself where that is still to come."""
        write_mark(self.kind, subject_id, occurrence, Mark.SKIPPED, today)

    @override
    def following(self, subject_id: int, occurrence: date, today: date) -> date | None:
        """Return the turn that comes when this one is settled today."""
        rhythm = Person.get_by_id(subject_id).touch_days
        return contact_due_after(occurrence, rhythm, today) if rhythm else None

    @override
    def describe(self, asked: Asked, chosen: Sequence[Candidate]) -> list[ReminderLine]:
        """Say how often, and when it was last."""
        rows = described_rows(
            asked,
            "SELECT id, name, touch_days, touch_maximum, last_contact_on, known_since,"
            " preferred_channel"
            " FROM person WHERE id IN ({ids})",
            chosen,
        )
        lines = []
        for candidate in chosen:
            person_id, name, rhythm, longest, last, known_since, channel = rows[
                candidate.subject_id
            ]
            what = filled(translate("reminders", "Get in touch with %1"), name)
            silent = asked.today - date.fromisoformat(last or known_since)
            why = (
                _every(rhythm),
                _longest(longest, silent.days),
                _last(last, known_since, asked.today),
            )
            channel = Channel(channel) if channel else None
            lines.append(
                self.line(
                    candidate,
                    asked.today,
                    who=name,
                    what=what,
                    why=why,
                    person_id=person_id,
                    channel=channel,
                )
            )
        return lines


def _planned_since(today: date) -> str:
    return (today - _ASKED_ABOUT).isoformat()


def _every(rhythm_days: int) -> str:
    if rhythm_days == 1:
        return translate("reminders", "Every day")
    return translate("reminders", "Every %n days", rhythm_days)


def _longest(longest: int | None, silent_days: int) -> str:
    if longest is None:
        return ""
    if silent_days > longest:
        return translate("reminders", "longer than the %n days at most", longest)
    return translate("reminders", "at most %n", longest)


def _last(last: str | None, known_since: str, today: date) -> str:
    if last:
        ago = days_ago(date.fromisoformat(last), today)
        return filled(translate("reminders", "last %1"), ago)
    known = day_month(date.fromisoformat(known_since), today)
    return filled(translate("reminders", "no contact yet, known since %1"), known)
