"""The people list as a Qt model that reads only the windows it is asked for."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from notebook.services.people_list import PeopleList, PeopleOrder, PersonLine
from notebook.ui.clock import Clock
from notebook.ui.delegates.person_delegate import PERSON_ROLE
from notebook.ui.warmth_words import warmth_word

_WINDOW = 60
_WINDOWS_KEPT = 12
_NOWHERE = QModelIndex()


class PeopleModel(QAbstractListModel):
    """All people in one of two orders, or those that a typed text finds."""

    def __init__(self, people: PeopleList, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._people = people
        self._clock = clock
        self._order = PeopleOrder.NAME
        self._text = ""
        self._found: list[PersonLine] = []
        self._windows: dict[int, list[PersonLine]] = {}
        self._count = people.count()

    @property
    def order(self) -> PeopleOrder:
        """How the list is sorted while nothing is searched for."""
        return self._order

    @property
    def is_search(self) -> bool:
        """Whether the list shows what a text found."""
        return bool(self._text)

    def set_order(self, order: PeopleOrder) -> None:
        """Sort another way."""
        self._order = order
        self.reload()

    def set_text(self, text: str) -> None:
        """Show whom the text finds; everybody again for an empty one."""
        self._text = text.strip()
        self.reload()

    def reload(self) -> None:
        """Read anew what is shown."""
        self.beginResetModel()
        self._windows.clear()
        if self._text:
            self._found = self._people.search(self._text, self._clock.today())
            self._count = len(self._found)
        else:
            self._count = self._people.count()
        self.endResetModel()

    def row_of(self, person_id: int) -> int | None:
        """Return the row of a person; None for one who isn't shown."""
        if self._text:
            rows = [row for row, line in enumerate(self._found) if line.id == person_id]
            return rows[0] if rows else None
        return self._people.position(person_id, self._order)

    def line(self, row: int) -> PersonLine | None:
        """Return one line; None when the list has become shorter meanwhile."""
        if self._text:
            return self._found[row] if row < len(self._found) else None
        window, place = divmod(row, _WINDOW)
        if window not in self._windows:
            self._read(window)
        lines = self._windows[window]
        return lines[place] if place < len(lines) else None

    def _read(self, window: int) -> None:
        while len(self._windows) >= _WINDOWS_KEPT:
            del self._windows[next(iter(self._windows))]
        self._windows[window] = self._people.window(
            self._order, window * _WINDOW, _WINDOW, self._clock.today()
        )

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else self._count

    @override
    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            line = self.line(index.row())
            return line.name if line else None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            line = self.line(index.row())
            return _spoken(line) if line else None
        return self.line(index.row()) if role == PERSON_ROLE else None


def _spoken(line: PersonLine) -> str:
    return ", ".join(
        part for part in (line.name, line.second_line, warmth_word(line.warmth)) if part
    )
