"""Who sent a person to us, whom they sent us, and to whom we sent them on."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from notebook.domain.dates_in_words import day_month
from notebook.domain.referrals import Outcome, Way
from notebook.domain.text import excerpt, short_name
from notebook.services.cards import PersonCard
from notebook.services.phrases import filled
from notebook.services.referral_lines import ReferralLine, sent_sentence
from notebook.translate import translate
from notebook.ui.card.card_panel import UnfoldingPanel
from notebook.ui.icons import Icons
from notebook.ui.widgets.buttons import link_button, say_on
from notebook.ui.widgets.flow_layout import FlowLayout
from notebook.ui.widgets.kept_rows import KeptRows
from notebook.ui.widgets.labels import text_label

_LENGTH, _NAME = 200, 60
_FEW = 3  # the others when they are asked for


class _Row(QWidget):
    """One referral: who, when and why, and what can be said of it.

    Attributes:
        line, person_id: the one that is shown, and whose card its name leads to.
        name_button, thanked, worked_out, did_not, they_thanked, edit: its buttons.
    """

    def __init__(self) -> None:
        super().__init__()
        self.line: ReferralLine | None = None
        self.person_id: int | None = None
        self._lead, self._name = text_label(""), text_label("", "name")
        self._story = text_label("", "second", wrap=True)
        self.name_button = link_button("")
        self.thanked, self.they_thanked, self.worked_out, self.did_not, self.edit = (
            link_button("", second=True) for _ in range(5)
        )
        self.edit.setProperty("calm", True)  # noqa: FBT003 - a property of the style sheet
        upper, lower = FlowLayout(gap=4), FlowLayout(gap=10)
        for widget in (self._lead, self._name, self.name_button):
            upper.addWidget(widget)
        for button in (
            self.thanked,
            self.worked_out,
            self.did_not,
            self.they_thanked,
            self.edit,
        ):
            lower.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(upper)
        column.addWidget(self._story)
        column.addLayout(lower)

    def show_line(self, line: ReferralLine, card_id: int, today: date) -> None:
        """Show a referral from now on, seen from the card that is open."""
        is_other = line.other_id == card_id
        name = line.person_name if is_other else line.other_name
        self.line = line
        self.person_id = line.person_id if is_other else line.other_id
        self._lead.setText(_lead(line.way, is_other=is_other))
        shown = excerpt(name, _NAME)
        self._name.setText(shown)
        say_on(self.name_button, shown)
        self._name.setHidden(self.person_id is not None)
        self.name_button.setHidden(self.person_id is None)
        self._story.setText(_story(line, today))
        by_us, is_open = line.way is Way.BY_US, line.outcome is Outcome.OPEN
        went_well = by_us and line.outcome is Outcome.YES
        for button, words, is_offered in (
            (self.thanked, translate("card", "Thanked"), not by_us and not line.we_thanked_on),
            (self.worked_out, translate("card", "It worked out"), by_us and is_open),
            (self.did_not, translate("card", "It didn’t"), by_us and is_open),
            (
                self.they_thanked,
                translate("card", "They thanked us"),
                went_well and not line.they_thanked_on,
            ),
            (self.edit, translate("card", "Change"), True),
        ):
            say_on(button, words, filled(translate("card", "%1: %2"), words, name))
            button.setVisible(is_offered)


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
        rows = QVBoxLayout()
        rows.setSpacing(8)
        self._kept = KeptRows(rows, self._make_row)
        self.body.addWidget(self.total)
        self.body.addLayout(rows)
        self.body.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.picture_button.clicked.connect(lambda: self.picture_chosen.emit(self.card.id))
        self.add_button.clicked.connect(lambda: self.add_chosen.emit(self.card.id))

    def button_of(self, referral_id: int) -> QWidget | None:
        """Return the button to change a referral, shown from now on; None for any other."""
        self.unfold()
        shown = (row for row in self._kept.made if not row.isHidden())
        return next((row.edit for row in shown if _id_of(row) == referral_id), None)

    @override
    def has_lines(self, card: PersonCard) -> bool:
        return bool(card.referrals)

    @override
    def show_lines(self, card: PersonCard, today: date, *, all_of_them: bool) -> int:
        called = short_name(card.given_name, card.name)
        sentence = sent_sentence(excerpt(called, _NAME), card.sent)
        self.total.setText(sentence)
        self.total.setHidden(not sentence)
        shown = card.referrals if all_of_them else card.referrals[:_FEW]
        for row, line in zip(self._kept.take(len(shown)), shown, strict=True):
            row.show_line(line, card.id, today)
        return len(card.referrals) - len(shown)

    def _make_row(self) -> _Row:
        row = _Row()
        row.name_button.clicked.connect(lambda: self.person_chosen.emit(row.person_id))
        row.thanked.clicked.connect(lambda: self.thanked.emit(_id_of(row)))
        row.they_thanked.clicked.connect(lambda: self.they_thanked.emit(_id_of(row)))
        row.worked_out.clicked.connect(lambda: self.worked_out.emit(_id_of(row), Outcome.YES))
        row.did_not.clicked.connect(lambda: self.worked_out.emit(_id_of(row), Outcome.NO))
        row.edit.clicked.connect(lambda: self.edit_chosen.emit(self.card.id, _id_of(row)))
        return row


def _id_of(row: _Row) -> int:
    assert row.line is not None, "a row that is seen shows a referral"
    return row.line.id


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
