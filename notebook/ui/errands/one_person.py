"""What one does now and then with one person: judge it, look back, export, erase."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QGuiApplication

from notebook.domain.changes import Changes
from notebook.domain.warmth import Warmth
from notebook.errors import NotebookError, Refused
from notebook.services.cards import PersonCard
from notebook.services.phrases import filled
from notebook.ui.errands.desk import Desk

if TYPE_CHECKING:
    from notebook.services.history.person_history import WayBack
    from notebook.services.one_person.erasing import ErasePlan

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

        dialog = WarmthDialog(card, today, save, desk.window)
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
        """Ask whether to erase a person for good, and do it."""
        from notebook.ui.dialogs.erase_dialog import EraseDialog

        desk = self._desk
        try:
            plan = desk.notebook.erasing.plan(person_id)
        except Refused as refused:
            desk.prompts.show_problem(self.tr("There is no card"), str(refused))
            return
        dialog = EraseDialog(plan, desk.window)
        dialog.erase_chosen.connect(lambda: self._erase(plan))
        desk.open(dialog)

    def _erase(self, plan: "ErasePlan") -> None:
        erasing = self._desk.notebook.erasing
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            done = self._do(lambda: erasing.erase(plan.person_id), self.tr("Nobody was erased"))
        finally:
            QGuiApplication.restoreOverrideCursor()
        if done and erasing.is_clean():
            self._desk.announce(filled(self.tr("%1 is erased for good."), plan.name))
        elif done:
            self._tell_of_traces(plan.name)

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
