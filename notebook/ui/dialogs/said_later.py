"""On which day the other side was told, where nobody had said so at first."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from notebook.services.phrases import filled
from notebook.translate import translate
from notebook.ui.dialogs.form_dialog import FormDialog
from notebook.ui.icons import Icons
from notebook.ui.prompts import Prompts
from notebook.ui.widgets.date_edit import OptionalDateEdit


class SaidLater(FormDialog):
    """Asks for the day; `save` says when it can't be saved.

    Attributes:
        day: the field.
    """

    def __init__(
        self,
        title: str,
        icons: Icons,
        prompts: Prompts,
        today: date,
        save: Callable[[date], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            icons,
            prompts,
            filled(translate("said later", "It was said: %1"), title),
            "",
            translate("said later", "Save"),
            parent,
        )
        self._save_day = save
        when = translate("said later", "On which day")
        self.day = OptionalDateEdit(icons, today, when)
        self.day.set_value(today)
        self.save_button.setDefault(True)
        self.lay_out([(when, self.day)])
        self.day.setFocus()
        self.day.field.selectAll()

    @override
    def save(self) -> str:
        day = self.day.value()
        return self._save_day(day) if day else translate("said later", "On which day?")
