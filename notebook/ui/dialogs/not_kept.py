"""Promises that were not kept: said plainly, with the reason for the next time."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from notebook.domain.moves import Movable
from notebook.services.phrases import filled
from notebook.translate import translate
from notebook.ui.dialogs.form_dialog import FormDialog
from notebook.ui.icons import Icons
from notebook.ui.prompts import Prompts
from notebook.ui.widgets.grow_text_edit import GrowingTextEdit
from notebook.ui.widgets.whether_said import WhetherSaid


class NotKept(FormDialog):
    """Asks why, and whether they know; `save` gets both and says when it can't be done.

    Attributes:
        note, said: the fields.
    """

    def __init__(
        self,
        promises: Movable,
        icons: Icons,
        prompts: Prompts,
        today: date,
        save: Callable[[str, date | None], str],
        parent: QWidget | None = None,
    ) -> None:
        words = (
            translate("not kept", "Not kept: “%1”")
            if promises.count == 1
            else translate("not kept", "Not kept: %1")
        )
        super().__init__(
            icons,
            prompts,
            filled(words, promises.title),
            translate(
                "not kept", "If it will still be done, give it another day instead and say so."
            ),
            translate("not kept", "Close as not kept"),
            parent,
        )
        self._save_promises = save
        why = translate("not kept", "Why")
        self.note = GrowingTextEdit(why, translate("not kept", "Why, in a few words"), most=4)
        self.said = WhetherSaid(icons, promises, today, is_said=False)
        self.lay_out([("", self.note), ("", self.said)])
        self.note.submitted.connect(self.save_button.click)
        self.note.setFocus()

    @override
    def save(self) -> str:
        if self.said.lacks_day:
            return translate("not kept", "On which day was it said?")
        return self._save_promises(self.note.toPlainText(), self.said.day())
