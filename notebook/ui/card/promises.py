"""The open promises of a card, both ways."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget
from typing_extensions import override

from notebook.domain.dates_in_words import day_within
from notebook.domain.promises import Side
from notebook.services.card_lines import PromiseLine
from notebook.services.cards import PersonCard
from notebook.services.phrases import filled
from notebook.services.promise_words import outcomes_sentence
from notebook.services.words import side_word
from notebook.translate import translate
from notebook.ui.card.card_panel import CardPanel
from notebook.ui.icons import Icons
from notebook.ui.widgets.buttons import link_button
from notebook.ui.widgets.chips import Tag, Tone
from notebook.ui.widgets.clearing import clear_layout
from notebook.ui.widgets.labels import text_label


class Promises(CardPanel):
    """What is owed both ways; one click says that it was kept.

    Signals:
        kept(int): this promise was kept.
    """

    kept = Signal(object)

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(translate("card", "Promises"), parent)
        self._icons = icons
        self._rows = QGridLayout()
        self._rows.setColumnStretch(1, 1)
        self._rows.setVerticalSpacing(8)
        self._rows.setHorizontalSpacing(8)
        self.body.addLayout(self._rows)
        self._buttons: dict[int, QWidget] = {}
        self._total = text_label("", "second")
        self.body.addWidget(self._total)

    def button_of(self, promise_id: int | None) -> QWidget | None:
        """Return the button of an open promise; None for any other."""
        return self._buttons.get(promise_id) if promise_id is not None else None

    @override
    def show_card(self, card: PersonCard, today: date) -> None:
        """Show the open promises of a card and how many were kept."""
        self.hide()
        clear_layout(self._rows)
        self._buttons = {promise.id: self._keep_button(promise) for promise in card.open_promises}
        top = Qt.AlignmentFlag.AlignTop
        for row, promise in enumerate(card.open_promises):
            self._rows.addWidget(promise_tag(promise, today), row, 0, top)
            self._rows.addWidget(text_label(promise.text, wrap=True), row, 1, top)
            self._rows.addWidget(self._buttons[promise.id], row, 2, top)
        outcomes = outcomes_sentence(card.promise_outcomes)
        self._total.setText(outcomes)
        self._total.setHidden(not outcomes)
        self.setHidden(not card.open_promises and not outcomes)

    def _keep_button(self, promise: PromiseLine) -> QWidget:
        button = link_button(translate("card", "Kept"), second=True)
        button.setAccessibleName(filled(translate("card", "Kept: %1"), promise.text))
        button.clicked.connect(lambda: self.kept.emit(promise.id))
        return button


def promise_tag(promise: PromiseLine, today: date) -> Tag:
    """Return the tag of an open promise: whose it is and when it is due."""
    tone: Tone = "warn" if promise.side is Side.OURS else "calm"
    words = side_word(promise.side)
    if promise.due_on is not None:
        words = f"{words}, {day_within(promise.due_on, today)}"
        tone = "bad" if promise.due_on < today else tone
    return Tag(words, tone)
