"""What one does now and then with one person: judge it, look back, export, erase."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from notebook.domain.changes import Changes
from notebook.domain.warmth import Warmth
from notebook.errors import NotebookError, Refused
from notebook.services.cards import PersonCard
from notebook.services.people import TeamMember
from notebook.services.phrases import filled
from notebook.ui.errands.desk import Desk
from notebook.ui.errands.leaving import open_leaving

if TYPE_CHECKING:
    from notebook.services.history.person_history import WayBack
    from notebook.services.one_person.erasing import ErasePlan
    from notebook.ui.jobs import Progress

_OLDER = 200  # changes more, each time they are asked for


class OnePersonErrands(QObject):
    """Opens the dialogs that a card's head and menu ask for, and tells what came of them."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        desk.navigator.warmth_requested.connect(self.judge)
        desk.navigator.history_requested.connect(self.show_history)
        desk.navigator.person_export_requested.connect(self.export)
        desk.navigator.erase_requested.connect(self.erase)

    @Slot(object)
    def judge(self, person_id: int) -> None:
        """Show why it is as warm as it is, and let the user overrule it."""
        from notebook.ui.dialogs.warmth_dialog import WarmthDialog

        desk, judgements = self._desk, self._desk.notebook.judgements
        card = self._card(person_id)
        if card is None:
            return
        today = desk.clock.today()

        def save(state: Warmth, note: str) -> str:
            return self._trouble(lambda: judgements.judge(person_id, state, note, today))

        dialog = WarmthDialog(card, today, save, desk.prompts, desk.window)
        dialog.taken_back.connect(
            lambda: self._do(lambda: judgements.take_back(person_id), self.tr("Nothing changed"))
        )
        desk.open(dialog)

    @Slot(object)
    def show_history(self, person_id: int) -> None:
        """Show what happened to a card, and take it back where the user wants."""
        from notebook.ui.dialogs.history_dialog import HistoryDialog

        desk, histories = self._desk, self._desk.notebook.histories
        today = desk.clock.today()
        try:
            history = histories.of(person_id, today)
        except Refused as refused:
            desk.prompts.show_problem(self.tr("There is no card"), str(refused))
            return

        def preview(change_id: int) -> "WayBack":
            return histories.way_back(person_id, change_id, today)

        def show_older() -> None:
            more = dialog.list.count() + _OLDER
            dialog.show_history(histories.of(person_id, today, limit=more))

        dialog = HistoryDialog(history, today, preview, desk.window)
        dialog.older_wanted.connect(show_older)
        dialog.back_chosen.connect(
            lambda change_id: self._do(
                lambda: histories.go_back(person_id, change_id), self.tr("Nothing changed")
            )
        )
        desk.open(dialog)

    @Slot(object)
    def export(self, person_id: int) -> None:
        """Write out everything about a person, into a folder that the user chooses."""
        desk = self._desk
        folder = desk.prompts.choose_folder(self.tr("A folder for the two files"))
        if folder is None:
            return
        try:
            today = desk.clock.today()
            exported = desk.notebook.person_export.write(person_id, folder, today)
        except NotebookError as problem:
            desk.prompts.show_problem(self.tr("Nothing was written"), str(problem))
            return
        words = self.tr("Written: %1 to read and print, and %2 for other programs, in %3")
        self._desk.announce(filled(words, exported.page.name, exported.rows.name, str(folder)))

    @Slot(object)
    def erase(self, person_id: int) -> None:
        """Ask who takes over where somebody has to, then whether to erase for good, and do it."""
        desk = self._desk
        try:
            plan = desk.notebook.erasing.plan(person_id)
        except Refused as refused:
            desk.prompts.show_problem(self.tr("There is no card"), str(refused))
            return
        leaving = desk.notebook.leaving_team.leaving((person_id,))
        if leaving is None:
            self._confirm(plan, None)
            return

        def go_on(taker: TeamMember | None) -> str:
            dialog.accepted.connect(lambda: self._confirm(plan, taker))
            return ""

        dialog = open_leaving(desk, leaving, self.tr("Go on"), go_on)

    def _confirm(self, plan: "ErasePlan", taker: TeamMember | None) -> None:
        from notebook.ui.dialogs.erase_dialog import EraseDialog

        notebook, today = self._desk.notebook, self._desk.clock.today()

        def take_over() -> None:
            if taker is not None:
                notebook.handovers.hand_over(plan.person_id, taker.id, today)

        def erase(report: "Progress") -> Changes:
            with notebook.file.connected():
                return notebook.erasing.erase(plan.person_id, report, take_over)

        dialog = EraseDialog(plan, taker.name if taker else "", erase, self._desk.window)
        dialog.erased.connect(lambda changes: self._on_erased(changes, plan.name))
        dialog.failed.connect(self._on_not_erased)
        self._desk.open(dialog)

    def _on_erased(self, changes: Changes, name: str) -> None:
        self._desk.notifier.tell(changes)
        if self._desk.notebook.erasing.is_clean():
            self._desk.announce(filled(self.tr("%1 is erased for good."), name))
        else:
            self._tell_of_traces(name)

    @Slot(object)
    def _on_not_erased(self, error: Exception) -> None:
        if not isinstance(error, NotebookError):
            raise error
        self._desk.prompts.show_problem(self.tr("Nobody was erased"), str(error))

    def _tell_of_traces(self, name: str) -> None:
        self._desk.prompts.show_problem(
            filled(self.tr("%1 is erased, and traces are left in the file"), name),
            self.tr(
                "No screen shows them any more. To take them out, the whole file has to be "
                "written anew, and that was not possible now: perhaps the disk is full, or another "
                "program is using the file. It is tried again whenever the notebook is opened or "
                "backed up."
            ),
        )

    def _card(self, person_id: int) -> PersonCard | None:
        desk = self._desk
        try:
            return desk.notebook.cards.card(person_id, desk.clock.today())
        except Refused as refused:
            desk.prompts.show_problem(self.tr("There is no card"), str(refused))
            return None

    def _do(self, change: Callable[[], Changes], title: str) -> bool:
        trouble = self._trouble(change)
        if trouble:
            self._desk.prompts.show_problem(title, trouble)
        return not trouble

    def _trouble(self, change: Callable[[], Changes]) -> str:
        """Make a change; return why it can't be made, or nothing."""
        try:
            changes = change()
        except NotebookError as problem:
            return str(problem)
        self._desk.notifier.tell(changes)
        return ""
