"""The tabs of a card: each is read when somebody looks at it, and made when it is first opened."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from notebook.services.cards import PersonCard
from notebook.translate import translate
from notebook.ui.widgets.tab_strip import TabStrip


class CardTab(QWidget):
    """What is below one tab."""

    def show_card(self, card: PersonCard, today: date) -> None:
        """Show the part of this card."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class TabSpec:
    """A tab: its words for a card (none hide it), and how what is below it is made."""

    words: Callable[[PersonCard], str]
    make: Callable[[], CardTab]


class CardTabs(QStackedWidget):
    """Shows one part of a card at a time.

    Attributes:
        strip: the words to choose by, for the head of the page.
    """

    def __init__(self, specs: list[TabSpec]) -> None:
        super().__init__()
        self._specs = specs
        self._made: dict[int, CardTab] = {}
        self._card: PersonCard | None = None
        self._today = date.min
        self.strip = TabStrip(translate("card", "Parts of the card"))
        for _ in specs:
            self.strip.add_tab("")
        self.strip.currentChanged.connect(self._on_tab)

    def tab(self, place: int) -> CardTab:
        """Return what is below a tab, made now if need be."""
        if place not in self._made:
            self._made[place] = self._specs[place].make()
            self.addWidget(self._made[place])
        return self._made[place]

    def show_card(self, card: PersonCard, today: date) -> None:
        """Show the chosen part of a card, and what the others are called."""
        self._card, self._today = card, today
        for place, spec in enumerate(self._specs):
            words = spec.words(card)
            self.strip.set_tab_text(place, words)
            self.strip.setTabVisible(place, bool(words))
        self._on_tab(self.strip.currentIndex())

    @Slot(int)
    def _on_tab(self, place: int) -> None:
        if self._card is None:
            return
        tab = self.tab(place)
        tab.show_card(self._card, self._today)
        self.setCurrentWidget(tab)
