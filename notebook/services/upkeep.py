"""Looking after the notebook itself: undo, trash, backups, and its own checks."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from notebook.domain.changes import Changes
from notebook.errors import DamagedNotebook, Refused
from notebook.services.phrases import filled
from notebook.services.words import contact_phrase
from notebook.storage.backups import Backup, all_backups, back_up
from notebook.storage.care_tables import CheckIn, Concern
from notebook.storage.checks import problems_in
from notebook.storage.field_tables import OwnField
from notebook.storage.file import NotebookFile
from notebook.storage.group_tables import PersonGroup, SavedFilter
from notebook.storage.idea_tables import ValueIdea
from notebook.storage.moment_tables import FitCheck
from notebook.storage.need_tables import Need, Offering
from notebook.storage.record import Markable
from notebook.storage.referral_tables import Referral
from notebook.storage.tables import (
    Moment,
    Organisation,
    OwnChecklist,
    Person,
    Project,
    Promise,
    Reminder,
)
from notebook.translate import translate


@dataclass(frozen=True, slots=True)
class TrashLine:
    """One thing in the trash: what kind it is, what it was called, and when it was deleted."""

    kind: str
    id: int
    title: str
    deleted_at: datetime


_KINDS: dict[str, type[Markable]] = {
    "person": Person,
    "organisation": Organisation,
    "project": Project,
    "moment": Moment,
    "promise": Promise,
    "reminder": Reminder,
    "own_checklist": OwnChecklist,
    "check_in": CheckIn,
    "concern": Concern,
    "value_idea": ValueIdea,
    "fit_check": FitCheck,
    "offering": Offering,
    "need": Need,
    "referral": Referral,
    "own_field": OwnField,
    "person_group": PersonGroup,
    "saved_filter": SavedFilter,
}


class Upkeep:
    """Undo, trash, backups and checks."""

    def __init__(self, file: NotebookFile) -> None:
        """Look after this notebook."""
        self._file = file

    @property
    def next_undo(self) -> str:
        """What undo would take back; empty when there is nothing."""
        found = self._file.journal.next_undo()
        return found[1] if found else ""

    @property
    def next_redo(self) -> str:
        """What redo would make again; empty when there is nothing."""
        found = self._file.journal.next_redo()
        return found[1] if found else ""

    def undo(self) -> Changes | None:
        """Take the newest change back; None when there is nothing to undo."""
        return self._file.undo()

    def redo(self) -> Changes | None:
        """Make the change that was undone last once more; None when there is none."""
        return self._file.redo()

    def trash(self) -> list[TrashLine]:
        """Return what can be restored, newest first."""
        lines = [
            TrashLine(kind, row.id, _title(row), datetime.fromisoformat(str(row.deleted_at)))
            for kind, table in _KINDS.items()
            for row in table.select().where(table.deleted_at.is_null(False), *_restorable(table))
        ]
        return sorted(lines, key=lambda line: line.deleted_at, reverse=True)

    def restore(self, kind: str, thing_id: int) -> Changes:
        """Bring one thing back from the trash."""
        table = _KINDS[kind]
        row: Markable | None = table.get_or_none(table.id == thing_id, *_restorable(table))
        if row is None or row.deleted_at is None:
            raise Refused(translate("upkeep", "This is no longer in the trash."))
        label = filled(translate("upkeep", "Restored %1"), _title(row))
        with self._file.change(label) as change:
            row.amend(deleted_at=None)
        return change.changes

    def backups(self) -> list[Backup]:
        """Return the backups, newest first."""
        return all_backups(self._file.backups)

    def back_up(self, folder: Path | None = None, occasion: str = "by-hand") -> Path:
        """Make a verified backup and return where it is.

        Old ones make room in the notebook's own folder only, never in one that somebody chose,
        and those that stay there forget who was erased since.
        """
        if folder is not None:
            return back_up(self._file.path, folder, occasion, keep=None)
        with self._file.reading():
            self._file.clean_up()
        made = back_up(self._file.path, self._file.backups, occasion)
        self._file.erase_from_backups()
        return made

    def check(self) -> None:
        """Raise DamagedNotebook when the file, its links or its search index are not whole."""
        problems = problems_in(self._file.database.connection())
        if problems:
            raise DamagedNotebook(self._file.path) from ValueError("; ".join(problems))


def _restorable(table: type[Markable]) -> list[Any]:
    """Leave out cards that became part of another one: only undo fills them again."""
    return [Person.merged_into.is_null()] if table is Person else []


_NAMED = (
    Person | Organisation | Project | OwnChecklist | Offering | OwnField | PersonGroup | SavedFilter
)


def _title(row: Markable) -> str:
    if isinstance(row, _NAMED):
        return row.name
    if isinstance(row, Moment):
        return row.text or row.agenda or contact_phrase(row.channel)
    if isinstance(row, CheckIn):
        return filled(translate("upkeep", "Check-in on %1"), row.project.name)
    if isinstance(row, FitCheck):
        return filled(translate("upkeep", "How it fits with %1"), row.person.name)
    if isinstance(row, Referral):
        from notebook.services.referrals import other_name

        return filled(translate("upkeep", "%1 and %2"), row.person.name, other_name(row))
    assert isinstance(row, Promise | Reminder | Concern | ValueIdea | Need)
    return row.text
