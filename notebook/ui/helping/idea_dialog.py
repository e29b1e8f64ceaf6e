"""An idea that would do somebody good, written down or changed."""

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDialog, QFormLayout, QWidget

from notebook.domain.value_ideas import Effort
from notebook.services.phrases import filled
from notebook.services.value_ideas import IdeaDraft, effort_word
from notebook.ui.icons import Icons
from notebook.ui.widgets.banner import Banner
from notebook.ui.widgets.buttons import plain_button, primary_button
from notebook.ui.widgets.choice_row import ChoiceRow
from notebook.ui.widgets.dialog_frame import fit_above, lay_out_dialog
from notebook.ui.widgets.grow_text_edit import GrowingTextEdit
from notebook.ui.widgets.labels import text_label
from notebook.ui.widgets.panel import Panel

_USUAL = (520, 280)


class IdeaDialog(QDialog):
    """Asks for the idea and what it costs; `save` returns why it can't be saved.

    Attributes:
        text, effort: the fields.

    Signals:
        trash_chosen(): delete this idea.
    """

    trash_chosen = Signal()

    def __init__(
        self,
        icons: Icons,
        called: str,
        draft: IdeaDraft,
        save: Callable[[IdeaDraft], str],
        *,
        is_known: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._save = save
        self.setWindowTitle(filled(self.tr("What would do %1 good"), called))
        self.banner = Banner(icons)
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
        self.trash_button = plain_button(self.tr("Delete"), icons, "trash-2")
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
        form.addRow(self.tr("&Idea"), self.text)
        form.addRow(self.tr("Effort"), self.effort)
        page.body.addLayout(form)
        head = (text_label(self.windowTitle(), "heading", wrap=True), self.banner)
        buttons = (self.trash_button, self.cancel_button, self.save_button)
        lay_out_dialog(self, head, (page,), buttons)

    @Slot()
    def _on_save(self) -> None:
        draft = IdeaDraft(self.text.toPlainText(), cast("Effort", self.effort.value()))
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
