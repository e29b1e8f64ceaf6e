"""Ideas that add value, on a panel of a project: written on one line, done, thanked for."""

from datetime import date
from typing import cast

from PySide6.QtCore import Qt, Signal, SignalInstance, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton
from typing_extensions import override

from notebook.domain.dates_in_words import day_month
from notebook.domain.value_ideas import Effort
from notebook.services.phrases import filled
from notebook.services.project_page import ProjectPage
from notebook.services.value_ideas import IdeaLine
from notebook.translate import translate
from notebook.ui.icons import IconMark, Icons
from notebook.ui.pages.project_panel import TOP, ProjectPanel
from notebook.ui.widgets.buttons import icon_button, link_button
from notebook.ui.widgets.labels import text_label
from notebook.ui.widgets.pick_button import PickButton

_EFFORTS = {
    Effort.SMALL: "small effort",
    Effort.MEDIUM: "some effort",
    Effort.LARGE: "large effort",
}


class Ideas(ProjectPanel):
    """What would do them good, and what came of it.

    Attributes:
        field, effort: another idea.

    Signals:
        added(str, Effort): write this idea down.
        done(int), thanked(int), opened_again(int), removed(int): this idea.
    """

    added = Signal(str, object)
    done = Signal(object)
    thanked = Signal(object)
    opened_again = Signal(object)
    removed = Signal(object)

    def __init__(self, icons: Icons) -> None:
        super().__init__(icons, translate("ideas", "What else would do them good"))
        hint = translate("ideas", "An idea that costs little and helps much")
        self.field = QLineEdit(placeholderText=hint)
        self.field.setAccessibleName(hint)
        self.effort = PickButton(
            translate("ideas", "Effort"), [(effort, _word(effort)) for effort in Effort]
        )
        another = QHBoxLayout()
        another.setSpacing(10)
        another.addWidget(self.field, 1)
        another.addWidget(self.effort)
        self.body.addLayout(another)
        self.field.returnPressed.connect(self._on_added)

    @override
    def fill(self, page: ProjectPage, today: date) -> bool:
        for idea in self.first(page.ideas):
            self._show(idea, today)
        return page.agreed_on is not None or bool(page.ideas)

    def _show(self, idea: IdeaLine, today: date) -> None:
        row = self.add_row()
        mark = "circle-check" if idea.done_on else "lightbulb"
        row.addWidget(IconMark(self._icons, mark, "ok" if idea.done_on else "soft", 16), 0, TOP)
        words = text_label(filled(translate("ideas", "%1 · %2"), idea.text, _standing(idea, today)))
        words.setWordWrap(True)
        row.addWidget(words, 1)
        for button in self._buttons(idea):
            row.addWidget(button, 0, TOP)

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
        remove = icon_button(
            self._icons, "x", filled(translate("ideas", "Delete the idea: %1"), idea.text)
        )
        remove.clicked.connect(lambda: self.removed.emit(idea.id))
        return [*buttons, remove]

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
    return _word(idea.effort)


def _word(effort: Effort) -> str:
    return translate("ideas", _EFFORTS[effort])
