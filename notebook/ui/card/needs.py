"""What a person needs, in their own words, and what of ours may suit it."""

from collections.abc import Sequence
from datetime import date
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from notebook.domain.dates_in_words import day_month
from notebook.domain.facts import FactGroup
from notebook.domain.needs import UNMET, NeedState
from notebook.domain.text import excerpt, first_name
from notebook.services.cards import PersonCard
from notebook.services.needs import NeedLine, need_word
from notebook.services.phrases import filled
from notebook.services.suggestions import Suggested
from notebook.services.words import quoted
from notebook.translate import translate
from notebook.ui.card.card_panel import UnfoldingPanel
from notebook.ui.icons import IconMark, Icons
from notebook.ui.widgets.buttons import link_button
from notebook.ui.widgets.clearing import clear_layout
from notebook.ui.widgets.flow_layout import FlowLayout
from notebook.ui.widgets.labels import text_label
from notebook.ui.widgets.pick_button import PickButton

_LENGTH, _SPOKEN, _NAME = 400, 60, 60
_FEW = 3  # of each kind; the others when they are asked for
_MOST_WORDS = 5
_TOP = Qt.AlignmentFlag.AlignTop


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
        self.body.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.add_button.clicked.connect(lambda: self.add_chosen.emit(self.card.id))

    @override
    def has_lines(self, card: PersonCard) -> bool:
        return bool(card.needs or card.suggested)

    @override
    def show_lines(self, card: PersonCard, today: date, *, all_of_them: bool) -> int:
        clear_layout(self.rows)
        called = card.given_name.strip() or first_name(card.name)
        self.set_title(filled(translate("card", "What %1 needs"), excerpt(called, _NAME)))
        unmet = [need for need in card.needs if need.state in UNMET]
        closed = [need for need in card.needs if need.state not in UNMET]
        goals = [fact.text for fact in card.facts if fact.group is FactGroup.GOALS]
        self._are_all_met = len(unmet) <= _FEW and len(goals) <= _FEW
        needs = [*unmet, *closed] if all_of_them else unmet[:_FEW]
        wishes = goals if all_of_them else goals[:_FEW]
        for need in needs:
            self._show_need(need, called, today)
        for text in wishes:
            self._show_goal(text)
        for each in card.suggested:
            self._show_suggested(each, called)
        return len(card.needs) - len(needs) + len(goals) - len(wishes)

    @override
    def more_words(self, left_out: int) -> str:
        if not self._are_all_met:
            return super().more_words(left_out)
        return translate("card", "Show %n that are met or no longer there", left_out)

    def _show_need(self, need: NeedLine, called: str, today: date) -> None:
        spoken = excerpt(need.text, _SPOKEN)
        words = text_label(quoted(excerpt(need.text, _LENGTH)), wrap=True)
        if need.state not in UNMET:
            words.setProperty("rank", "soft")
        who = filled(translate("card", "%1, %2"), called, day_month(need.told_on, today))
        state = PickButton(
            filled(translate("card", "What became of “%1”"), spoken),
            [(each, need_word(each)) for each in NeedState],
        )
        state.set_value(need.state)
        state.chosen.connect(
            lambda chosen: self.state_chosen.emit(need.id, cast("NeedState", chosen))
        )
        edit = link_button(translate("card", "Change"), second=True, calm=True)
        edit.setAccessibleName(filled(translate("card", "Change “%1”"), spoken))
        edit.clicked.connect(lambda: self.edit_chosen.emit(self.card.id, need.id))
        self._add(None, words, [text_label(who, "second"), state, edit])

    def _show_goal(self, text: str) -> None:
        words = text_label(excerpt(text, _LENGTH), wrap=True)
        words.setAccessibleDescription(translate("card", "Goal"))
        self._add("target", words, [])

    def _show_suggested(self, suggested: Suggested, called: str) -> None:
        line = QWidget()
        flow = FlowLayout(line, gap=4)
        flow.addWidget(text_label(translate("card", "May suit:")))
        name = link_button(excerpt(suggested.name, _NAME))
        name.clicked.connect(lambda: self.offering_chosen.emit(suggested.offering_id))
        flow.addWidget(name)
        reason = filled(translate("card", "They speak of %1"), quoted_list(suggested.words))
        told = self._act(translate("card", "Told them"), suggested.name)
        told.clicked.connect(lambda: self.told_chosen.emit(self.card.id, suggested))
        not_for = filled(translate("card", "Not for %1"), excerpt(called, 24))
        dismiss = self._act(not_for, suggested.name)
        dismiss.clicked.connect(lambda: self.dismissed.emit(self.card.id, suggested.offering_id))
        self._add("lightbulb", line, [text_label(reason, "second"), told, dismiss])

    def _act(self, words: str, name: str) -> QPushButton:
        button = link_button(words, second=True)
        button.setAccessibleName(filled(translate("card", "%1: %2"), words, name))
        return button

    def _add(self, icon: str | None, words: QWidget, below: Sequence[QWidget]) -> None:
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(6)
        if icon is not None:
            across.addWidget(IconMark(self._icons, icon, "ink", 16), 0, _TOP)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(words)
        if below:
            flow = FlowLayout(gap=10)
            for widget in below:
                flow.addWidget(widget)
            column.addLayout(flow)
        across.addLayout(column, 1)
        self.rows.addWidget(row)


def quoted_list(words: Sequence[str]) -> str:
    """Return the words that are the reason of a suggestion, the first few of them."""
    return ", ".join(quoted(word) for word in words[:_MOST_WORDS])
