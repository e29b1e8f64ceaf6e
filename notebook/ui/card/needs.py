"""What a person needs, in their own words, and what of ours may suit it."""

from datetime import date
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from notebook.domain.facts import FactGroup
from notebook.domain.needs import UNMET, NeedState
from notebook.domain.text import excerpt, short_name
from notebook.services.cards import PersonCard
from notebook.services.phrases import filled
from notebook.services.suggestions import Suggested
from notebook.translate import translate
from notebook.ui.card.card_panel import UnfoldingPanel
from notebook.ui.card.need_rows import GoalRow, NeedRow, SuggestedRow
from notebook.ui.icons import Icons
from notebook.ui.widgets.buttons import link_button
from notebook.ui.widgets.kept_rows import KeptRows

_NAME = 60  # letters
_FEW = 3  # of each kind; the others when they are asked for


class Needs(UnfoldingPanel):
    """Needs with their state, goals, and suggestions with their reason.

    Attributes:
        rows: what is shown, row by row.
        add_button: another need.

    Signals:
        add_chosen(int): another need of this person.
        edit_chosen(int, int): change this need of this person.
        state_chosen(int, NeedState): what became of this need.
        offering_chosen(int): look at this offering.
        told_chosen(int, Suggested), dismissed(int, int): this person was told; it is not for them.
    """

    add_chosen = Signal(object)
    edit_chosen = Signal(object, object)
    state_chosen = Signal(object, object)
    offering_chosen = Signal(object)
    told_chosen = Signal(object, object)
    dismissed = Signal(object, object)

    def __init__(self, icons: Icons) -> None:
        super().__init__(translate("card", "Needs"))
        self._icons = icons
        self._are_all_met = True
        self.add_button = link_button(translate("card", "Add"), second=True)
        self.add_button.setAccessibleName(translate("card", "Write down a need"))
        self.title_row.addWidget(self.add_button)
        self.rows = QVBoxLayout()
        self.rows.setSpacing(8)
        self.body.addLayout(self.rows)
        parts = [QVBoxLayout() for _ in range(3)]
        for part in parts:
            part.setSpacing(8)
            self.rows.addLayout(part)
        self._needs = KeptRows(parts[0], self._make_need)
        self._goals = KeptRows(parts[1], lambda: GoalRow(icons))
        self._offers = KeptRows(parts[2], self._make_offer)
        self.body.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.add_button.clicked.connect(lambda: self.add_chosen.emit(self.card.id))

    def button_of(self, need_id: int) -> QWidget | None:
        """Return the button to change a need, shown from now on; None for one that isn't here."""
        self.unfold()
        shown = (row for row in self._needs.made if not row.isHidden())
        return next((row.edit_button for row in shown if _id_of(row) == need_id), None)

    @override
    def has_lines(self, card: PersonCard) -> bool:
        return bool(card.needs or card.suggested)

    @override
    def show_lines(self, card: PersonCard, today: date, *, all_of_them: bool) -> int:
        called = short_name(card.given_name, card.name)
        self.set_title(filled(translate("card", "What %1 needs"), excerpt(called, _NAME)))
        unmet = [need for need in card.needs if need.state in UNMET]
        closed = [need for need in card.needs if need.state not in UNMET]
        goals = [fact.text for fact in card.facts if fact.group is FactGroup.GOALS]
        self._are_all_met = len(unmet) <= _FEW and len(goals) <= _FEW
        needs = [*unmet, *closed] if all_of_them else unmet[:_FEW]
        wishes = goals if all_of_them else goals[:_FEW]
        for row, need in zip(self._needs.take(len(needs)), needs, strict=True):
            row.show_need(need, called, today)
        for goal, text in zip(self._goals.take(len(wishes)), wishes, strict=True):
            goal.show_goal(text)
        offers = self._offers.take(len(card.suggested))
        for offer, suggested in zip(offers, card.suggested, strict=True):
            offer.show_suggested(suggested, called)
        return len(card.needs) - len(needs) + len(goals) - len(wishes)

    @override
    def more_words(self, left_out: int) -> str:
        if not self._are_all_met:
            return super().more_words(left_out)
        return translate("card", "Show %n more, met or no longer there", left_out)

    def _make_need(self) -> NeedRow:
        row = NeedRow()
        row.state.chosen.connect(
            lambda chosen: self.state_chosen.emit(_id_of(row), cast("NeedState", chosen))
        )
        row.edit_button.clicked.connect(lambda: self.edit_chosen.emit(self.card.id, _id_of(row)))
        return row

    def _make_offer(self) -> SuggestedRow:
        row = SuggestedRow(self._icons)
        row.name_button.clicked.connect(
            lambda: self.offering_chosen.emit(_offered(row).offering_id)
        )
        row.told_button.clicked.connect(lambda: self.told_chosen.emit(self.card.id, _offered(row)))
        row.dismiss_button.clicked.connect(
            lambda: self.dismissed.emit(self.card.id, _offered(row).offering_id)
        )
        return row


def _id_of(row: NeedRow) -> int:
    assert row.need is not None, "a row that is seen shows a need"
    return row.need.id


def _offered(row: SuggestedRow) -> Suggested:
    assert row.suggested is not None, "a row that is seen shows an offering"
    return row.suggested
