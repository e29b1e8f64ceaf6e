"""A need of a person, written down in their own words."""

from collections.abc import Callable
from typing import cast

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from notebook.domain.needs import NeedState
from notebook.services.needs import NeedDraft, need_word
from notebook.services.phrases import filled
from notebook.ui.dialogs.thing_dialog import ThingDialog
from notebook.ui.errands.desk import Desk
from notebook.ui.widgets.choice_row import ChoiceRow
from notebook.ui.widgets.date_edit import OptionalDateEdit
from notebook.ui.widgets.grow_text_edit import GrowingTextEdit

_USUAL = (540, 320)


class NeedDialog(ThingDialog):
    """Asks what somebody needs and when they said so; `save` returns why it can't be saved.

    Attributes:
        text, told_on, state: the fields.
    """

    def __init__(
        self,
        desk: Desk,
        called: str,
        draft: NeedDraft,
        save: Callable[[NeedDraft], str],
        *,
        is_known: bool,
        parent: QWidget | None = None,
    ) -> None:
        title = filled(self.tr("What %1 needs"), called)
        super().__init__(desk.icons, desk.prompts, title, may_trash=is_known, parent=parent)
        self._save_need, self._draft = save, draft
        self.text = GrowingTextEdit(
            self.tr("What is needed"), filled(self.tr("In the words of %1"), called), least=2
        )
        self.text.setPlainText(draft.text)
        self.told_on = OptionalDateEdit(desk.icons, desk.clock.today(), self.tr("Told on"))
        self.told_on.set_value(draft.told_on)
        self.state = ChoiceRow(
            [(each, need_word(each)) for each in NeedState],
            self.tr("What became of it"),
            optional=False,
        )
        self.state.set_value(draft.state)
        fields = [
            (self.tr("&Need"), self.text),
            (self.tr("T&old on"), self.told_on),
            (self.tr("State"), self.state),
        ]
        self.lay_out(fields, _USUAL)
        self.text.submitted.connect(self.try_to_save)
        self.text.setFocus()

    @override
    def save(self) -> str:
        told_on = self.told_on.value()
        if told_on is None:
            self.told_on.setFocus()
            return self.tr("When was it told? Write the day.")
        self.text.setFocus()
        state = cast("NeedState", self.state.value())
        draft = NeedDraft(self.text.toPlainText(), told_on, state, self._draft.moment_id)
        return self._save_need(draft)
