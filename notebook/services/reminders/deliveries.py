"""Deliveries: what a project is to deliver by a day, until it is delivered."""

from collections.abc import Sequence
from datetime import date

from typing_extensions import override

from notebook.domain.projects import Agreed
from notebook.domain.reminders import Source
from notebook.services.delivering import mark_delivered
from notebook.services.reminders.line import ReminderLine
from notebook.services.reminders.selected import SelectedSource
from notebook.services.reminders.source import Asked, Candidate, described_rows
from notebook.storage.reading import with_person
from notebook.storage.tables import Deliverable
from notebook.translate import translate

_OPEN = f"""
    SELECT id AS subject_id, asks_on AS occurrence, NULL AS rhythm_days
    FROM deliverable WHERE asks_on IS NOT NULL AND {with_person("project_id")}"""


class Deliveries(SelectedSource):
    """Of projects that are agreed, under way, or called delivered although this is not."""

    kind = Source.DELIVERY
    at_once = False

    @override
    def open_ones(self, asked: Asked) -> tuple[str, tuple[object, ...]]:
        """Return what has a day and is not delivered."""
        return _OPEN, ()

    @override
    def finish(self, subject_id: int, occurrence: date, today: date | None) -> None:
        """Say that it was delivered today."""
        mark_delivered(Deliverable.get_by_id(subject_id), today or occurrence)

    @override
    def finished_label(self) -> str:
        """Return what delivering it is called."""
        return translate("reminders", "Delivered: %1")

    @override
    def describe(self, asked: Asked, chosen: Sequence[Candidate]) -> list[ReminderLine]:
        """Say for which project, and whether they agree with the day."""
        rows = described_rows(
            asked,
            "SELECT d.id, CASE WHEN trim(d.what) != '' THEN d.what ELSE d.how END, d.agreed, j.id, j.name, p.id, p.name FROM deliverable d"
            " JOIN project j ON j.id = d.project_id JOIN person p ON p.id = j.person_id"
            " WHERE d.id IN ({ids})",
            chosen,
        )
        lines = []
        for candidate in chosen:
            _, what, agreed, project_id, project, person_id, name = rows[candidate.subject_id]
            lines.append(
                self.line(
                    candidate,
                    asked.today,
                    who=name,
                    what=what,
                    why=(project, _agreement(Agreed(agreed))),
                    person_id=person_id,
                    project_id=project_id,
                )
            )
        return lines


def _agreement(agreed: Agreed) -> str:
    if agreed is Agreed.YES:
        return translate("reminders", "delivery agreed")
    if agreed is Agreed.NO:
        return translate("reminders", "delivery, date not agreed")
    return translate("reminders", "delivery, date still open")
