"""The projects that something else can be about, as a short list to choose from."""

from dataclasses import dataclass

from notebook.storage.file import NotebookFile

_MOST = 200
_CHOICES = """
    SELECT j.id, j.name, p.name FROM project j JOIN person p ON p.id = j.person_id
    WHERE j.deleted_at IS NULL AND p.deleted_at IS NULL
        AND (j.id = :kept OR (:closed_too OR j.state != 'closed')
            AND (:person IS NULL OR j.person_id = :person
                OR j.id IN (SELECT project_id FROM project_person WHERE person_id = :person)))
    ORDER BY :closed_too AND j.state = 'closed', j.sort_key, j.id LIMIT :most"""


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
        return self._choices(person_id, kept, closed_too=False)

    def of_person(self, person_id: int, kept: int | None = None) -> list[ProjectChoice]:
        """Return all projects of a person by name, those that are closed at the end."""
        return self._choices(person_id, kept, closed_too=True)

    def _choices(
        self, person_id: int | None, kept: int | None, *, closed_too: bool
    ) -> list[ProjectChoice]:
        values = {"kept": kept, "person": person_id, "closed_too": closed_too, "most": _MOST}
        rows = self._file.database.execute_sql(_CHOICES, values)
        return [ProjectChoice(*row) for row in rows.fetchall()]
