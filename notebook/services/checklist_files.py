"""One checklist as one TOML file, to be given to somebody else and brought in there."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from notebook.domain.changes import Changes
from notebook.domain.checklist_parsing import ChecklistError
from notebook.errors import DiskFull, NoPermission, Refused
from notebook.formats.checklist_toml import LARGEST, decode_checklist, write_checklist
from notebook.services.checklist_names import slug
from notebook.services.checklists import Checklists
from notebook.services.phrases import filled
from notebook.storage.problems import problem_of
from notebook.translate import translate


class ChecklistFiles:
    """Brings checklists in and writes them out."""

    def __init__(self, checklists: Checklists) -> None:
        """Take them from here and put them there."""
        self._checklists = checklists

    def bring_in(self, path: Path) -> Changes:
        """Add the checklist in a file as one of the user's own; never in place of another.

        Raises Refused with the line, step and question that can't be used, or a FileProblem.
        """
        with _explained(path), path.open("rb") as file:
            content = file.read(LARGEST + 1)
        try:
            checklist = decode_checklist(content)
        except ChecklistError as error:
            raise Refused(str(error)) from error
        label = filled(translate("checklists", "Brought in the checklist %1"), checklist.name)
        return self._checklists.add(checklist, label)

    def save(self, key: str, path: Path) -> None:
        """Write a checklist to a file, whole or not at all; raises Refused or a FileProblem."""
        checklist = self._checklists.read(key).without_empty_steps()
        if not checklist.questions:
            text = translate("checklists", "“%1” has no questions yet.")
            raise Refused(filled(text, checklist.name))
        part = path.with_name(path.name + ".part")
        with _explained(path):
            try:
                part.write_text(write_checklist(checklist), encoding="utf-8", newline="\n")
                part.replace(path)
            finally:
                part.unlink(missing_ok=True)

    def file_name(self, key: str) -> str:
        """Return what to call the file of a checklist."""
        return f"{slug(self._checklists.read(key).name)}.toml"


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        problem = problem_of(error, path)
        if isinstance(problem, NoPermission | DiskFull):
            raise problem from error
        text = translate("checklists", "%1 can’t be read or written: there is no such file.")
        raise Refused(filled(text, str(path))) from error
