"""What a user says on a card about single facts and small questions, written down."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from notebook.domain.changes import Changes
from notebook.domain.small_questions import SmallQuestion
from notebook.translate import translate
from notebook.ui.card.card_overview import CardOverview
from notebook.ui.errands.desk import Desk

if TYPE_CHECKING:
    from notebook.services.small_questions import Answer
    from notebook.ui.card.small_ask import SmallAsk


class CardFacts(QObject):
    """Carries out what the panels of a card ask for; `person_id` says whose card is open.

    Signals:
        edit_chosen(int, object): of this person change this fact, None for the birthday.
        add_chosen(int): write another fact of this person down.
    """

    edit_chosen = Signal(object, object)
    add_chosen = Signal(object)

    def __init__(self, desk: Desk, overview: CardOverview, person_id: Callable[[], int]) -> None:
        super().__init__(overview)
        self._desk, self._person_id = desk, person_id
        overview.worth.confirmed.connect(self._on_confirmed)
        overview.worth.used.connect(self._on_used)
        overview.worth.removed.connect(self._on_removed)
        overview.worth.edit_chosen.connect(self._on_edit)
        overview.worth.add_chosen.connect(lambda: self.add_chosen.emit(self._person_id()))
        overview.ask_made.connect(self._on_ask_made)

    def _try(self, change: Callable[[], Changes]) -> None:
        trouble = self._desk.trouble(change)
        if trouble:
            self._desk.prompts.show_problem(translate("card", "This can’t be done"), trouble)

    @Slot(object)
    def _on_confirmed(self, fact_id: int) -> None:
        facts, today = self._desk.notebook.facts, self._desk.clock.today()
        self._try(lambda: facts.confirm(fact_id, today))

    @Slot(object)
    def _on_used(self, fact_id: int) -> None:
        facts, today = self._desk.notebook.facts, self._desk.clock.today()
        self._try(lambda: facts.use(fact_id, today))

    @Slot(object)
    def _on_removed(self, fact_id: int) -> None:
        self._try(lambda: self._desk.notebook.facts.remove(fact_id))

    @Slot(object)
    def _on_edit(self, fact_id: int | None) -> None:
        self.edit_chosen.emit(self._person_id(), fact_id)

    @Slot(object)
    def _on_ask_made(self, panel: "SmallAsk") -> None:
        panel.answered.connect(self._on_answered)
        panel.put_off.connect(self._on_put_off)
        panel.put_away.connect(self._on_put_away)

    @Slot(object, object)
    def _on_answered(self, question: SmallQuestion, answer: "Answer") -> None:
        asks, today = self._desk.notebook.small_questions, self._desk.clock.today()
        self._try(lambda: asks.answer(self._person_id(), question, answer, today))

    @Slot(object)
    def _on_put_off(self, question: SmallQuestion) -> None:
        asks, today = self._desk.notebook.small_questions, self._desk.clock.today()
        self._try(lambda: asks.not_now(self._person_id(), question, today))

    @Slot(object)
    def _on_put_away(self, question: SmallQuestion) -> None:
        asks, today = self._desk.notebook.small_questions, self._desk.clock.today()
        self._try(lambda: asks.do_not_ask(self._person_id(), question, today))
