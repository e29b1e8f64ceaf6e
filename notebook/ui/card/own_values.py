"""What stands in the user's own fields."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget
from typing_extensions import override

from notebook.services.cards import PersonCard
from notebook.services.own_values import value_words
from notebook.services.phrases import filled
from notebook.translate import translate
from notebook.ui.card.card_panel import CardPanel
from notebook.ui.widgets.labels import shown_part, text_label

_TOP = Qt.AlignmentFlag.AlignTop


class OwnValues(CardPanel):
    """A line for each filled field: its name, and what stands there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(translate("card", "More"), parent)
        self._lines: list[tuple[QLabel, QLabel]] = []
        self._grid = QGridLayout()
        self._grid.setColumnStretch(1, 1)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self.body.addLayout(self._grid)

    @override
    def show_card(self, card: PersonCard, today: date) -> None:
        """Show the filled fields of a card; the lines are kept for the next one."""
        self.hide()
        while len(self._lines) < len(card.own_values):
            self._add_line()
        for line, value in zip(self._lines, card.own_values, strict=False):
            name, text = line
            words = value_words(value.kind, value.text)
            name.setText(value.name)
            text.setText(shown_part(words))
            text.setAccessibleName(filled(translate("card", "%1: %2"), value.name, words))
        for place, line in enumerate(self._lines):
            for label in line:
                label.setHidden(place >= len(card.own_values))
        self.setHidden(not card.own_values)

    def _add_line(self) -> None:
        place = len(self._lines)
        name, text = text_label("", "second", wrap=True), text_label("", wrap=True, selectable=True)
        self._grid.addWidget(name, place, 0, _TOP)
        self._grid.addWidget(text, place, 1, _TOP)
        self._lines.append((name, text))
