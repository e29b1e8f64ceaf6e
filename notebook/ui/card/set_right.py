"""The concerns of a person that were set right, folded away."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from notebook.services.cards import PersonCard
from notebook.translate import translate
from notebook.ui.card.card_panel import UnfoldingPanel
from notebook.ui.widgets.clearing import clear_layout
from notebook.ui.widgets.concern_lines import closed_words, concern_row


class SetRight(UnfoldingPanel):
    """Closed concerns, each one click away.

    Signals:
        chosen(int): look at this concern.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(translate("card", "Set right"), parent)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(10)
        self.body.addLayout(self._rows)
        self.body.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignLeft)

    @override
    def has_lines(self, card: PersonCard) -> bool:
        return bool(card.closed_concerns)

    @override
    def show_lines(self, card: PersonCard, today: date, *, all_of_them: bool) -> int:
        clear_layout(self._rows)
        shown = card.closed_concerns if all_of_them else ()
        for concern in shown:
            row = concern_row(concern, today, self.chosen.emit, with_project=True)
            self._rows.addWidget(row)
        return len(card.closed_concerns) - len(shown)

    @override
    def more_words(self, left_out: int) -> str:
        return closed_words(left_out)
