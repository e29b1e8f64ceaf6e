"""A product or service of ours: first of all the good that it does its customer."""

from collections.abc import Callable

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QFormLayout, QLineEdit, QWidget

from notebook.services.offerings import OfferingDraft
from notebook.ui.icons import Icons
from notebook.ui.widgets.banner import Banner
from notebook.ui.widgets.buttons import plain_button, primary_button
from notebook.ui.widgets.dialog_frame import fit_above, lay_out_dialog
from notebook.ui.widgets.grow_text_edit import GrowingTextEdit
from notebook.ui.widgets.labels import text_label
from notebook.ui.widgets.panel import Panel

_USUAL = (600, 440)


class OfferingDialog(QDialog):
    """The fields of an offering; `save` returns why it can't be saved.

    Attributes:
        benefit, name, for_whom, tags, note: the fields.
    """

    def __init__(
        self,
        icons: Icons,
        draft: OfferingDraft,
        save: Callable[[OfferingDraft], str],
        *,
        is_known: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._save, self._is_retired = save, draft.is_retired
        known, new = self.tr("Change this offering"), self.tr("New offering")
        self.setWindowTitle(known if is_known else new)
        self.banner = Banner(icons)
        self.name = QLineEdit(draft.name, placeholderText=self.tr("What you call it"))
        self.benefit = GrowingTextEdit(
            self.tr("What good it does its customer"),
            self.tr("What good does it do its customer?"),
            least=2,
        )
        self.benefit.setPlainText(draft.benefit)
        self.for_whom = QLineEdit(draft.for_whom, placeholderText=self.tr("Who gains from it most"))
        self.tags = QLineEdit(
            draft.tags, placeholderText=self.tr("Words that people use who need it, with commas")
        )
        self.note = GrowingTextEdit(self.tr("Note"), most=5)
        self.note.setPlainText(draft.note)
        self.cancel_button = plain_button(self.tr("Cancel"))
        self.cancel_button.setAutoDefault(False)
        self.save_button = primary_button(self.tr("Save"))
        self._lay_out()
        for text in (self.benefit, self.note):
            text.submitted.connect(self._on_save)
        self.save_button.clicked.connect(self._on_save)
        self.cancel_button.clicked.connect(self.reject)
        fit_above(self, _USUAL, parent)
        self.name.setFocus()

    def _lay_out(self) -> None:
        page = Panel()
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(10)
        form.addRow(self.tr("Na&me"), self.name)
        form.addRow(self.tr("&Benefit"), self.benefit)
        form.addRow(self.tr("&For whom"), self.for_whom)
        form.addRow(self.tr("&Tags"), self.tags)
        form.addRow(self.tr("N&ote"), self.note)
        page.body.addLayout(form)
        hint = self.tr(
            "People whose needs and interests share a tag or a word of the name are suggested."
        )
        page.body.addWidget(text_label(hint, "second", wrap=True))
        head = (text_label(self.windowTitle(), "heading"), self.banner)
        lay_out_dialog(self, head, (page,), (self.cancel_button, self.save_button))

    @Slot()
    def _on_save(self) -> None:
        draft = OfferingDraft(
            self.name.text(),
            self.benefit.toPlainText(),
            self.for_whom.text(),
            self.tags.text(),
            self.note.toPlainText(),
            self._is_retired,
        )
        trouble = self._save(draft)
        if trouble:
            self.banner.show_message(trouble, "warn")
            (self.benefit if self.name.text().strip() else self.name).setFocus()
            return
        self.accept()
