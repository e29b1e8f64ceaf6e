"""Erasing a person for good, and saying first what goes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from notebook.domain.changes import Changes
from notebook.services.people import present
from notebook.storage.backups import all_backups
from notebook.storage.belongings import belongings
from notebook.storage.erased_people import anybody_left_traces
from notebook.storage.file import NotebookFile
from notebook.storage.problems import explained
from notebook.storage.reading import rows_of


@dataclass(frozen=True, slots=True)
class ErasePlan:
    """What would go: how many rows of each table, and the contacts that others took part in.

    `looked_after` counts the people whom nobody would look after any more.
    """

    person_id: int
    name: str
    counts: Mapping[str, int]
    projects: tuple[str, ...]
    shared_contacts: int
    looked_after: int
    backups: int


def _quietly(_done: int, _of: int) -> None:
    """Report to nobody."""


class Erasing:
    """Erases people."""

    def __init__(self, file: NotebookFile) -> None:
        """Erase from this notebook."""
        self._file = file

    def plan(self, person_id: int) -> ErasePlan:
        """Return what goes with a person; raises Refused for somebody who is gone."""
        name = present(person_id).name
        found = belongings(self._file.database.connection(), person_id)
        contacts = rows_of(
            self._file.database,
            "SELECT moment_id FROM moment_person WHERE person_id = ?",
            person_id,
        )
        projects = rows_of(
            self._file.database,
            "SELECT name FROM project WHERE person_id = ? ORDER BY name",
            person_id,
        )
        return ErasePlan(
            person_id,
            name,
            {table: len(ids) for table, ids in found.items() if ids},
            tuple(row["name"] for row in projects),
            sum(row["moment_id"] not in found["moment"] for row in contacts),
            self._looked_after(person_id),
            len(all_backups(self._file.backups)),
        )

    def _looked_after(self, person_id: int) -> int:
        (row,) = rows_of(
            self._file.database,
            "SELECT count(*) AS people FROM person"
            " WHERE looked_after_by_id = ? AND deleted_at IS NULL",
            person_id,
        )
        return int(row["people"])

    def erase(
        self,
        person_id: int,
        report: Callable[[int, int], None] = _quietly,
        before: Callable[[], object] | None = None,
    ) -> Changes:
        """Erase a person from tables, journal and search; nothing brings them back.

        `before` is done in the same transaction: somebody takes over. `report` hears when the first
        of two steps is done: they are gone, and the file is still to be written anew.
        Raises Refused for somebody who is gone, or a FileProblem; nobody is erased then. Anything
        may have changed. Traces may be left in the file, as `is_clean` says.
        """
        present(person_id)
        with explained(self._file.path), self._file.database.atomic():
            if before is not None:
                before()
            self._file.erase_person(person_id)
        report(1, 2)
        self._file.clean_up()
        return Changes("", everything=True)

    def is_clean(self) -> bool:
        """Whether no byte of whom was erased is left in the file.

        It is tried again whenever the notebook is opened or backed up.
        """
        return not anybody_left_traces()
