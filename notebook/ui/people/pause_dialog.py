"""Letting keeping in touch rest for a while."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from notebook.domain.pauses import PauseLength, pause_end
from notebook.translate import translate
from notebook.ui.dialogs.form_dialog import FormDialog
from notebook.ui.icons import Icons
from notebook.ui.prompts import Prompts
from notebook.ui.widgets.choice_row import ChoiceRow
from notebook.ui.widgets.date_edit import OptionalDateEdit

_LENGTHS = {
    PauseLength.MONTH: "A month",
    PauseLength.QUARTER: "Three months",
    PauseLength.DAY: "Until a day",
    PauseLength.OPEN: "Until I go on",
}


class PauseDialog(FormDialog):
    """Asks for how long.

    Attributes:
        length, day: the fields.
    """

    def __init__(
        self,
        heading: str,
        icons: Icons,
        prompts: Prompts,
        today: date,
        save: Callable[[date], str],
        parent: QWidget | None = None,
    ) -> None:
        text = translate(
            "groups",
            "Nothing else changes: promises, birthdays and your own reminders still come.",
        )
        super().__init__(icons, prompts, heading, text, translate("groups", "Pause"), parent)
        self._today, self._save_pause = today, save
        name = translate("groups", "For how long")
        options = [(each, translate("groups", word)) for each, word in _LENGTHS.items()]
        self.length = ChoiceRow(options, name, optional=False)
        self.length.set_value(PauseLength.MONTH)
        self.day = OptionalDateEdit(icons, today, translate("groups", "Until which day"))
        self.lay_out([(name, self.length), ("", self.day)])
        self.length.chosen.connect(self._on_length)
        self.day.hide()
        self.length.setFocus()

    @override
    def save(self) -> str:
        length = self.length.value()
        assert isinstance(length, PauseLength), "one is always chosen"
        end = pause_end(length, self._today, self.day.value())
        if end is None or end <= self._today:
            self.day.setFocus()
            return translate("groups", "Choose a day that is still to come.")
        return self._save_pause(end)

    @Slot()
    def _on_length(self) -> None:
        self.day.setVisible(self.length.value() is PauseLength.DAY)
        if not self.day.isHidden():
            self.day.setFocus()
        self.adjustSize()
