"""Own reminders: a line that the user wrote for a day of their own choosing."""

from collections.abc import Sequence
from datetime import date

from typing_extensions import override

from notebook.domain.reminders import Source
from notebook.services.reminders.line import ReminderLine
from notebook.services.reminders.selected import SelectedSource
from notebook.services.reminders.source import Asked, Candidate, described_rows, present
from notebook.storage.tables import Reminder
from notebook.translate import translate

_OPEN = f"""
    SELECT id AS subject_id, due_on AS occurrence, NULL AS rhythm_days FROM reminder
    WHERE done_on IS NULL AND deleted_at IS NULL
        AND (person_id IS NULL OR {present("person", "person_id")})
        AND (project_id IS NULL OR {present("project", "project_id")})"""


class OwnReminders(SelectedSource):
    """Once each."""

    kind = Source.OWN

    @override
    def open_ones(self, asked: Asked) -> tuple[str, tuple[object, ...]]:
        """Return those that are not done."""
        return _OPEN, ()

    @override
    def finish(self, subject_id: int, occurrence: date, today: date | None) -> None:
        """Say that it was done today."""
        Reminder.get_by_id(subject_id).amend(done_on=today or occurrence)

    @override
    def describe(self, asked: Asked, chosen: Sequence[Candidate]) -> list[ReminderLine]:
        """Say for whom it is."""
        rows = described_rows(
            asked,
            "SELECT r.id, r.text, p.id, p.name, j.id, j.name FROM reminder r"
            " LEFT JOIN person p ON p.id = r.person_id LEFT JOIN project j ON j.id = r.project_id"
            " WHERE r.id IN ({ids})",
            chosen,
        )
        lines = []
        for candidate in chosen:
            _, text, person_id, name, project_id, project = rows[candidate.subject_id]
            own = "" if name or project else translate("reminders", "Your own reminder")
            lines.append(
                self.line(
                    candidate,
                    asked.today,
                    who=name or "",
                    what=text,
                    why=(project or "", name or "", own),
                    person_id=person_id,
                    project_id=project_id,
                )
            )
        return lines
