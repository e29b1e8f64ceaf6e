"""How warm a relationship is: all that speaks for it, and the user's own judgement above that."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from notebook.domain.warmth import Warmth
from notebook.services.cards import PersonCard
from notebook.services.phrases import filled
from notebook.services.warmth_page import reasons_in_full
from notebook.services.warmth_reasons import judgement_sentence, state_phrase
from notebook.ui.dialogs.unsaved_dialog import UnsavedDialog
from notebook.ui.prompts import Prompts
from notebook.ui.widgets.buttons import link_button, plain_button, primary_button
from notebook.ui.widgets.choice_row import ChoiceRow
from notebook.ui.widgets.grow_text_edit import GrowingTextEdit
from notebook.ui.widgets.labels import text_label
from notebook.ui.widgets.wrapping_label import WrappingLabel

_WIDTH = 460  # pixels
_TONES: dict[object, str] = {
    Warmth.WARM: "ok",
    Warmth.COOLING: "warn",
    Warmth.AT_RISK: "bad",
    Warmth.UNKNOWN: "calm",
}


class WarmthDialog(UnsavedDialog):
    """Shows the reasons with their days, and asks for another state with a note.

    `judge` gets the state and the note and returns what is wrong with them, or nothing.

    Signals:
        taken_back(): the state is to follow from the facts again.
    """

    taken_back = Signal()

    def __init__(
        self,
        card: PersonCard,
        today: date,
        judge: Callable[[Warmth, str], str],
        prompts: Prompts,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(prompts, parent)
        self.lost = self.tr("Your judgement is not saved yet.")
        self._judge = judge
        self._own = card.warmth.own
        title = filled(self.tr("How warm it is with %1"), card.name)
        self.setWindowTitle(title)
        self.heading = text_label(title, "heading", wrap=True)
        computed = self.tr("What is written down says: %1")
        self.computed = text_label(filled(computed, state_phrase(card.warmth.computed)), wrap=True)
        self.reasons = [
            WrappingLabel(f"·  {sentence}", "second") for sentence in reasons_in_full(card, today)
        ]
        standing = judgement_sentence(self._own, today) if self._own else ""
        self.standing = WrappingLabel(standing, "second")
        self.standing.setVisible(bool(standing))
        question = self.tr("Your own judgement")
        options = [(state, state_phrase(state)) for state in Warmth]
        self.state = ChoiceRow(options, question, tones=_TONES)
        self.note = GrowingTextEdit(self.tr("Why"), self.tr("Why, in a few words"), least=2, most=5)
        if self._own:
            self.state.set_value(self._own.state)
            self.note.setPlainText(self._own.note)
        self.trouble = text_label("", "warn", wrap=True)
        self.trouble.hide()
        self.take_back_button = link_button(self.tr("Take my judgement back"))
        self.take_back_button.setVisible(self._own is not None)
        self.cancel_button = plain_button(self.tr("Close"))
        self.cancel_button.setAutoDefault(False)
        self.save_button = primary_button(self.tr("Save my judgement"))
        self._lay_out(question)
        self.note.submitted.connect(self._on_save)
        self.save_button.clicked.connect(self._on_save)
        self.cancel_button.clicked.connect(self.reject)
        self.take_back_button.clicked.connect(self._on_take_back)
        self.state.setFocus()

    def _lay_out(self, question: str) -> None:
        hint = self.tr("It stands in the list, on the card and in the brief until you change it.")
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 16)
        column.setSpacing(8)
        column.addWidget(self.heading)
        column.addWidget(self.computed)
        for reason in self.reasons:
            column.addWidget(reason)
        column.addSpacing(10)
        column.addWidget(text_label(question, "strong"))
        column.addWidget(self.standing)
        column.addWidget(self.state)
        column.addWidget(self.note)
        column.addWidget(text_label(hint, "second", wrap=True))
        column.addWidget(self.trouble)
        column.addSpacing(8)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.take_back_button)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.save_button)
        column.addLayout(buttons)
        self.setMinimumWidth(_WIDTH)

    @Slot()
    def _on_save(self) -> None:
        state = self.state.value()
        if not isinstance(state, Warmth):
            self._complain(self.tr("Choose how warm you hold it to be."), self.state)
            return
        trouble = self._judge(state, self.note.toPlainText())
        if trouble:
            self._complain(trouble, self.note)
            return
        self.accept()

    def _complain(self, text: str, where: QWidget) -> None:
        self.trouble.setText(text)
        self.trouble.show()
        where.setFocus()

    @Slot()
    def _on_take_back(self) -> None:
        self.taken_back.emit()
        self.accept()
