"""The promise ledger of everybody, on a page of its own."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout
from typing_extensions import override

from notebook.domain.changes import Changes
from notebook.services.promise_ledger import LedgerQuestion
from notebook.ui.areas import Area
from notebook.ui.errands.desk import Desk
from notebook.ui.promises.ledger_view import LedgerView
from notebook.ui.widgets.labels import text_label

KINDS = ("promise", "promise_move", "person", "project")


class PromisesPage(Area):
    """All promises, to be searched.

    Attributes:
        ledger, search_field: the parts.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.ledger = LedgerView(desk, LedgerQuestion())
        hint = self.tr("Search promises")
        self.search_field = QLineEdit(placeholderText=hint, clearButtonEnabled=True)
        self.search_field.setAccessibleName(hint)
        self.search_field.setMaximumWidth(320)
        self.search_field.addAction(
            desk.icons.icon("search", "soft"), QLineEdit.ActionPosition.LeadingPosition
        )
        self._lay_out()
        self.search_field.textChanged.connect(self._on_searched)
        self.ledger.typed.connect(self._on_typed)
        self.ledger.reload()

    @override
    def reload(self, changes: Changes) -> None:
        if changes.concern(*KINDS):
            self.ledger.reload()

    @override
    def search(self) -> bool:
        self.search_field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search_field.selectAll()
        return True

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(text_label(self.tr("Promises"), "title"), 1)
        head.addWidget(self.search_field, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 16)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.ledger, 1)

    @Slot(str)
    def _on_searched(self, text: str) -> None:
        self.ledger.model.ask(text=text.strip())
        self.ledger.reload()

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        self.search_field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.search_field.setText(text)
