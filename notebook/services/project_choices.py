"""The projects that something else can be about, as a short list to choose from."""

from dataclasses import dataclass

from notebook.storage.file import NotebookFile

_MOST = 200
_CHOICES = """
    SELECT j.id, j.name, p.name FROM project j JOIN person p ON p.id = j.person_id
    WHERE j.deleted_at IS NULL AND p.deleted_at IS NULL AND (j.id = :kept OR j.state != 'closed'
        AND (:person IS NULL OR j.person_id = :person
            OR j.id IN (SELECT project_id FROM project_person WHERE person_id = :person)))
    ORDER BY j.sort_key, j.id LIMIT :most"""


@dataclass(frozen=True, slots=True)
class ProjectChoice:
    """One project, and for whom it is."""

    id: int
    name: str
    person: str


class ProjectChoices:
    """Reads which projects there are to choose from."""

    def __init__(self, file: NotebookFile) -> None:
        """Read from this notebook."""
        self._file = file

    def open_ones(self, person_id: int | None, kept: int | None = None) -> list[ProjectChoice]:
        """Return what is not closed, by name: of this person, or the first 200 of everybody.

        `kept` is a project that is among them in any case, if it is still there.
        """
        rows = self._file.database.execute_sql(
            _CHOICES, {"kept": kept, "person": person_id, "most": _MOST}
        )
        return [ProjectChoice(*row) for row in rows.fetchall()]
