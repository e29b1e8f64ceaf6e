"""Who sent a person to us, whom they sent us, and to whom we sent them on."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from notebook.domain.dates_in_words import day_month
from notebook.domain.referrals import Outcome, Way
from notebook.domain.text import excerpt, first_name
from notebook.services.cards import PersonCard
from notebook.services.phrases import filled
from notebook.services.referral_lines import ReferralLine, sent_sentence
from notebook.translate import translate
from notebook.ui.card.card_panel import UnfoldingPanel
from notebook.ui.icons import Icons
from notebook.ui.widgets.buttons import link_button
from notebook.ui.widgets.clearing import clear_layout
from notebook.ui.widgets.flow_layout import FlowLayout
from notebook.ui.widgets.labels import text_label

_LENGTH, _NAME = 200, 60
_FEW = 3  # the others when they are asked for


class Referrals(UnfoldingPanel):
    """Both directions, with thanks and what came of it in place.

    Signals:
        person_chosen(int): open this card.
        picture_chosen(int): show who sent whom, from this person on.
        add_chosen(int): another referral of this person.
        edit_chosen(int, int): change this referral of this person.
        thanked(int), they_thanked(int): we thanked for this referral; they thanked us.
        worked_out(int, Outcome): what came of this referral.
    """

    person_chosen = Signal(object)
    picture_chosen = Signal(object)
    add_chosen = Signal(object)
    edit_chosen = Signal(object, object)
    thanked = Signal(object)
    they_thanked = Signal(object)
    worked_out = Signal(object, object)

    def __init__(self, icons: Icons) -> None:
        super().__init__(translate("card", "Referrals"))
        self._icons = icons
        self.picture_button = link_button(translate("card", "Who sent whom"), second=True)
        self.add_button = link_button(translate("card", "Add"), second=True)
        self.add_button.setAccessibleName(translate("card", "Write down a referral"))
        self.title_row.addWidget(self.picture_button)
        self.title_row.addWidget(self.add_button)
        self.total = text_label("", wrap=True)
        self.rows = QVBoxLayout()
        self.rows.setSpacing(8)
        self.body.addWidget(self.total)
        self.body.addLayout(self.rows)
        self.body.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.picture_button.clicked.connect(lambda: self.picture_chosen.emit(self.card.id))
        self.add_button.clicked.connect(lambda: self.add_chosen.emit(self.card.id))

    @override
    def has_lines(self, card: PersonCard) -> bool:
        return bool(card.referrals)

    @override
    def show_lines(self, card: PersonCard, today: date, *, all_of_them: bool) -> int:
        clear_layout(self.rows)
        called = card.given_name.strip() or first_name(card.name)
        sentence = sent_sentence(excerpt(called, _NAME), card.sent)
        self.total.setText(sentence)
        self.total.setHidden(not sentence)
        shown = card.referrals if all_of_them else card.referrals[:_FEW]
        for line in shown:
            self._show(line, card.id, today)
        return len(card.referrals) - len(shown)

    def _show(self, line: ReferralLine, card_id: int, today: date) -> None:
        is_other = line.other_id == card_id
        name = line.person_name if is_other else line.other_name
        person_id = line.person_id if is_other else line.other_id
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        upper, lower = FlowLayout(gap=4), FlowLayout(gap=10)
        upper.addWidget(text_label(_lead(line.way, is_other=is_other)))
        upper.addWidget(self._name(name, person_id))
        column.addLayout(upper)
        column.addWidget(text_label(_story(line, today), "second", wrap=True))
        for button in self._actions(line, name):
            lower.addWidget(button)
        column.addLayout(lower)
        self.rows.addWidget(row)

    def _name(self, name: str, person_id: int | None) -> QWidget:
        shown = excerpt(name, _NAME)
        if person_id is None:
            return text_label(shown, "name")
        button = link_button(shown)
        button.clicked.connect(lambda: self.person_chosen.emit(person_id))
        return button

    def _actions(self, line: ReferralLine, name: str) -> list[QPushButton]:
        buttons = []
        if line.way is Way.TO_US and line.we_thanked_on is None:
            buttons.append(self._act(translate("card", "Thanked"), name))
            buttons[-1].clicked.connect(lambda: self.thanked.emit(line.id))
        if line.way is Way.BY_US and line.outcome is Outcome.OPEN:
            for words, outcome in (
                (translate("card", "It worked out"), Outcome.YES),
                (translate("card", "It didn’t"), Outcome.NO),
            ):
                buttons.append(self._act(words, name))
                buttons[-1].clicked.connect(
                    lambda _=False, chosen=outcome: self.worked_out.emit(line.id, chosen)
                )
        if line.way is Way.BY_US and line.outcome is Outcome.YES and line.they_thanked_on is None:
            buttons.append(self._act(translate("card", "They thanked us"), name))
            buttons[-1].clicked.connect(lambda: self.they_thanked.emit(line.id))
        edit = self._act(translate("card", "Change"), name)
        edit.setProperty("calm", True)  # noqa: FBT003 - a property of the style sheet
        edit.clicked.connect(lambda: self.edit_chosen.emit(self.card.id, line.id))
        return [*buttons, edit]

    def _act(self, words: str, name: str) -> QPushButton:
        button = link_button(words, second=True)
        button.setAccessibleName(filled(translate("card", "%1: %2"), words, name))
        return button


def _lead(way: Way, *, is_other: bool) -> str:
    if way is Way.TO_US:
        sent_us, sent_by = translate("card", "Sent us"), translate("card", "Sent to us by")
        return sent_us if is_other else sent_by
    got, sent_on = translate("card", "We sent here"), translate("card", "Sent on to")
    return got if is_other else sent_on


def _story(line: ReferralLine, today: date) -> str:
    """Return when and why it was, and what came of it."""
    parts = [day_month(line.referred_on, today), excerpt(line.why, _LENGTH)]
    if line.we_thanked_on is not None:
        thanked = translate("card", "thanked %1")
        parts.append(filled(thanked, day_month(line.we_thanked_on, today)))
    if line.way is Way.BY_US and line.outcome is not Outcome.OPEN:
        yes, no = translate("card", "it worked out"), translate("card", "it did not work out")
        parts.append(yes if line.outcome is Outcome.YES else no)
    if line.they_thanked_on is not None:
        thanked = translate("card", "they thanked us %1")
        parts.append(filled(thanked, day_month(line.they_thanked_on, today)))
    return " · ".join(part for part in parts if part)
