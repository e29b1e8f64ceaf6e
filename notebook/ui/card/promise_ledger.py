"""All promises with a person, on a tab of the card."""

from datetime import date

from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from notebook.services.cards import PersonCard
from notebook.services.promise_ledger import LedgerQuestion
from notebook.ui.card.card_tabs import CardTab
from notebook.ui.errands.desk import Desk
from notebook.ui.promises.ledger_view import LedgerView


class CardLedger(CardTab):
    """The ledger of one person.

    Attributes:
        ledger: the promises.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.ledger = LedgerView(desk, LedgerQuestion())
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 12, 22, 22)
        column.addWidget(self.ledger)

    @override
    def show_card(self, card: PersonCard, today: date) -> None:
        self.ledger.show_ledger(LedgerQuestion(person_id=card.id))
