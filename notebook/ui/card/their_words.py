"""The words that somebody uses, and those to leave out with them."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget
from typing_extensions import override

from notebook.services.cards import PersonCard
from notebook.translate import translate
from notebook.ui.card.card_panel import CardPanel
from notebook.ui.widgets.chips import Tag
from notebook.ui.widgets.labels import shown_part, text_label


class TheirWords(CardPanel):
    """Two lines: what they say, and what they would rather not hear."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(translate("card", "Their words"), parent)
        self.used = text_label("", wrap=True, selectable=True)
        self.avoided = text_label("", wrap=True, selectable=True)
        self._tags = (
            Tag(translate("card", "say"), "calm"),
            Tag(translate("card", "avoid"), "warn"),
        )
        rows = QGridLayout()
        rows.setHorizontalSpacing(8)
        rows.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop
        for row, (tag, words) in enumerate(zip(self._tags, (self.used, self.avoided), strict=True)):
            rows.addWidget(tag, row, 0, top)
            rows.addWidget(words, row, 1, top)
        self.body.addLayout(rows)

    @override
    def show_card(self, card: PersonCard, today: date) -> None:
        """Show the words of a card."""
        known = card.communication
        both = (known.terms_used.strip(), known.terms_avoided.strip())
        for tag, label, text in zip(self._tags, (self.used, self.avoided), both, strict=True):
            label.setText(shown_part(text))
            label.setAccessibleName(f"{tag.text()}: {text}")
            tag.setVisible(bool(text))
            label.setVisible(bool(text))
        self.setHidden(not any(both))
