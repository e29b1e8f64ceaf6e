"""Handing over everything that one of us looks after to another one, in one change."""

from dataclasses import dataclass
from datetime import date

from notebook.domain.changes import Changes
from notebook.errors import Refused
from notebook.services.people import present
from notebook.services.phrases import filled
from notebook.storage.file import NotebookFile
from notebook.storage.organisation_tables import Handover
from notebook.storage.reading import rows_of
from notebook.storage.record import utc_now
from notebook.storage.tables import Person
from notebook.translate import translate

_LIVE_PROJECTS = "SELECT id FROM project WHERE state != 'closed' AND deleted_at IS NULL"
_OPEN_CONCERNS = "closed_on IS NULL AND deleted_at IS NULL"

_COUNTS = f"""
    SELECT
        (SELECT count(*) FROM person WHERE looked_after_by_id = ?1 AND deleted_at IS NULL)
            AS looked_after,
        (SELECT count(*) FROM person WHERE covered_by_id = ?1 AND deleted_at IS NULL) AS covered,
        (SELECT count(*) FROM concern WHERE (owner_id = ?1 OR escalated_to_id = ?1)
            AND {_OPEN_CONCERNS}) AS concerns,
        (SELECT count(DISTINCT project_id) FROM project_person WHERE person_id = ?1
            AND side = 'ours' AND project_id IN ({_LIVE_PROJECTS})) AS projects,
        (SELECT count(*) FROM responsibility WHERE person_id = ?1
            AND project_id IN ({_LIVE_PROJECTS})) AS responsibilities,
        EXISTS (SELECT 1 FROM handover WHERE from_id = ?1
            AND (looked_after != '[]' OR covered != '[]')) AS has_handed_over"""

_IDS = """
    SELECT json_group_array(id) AS ids FROM person WHERE {column} = ? AND deleted_at IS NULL"""

# Nobody looks after themselves, who looks after somebody need not cover them besides, and a concern
# is not escalated to whoever has it.
_STEPS = (
    (
        "UPDATE person SET covered_by_id = NULL, changed_at = :now"
        " WHERE looked_after_by_id = :from AND covered_by_id = :to"
    ),
    (
        "UPDATE person SET covered_by_id = NULL, changed_at = :now"
        " WHERE covered_by_id = :from AND (looked_after_by_id = :to OR id = :to)"
    ),
    (
        "UPDATE person SET looked_after_by_id = NULL, changed_at = :now"
        " WHERE looked_after_by_id = :from AND id = :to"
    ),
    (
        "UPDATE person SET looked_after_by_id = :to, changed_at = :now"
        " WHERE looked_after_by_id = :from"
    ),
    "UPDATE person SET covered_by_id = :to, changed_at = :now WHERE covered_by_id = :from",
    (
        "UPDATE concern SET owner_id = :to, changed_at = :now"
        f" WHERE owner_id = :from AND {_OPEN_CONCERNS}"
    ),
    (
        "UPDATE concern SET escalated_to_id = :to, changed_at = :now"
        f" WHERE escalated_to_id = :from AND {_OPEN_CONCERNS}"
    ),
    (
        "UPDATE concern SET escalated_to_id = NULL, changed_at = :now"
        f" WHERE escalated_to_id = :to AND owner_id = :to AND {_OPEN_CONCERNS}"
    ),
    f"""DELETE FROM project_person WHERE person_id = :from AND side = 'ours'
        AND project_id IN ({_LIVE_PROJECTS}) AND EXISTS (SELECT 1 FROM project_person o
            WHERE o.project_id = project_person.project_id AND o.person_id = :to
            AND o.side = 'ours')""",
    f"""UPDATE project_person SET person_id = :to, introduced = 0, changed_at = :now
        WHERE person_id = :from AND side = 'ours' AND project_id IN ({_LIVE_PROJECTS})""",
    f"""UPDATE responsibility SET person_id = :to, changed_at = :now
        WHERE person_id = :from AND project_id IN ({_LIVE_PROJECTS})""",
)


@dataclass(frozen=True, slots=True)
class HandoverPreview:
    """What would go from one to the other; `responsibilities` are what they answer for in projects.

    `has_handed_over` says that there is a sheet about whom they gave to another one before.
    """

    looked_after: int
    covered: int
    concerns: int
    projects: int
    responsibilities: int = 0
    has_handed_over: int = 0

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to hand over."""
        return not (
            self.looked_after
            or self.covered
            or self.concerns
            or self.projects
            or self.responsibilities
        )

    @property
    def has_sheet(self) -> bool:
        """Whether there is somebody to be told of on a handover sheet."""
        return bool(self.looked_after or self.covered or self.has_handed_over)


class Handovers:
    """Hands over."""

    def __init__(self, file: NotebookFile) -> None:
        """Write to this notebook."""
        self._file = file

    def preview(self, from_id: int) -> HandoverPreview:
        """Return what one of us has to hand over."""
        return HandoverPreview(**rows_of(self._file.database, _COUNTS, from_id)[0])

    def hand_over(self, from_id: int, to_id: int, on: date, note: str = "") -> Changes:
        """Give everything that one of us looks after to another one, in one change.

        People looked after and covered, open concerns, the part in projects that are not closed
        and what they answer for there: the other one is not introduced yet. `on`, `note` and who
        it was about are written down. Raises Refused when there is nothing, when both are one, or
        when one of them is not of the team.
        """
        giver, taker = _member(from_id), _member(to_id)
        if giver.id == taker.id:
            raise Refused(translate("team", "Choose two different people."))
        if self.preview(from_id).is_empty:
            sentence = translate("team", "%1 has nothing to hand over.")
            raise Refused(filled(sentence, giver.name))
        label = filled(translate("team", "Handed over from %1 to %2"), giver.name, taker.name)
        values = {"from": giver.id, "to": taker.id, "now": utc_now()}
        with self._file.change(label) as change:
            Handover.create(
                from_id=giver.id,
                to_id=taker.id,
                on_day=on,
                note=note.strip(),
                looked_after=self._ids("looked_after_by_id", giver.id),
                covered=self._ids("covered_by_id", giver.id),
            )
            for step in _STEPS:
                self._file.database.execute_sql(step, values)
        return change.changes

    def _ids(self, column: str, member_id: int) -> str:
        (row,) = rows_of(self._file.database, _IDS.format(column=column), member_id)
        return str(row["ids"])


def _member(person_id: int) -> Person:
    person = present(person_id)
    if not person.is_team:
        sentence = translate("team", "%1 is not one of our team.")
        raise Refused(filled(sentence, person.name))
    return person
