"""All check-ins with a person, on a tab of the card."""

from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from notebook.services.cards import PersonCard
from notebook.services.check_ins.history import CheckInHistory
from notebook.ui.card.card_tabs import CardTab
from notebook.ui.widgets.check_in_list import CheckInList
from notebook.ui.widgets.scrolling import scrolling


class CheckIns(CardTab):
    """What they said each time they were asked.

    Attributes:
        list: the check-ins.
    """

    def __init__(self, history: CheckInHistory) -> None:
        super().__init__()
        self._history = history
        self.list = CheckInList(with_project=True)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(22, 12, 22, 22)
        column.addWidget(self.list)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolling(inside))

    @override
    def show_card(self, card: PersonCard, today: date) -> None:
        self.list.show_entries(self._history.of_person(card.id), today, card.check_in_count)
