"""What was promised, corrected; a promise without a day can get its first one here."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from notebook.domain.dates_in_words import long_day
from notebook.services.phrases import filled
from notebook.services.promises import PromiseWords
from notebook.translate import translate
from notebook.ui.dialogs.form_dialog import FormDialog
from notebook.ui.icons import Icons
from notebook.ui.prompts import Prompts
from notebook.ui.widgets.date_edit import OptionalDateEdit
from notebook.ui.widgets.grow_text_edit import GrowingTextEdit


class CorrectPromise(FormDialog):
    """Asks for the right words; `save` says when they can't be saved.

    Attributes:
        text, due: the fields; the day of a promise that has one is moved, not corrected.
    """

    def __init__(
        self,
        words: PromiseWords,
        icons: Icons,
        prompts: Prompts,
        today: date,
        save: Callable[[PromiseWords], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            icons,
            prompts,
            translate("correct promise", "Correct the promise"),
            _about_the_day(words.due_on, today),
            translate("correct promise", "Save"),
            parent,
        )
        self._save_words = save
        what, when = (
            translate("correct promise", "What is promised"),
            translate("correct promise", "By when"),
        )
        self.text = GrowingTextEdit(what, what)
        self.text.setPlainText(words.text)
        self.due = OptionalDateEdit(icons, today, when)
        self.due.set_value(words.due_on)
        fields: list[tuple[str, QWidget]] = [(what, self.text)]
        if words.due_on is None:
            fields.append((when, self.due))
        self.lay_out(fields)
        self.text.submitted.connect(self.save_button.click)
        self.text.setFocus()

    @override
    def save(self) -> str:
        return self._save_words(PromiseWords(self.text.toPlainText(), self.due.value()))


def _about_the_day(due_on: date | None, today: date) -> str:
    if due_on is None:
        return ""
    words = translate(
        "correct promise", "Promised for %1. “Another day…” moves it, and keeps the reason."
    )
    return filled(words, long_day(due_on, today))
