"""What the panels of a card have in common, and panels that are made when a card needs them."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from notebook.services.cards import PersonCard
from notebook.ui.widgets.panel import Panel


class CardPanel(Panel):
    """One subject of a card; hidden when there is nothing to show.

    While it is filled it should be hidden too: in a visible one every single widget lays the card
    out anew.
    """

    def show_card(self, card: PersonCard, today: date) -> None:
        """Show this subject of a card, or hide."""
        raise NotImplementedError


class LatePanel(QWidget):
    """The place of a panel that many cards do without: made for the first card that has it.

    Making and dressing widgets is most of what a start takes.

    Attributes:
        panel: the panel, None until it was needed.
    """

    def __init__(
        self, is_needed: Callable[[PersonCard], bool], make: Callable[[], CardPanel]
    ) -> None:
        super().__init__()
        self._is_needed, self._make = is_needed, make
        self.panel: CardPanel | None = None
        self.hide()

    def show_card(self, card: PersonCard, today: date) -> None:
        """Show this subject of a card, or take no room."""
        if self.panel is None and self._is_needed(card):
            self.panel = self._make()
            column = QVBoxLayout(self)
            column.setContentsMargins(0, 0, 0, 0)
            column.addWidget(self.panel)
        if self.panel is not None:
            self.panel.show_card(card, today)
        self.setHidden(self.panel is None or self.panel.isHidden())
