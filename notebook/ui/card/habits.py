"""How a person likes to be in touch, and how often."""

from datetime import date

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from notebook.services.cards import PersonCard
from notebook.services.communication import habits_in_words
from notebook.services.touch_words import pause_words, rhythm_words
from notebook.services.words import channel_word
from notebook.translate import translate
from notebook.ui.card.card_panel import CardPanel
from notebook.ui.widgets.labels import text_label


class Habits(CardPanel):
    """How this person likes to be in touch, and how often."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(translate("card", "Staying in touch"), parent)
        self._lines = text_label("", wrap=True)
        self.body.addWidget(self._lines)

    @override
    def show_card(self, card: PersonCard, today: date) -> None:
        """Show preferred channel, times and rhythm of a card."""
        lines = []
        if card.preferred_channel:
            text = translate("card", "Prefers: %1")
            lines.append(text.replace("%1", channel_word(card.preferred_channel).lower()))
        if card.preferred_times:
            lines.append(card.preferred_times)
        lines += habits_in_words(card.communication)
        if card.touch_days:
            lines.append(rhythm_words(card.touch_days, card.touch_maximum))
        if card.paused_until and card.paused_until > today:
            lines.append(pause_words(card.paused_until, today))
        self._lines.setText("\n".join(lines))
        self.setHidden(not lines)
