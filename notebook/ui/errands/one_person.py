"""What one does now and then with one person: judge how warm it is."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from notebook.domain.changes import Changes
from notebook.domain.warmth import Warmth
from notebook.errors import NotebookError, Refused
from notebook.services.cards import PersonCard
from notebook.ui.errands.desk import Desk


class OnePersonErrands(QObject):
    """Opens the dialogs that a card's head and menu ask for, and tells what came of them."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        desk.navigator.warmth_requested.connect(self.judge)

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
