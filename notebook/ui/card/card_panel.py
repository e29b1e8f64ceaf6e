"""What the panels of a card have in common, and panels that are made when a card needs them."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from notebook.services.cards import PersonCard
from notebook.translate import translate
from notebook.ui.widgets.buttons import link_button
from notebook.ui.widgets.panel import Panel
from notebook.ui.widgets.tab_order import focus_kept


class CardPanel(Panel):
    """One subject of a card; hidden when there is nothing to show.

    While it is filled it should be hidden too: in a visible one every single widget lays the card
    out anew.
    """

    def show_card(self, card: PersonCard, today: date) -> None:
        """Show this subject of a card, or hide."""
        raise NotImplementedError


class UnfoldingPanel(CardPanel):
    """Begins with its first lines, and shows all of them when asked, while it is the same card.

    A card must be open within a frame, however much there is to say.

    Attributes:
        more_button: shows the others; a panel places it below its lines.
    """

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self._shown: tuple[PersonCard, date] | None = None
        self._is_unfolded = False
        self.more_button = link_button("", second=True, calm=True)
        self.more_button.clicked.connect(self._on_more)

    @property
    def card(self) -> PersonCard:
        """The card that is shown."""
        assert self._shown is not None, "no card is shown"
        return self._shown[0]

    def show_lines(self, card: PersonCard, today: date, *, all_of_them: bool) -> int:
        """Show the lines of a card, the first or all of them; return how many are left out."""
        raise NotImplementedError

    def has_lines(self, card: PersonCard) -> bool:
        """Whether there is anything to show."""
        raise NotImplementedError

    def more_words(self, left_out: int) -> str:
        """Return what the button says."""
        return translate("card", "Show %n more", left_out)

    def unfold(self) -> None:
        """Show all of them."""
        if not self.more_button.isHidden():
            self._on_more()

    @override
    def show_card(self, card: PersonCard, today: date) -> None:
        """Show this subject of a card, or hide."""
        self.hide()
        if self._shown is None or self._shown[0].id != card.id:
            self._is_unfolded = False
        self._shown = card, today
        left_out = self.show_lines(card, today, all_of_them=self._is_unfolded)
        words = self.more_words(left_out)
        self.more_button.setText(words)
        self.more_button.setAccessibleName(words)
        self.more_button.setHidden(left_out == 0)
        self.setHidden(not self.has_lines(card))

    @Slot()
    def _on_more(self) -> None:
        assert self._shown is not None, "there is more of a card only once one is shown"
        self._is_unfolded = True
        with focus_kept(self):
            self.show_card(*self._shown)


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
