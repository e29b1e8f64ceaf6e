"""Pick another day: to put something off until, to ask on, or on which something happened."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from notebook.services.check_ins.plans import PlannedCheckIn
from notebook.services.check_ins.words import occasion_word
from notebook.translate import translate
from notebook.ui.icons import Icons
from notebook.ui.widgets.buttons import plain_button, primary_button
from notebook.ui.widgets.date_edit import OptionalDateEdit
from notebook.ui.widgets.labels import text_label

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class AskedDay:
    """What day is asked for: `day` stands there at first, `refused` says why another won't do."""

    title: str
    what: str
    day: date
    may_be: Callable[[date], bool]
    refused: str
    save: str


def day_to_put_off(what: str, earliest: date) -> AskedDay:
    """Return the question until which day, later than `earliest`, something is put off."""
    return AskedDay(
        translate("day", "Put off until"),
        what,
        min(earliest, date.max - _ONE_DAY) + _ONE_DAY,
        lambda day: day > earliest,
        translate("day", "Choose a later day."),
        translate("day", "Put off"),
    )


def day_to_ask(plan: PlannedCheckIn, today: date) -> AskedDay:
    """Return the question on which day, today or later, a planned check-in is asked."""
    return AskedDay(
        translate("day", "Ask on another day"),
        occasion_word(plan.occasion),
        max(plan.due_on or today, today),
        lambda day: day >= today,
        translate("day", "Choose a day that is still to come."),
        translate("day", "Save"),
    )


def day_it_was(title: str, what: str, day: date, today: date) -> AskedDay:
    """Return the question on which day something happened that was noted for `day`."""
    return AskedDay(
        title,
        what,
        day,
        lambda chosen: chosen <= today,
        translate("day", "Choose a day that is not still to come."),
        translate("day", "Save"),
    )


class DayDialog(QDialog):
    """Asks for one day.

    Signals:
        day_chosen(date): the day.
    """

    day_chosen = Signal(object)

    def __init__(
        self, icons: Icons, today: date, asked: AskedDay, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._asked = asked
        self.setWindowTitle(asked.title)
        self.day = OptionalDateEdit(icons, today, asked.title)
        self.day.set_value(asked.day)
        self.trouble = text_label("", "warn", wrap=True)
        self.trouble.hide()
        self.cancel_button = plain_button(translate("day", "Cancel"))
        self.cancel_button.setAutoDefault(False)
        self.save_button = primary_button(asked.save)
        self.save_button.setDefault(True)
        self._lay_out()
        self.cancel_button.clicked.connect(self.reject)
        self.save_button.clicked.connect(self._on_save)
        self.day.setFocus()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 16)
        column.setSpacing(8)
        column.addWidget(text_label(self._asked.title, "heading"))
        column.addWidget(text_label(self._asked.what, "second", wrap=True))
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

    @Slot()
    def _on_save(self) -> None:
        day = self.day.value()
        if day is None or not self._asked.may_be(day):
            self.trouble.setText(self._asked.refused)
            self.trouble.show()
            self.day.setFocus()
            return
        self.day_chosen.emit(day)
        self.accept()
