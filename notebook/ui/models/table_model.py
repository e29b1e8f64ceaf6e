"""A read-only table over records: its columns are data, a row becomes words when it is looked at."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor
from typing_extensions import override

from notebook.ui.theme import Theme
from notebook.ui.widgets.labels import plain_tool_tip

RECORD_ROLE = Qt.ItemDataRole.UserRole
"""Answers with the whole record of a row."""

_NOWHERE = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex

Record = TypeVar("Record")


@dataclass(frozen=True, slots=True)
class Column(Generic[Record]):
    """One column: its title, what it says about a record, and perhaps a token for its colour."""

    title: str
    text: Callable[[Record], str]
    colour: Callable[[Record], str] | None = None


class TableModel(QAbstractTableModel, Generic[Record]):
    """Shows records, each text on one line and letter for letter."""

    def __init__(
        self, columns: Sequence[Column[Record]], theme: Theme, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._columns, self._theme = columns, theme
        self._records: Sequence[Record] = ()

    def set_records(self, records: Sequence[Record]) -> None:
        """Show other records from now on."""
        self.beginResetModel()
        self._records = records
        self.endResetModel()

    def look_again(self) -> None:
        """Say anew what stands in the rows; the same records stay where they are."""
        if self._records:
            last = self.index(len(self._records) - 1, len(self._columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def record(self, index: _Index) -> Record | None:
        """Return the record of a row; None for no row."""
        return self._records[index.row()] if index.isValid() else None

    @override
    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._records)

    @override
    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._columns)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        record = self.record(index)
        if record is None:
            return None
        column = self._columns[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return " ".join(column.text(record).split())
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tool_tip(column.text(record))
            case Qt.ItemDataRole.ForegroundRole if column.colour:
                return QColor(self._theme.colour(column.colour(record)))
        return record if role == RECORD_ROLE else None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].title
        return super().headerData(section, orientation, role)
