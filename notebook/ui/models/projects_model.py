"""The project list as a Qt model that reads only the windows it is asked for."""

from enum import Enum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from notebook.domain.dates_in_words import relative_day
from notebook.services.projects import ProjectLine, ProjectOrder, Projects
from notebook.services.words import state_word
from notebook.ui.clock import Clock
from notebook.ui.delegates.project_delegate import PROJECT_ROLE, ProjectRow

_WINDOW = 60
_WINDOWS_KEPT = 12
_NOWHERE = QModelIndex()


class Listing(Enum):
    """What the list shows, and in which order."""

    BY_NEXT_DATE = "next-date"
    BY_NAME = "name"
    CLOSED_TOO = "closed-too"


class ProjectsModel(QAbstractListModel):
    """Projects in one of the orders, or those that a typed text finds, closed ones among them."""

    def __init__(self, projects: Projects, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._projects, self._clock = projects, clock
        self._listing = Listing.BY_NEXT_DATE
        self._text = ""
        self._windows: dict[int, list[ProjectLine]] = {}
        self._count = self._counted()

    @property
    def listing(self) -> Listing:
        """What the list shows while nothing is searched for."""
        return self._listing

    @property
    def is_search(self) -> bool:
        """Whether the list shows what a text found."""
        return bool(self._text)

    def set_listing(self, listing: Listing) -> None:
        """Show other projects, or the same in another order."""
        self._listing = listing
        self.reload()

    def set_text(self, text: str) -> None:
        """Show the projects that a text finds; all again for an empty one."""
        self._text = text.strip()
        self.reload()

    def reload(self) -> None:
        """Read anew what is shown."""
        self.beginResetModel()
        self._windows.clear()
        self._count = self._counted()
        self.endResetModel()

    def row_of(self, project_id: int) -> int | None:
        """Return the row of a project; None for one that isn't shown."""
        return self._projects.position(
            project_id, self._order, closed_too=self._closed_too, text=self._text
        )

    def line(self, row: int) -> ProjectLine | None:
        """Return one line; None when the list has become shorter meanwhile."""
        window, place = divmod(row, _WINDOW)
        if window not in self._windows:
            self._read(window)
        lines = self._windows[window]
        return lines[place] if place < len(lines) else None

    @property
    def _order(self) -> ProjectOrder:
        by_name = self._listing is Listing.BY_NAME
        return ProjectOrder.NAME if by_name else ProjectOrder.NEXT_DATE

    @property
    def _closed_too(self) -> bool:
        return self.is_search or self._listing is Listing.CLOSED_TOO

    def _counted(self) -> int:
        return self._projects.count(closed_too=self._closed_too, text=self._text)

    def _read(self, window: int) -> None:
        while len(self._windows) >= _WINDOWS_KEPT:
            del self._windows[next(iter(self._windows))]
        self._windows[window] = self._projects.window(
            self._order,
            window * _WINDOW,
            _WINDOW,
            closed_too=self._closed_too,
            text=self._text,
        )

    def _row(self, line: ProjectLine) -> ProjectRow:
        today = self._clock.today()
        next_on = line.next_on
        return ProjectRow(
            line.id,
            line.name,
            line.person_name,
            line.state,
            relative_day(next_on, today) if next_on else "",
            is_late=next_on is not None and next_on < today,
        )

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else self._count

    @override
    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        line = self.line(index.row()) if index.isValid() else None
        if line is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return line.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _spoken(self._row(line))
        return self._row(line) if role == PROJECT_ROLE else None


def _spoken(row: ProjectRow) -> str:
    parts = (row.name, row.person_name, state_word(row.state), row.next_words)
    return ", ".join(part for part in parts if part)
