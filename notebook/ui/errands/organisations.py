"""Adding, changing and merging organisations, and who is there."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from notebook.domain.changes import Changes
from notebook.errors import NotebookError, Refused
from notebook.services.organisations import OrganisationDraft
from notebook.services.roles import RoleDraft
from notebook.ui.errands.desk import Desk


class OrganisationErrands(QObject):
    """Runs the dialogs of organisations, and tells the notifier what came of them."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        go = desk.navigator
        go.new_organisation_requested.connect(self.add)
        go.organisation_edit_requested.connect(self.edit)
        go.merge_requested.connect(self.merge)
        go.colleague_requested.connect(self.add_colleague)
        go.employer_requested.connect(self.change_employer)

    @Slot()
    def add(self) -> None:
        """Add an organisation and show it."""
        from notebook.ui.dialogs.organisation_dialogs import OrganisationDialog

        desk = self._desk
        desk.open(
            OrganisationDialog(
                OrganisationDraft(""), desk.icons, desk.prompts, self._add, desk.window
            )
        )

    @Slot(object)
    def edit(self, organisation_id: int) -> None:
        """Change name or note."""
        from notebook.ui.dialogs.organisation_dialogs import OrganisationDialog

        desk, organisations = self._desk, self._desk.notebook.organisations
        draft = self._draft(organisation_id)
        if draft is not None:
            desk.open(
                OrganisationDialog(
                    draft,
                    desk.icons,
                    desk.prompts,
                    lambda typed: self._try(lambda: organisations.save(organisation_id, typed)),
                    desk.window,
                )
            )

    @Slot(object)
    def merge(self, organisation_id: int) -> None:
        """Ask which other one becomes part of this one."""
        from notebook.ui.dialogs.organisation_dialogs import MergeDialog

        desk, organisations = self._desk, self._desk.notebook.organisations
        draft = self._draft(organisation_id)
        if draft is not None:
            desk.open(
                MergeDialog(
                    draft.name,
                    desk.icons,
                    desk.prompts,
                    lambda text: [
                        line for line in organisations.named(text) if line.id != organisation_id
                    ],
                    lambda other: self._try(lambda: organisations.merge(organisation_id, other)),
                    desk.window,
                )
            )

    @Slot(object)
    def add_colleague(self, organisation_id: int) -> None:
        """Ask who else is there."""
        from notebook.ui.dialogs.organisation_dialogs import ColleagueDialog

        desk, changes = self._desk, self._desk.notebook.role_changes
        today = desk.clock.today()
        draft = self._draft(organisation_id)
        if draft is not None:
            desk.open(
                ColleagueDialog(
                    draft.name,
                    desk.icons,
                    desk.prompts,
                    desk.find_people,
                    desk.add_person,
                    lambda person_id, title: self._try(
                        lambda: changes.add_person(organisation_id, person_id, title, today)
                    ),
                    desk.window,
                )
            )

    @Slot(object)
    def change_employer(self, person_id: int) -> None:
        """Ask where somebody is now."""
        from notebook.ui.dialogs.employer_dialog import EmployerDialog

        desk, notebook = self._desk, self._desk.notebook
        today = desk.clock.today()
        try:
            card = notebook.cards.card(person_id, today)
        except Refused as refused:
            desk.prompts.show_problem(self.tr("This can’t be done"), str(refused))
            return

        def change(ended: int | None, begun: RoleDraft) -> str:
            return self._try(
                lambda: notebook.role_changes.change_employer(person_id, ended, begun, today)
            )

        desk.open(
            EmployerDialog(
                card.name,
                card.present_roles,
                desk.icons,
                desk.prompts,
                notebook.organisations.named,
                today,
                change,
                desk.window,
            )
        )

    def _draft(self, organisation_id: int) -> OrganisationDraft | None:
        try:
            return self._desk.notebook.organisations.draft(organisation_id)
        except Refused as refused:
            self._desk.prompts.show_problem(self.tr("This can’t be done"), str(refused))
            return None

    def _add(self, draft: OrganisationDraft) -> str:
        return self._try(lambda: self._desk.notebook.organisations.add(draft), show=True)

    def _try(self, change: Callable[[], Changes], *, show: bool = False) -> str:
        """Make a change and tell of it; return the sentence that says why it can't be made."""
        try:
            changes = change()
        except NotebookError as problem:
            return str(problem)
        self._desk.notifier.tell(changes)
        if show:
            self._desk.navigator.organisation_requested.emit(changes.new_id)
        return ""
