"""Promises with a day: what we owe, and what is owed to us.

A promise without a day never falls due, so it stands on the card and in the brief, not here.
"""

from collections.abc import Sequence
from datetime import date

from typing_extensions import override

from notebook.domain.promises import Side
from notebook.domain.reminders import Source
from notebook.services.phrases import filled
from notebook.services.promise_rows import close_as_kept
from notebook.services.reminders.line import ReminderLine
from notebook.services.reminders.selected import SelectedSource
from notebook.services.reminders.source import Asked, Candidate, described_rows
from notebook.storage.reading import not_in_trash, of_no_lost_project
from notebook.storage.tables import Promise
from notebook.translate import translate

# The index holds all that is asked for: of a promise that was put off long ago nothing else is read.
_OPEN = f"""
    SELECT id AS subject_id, due_on AS occurrence, NULL AS rhythm_days
    FROM promise INDEXED BY promise_open
    WHERE state = 'open' AND deleted_at IS NULL AND due_on IS NOT NULL AND side = ?
        AND {not_in_trash("person", "person_id")}
        AND {of_no_lost_project("project_id")}"""


class _OpenPromises(SelectedSource):
    """The open promises of one side."""

    at_once = False
    side: Side

    @override
    def open_ones(self, asked: Asked) -> tuple[str, tuple[object, ...]]:
        """Return those of people and projects that are still there."""
        return _OPEN, (self.side.value,)

    @override
    def finish(self, subject_id: int, occurrence: date, today: date | None) -> None:
        """Close it as kept."""
        assert today is not None, "a promise keeps the day"
        close_as_kept(Promise.get_by_id(subject_id), today)

    @override
    def finished_label(self) -> str:
        """Return what keeping it is called."""
        return translate("reminders", "Kept: %1")

    def whose(self) -> str:
        """Return who promised it to whom, %1 being the other side."""
        raise NotImplementedError

    @override
    def describe(self, asked: Asked, chosen: Sequence[Candidate]) -> list[ReminderLine]:
        """Say what was promised to whom, and for which project."""
        rows = described_rows(
            asked,
            "SELECT q.id, q.text, p.id, p.name, j.id, j.name FROM promise q"
            " JOIN person p ON p.id = q.person_id LEFT JOIN project j ON j.id = q.project_id"
            " WHERE q.id IN ({ids})",
            chosen,
        )
        lines = []
        for candidate in chosen:
            _, text, person_id, name, project_id, project = rows[candidate.subject_id]
            lines.append(
                self.line(
                    candidate,
                    asked.today,
                    who=name,
                    what=text,
                    why=(filled(self.whose(), name), project or ""),
                    person_id=person_id,
                    project_id=project_id,
                )
            )
        return lines


class OurPromises(_OpenPromises):
    """What we owe."""

    kind = Source.OUR_PROMISE
    side = Side.OURS

    @override
    def whose(self) -> str:
        """Return to whom it was promised."""
        return translate("reminders", "Promise to %1")


class TheirPromises(_OpenPromises):
    """What is owed to us."""

    kind = Source.THEIR_PROMISE
    side = Side.THEIRS

    @override
    def whose(self) -> str:
        """Return who promised it."""
        return translate("reminders", "Promised by %1")
