"""Handing everything over from one of us to another: who, what goes along, when and why."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QWidget
from typing_extensions import override

from notebook.services.handovers import HandoverPreview
from notebook.services.people import TeamMember
from notebook.services.phrases import filled
from notebook.translate import translate
from notebook.ui.dialogs.form_dialog import FormDialog
from notebook.ui.icons import Icons
from notebook.ui.prompts import Prompts
from notebook.ui.widgets.buttons import plain_button
from notebook.ui.widgets.date_edit import OptionalDateEdit
from notebook.ui.widgets.grow_text_edit import GrowingTextEdit
from notebook.ui.widgets.labels import text_label


@dataclass(frozen=True, slots=True)
class HandoverWish:
    """What was chosen."""

    from_id: int
    to_id: int
    on: date
    note: str


class HandoverDialog(FormDialog):
    """Chooses two of us and says what moves before it does.

    Signals:
        sheet_chosen(int, int): show the sheet about the first for the second.
    """

    sheet_chosen = Signal(object, object)

    def __init__(
        self,
        team: Sequence[TeamMember],
        from_id: int | None,
        preview: Callable[[int], HandoverPreview],
        icons: Icons,
        prompts: Prompts,
        today: date,
        hand_over: Callable[[HandoverWish], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            icons,
            prompts,
            translate("HandoverDialog", "Hand over"),
            translate(
                "HandoverDialog",
                "Everything that one of us looks after goes to another one, at once.",
            ),
            translate("HandoverDialog", "Hand over"),
            parent,
        )
        self._team, self._preview = team, preview
        self._today, self._hand_over = today, hand_over
        from_name = translate("HandoverDialog", "From")
        to_name = translate("HandoverDialog", "To")
        day, note = translate("HandoverDialog", "On"), translate("HandoverDialog", "Why")
        self.giver = _choice(from_name, team)
        self.taker = QComboBox()
        self.taker.setAccessibleName(to_name)
        self.what = text_label("", wrap=True)
        self.stays = text_label("", "second", wrap=True)
        self.day = OptionalDateEdit(icons, today, day)
        self.day.set_value(today)
        self.note = GrowingTextEdit(note, translate("HandoverDialog", "On leave until May"), most=4)
        self.sheet_button = plain_button(
            translate("HandoverDialog", "Handover sheet…"), icons, "file-text"
        )
        self.sheet_button.setAutoDefault(False)
        words = ("", self.what), ("", self.stays)
        when_and_why = (day, self.day), (note, self.note)
        rows = [(from_name, self.giver), (to_name, self.taker), *words, *when_and_why]
        self.lay_out(rows, (self.sheet_button,))
        self.giver.setCurrentIndex(max(0, self.giver.findData(from_id)))
        self.giver.currentIndexChanged.connect(self._on_giver)
        self.sheet_button.clicked.connect(self._on_sheet)
        self._on_giver()
        (self.taker if from_id is not None else self.giver).setFocus()

    @override
    def save(self) -> str:
        if not self.day.is_valid():
            self.day.setFocus()
            return translate("HandoverDialog", "On which day?")
        giver, taker = self.giver.currentData(), self.taker.currentData()
        if taker is None:
            return translate("HandoverDialog", "There is nobody else in the team yet.")
        on = self.day.value() or self._today
        return self._hand_over(HandoverWish(giver, taker, on, self.note.toPlainText()))

    @Slot()
    def _on_giver(self) -> None:
        giver = self.giver.currentData()
        before = self.taker.currentData()
        self.taker.clear()
        for member in self._team:
            if member.id != giver:
                self.taker.addItem(member.name, member.id)
        self.taker.setCurrentIndex(max(0, self.taker.findData(before)))
        found = self._preview(giver)
        self.what.setText("\n".join(what_goes(found)))
        self.stays.setText(
            translate(
                "HandoverDialog",
                "Promises and reminders belong to all of us and stay with the person they are about.",
            )
        )
        self.save_button.setEnabled(not found.is_empty)
        self.sheet_button.setEnabled(found.has_sheet)

    @Slot()
    def _on_sheet(self) -> None:
        self.sheet_chosen.emit(self.giver.currentData(), self.taker.currentData())


def _choice(name: str, team: Sequence[TeamMember]) -> QComboBox:
    choice = QComboBox()
    choice.setAccessibleName(name)
    for member in team:
        choice.addItem(member.name, member.id)
    return choice


def what_goes(found: HandoverPreview) -> list[str]:
    """Return a line for each kind of thing that goes along."""
    if found.is_empty:
        return [translate("HandoverDialog", "There is nothing to hand over.")]
    lines = (
        (found.looked_after, "1 person looked after", "%n people looked after"),
        (found.covered, "1 person covered", "%n people covered"),
        (found.concerns, "1 open concern", "%n open concerns"),
        (found.projects, "a part in 1 project", "a part in %n projects"),
        (
            found.responsibilities,
            "1 thing to answer for in a project",
            "%n things to answer for in projects",
        ),
    )
    return [
        filled("• %1", translate("HandoverDialog", one if count == 1 else many, count))
        for count, one, many in lines
        if count
    ]
