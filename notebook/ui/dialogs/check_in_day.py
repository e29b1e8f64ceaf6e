"""Another day for a planned check-in."""

from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from notebook.services.check_ins.plans import PlannedCheckIn
from notebook.services.check_ins.words import occasion_word
from notebook.ui.icons import Icons
from notebook.ui.widgets.buttons import plain_button, primary_button
from notebook.ui.widgets.date_edit import OptionalDateEdit
from notebook.ui.widgets.labels import text_label


class CheckInDay(QDialog):
    """Asks for a day that is not past.

    Signals:
        day_chosen(date): the day.
    """

    day_chosen = Signal(object)

    def __init__(
        self, icons: Icons, today: date, plan: PlannedCheckIn, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._today = today
        title = self.tr("Ask on another day")
        self.setWindowTitle(title)
        self.day = OptionalDateEdit(icons, today, title)
        self.day.set_value(max(plan.due_on or today, today))
        self.trouble = text_label("", "warn", wrap=True)
        self.trouble.hide()
        self.cancel_button = plain_button(self.tr("Cancel"))
        self.cancel_button.setAutoDefault(False)
        self.save_button = primary_button(self.tr("Save"))
        self.save_button.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 16)
        column.setSpacing(8)
        column.addWidget(text_label(title, "heading"))
        column.addWidget(text_label(occasion_word(plan.occasion), "second"))
        column.addWidget(self.day)
        column.addWidget(self.trouble)
        column.addSpacing(8)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.save_button)
        column.addLayout(buttons)
        self.setMinimumWidth(340)
        self.cancel_button.clicked.connect(self.reject)
        self.save_button.clicked.connect(self._on_save)
        self.day.setFocus()

    @Slot()
    def _on_save(self) -> None:
        day = self.day.value()
        if day is None or day < self._today:
            self.trouble.setText(self.tr("Choose a day that is still to come."))
            self.trouble.show()
            self.day.setFocus()
            return
        self.day_chosen.emit(day)
        self.accept()
