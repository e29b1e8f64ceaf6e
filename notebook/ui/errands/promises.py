"""Promises that are written down or corrected, get another day, or are not kept."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TypeVar

from PySide6.QtCore import QObject, Slot

from notebook.domain.moves import NewDay
from notebook.errors import Refused
from notebook.services.promises import PromiseWords
from notebook.ui.errands.desk import Desk

Read = TypeVar("Read")


class PromiseErrands(QObject):
    """Opens the dialogs that the ledger and the panels ask for."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        desk.navigator.promise_requested.connect(self.write)
        desk.navigator.promise_correction_requested.connect(self.correct)
        desk.navigator.promise_move_requested.connect(self.move)
        desk.navigator.promise_given_up.connect(self.give_up)
        desk.navigator.promise_said.connect(self.say)

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
    def correct(self, promise_id: int) -> None:
        """Ask for the right words of a promise."""
        from notebook.ui.dialogs.correct_promise import CorrectPromise

        desk, promises = self._desk, self._desk.notebook.promises
        words = self._read(lambda: promises.correctable(promise_id))
        if words is None:
            return

        def save(corrected: PromiseWords) -> str:
            return desk.trouble(lambda: promises.correct(promise_id, corrected))

        today = desk.clock.today()
        desk.open(CorrectPromise(words, desk.icons, desk.prompts, today, save, desk.window))

    @Slot(object)
    def move(self, promise_ids: Sequence[int]) -> None:
        """Ask for another day of promises."""
        from notebook.ui.dialogs.move_day import MoveDay

        desk, promises = self._desk, self._desk.notebook.promises
        movable = self._read(lambda: promises.movable(promise_ids))
        if movable is None:
            return

        def save(new: NewDay) -> str:
            today = desk.clock.today()
            return desk.trouble(lambda: promises.move_all(promise_ids, new, today))

        desk.open(MoveDay(movable, desk.icons, desk.prompts, desk.clock.today(), save, desk.window))

    @Slot(object)
    def give_up(self, promise_ids: Sequence[int]) -> None:
        """Ask why promises were not kept and whether that was said, and close them."""
        from notebook.ui.dialogs.not_kept import NotKept

        desk, promises = self._desk, self._desk.notebook.promises
        movable = self._read(lambda: promises.movable(promise_ids))
        if movable is None:
            return

        def save(note: str, told_on: date | None) -> str:
            today = desk.clock.today()
            return desk.trouble(lambda: promises.give_up_all(promise_ids, today, note, told_on))

        desk.open(NotKept(movable, desk.icons, desk.prompts, desk.clock.today(), save, desk.window))

    @Slot(object)
    def say(self, promise_ids: Sequence[int]) -> None:
        """Ask since when they know what became of promises."""
        from notebook.ui.dialogs.said_later import SaidLater

        desk, promises = self._desk, self._desk.notebook.promises
        title = self._read(lambda: promises.title(promise_ids))
        if title is None:
            return

        def save(day: date) -> str:
            return desk.trouble(lambda: promises.say(promise_ids, day, desk.clock.today()))

        desk.open(SaidLater(title, desk.icons, desk.prompts, desk.clock.today(), save, desk.window))

    def _read(self, read: Callable[[], Read]) -> Read | None:
        """Read what a dialog is about; say why that makes no sense any more, and return None."""
        try:
            return read()
        except Refused as refused:
            self._desk.prompts.show_problem(self.tr("This can’t be done"), str(refused))
            return None
