"""Asking the questions of a project."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from notebook.errors import Refused
from notebook.ui.errands.desk import Desk
from notebook.ui.navigator import WizardRequest

if TYPE_CHECKING:
    from notebook.ui.wizards.expectations_wizard import ExpectationsWizard
    from notebook.ui.wizards.tools import WizardTools


class ProjectErrands(QObject):
    """Runs the wizard that pages ask for; it tells the notifier itself what it saved."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        desk.navigator.wizard_requested.connect(self.open_wizard)

    @Slot(object)
    def open_wizard(self, request: WizardRequest) -> None:
        """Open the wizard for a new project or one that is there; not for one that is gone."""
        from notebook.ui.wizards.expectations_wizard import ExpectationsWizard

        notebook = self._desk.notebook
        wizard = ExpectationsWizard(
            notebook.drafts,
            notebook.checklists.offered(),
            self._desk.notifier,
            self._tools(),
            self._desk.window,
        )
        wizard.project_chosen.connect(self._desk.navigator.project_requested)
        try:
            self._begin(wizard, request)
        except Refused:
            wizard.deleteLater()
            return
        self._desk.open(wizard)

    def _tools(self) -> "WizardTools":
        from notebook.ui.wizards.tools import WizardTools

        desk = self._desk
        return WizardTools(
            desk.icons,
            desk.clock,
            desk.prompts,
            desk.find_people,
            desk.add_person,
            desk.add_team_member,
            desk.notebook.drafts.new_row_id,
        )

    def _begin(self, wizard: "ExpectationsWizard", request: WizardRequest) -> None:
        if request.project_id is not None:
            wizard.resume(request.project_id, request.question_key)
        elif request.person_id is not None:
            wizard.start(next(iter(self._desk.named((request.person_id,))), None))
        else:
            wizard.start()
