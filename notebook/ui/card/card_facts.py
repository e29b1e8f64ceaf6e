"""What a user says on a card about single facts and small questions, written down."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from notebook.domain.changes import Changes
from notebook.domain.small_questions import SmallQuestion
from notebook.translate import translate
from notebook.ui.card.card_overview import CardOverview
from notebook.ui.errands.desk import Desk
from notebook.ui.prompts import may_leave

if TYPE_CHECKING:
    from notebook.services.card_parts import FactDraft
    from notebook.services.small_questions import Answer
    from notebook.ui.card.small_ask import SmallAsk


class CardFacts(QObject):
    """Carries out what the panels of a card ask for; `person_id` says whose card is open.

    Signals:
        edit_chosen(int, object): of this person change this fact, None for the birthday.
    """

    edit_chosen = Signal(object, object)

    def __init__(self, desk: Desk, overview: CardOverview, person_id: Callable[[], int]) -> None:
        super().__init__(overview)
        self._desk, self._person_id, self._worth = desk, person_id, overview.worth
        self._ask: SmallAsk | None = None
        overview.worth.confirmed.connect(self._on_confirmed)
        overview.worth.used.connect(self._on_used)
        overview.worth.removed.connect(self._on_removed)
        overview.worth.edit_chosen.connect(self._on_edit)
        overview.worth.add_chosen.connect(self._on_add)
        overview.worth.written.connect(self._on_written)
        overview.worth.left.connect(self._on_left)
        overview.ask_made.connect(self._on_ask_made)

    @property
    def is_writing(self) -> bool:
        """Whether something is being written down on the card that is not kept yet."""
        return self._worth.is_writing or (self._ask is not None and self._ask.has_text)

    def stop_writing(self) -> None:
        """Let go of what is being written down."""
        self._worth.stop_writing()
        if self._ask is not None:
            self._ask.forget_text()

    def _try(self, change: Callable[[], Changes]) -> bool:
        trouble = self._desk.trouble(change)
        if trouble:
            self._desk.prompts.show_problem(translate("card", "This can’t be done"), trouble)
        return not trouble

    @Slot()
    def _on_add(self) -> None:
        self._worth.write(self._desk.notebook.preferences.sensitive_groups())

    @Slot(object)
    def _on_written(self, draft: "FactDraft") -> None:
        facts, today = self._desk.notebook.facts, self._desk.clock.today()
        if self._try(lambda: facts.add(self._person_id(), draft, today)):
            self._worth.write_another()

    @Slot()
    def _on_left(self) -> None:
        lost = translate("card", "What you typed on this card is not saved yet.")
        if not self._worth.is_writing or may_leave(self._desk.prompts, lost):
            self._worth.stop_writing()
            self._worth.add_button.setFocus()

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
        self._ask = panel
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
