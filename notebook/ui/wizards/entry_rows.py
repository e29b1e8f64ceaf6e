"""Rows of a list that grows while one types: Enter goes on to the next row."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from notebook.ui.icons import Icons
from notebook.ui.widgets.row_list import Row, RowList
from notebook.ui.wizards.question_editor import focus


class EntryRow(Row):
    """One row; `start` is the field that the cursor begins in.

    Signals:
        changed(): something was typed or chosen.
    """

    changed = Signal()

    def __init__(self, icons: Icons, remove_text: str, hint: str, text: str) -> None:
        super().__init__(icons, remove_text)
        self.start = line_field(hint, text)
        self.start.textChanged.connect(self.changed)

    def is_empty(self) -> bool:
        """Whether nothing was filled in."""
        return not self.start.text().strip()


AnyEntryRow = TypeVar("AnyEntryRow", bound=EntryRow)


class EntryRows(RowList[AnyEntryRow]):
    """At least one row, and a button for another; `make_row` returns an empty row.

    Signals:
        changed(): something in a row, or a row was taken away.
    """

    changed = Signal()

    def __init__(
        self, icons: Icons, another_text: str, make_row: Callable[[], AnyEntryRow]
    ) -> None:
        super().__init__(icons)
        self._make_row = make_row
        self.another_button = self._offer(another_text)
        self.another_button.clicked.connect(self._on_another)

    def show_rows(self, rows: Sequence[AnyEntryRow]) -> None:
        """Show these rows in place of those before; says nothing to listeners."""
        with QSignalBlocker(self):
            self._clear()
            for row in rows or (self._make_row(),):
                self._append(row)
        self.setFocusProxy(self.rows[0].start)

    def _append(self, row: AnyEntryRow) -> AnyEntryRow:
        row.changed.connect(self.changed)
        row.start.returnPressed.connect(self._on_another)
        self._add(row)
        return row

    @Slot()
    def _on_another(self) -> None:
        """Go to an empty row, a new one if all are filled."""
        empty = next((row for row in self.rows if row.is_empty()), None)
        focus((empty or self._append(self._make_row())).start)

    @override
    def _remove(self, row: AnyEntryRow) -> None:
        super()._remove(row)
        self.changed.emit()


def line_field(hint: str, text: str) -> QLineEdit:
    """Return a field of one line; `hint` is its placeholder and its accessible name."""
    field = QLineEdit(text, placeholderText=hint)
    field.setAccessibleName(hint)
    field.setCursorPosition(0)
    return field
