"""A need of a person, written down in their own words."""

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDialog, QFormLayout, QWidget

from notebook.domain.needs import NeedState
from notebook.services.needs import NeedDraft, need_word
from notebook.services.phrases import filled
from notebook.ui.errands.desk import Desk
from notebook.ui.widgets.banner import Banner
from notebook.ui.widgets.buttons import plain_button, primary_button
from notebook.ui.widgets.choice_row import ChoiceRow
from notebook.ui.widgets.date_edit import OptionalDateEdit
from notebook.ui.widgets.dialog_frame import fit_above, lay_out_dialog
from notebook.ui.widgets.grow_text_edit import GrowingTextEdit
from notebook.ui.widgets.labels import text_label
from notebook.ui.widgets.panel import Panel

_USUAL = (540, 320)


class NeedDialog(QDialog):
    """Asks what somebody needs and when they said so; `save` returns why it can't be saved.

    Attributes:
        text, told_on, state: the fields.

    Signals:
        trash_chosen(): delete this need.
    """

    trash_chosen = Signal()

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
        super().__init__(parent)
        self._save, self._draft = save, draft
        self.setWindowTitle(filled(self.tr("What %1 needs"), called))
        self.banner = Banner(desk.icons)
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
        self.trash_button = plain_button(self.tr("Delete"), desk.icons, "trash-2")
        self.trash_button.setAutoDefault(False)
        self.trash_button.setVisible(is_known)
        self.cancel_button = plain_button(self.tr("Cancel"))
        self.cancel_button.setAutoDefault(False)
        self.save_button = primary_button(self.tr("Save"))
        self._lay_out()
        self.text.submitted.connect(self._on_save)
        self.save_button.clicked.connect(self._on_save)
        self.cancel_button.clicked.connect(self.reject)
        self.trash_button.clicked.connect(self._on_trash)
        fit_above(self, _USUAL, parent)
        self.text.setFocus()

    def _lay_out(self) -> None:
        page = Panel()
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(10)
        form.addRow(self.tr("&Need"), self.text)
        form.addRow(self.tr("T&old on"), self.told_on)
        form.addRow(self.tr("State"), self.state)
        page.body.addLayout(form)
        head = (text_label(self.windowTitle(), "heading", wrap=True), self.banner)
        buttons = (self.trash_button, self.cancel_button, self.save_button)
        lay_out_dialog(self, head, (page,), buttons)

    @Slot()
    def _on_save(self) -> None:
        told_on = self.told_on.value()
        if told_on is None:
            self.banner.show_message(self.tr("When was it told? Write the day."), "warn")
            self.told_on.setFocus()
            return
        state = cast("NeedState", self.state.value())
        draft = NeedDraft(self.text.toPlainText(), told_on, state, self._draft.moment_id)
        trouble = self._save(draft)
        if trouble:
            self.banner.show_message(trouble, "warn")
            self.text.setFocus()
            return
        self.accept()

    @Slot()
    def _on_trash(self) -> None:
        self.trash_chosen.emit()
        self.accept()
