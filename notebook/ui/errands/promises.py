"""Promises that get another day, or are not kept."""

from PySide6.QtCore import QObject, Slot

from notebook.domain.moves import Move
from notebook.errors import Refused
from notebook.ui.errands.desk import Desk


class PromiseErrands(QObject):
    """Opens the dialogs that the ledger and the panels ask for."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        desk.navigator.promise_requested.connect(self.write)
        desk.navigator.promise_move_requested.connect(self.move)
        desk.navigator.promise_given_up.connect(self.give_up)

    @Slot(object, object)
    def write(self, person_id: int | None, project_id: int | None) -> None:
        """Ask for a new promise, perhaps with somebody who is known already."""
        from notebook.ui.dialogs.promise_dialog import NewPromise, PromiseDialog

        desk = self._desk
        people = desk.named((person_id,)) if person_id is not None else []

        def save(made: NewPromise) -> str:
            add = desk.notebook.promises.add
            return desk.trouble(
                lambda: add(
                    made.person_id, made.side, made.text, made.due_on, project_id=project_id
                )
            )

        desk.open(PromiseDialog(desk, people, save, desk.window))

    @Slot(object)
    def move(self, promise_id: int) -> None:
        """Ask for another day of a promise."""
        from notebook.ui.dialogs.move_day import MoveDay

        desk = self._desk
        try:
            movable = desk.notebook.promises.movable(promise_id)
        except Refused as refused:
            desk.prompts.show_problem(self.tr("This can’t be moved"), str(refused))
            return

        def save(move: Move) -> str:
            today = desk.clock.today()
            return desk.trouble(lambda: desk.notebook.promises.move(promise_id, move, today))

        desk.open(MoveDay(movable, desk.icons, desk.clock.today(), save, desk.window))

    @Slot(object)
    def give_up(self, promise_id: int) -> None:
        """Ask why a promise was not kept, and close it."""
        from notebook.ui.dialogs.not_kept import NotKept

        desk = self._desk
        title = desk.notebook.promises.words(promise_id)

        def save(note: str) -> None:
            today = desk.clock.today()
            trouble = desk.trouble(lambda: desk.notebook.promises.give_up(promise_id, today, note))
            if trouble:
                desk.prompts.show_problem(self.tr("This can’t be done"), trouble)

        desk.open(NotKept(title, save, desk.window))
