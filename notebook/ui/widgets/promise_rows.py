"""Promises made during a contact: whose, what, and by when."""

from datetime import date

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from notebook.domain.promises import Side
from notebook.services.moments import PromiseDraft
from notebook.translate import translate
from notebook.ui.icons import Icons
from notebook.ui.widgets.date_edit import OptionalDateEdit
from notebook.ui.widgets.row_list import Row, RowList


class PromiseRow(Row):
    """One promise."""

    def __init__(self, icons: Icons, side: Side, today: date) -> None:
        super().__init__(icons, translate("promises", "Remove this promise"))
        self.side = QComboBox()
        self.side.setAccessibleName(translate("promises", "Whose promise"))
        self.side.addItem(translate("promises", "We promise"), Side.OURS)
        self.side.addItem(translate("promises", "They promise"), Side.THEIRS)
        self.side.setCurrentIndex(self.side.findData(side))
        hint = translate("promises", "What is promised")
        self.text = QLineEdit(placeholderText=hint)
        self.text.setAccessibleName(hint)
        self.due = OptionalDateEdit(icons, today, translate("promises", "By when"))
        self.line.addWidget(self.side)
        self.line.addWidget(self.text, 1)
        self.line.addWidget(self.due)
        self.finish()

    def draft(self) -> PromiseDraft | None:
        """Return what stands in the fields; None for an empty text."""
        if not self.text.text().strip():
            return None
        return PromiseDraft(self.side.currentData(), self.text.text(), self.due.value())


class PromiseRows(RowList[PromiseRow]):
    """The promises of one contact; most contacts have none."""

    def __init__(self, icons: Icons, today: date, parent: QWidget | None = None) -> None:
        super().__init__(icons, parent)
        self._today = today
        self.ours_button = self._offer(translate("promises", "We promised something"))
        self.theirs_button = self._offer(translate("promises", "They promised something"))
        self.ours_button.clicked.connect(self._on_ours)
        self.theirs_button.clicked.connect(self._on_theirs)

    def drafts(self) -> tuple[PromiseDraft, ...]:
        """Return what is filled in."""
        return tuple(draft for row in self.rows if (draft := row.draft()))

    def _another(self, side: Side) -> None:
        row = PromiseRow(self._icons, side, self._today)
        self._add(row)
        row.text.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_ours(self) -> None:
        self._another(Side.OURS)

    @Slot()
    def _on_theirs(self) -> None:
        self._another(Side.THEIRS)
