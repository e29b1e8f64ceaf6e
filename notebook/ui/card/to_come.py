"""What is planned with a person."""

from datetime import date

from typing_extensions import override

from notebook.services.cards import PersonCard
from notebook.translate import translate
from notebook.ui.card.card_panel import CardPanel
from notebook.ui.pages.moment_list import MomentList


class ToCome(CardPanel):
    """The next planned moments, and those of which nobody said yet how they went.

    Attributes:
        moments: the list.
    """

    def __init__(self, moments: MomentList) -> None:
        super().__init__(translate("card", "To come"))
        self.moments = moments
        self.body.addWidget(moments)

    @override
    def show_card(self, card: PersonCard, today: date) -> None:
        self.moments.show_person(card)
        self.setHidden(card.planned_count == 0)
