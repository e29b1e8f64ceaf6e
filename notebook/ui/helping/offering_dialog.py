"""A product or service of ours: first of all the good that it does its customer."""

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from notebook.services.offerings import OfferingDraft
from notebook.ui.dialogs.thing_dialog import ThingDialog
from notebook.ui.icons import Icons
from notebook.ui.prompts import Prompts
from notebook.ui.widgets.grow_text_edit import GrowingTextEdit

_USUAL = (600, 440)


class OfferingDialog(ThingDialog):
    """The fields of an offering; `save` returns why it can't be saved.

    Attributes:
        benefit, name, for_whom, tags, note: the fields.
    """

    def __init__(
        self,
        icons: Icons,
        prompts: Prompts,
        draft: OfferingDraft,
        save: Callable[[OfferingDraft], str],
        *,
        is_known: bool,
        parent: QWidget | None = None,
    ) -> None:
        known, new = self.tr("Change this offering"), self.tr("New offering")
        title = known if is_known else new
        super().__init__(icons, prompts, title, may_trash=False, parent=parent)
        self._save_offering, self._is_retired = save, draft.is_retired
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
        fields = [
            (self.tr("Na&me"), self.name),
            (self.tr("&Benefit"), self.benefit),
            (self.tr("&For whom"), self.for_whom),
            (self.tr("&Tags"), self.tags),
            (self.tr("N&ote"), self.note),
        ]
        hint = self.tr(
            "People whose needs and interests share a tag or a word of the name are suggested."
        )
        self.lay_out(fields, _USUAL, hint)
        for text in (self.benefit, self.note):
            text.submitted.connect(self.try_to_save)
        self.name.setFocus()

    def _draft(self) -> OfferingDraft:
        return OfferingDraft(
            self.name.text(),
            self.benefit.toPlainText(),
            self.for_whom.text(),
            self.tags.text(),
            self.note.toPlainText(),
            self._is_retired,
        )

    @override
    def save(self) -> str:
        (self.benefit if self.name.text().strip() else self.name).setFocus()
        return self._save_offering(self._draft())
