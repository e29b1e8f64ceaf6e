"""Pick a day that is later than another one."""

from datetime import date, timedelta

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from notebook.ui.icons import Icons
from notebook.ui.widgets.buttons import plain_button, primary_button
from notebook.ui.widgets.date_edit import OptionalDateEdit
from notebook.ui.widgets.labels import text_label

_ONE_DAY = timedelta(days=1)


class DayDialog(QDialog):
    """Put something off until a day of the user's own choosing, after `earliest`.

    Signals:
        day_chosen(date): the day.
    """

    day_chosen = Signal(object)

    def __init__(
        self, icons: Icons, today: date, earliest: date, what: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._earliest = earliest
        title = self.tr("Put off until")
        self.setWindowTitle(title)
        self.day = OptionalDateEdit(icons, today, title)
        self.day.set_value(min(earliest, date.max - _ONE_DAY) + _ONE_DAY)
        self.trouble = text_label("", "warn", wrap=True)
        self.trouble.hide()
        self.cancel_button = plain_button(self.tr("Cancel"))
        self.cancel_button.setAutoDefault(False)
        self.save_button = primary_button(self.tr("Put off"))
        self.save_button.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 16)
        column.setSpacing(8)
        column.addWidget(text_label(title, "heading"))
        column.addWidget(text_label(what, "second", wrap=True))
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
        if day is None or day <= self._earliest:
            self.trouble.setText(self.tr("Choose a later day."))
            self.trouble.show()
            self.day.setFocus()
            return
        self.day_chosen.emit(day)
        self.accept()
