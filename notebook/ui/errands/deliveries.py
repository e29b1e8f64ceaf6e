"""What they say about a delivery after the rest was agreed, and what they know of it."""

from datetime import date

from PySide6.QtCore import QObject, Slot

from notebook.domain.projects import Agreed
from notebook.errors import Refused
from notebook.ui.errands.desk import Desk


class DeliveryErrands(QObject):
    """Opens the dialogs that pages and reminders ask for."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        desk.navigator.delivery_answer_requested.connect(self.ask)
        desk.navigator.delivery_said.connect(self.say)

    @Slot(object)
    def ask(self, deliverable_id: int) -> None:
        """Ask what they say about a delivery."""
        from notebook.ui.dialogs.whether_it_suits import WhetherItSuits

        desk, answers = self._desk, self._desk.notebook.delivery_answers
        try:
            asked = answers.asked(deliverable_id)
        except Refused as refused:
            desk.prompts.show_problem(self.tr("This can’t be done"), str(refused))
            return

        def save(agreed: Agreed, their_view: str) -> str:
            today = desk.clock.today()
            return desk.trouble(lambda: answers.answer(deliverable_id, agreed, their_view, today))

        desk.open(
            WhetherItSuits(asked, desk.icons, desk.prompts, desk.clock.today(), save, desk.window)
        )

    @Slot(object)
    def say(self, deliverable_id: int) -> None:
        """Ask since when they know that a delivery was moved."""
        from notebook.ui.dialogs.said_later import SaidLater

        desk, moves = self._desk, self._desk.notebook.delivery_moves
        try:
            title = moves.title(deliverable_id)
        except Refused as refused:
            desk.prompts.show_problem(self.tr("This can’t be done"), str(refused))
            return

        def save(day: date) -> str:
            return desk.trouble(lambda: moves.say(deliverable_id, day, desk.clock.today()))

        desk.open(SaidLater(title, desk.icons, desk.prompts, desk.clock.today(), save, desk.window))
