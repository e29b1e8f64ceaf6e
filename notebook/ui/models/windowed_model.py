"""A list that reads only the windows it is asked for, however long it is."""

from abc import abstractmethod
from collections.abc import Callable, Sequence
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override


class HasId(Protocol):
    """What every line has."""

    @property
    def id(self) -> int:
        """The id of what the line is about."""
        ...


Line = TypeVar("Line", bound=HasId)

WINDOW = 60
_WINDOWS_KEPT = 12
_ROWS_KEPT = 10_000
_NOWHERE = QModelIndex()


class WindowedModel(QAbstractListModel, Generic[Line]):
    """Lines by row, a few windows of them in memory.

    A model says how many lines there are, reads a window of them, and says a line in words; the
    line itself is what the delegate gets under `line_role`.
    """

    def __init__(self, line_role: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._line_role = line_role
        self._windows: dict[int, list[Line]] = {}
        self._rows: dict[int, int] = {}  # of each line that was read or looked for, by its id
        self._count = 0

    @abstractmethod
    def count_lines(self) -> int:
        """Return how many lines there are now."""

    @abstractmethod
    def read_lines(self, offset: int, limit: int) -> list[Line]:
        """Return `limit` lines from the `offset`-th on."""

    @abstractmethod
    def title_of(self, line: Line) -> str:
        """Return what stands in the first place."""

    @abstractmethod
    def spoken(self, line: Line) -> str:
        """Return the whole line for a screen reader."""

    def reload(self) -> None:
        """Read anew what is shown."""
        self.beginResetModel()
        self._windows.clear()
        self._rows.clear()
        self._count = self.count_lines()
        self.endResetModel()

    def line(self, row: int) -> Line | None:
        """Return one line; None when the list has become shorter meanwhile."""
        window, place = divmod(row, WINDOW)
        lines = self._windows.pop(window, None)
        if lines is None:
            while len(self._windows) >= _WINDOWS_KEPT:
                del self._windows[next(iter(self._windows))]
            lines = self.read_lines(window * WINDOW, WINDOW)
            self._remember(lines, window * WINDOW)
        self._windows[window] = lines  # as the last one: the one not asked for longest goes first
        return lines[place] if place < len(lines) else None

    def row_remembered(self, line_id: int, find: Callable[[int], int | None]) -> int | None:
        """Return the row of a line; `find` is asked for one that was neither read nor found yet."""
        if line_id not in self._rows:
            row = find(line_id)
            if row is None:
                return None
            self._rows[line_id] = row
        return self._rows[line_id]

    def _remember(self, lines: Sequence[Line], first: int) -> None:
        if len(self._rows) > _ROWS_KEPT:
            self._rows.clear()
        self._rows |= {line.id: number for number, line in enumerate(lines, first)}

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else self._count

    @override
    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        wanted = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, self._line_role)
        line = self.line(index.row()) if index.isValid() and role in wanted else None
        if line is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.title_of(line)
        return self.spoken(line) if role == Qt.ItemDataRole.AccessibleTextRole else line
