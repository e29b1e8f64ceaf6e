"""Asking the questions of a project, and moving what it delivers."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from notebook.domain.changes import Changes
from notebook.domain.moves import NewDay
from notebook.errors import NotebookError, Refused
from notebook.services.amendments import AmendmentDraft
from notebook.services.outcomes import Closing, OutcomeDraft
from notebook.services.project_moments import ProjectMoment
from notebook.ui.errands.desk import Desk
from notebook.ui.navigator import AmendRequest, WizardRequest

if TYPE_CHECKING:
    from notebook.ui.wizards.expectations_wizard import ExpectationsWizard
    from notebook.ui.wizards.tools import WizardTools


class ProjectErrands(QObject):
    """Runs the wizard that pages ask for; it tells the notifier itself what it saved.

    Signals:
        said(str): why there is nothing to open.
    """

    said = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        desk.navigator.wizard_requested.connect(self.open_wizard)
        desk.navigator.move_requested.connect(self.move)
        desk.navigator.amend_requested.connect(self.amend)
        desk.navigator.close_requested.connect(self.close_project)
        desk.navigator.outcome_requested.connect(self.correct_outcome)

    @Slot(object)
    def open_wizard(self, request: WizardRequest) -> None:
        """Open the wizard for a new project or one that is there, or say why it does not open."""
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
        offers = wizard.project_step.offers
        offers.edit_chosen.connect(lambda: self._edit_checklist(wizard))
        offers.new.take_over_chosen.connect(lambda: self._change(wizard, self._take_over))
        offers.new.decline_chosen.connect(lambda: self._change(wizard, self._decline))
        wizard.agreement_step.gate.refer_chosen.connect(
            lambda whom, why: self._refer_on(wizard, whom, why)
        )
        try:
            self._begin(wizard, request)
        except Refused as refused:
            wizard.deleteLater()
            self.said.emit(str(refused))
            return
        self._desk.open(wizard)

    def _edit_checklist(self, wizard: "ExpectationsWizard") -> None:
        """Leave the wizard, which keeps what was filled in, for the checklist it begins with."""
        wizard.reject()
        if not wizard.isVisible():
            key = wizard.project_step.checklist_key
            self._desk.navigator.checklists_requested.emit(key)

    def _change(self, wizard: "ExpectationsWizard", change: Callable[[int], Changes]) -> bool:
        """Let something change the project in the wizard; return whether that could be done."""
        try:
            wizard.let_change(change)
        except NotebookError as problem:
            wizard.frame.banner.show_message(str(problem), "warn")
            return False
        return True

    def _refer_on(self, wizard: "ExpectationsWizard", whom: str, why: str) -> None:
        """Close the project in the wizard, and the wizard with it."""
        outcomes, today = self._desk.notebook.outcomes, self._desk.clock.today()
        if self._change(wizard, lambda each: outcomes.refer_on(each, whom, why, today)):
            wizard.reject()

    def _take_over(self, project_id: int) -> Changes:
        versions = self._desk.notebook.checklist_versions
        return versions.take_over(project_id, self._desk.clock.today())

    def _decline(self, project_id: int) -> Changes:
        versions = self._desk.notebook.checklist_versions
        return versions.decline(project_id, self._desk.clock.today())

    @Slot(object)
    def move(self, deliverable_id: int) -> None:
        """Ask for another day of a delivery."""
        from notebook.ui.dialogs.move_day import MoveDay

        desk = self._desk
        try:
            movable = desk.notebook.delivery_moves.movable(deliverable_id)
        except Refused as refused:
            desk.prompts.show_problem(self.tr("This can’t be moved"), str(refused))
            return
        today = desk.clock.today()
        dialog = MoveDay(
            movable,
            desk.icons,
            desk.prompts,
            today,
            lambda new: self._move(deliverable_id, new),
            desk.window,
        )
        desk.open(dialog)

    def _move(self, deliverable_id: int, new: NewDay) -> str:
        moves, today = self._desk.notebook.delivery_moves, self._desk.clock.today()
        return self._desk.trouble(
            lambda: moves.move(
                deliverable_id, new.to_on, today, said_on=new.said_on, reason=new.reason
            )
        )

    @Slot(object)
    def amend(self, request: AmendRequest) -> None:
        """Ask what is agreed from now on, who said so and why."""
        from notebook.ui.amending.amend_dialog import AmendDialog

        desk = self._desk
        amendments, today = desk.notebook.amendments, desk.clock.today()
        try:
            amendable = amendments.amendable(request.project_id, request.question_key)
        except Refused as refused:
            desk.prompts.show_problem(self.tr("This can’t be changed"), str(refused))
            return

        def save(draft: AmendmentDraft) -> str:
            return desk.trouble(
                lambda: amendments.amend(request.project_id, request.question_key, draft, today)
            )

        desk.open(AmendDialog(amendable, self._tools(), save, desk.window))

    @Slot(object)
    def close_project(self, project_id: int) -> None:
        """Ask how a project ended, and what becomes of all that is still open."""
        outcomes = self._desk.notebook.outcomes
        self._ask_how_it_ended(project_id, outcomes.closing, outcomes.close)

    @Slot(object)
    def correct_outcome(self, project_id: int) -> None:
        """Ask what is to be said better of the end of a closed project."""
        outcomes = self._desk.notebook.outcomes
        self._ask_how_it_ended(project_id, outcomes.correctable, outcomes.correct)

    def _ask_how_it_ended(
        self,
        project_id: int,
        read: Callable[[int, date], Closing],
        write: Callable[[int, OutcomeDraft, date], Changes],
    ) -> None:
        from notebook.ui.closing.close_project import CloseProject

        desk = self._desk
        today = desk.clock.today()
        try:
            closing = read(project_id, today)
        except Refused as refused:
            desk.prompts.show_problem(self.tr("This can’t be done"), str(refused))
            return

        def save(draft: OutcomeDraft) -> str:
            return desk.trouble(lambda: write(project_id, draft, desk.clock.today()))

        def older(known: int, most: int) -> Sequence[ProjectMoment]:
            return desk.notebook.outcomes.older_moments(project_id, known, most)

        desk.open(CloseProject(closing, desk.icons, desk.prompts, today, save, older, desk.window))

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
            desk.notebook.checklist_versions.new_questions,
        )

    def _begin(self, wizard: "ExpectationsWizard", request: WizardRequest) -> None:
        if request.project_id is not None:
            wizard.resume(request.project_id, request.question_key)
        elif request.person_id is not None:
            wizard.start(next(iter(self._desk.named((request.person_id,))), None))
        else:
            wizard.start()
