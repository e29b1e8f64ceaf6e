"""What the window's errands share: the notebook, and how the parts of the window talk."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QDialog, QWidget

from notebook.domain.changes import Changes
from notebook.errors import NotebookError
from notebook.services.notebook import Notebook
from notebook.services.people import PersonDraft
from notebook.services.people_list import PersonLine
from notebook.ui.announcing import AnnouncingWindow
from notebook.ui.clock import Clock
from notebook.ui.icons import Icons
from notebook.ui.navigator import Navigator
from notebook.ui.notifier import Notifier
from notebook.ui.prompts import Prompts
from notebook.ui.widgets.people_chooser import ChosenPerson

_SUGGESTIONS = 8


@dataclass(frozen=True, slots=True)
class Desk:
    """The parts that open dialogs above the pages work with, and what all of them do."""

    notebook: Notebook
    notifier: Notifier
    navigator: Navigator
    clock: Clock
    icons: Icons
    prompts: Prompts
    window: QWidget

    def find_people(self, text: str) -> list[PersonLine]:
        """Return whom a typed text may mean, for choosers."""
        return self.notebook.people_list.search(text, self.clock.today(), _SUGGESTIONS)

    def add_person(self, name: str) -> ChosenPerson:
        """Add somebody of whom just the name is known."""
        return self._add(PersonDraft(name))

    def add_team_member(self, name: str) -> ChosenPerson:
        """Add one of our own people, of whom just the name is known."""
        return self._add(PersonDraft(name, is_team=True))

    def named(self, person_ids: tuple[int, ...]) -> list[ChosenPerson]:
        """Return these people with their names; those who are gone are left out."""
        lines = self.notebook.people_list.lines(person_ids, self.clock.today())
        return [ChosenPerson(line.id, line.name) for line in lines]

    def trouble(self, change: Callable[[], Changes]) -> str:
        """Make a change and let everybody know; return why it can't be made, or nothing."""
        try:
            changes = change()
        except NotebookError as problem:
            return str(problem)
        self.notifier.tell(changes)
        return ""

    def announce(self, text: str, action: str = "", run: Callable[[], None] | None = None) -> None:
        """Say something at the head of the window that stays until it is closed.

        `action` names what `run` does.
        """
        assert isinstance(self.window, AnnouncingWindow)
        self.window.announce(text, action, run)

    def open(self, dialog: QDialog) -> None:
        """Show a dialog above the window, and let go of it when it is closed."""
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _add(self, draft: PersonDraft) -> ChosenPerson:
        changes = self.notebook.people.save(None, draft, self.clock.today())
        self.notifier.tell(changes)
        return ChosenPerson(changes.new_id, draft.name)
