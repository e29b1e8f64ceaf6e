"""Another day for a delivery or a promise: said before it is due where possible."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from notebook.domain.dates_in_words import long_day
from notebook.domain.moves import Movable, Move
from notebook.services.phrases import filled
from notebook.ui.icons import Icons
from notebook.ui.widgets.banner import Banner
from notebook.ui.widgets.buttons import plain_button, primary_button
from notebook.ui.widgets.choice_row import ChoiceRow
from notebook.ui.widgets.date_edit import OptionalDateEdit
from notebook.ui.widgets.grow_text_edit import GrowingTextEdit
from notebook.ui.widgets.labels import text_label


class MoveDay(QDialog):
    """Asks for the new day, whether they know, and why.

    `save` returns a sentence when it can't be done, which is shown; else the dialog closes.
    """

    def __init__(
        self,
        movable: Movable,
        icons: Icons,
        today: date,
        save: Callable[[Move], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._movable, self._today, self._save = movable, today, save
        title = filled(self.tr("Move “%1”"), movable.title)
        self.setWindowTitle(title)
        self.banner = Banner(icons)
        self.day = OptionalDateEdit(icons, today, self.tr("New day"))
        self.day.set_value(movable.due_on)
        question = filled(self.tr("Does %1 know?"), movable.first_name)
        self.told = ChoiceRow(
            [
                (True, self.tr("Yes, on this day:")),
                (False, self.tr("Not yet")),
            ],
            question,
            tones={False: "warn"},
            optional=False,
        )
        self.told.set_value(True)
        self.said_on = OptionalDateEdit(icons, today, self.tr("Told on"))
        self.said_on.set_value(today)
        self.reason = GrowingTextEdit(self.tr("Why"), self.tr("Why, in a few words"), most=4)
        self.cancel_button = plain_button(self.tr("Cancel"))
        self.cancel_button.setAutoDefault(False)
        self.save_button = primary_button(self.tr("Move"))
        self.save_button.setDefault(True)
        self._lay_out(title, question)
        self.told.chosen.connect(self._on_told)
        self.reason.submitted.connect(self._on_save)
        self.save_button.clicked.connect(self._on_save)
        self.cancel_button.clicked.connect(self.reject)
        self.setMinimumWidth(420)
        self.day.setFocus()
        self.day.field.selectAll()

    def _lay_out(self, title: str, question: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 16)
        column.setSpacing(8)
        due = filled(self.tr("Agreed for %1"), long_day(self._movable.due_on, self._today))
        for widget in (
            text_label(title, "heading", wrap=True),
            text_label(due, "second"),
            self.banner,
            text_label(self.tr("New day"), "name"),
            self.day,
            text_label(question, "name", wrap=True),
            self.told,
            self.said_on,
            self.reason,
        ):
            column.addWidget(widget)
        column.addSpacing(8)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.save_button)
        column.addLayout(buttons)

    @Slot()
    def _on_told(self) -> None:
        self.said_on.setVisible(self.told.value() is True)

    @Slot()
    def _on_save(self) -> None:
        day, told = self.day.value(), self.told.value() is True
        said_on = self.said_on.value() if told else None
        if day is None or (told and said_on is None):
            self.banner.show_message(self.tr("On which day?"), "warn")
            (self.said_on if day is not None else self.day).setFocus()
            return
        move = Move(self._movable.due_on, day, said_on, self.reason.toPlainText())
        trouble = self._save(move)
        if trouble:
            self.banner.show_message(trouble, "warn")
            self.day.setFocus()
            return
        self.accept()
