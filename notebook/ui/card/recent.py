"""The newest contacts of a card."""

from datetime import date

from typing_extensions import override

from notebook.services.cards import PersonCard
from notebook.translate import translate
from notebook.ui.card.card_panel import CardPanel
from notebook.ui.pages.moment_list import MomentList


class Recent(CardPanel):
    """The contacts one still remembers.

    Attributes:
        moments: the list.
    """

    def __init__(self, moments: MomentList) -> None:
        super().__init__(translate("card", "Recent moments"))
        self.moments = moments
        self.body.addWidget(moments)

    @override
    def show_card(self, card: PersonCard, today: date) -> None:
        self.moments.show_person(card)
        self.setHidden(card.moment_count == 0)
