"""Whether a delivery and its day suit them, asked after the rest was agreed."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from notebook.domain.dates_in_words import long_day
from notebook.domain.projects import Agreed
from notebook.services.delivery_answers import AskedDelivery
from notebook.services.phrases import filled
from notebook.services.project_words import agreed_word
from notebook.translate import translate
from notebook.ui.dialogs.form_dialog import FormDialog
from notebook.ui.icons import Icons
from notebook.ui.prompts import Prompts
from notebook.ui.widgets.choice_row import ChoiceRow
from notebook.ui.widgets.grow_text_edit import GrowingTextEdit


class WhetherItSuits(FormDialog):
    """Asks whether they agree, and what they say; `save` says when it can't be saved.

    Attributes:
        agreed, their_view: the fields.
    """

    def __init__(
        self,
        asked: AskedDelivery,
        icons: Icons,
        prompts: Prompts,
        today: date,
        save: Callable[[Agreed, str], str],
        parent: QWidget | None = None,
    ) -> None:
        question = translate("whether it suits", "Does “%1” suit %2?")
        super().__init__(
            icons,
            prompts,
            filled(question, asked.title, asked.first_name),
            _day_words(asked.due_on, today),
            translate("whether it suits", "Save"),
            parent,
        )
        self._save_answer = save
        self.agreed = ChoiceRow(
            [(agreed, agreed_word(agreed)) for agreed in (Agreed.YES, Agreed.NO)],
            filled(translate("whether it suits", "Does it suit %1?"), asked.first_name),
            tones={Agreed.YES: "ok", Agreed.NO: "warn"},
            optional=False,
        )
        self.agreed.set_value(None if asked.agreed is Agreed.OPEN else asked.agreed)
        hint = filled(translate("whether it suits", "What %1 says about it"), asked.first_name)
        self.their_view = GrowingTextEdit(hint, hint, most=4)
        self.their_view.setPlainText(asked.their_view)
        self.lay_out([("", self.agreed), ("", self.their_view)])
        self.their_view.submitted.connect(self.save_button.click)
        self.agreed.setFocus()

    @override
    def save(self) -> str:
        agreed = Agreed(str(self.agreed.value() or Agreed.OPEN))
        return self._save_answer(agreed, self.their_view.toPlainText())


def _day_words(due_on: date | None, today: date) -> str:
    if due_on is None:
        return translate("whether it suits", "It has no day yet.")
    return filled(translate("whether it suits", "Planned for %1"), long_day(due_on, today))
