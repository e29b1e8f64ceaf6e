"""The note on a card."""

from datetime import date

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from notebook.services.cards import PersonCard
from notebook.translate import translate
from notebook.ui.card.card_panel import CardPanel
from notebook.ui.widgets.labels import shown_part, text_label


class Note(CardPanel):
    """Free text, letter for letter."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(translate("card", "Note"), parent)
        self._text = text_label("", wrap=True, selectable=True)
        self.body.addWidget(self._text)

    @override
    def show_card(self, card: PersonCard, today: date) -> None:
        """Show the note of a card, a very long one from its beginning."""
        self._text.setText(shown_part(card.note))
        self.setHidden(not card.note.strip())
