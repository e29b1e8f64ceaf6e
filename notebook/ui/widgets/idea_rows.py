"""Ideas that add value, row by row, and a line for another one: done, thanked for, changed."""

from collections.abc import Sequence
from datetime import date
from typing import cast

from PySide6.QtCore import Qt, Signal, SignalInstance, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from notebook.domain.dates_in_words import day_month
from notebook.domain.value_ideas import Effort
from notebook.services.phrases import filled
from notebook.services.value_ideas import IdeaLine, effort_word
from notebook.translate import translate
from notebook.ui.icons import IconMark, Icons
from notebook.ui.widgets.buttons import icon_button, link_button
from notebook.ui.widgets.clearing import clear_layout
from notebook.ui.widgets.labels import text_label
from notebook.ui.widgets.pick_button import PickButton

_TOP = Qt.AlignmentFlag.AlignTop


class IdeaRows(QWidget):
    """What would do somebody good, and what came of it.

    Attributes:
        field, effort: another idea.

    Signals:
        added(str, Effort): write this idea down.
        done(int), thanked(int), opened_again(int), edit_chosen(int), removed(int): this idea.
    """

    added = Signal(str, object)
    done = Signal(object)
    thanked = Signal(object)
    opened_again = Signal(object)
    edit_chosen = Signal(object)
    removed = Signal(object)

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._icons = icons
        self._owner_id = 0
        self._begun: dict[int, str] = {}
        hint = translate("ideas", "An idea that costs little and helps much")
        self.field = QLineEdit(placeholderText=hint)
        self.field.setAccessibleName(hint)
        self.effort = PickButton(
            translate("ideas", "Effort"), [(effort, effort_word(effort)) for effort in Effort]
        )
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        another = QHBoxLayout()
        another.setSpacing(10)
        another.addWidget(self.field, 1)
        another.addWidget(self.effort)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._rows)
        column.addLayout(another)
        self.field.returnPressed.connect(self._on_added)

    def show_ideas(self, owner_id: int, ideas: Sequence[IdeaLine], today: date) -> None:
        """Show the ideas of a person or a project; what was begun for another one waits there."""
        if owner_id != self._owner_id:
            self._begun[self._owner_id] = self.field.text()
            self.field.setText(self._begun.pop(owner_id, ""))
            self._owner_id = owner_id
        clear_layout(self._rows)
        for idea in ideas:
            self._rows.addWidget(self._row(idea, today))

    def _row(self, idea: IdeaLine, today: date) -> QWidget:
        widget = QWidget()
        row = QHBoxLayout(widget)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        mark = "circle-check" if idea.done_on else "lightbulb"
        row.addWidget(IconMark(self._icons, mark, "ok" if idea.done_on else "soft", 16), 0, _TOP)
        words = text_label(filled(translate("ideas", "%1 · %2"), idea.text, _standing(idea, today)))
        words.setWordWrap(True)
        row.addWidget(words, 1)
        for button in self._buttons(idea):
            row.addWidget(button, 0, _TOP)
        return widget

    def _buttons(self, idea: IdeaLine) -> list[QPushButton]:
        buttons = []
        if idea.done_on is None:
            buttons.append(self._link(translate("ideas", "Done"), idea, self.done))
        else:
            if idea.thanked_on is None:
                buttons.append(
                    self._link(translate("ideas", "They thanked us"), idea, self.thanked)
                )
            buttons.append(self._link(translate("ideas", "Not done"), idea, self.opened_again))
        edit = icon_button(
            self._icons, "pen-line", filled(translate("ideas", "Change the idea: %1"), idea.text)
        )
        edit.clicked.connect(lambda: self.edit_chosen.emit(idea.id))
        remove = icon_button(
            self._icons, "x", filled(translate("ideas", "Delete the idea: %1"), idea.text)
        )
        remove.clicked.connect(lambda: self.removed.emit(idea.id))
        return [*buttons, edit, remove]

    def _link(self, words: str, idea: IdeaLine, signal: SignalInstance) -> QPushButton:
        button = link_button(words, second=True)
        button.setAccessibleName(filled(translate("ideas", "%1: %2"), words, idea.text))
        button.clicked.connect(lambda: signal.emit(idea.id))
        return button

    @Slot()
    def _on_added(self) -> None:
        text = self.field.text()
        if not text.strip():
            return
        self.added.emit(text, cast("Effort", self.effort.value()))
        self.field.clear()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)


def _standing(idea: IdeaLine, today: date) -> str:
    if idea.thanked_on is not None:
        day = day_month(idea.thanked_on, today)
        return filled(translate("ideas", "done, they thanked us on %1"), day)
    if idea.done_on is not None:
        return filled(translate("ideas", "done %1"), day_month(idea.done_on, today))
    return effort_word(idea.effort)
