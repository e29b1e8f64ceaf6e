"""The timeline of a card: every contact, newest first."""

from datetime import date

from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from notebook.services.cards import PersonCard
from notebook.ui.card.card_tabs import CardTab
from notebook.ui.pages.moment_list import MomentList


class Timeline(CardTab):
    """All contacts with a person.

    Attributes:
        moments: the list.
    """

    def __init__(self, moments: MomentList) -> None:
        super().__init__()
        self.moments = moments
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 12, 22, 22)
        column.addWidget(moments)

    @override
    def show_card(self, card: PersonCard, today: date) -> None:
        self.moments.show_person(card)
