"""Another day for a delivery or for promises: said before it is due where possible."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from notebook.domain.dates_in_words import long_day
from notebook.domain.moves import Movable, NewDay
from notebook.services.phrases import filled
from notebook.ui.dialogs.unsaved_dialog import UnsavedDialog
from notebook.ui.icons import Icons
from notebook.ui.prompts import Prompts
from notebook.ui.widgets.banner import Banner
from notebook.ui.widgets.buttons import plain_button, primary_button
from notebook.ui.widgets.date_edit import OptionalDateEdit
from notebook.ui.widgets.grow_text_edit import GrowingTextEdit
from notebook.ui.widgets.labels import text_label
from notebook.ui.widgets.whether_said import WhetherSaid


class MoveDay(UnsavedDialog):
    """Asks for the new day, whether they know, and why; of a first day nothing has to be said.

    `save` returns a sentence when it can't be done, which is shown; else the dialog closes.

    Attributes:
        day, said, reason: the fields.
    """

    def __init__(
        self,
        movable: Movable,
        icons: Icons,
        prompts: Prompts,
        today: date,
        save: Callable[[NewDay], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(prompts, parent)
        self._movable, self._today, self._save = movable, today, save
        title = self._title()
        self.setWindowTitle(title)
        self.banner = Banner(icons)
        self.day = OptionalDateEdit(icons, today, self._day_name())
        self.day.set_value(movable.due_on)
        self.said = WhetherSaid(icons, movable, today, is_said=True)
        self.reason = GrowingTextEdit(self.tr("Why"), self.tr("Why, in a few words"), most=4)
        self.cancel_button = plain_button(self.tr("Cancel"))
        self.cancel_button.setAutoDefault(False)
        self.save_button = primary_button(
            self.tr("Save") if movable.is_undated else self.tr("Move")
        )
        self.save_button.setDefault(True)
        self._lay_out(title)
        self.reason.submitted.connect(self._on_save)
        self.save_button.clicked.connect(self._on_save)
        self.cancel_button.clicked.connect(self.reject)
        self.setMinimumWidth(420)
        self.day.setFocus()
        self.day.field.selectAll()

    def _title(self) -> str:
        if self._movable.is_undated:
            return filled(self.tr("By when: “%1”"), self._movable.title)
        if self._movable.count > 1:
            return filled(self.tr("Move %1"), self._movable.title)
        return filled(self.tr("Move “%1”"), self._movable.title)

    def _day_name(self) -> str:
        return self.tr("By when") if self._movable.is_undated else self.tr("New day")

    def _where_it_stands(self) -> str:
        if self._movable.is_undated:
            return self.tr("It has no day yet.")
        if self._movable.due_on is None:
            return self.tr("They are due on different days. All of them get the same new one.")
        return filled(self.tr("Agreed for %1"), long_day(self._movable.due_on, self._today))

    def _lay_out(self, title: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 16)
        column.setSpacing(8)
        for widget in (
            text_label(title, "heading", wrap=True),
            text_label(self._where_it_stands(), "second", wrap=True),
            self.banner,
            text_label(self._day_name(), "name"),
            self.day,
            self.said,
            self.reason,
        ):
            column.addWidget(widget)
        self.said.setHidden(self._movable.is_undated)
        self.reason.setHidden(self._movable.is_undated)
        column.addSpacing(8)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.save_button)
        column.addLayout(buttons)

    @Slot()
    def _on_save(self) -> None:
        day = self.day.value()
        if day is None or self.said.lacks_day:
            self.banner.show_message(self.tr("On which day?"), "warn")
            (self.day if day is None else self.said.said_on).setFocus()
            return
        trouble = self._save(NewDay(day, self.said.day(), self.reason.toPlainText()))
        if trouble:
            self.banner.show_message(trouble, "warn")
            self.day.setFocus()
            return
        self.accept()
