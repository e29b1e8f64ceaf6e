"""An idea that would do somebody good, written down or changed."""

from collections.abc import Callable
from typing import cast

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from notebook.domain.value_ideas import Effort
from notebook.services.phrases import filled
from notebook.services.value_ideas import IdeaDraft, effort_word
from notebook.ui.dialogs.thing_dialog import ThingDialog
from notebook.ui.icons import Icons
from notebook.ui.prompts import Prompts
from notebook.ui.widgets.choice_row import ChoiceRow
from notebook.ui.widgets.grow_text_edit import GrowingTextEdit

_USUAL = (520, 280)


class IdeaDialog(ThingDialog):
    """Asks for the idea and what it costs; `save` returns why it can't be saved.

    Attributes:
        text, effort: the fields.
    """

    def __init__(
        self,
        icons: Icons,
        prompts: Prompts,
        called: str,
        draft: IdeaDraft,
        save: Callable[[IdeaDraft], str],
        *,
        is_known: bool,
        parent: QWidget | None = None,
    ) -> None:
        title = filled(self.tr("What would do %1 good"), called)
        super().__init__(icons, prompts, title, may_trash=is_known, parent=parent)
        self._save_idea = save
        self.text = GrowingTextEdit(
            self.tr("Idea"), self.tr("An idea that costs little and helps much"), least=2
        )
        self.text.setPlainText(draft.text)
        self.effort = ChoiceRow(
            [(effort, effort_word(effort)) for effort in Effort],
            self.tr("What it costs us"),
            optional=False,
        )
        self.effort.set_value(draft.effort)
        fields = [(self.tr("&Idea"), self.text), (self.tr("Effort"), self.effort)]
        self.lay_out(fields, _USUAL)
        self.text.submitted.connect(self.try_to_save)
        self.text.setFocus()

    @override
    def save(self) -> str:
        self.text.setFocus()
        return self._save_idea(
            IdeaDraft(self.text.toPlainText(), cast("Effort", self.effort.value()))
        )
