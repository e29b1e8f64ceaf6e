"""What opens above the pages for a project: the expectations wizard."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from notebook.errors import Refused
from notebook.services.notebook import Notebook
from notebook.services.people import PersonDraft
from notebook.services.people_list import PersonLine
from notebook.ui.clock import Clock
from notebook.ui.icons import Icons
from notebook.ui.navigator import Navigator, WizardRequest
from notebook.ui.notifier import Notifier
from notebook.ui.prompts import Prompts
from notebook.ui.widgets.people_chooser import ChosenPerson
from notebook.ui.wizards.expectations_wizard import ExpectationsWizard
from notebook.ui.wizards.tools import WizardTools

_SUGGESTIONS = 8


class ProjectErrands(QObject):
    """Runs the wizard that pages ask for; it tells the notifier itself what it saved."""

    def __init__(
        self,
        notebook: Notebook,
        notifier: Notifier,
        navigator: Navigator,
        clock: Clock,
        icons: Icons,
        window: QWidget,
        prompts: Prompts,
    ) -> None:
        super().__init__(window)
        self._notebook, self._notifier, self._navigator = notebook, notifier, navigator
        self._clock, self._window = clock, window
        self._tools = WizardTools(
            icons,
            clock,
            prompts,
            self._find,
            self._add,
            self._add_team,
            notebook.drafts.new_row_id,
        )
        navigator.wizard_requested.connect(self.open_wizard)

    @Slot(object)
    def open_wizard(self, request: WizardRequest) -> None:
        """Open the wizard for a new project or one that is there; not for one that is gone."""
        wizard = ExpectationsWizard(
            self._notebook.drafts,
            self._notebook.checklists.built_in(),
            self._notifier,
            self._tools,
            self._window,
        )
        wizard.finished.connect(wizard.deleteLater)
        wizard.project_chosen.connect(self._navigator.project_requested)
        try:
            self._begin(wizard, request)
        except Refused:
            wizard.deleteLater()
            return
        wizard.open()

    def _begin(self, wizard: ExpectationsWizard, request: WizardRequest) -> None:
        if request.project_id is not None:
            wizard.resume(request.project_id, request.question_key)
        elif request.person_id is not None:
            lines = self._notebook.people_list.lines([request.person_id], self._clock.today())
            wizard.start(ChosenPerson(lines[0].id, lines[0].name) if lines else None)
        else:
            wizard.start()

    def _find(self, text: str) -> list[PersonLine]:
        return self._notebook.people_list.search(text, self._clock.today(), _SUGGESTIONS)

    def _add(self, name: str) -> ChosenPerson:
        return self._save_new(PersonDraft(name))

    def _add_team(self, name: str) -> ChosenPerson:
        return self._save_new(PersonDraft(name, is_team=True))

    def _save_new(self, draft: PersonDraft) -> ChosenPerson:
        changes = self._notebook.people.save(None, draft, self._clock.today())
        self._notifier.tell(changes)
        return ChosenPerson(changes.new_id, draft.name)
