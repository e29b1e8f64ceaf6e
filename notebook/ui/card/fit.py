"""What was thought after the first meeting: whether we and this person fit."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from notebook.domain.dates_in_words import day_month
from notebook.domain.fit import FitDecision
from notebook.domain.text import excerpt, short_name
from notebook.services.cards import PersonCard
from notebook.services.fit_checks import answers_in_words, decision_word
from notebook.translate import translate
from notebook.ui.card.card_panel import CardPanel
from notebook.ui.widgets.buttons import link_button
from notebook.ui.widgets.chips import Tag, Tone
from notebook.ui.widgets.labels import text_label

_TONES: dict[FitDecision, Tone] = {
    FitDecision.GO_ON: "ok",
    FitDecision.NOT_SURE: "warn",
    FitDecision.REFER: "plain",
}
_NOTE_LENGTH = 240


class Fit(CardPanel):
    """The decision, the answers and the note.

    Signals:
        chosen(): look at it again.
    """

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(translate("card", "Do we fit?"), parent)
        self.decision = Tag("", "ok")
        self.answers = text_label("", "second", wrap=True)
        self.note = text_label("", wrap=True, selectable=True)
        self.change_button = link_button(translate("card", "Change"), second=True)
        self.change_button.setAccessibleName(translate("card", "Change how we fit"))
        self.title_row.addWidget(self.change_button)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.decision, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.answers, 1)
        self.body.addLayout(row)
        self.body.addWidget(self.note)
        self.change_button.clicked.connect(self.chosen)

    @override
    def show_card(self, card: PersonCard, today: date) -> None:
        """Show the newest fit check of a card."""
        entry = card.fit_check
        self.setHidden(entry is None)
        if entry is None:
            return
        self.decision.show_state(decision_word(entry.decision), _TONES[entry.decision])
        called = short_name(card.given_name, card.name)
        day = day_month(entry.day, today) if entry.day else ""
        said = (day, answers_in_words(entry, called))
        self.answers.setText(" · ".join(part for part in said if part))
        self.note.setText(excerpt(entry.note, _NOTE_LENGTH))
        self.note.setAccessibleName(entry.note)
        self.note.setHidden(not entry.note.strip())
