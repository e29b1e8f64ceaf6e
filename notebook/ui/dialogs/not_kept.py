"""A promise that was not kept: said plainly, with the reason for the next time."""

from collections.abc import Callable

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from notebook.services.phrases import filled
from notebook.ui.widgets.buttons import plain_button, primary_button
from notebook.ui.widgets.grow_text_edit import GrowingTextEdit
from notebook.ui.widgets.labels import text_label


class NotKept(QDialog):
    """Asks why; `save` gets the answer, which may be empty."""

    def __init__(
        self, title: str, save: Callable[[str], None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._save = save
        heading = filled(self.tr("Not kept: “%1”"), title)
        self.setWindowTitle(heading)
        self.note = GrowingTextEdit(self.tr("Why"), self.tr("Why, in a few words"), most=4)
        self.cancel_button = plain_button(self.tr("Cancel"))
        self.cancel_button.setAutoDefault(False)
        self.save_button = primary_button(self.tr("Close as not kept"))
        hint = self.tr("If it will still be done, give it another day instead and say so.")
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 16)
        column.setSpacing(8)
        column.addWidget(text_label(heading, "heading", wrap=True))
        column.addWidget(text_label(hint, "second", wrap=True))
        column.addWidget(self.note)
        column.addSpacing(8)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.save_button)
        column.addLayout(buttons)
        self.setMinimumWidth(420)
        self.note.submitted.connect(self._on_save)
        self.save_button.clicked.connect(self._on_save)
        self.cancel_button.clicked.connect(self.reject)
        self.note.setFocus()

    @Slot()
    def _on_save(self) -> None:
        self._save(self.note.toPlainText())
        self.accept()
