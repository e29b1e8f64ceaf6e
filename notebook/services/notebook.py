"""An open notebook with everything that one can do with it, put together in one place."""

from pathlib import Path
from typing import TYPE_CHECKING

from notebook.services.briefs import Briefs
from notebook.services.cards import Cards
from notebook.services.check_ins.check_ins import CheckIns
from notebook.services.check_ins.history import CheckInHistory
from notebook.services.checklist_editing import ChecklistEditing
from notebook.services.checklist_files import ChecklistFiles
from notebook.services.checklist_versions import ChecklistVersions
from notebook.services.checklists import Checklists
from notebook.services.concerns import Concerns
from notebook.services.delivery_moves import DeliveryMoves
from notebook.services.drafts import Drafts
from notebook.services.moments import Moments
from notebook.services.people import People
from notebook.services.people_list import PeopleList
from notebook.services.preferences import Preferences
from notebook.services.projects import Projects
from notebook.services.promises import Promises
from notebook.services.reminders.engine import Reminders
from notebook.services.upkeep import Upkeep
from notebook.storage.file import NotebookFile

if TYPE_CHECKING:
    from notebook.services.imports import Imports


class Notebook:
    """The services over one file; window, commands and tests begin here."""

    def __init__(self, file: NotebookFile) -> None:
        """Build the services over an open file."""
        self.file = file
        self.people = People(file)
        self.people_list = PeopleList(file)
        self.promises = Promises(file)
        self.cards = Cards(file)
        self.checklists = Checklists(file)
        self.checklist_editing = ChecklistEditing(file, self.checklists)
        self.checklist_files = ChecklistFiles(self.checklists)
        self.checklist_versions = ChecklistVersions(file, self.checklists)
        self.drafts = Drafts(file, self.checklists)
        self.projects = Projects(file)
        self.delivery_moves = DeliveryMoves(file)
        self.preferences = Preferences(file)
        self.reminders = Reminders(file, self.preferences)
        self.moments = Moments(file, self.reminders)
        self.concerns = Concerns(file, self.moments)
        self.check_ins = CheckIns(file, self.moments, self.concerns)
        self.check_in_history = CheckInHistory(file)
        self.briefs = Briefs(file, self.cards, self.moments, self.preferences)
        self.upkeep = Upkeep(file)

    @property
    def imports(self) -> "Imports":
        """Bringing people in; what reads contact files is imported when it is first needed."""
        from notebook.services.imports import Imports

        return Imports(self.file, self.people)

    @classmethod
    def open(cls, path: Path) -> "Notebook":
        """Open the notebook at `path`, or make a new one; raises a FileProblem."""
        return cls(NotebookFile(path))

    def close(self) -> None:
        """Make a backup when something changed, and close the file.

        Raises a FileProblem when there could be no backup; the file is closed all the same.
        """
        try:
            if self.file.changed_since_opened:
                self.upkeep.back_up(occasion="closing")
        finally:
            self.file.close()
