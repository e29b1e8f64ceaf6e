"""Rows of one height, however many: nothing is asked about those that are not on the screen."""

from collections.abc import Iterable

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)
from typing_extensions import override


class RowView(QTableView):
    """A list of equally tall rows in which one is current.

    It is a table of one column, because QListView asks about every row before it shows the first.

    Signals:
        row_chosen(QModelIndex): the user moved to this row.
        typed(str): letters were typed while a row was current.
        several_chosen(int): so many rows are selected now, two at least; only after `allow_several`.
    """

    row_chosen = Signal(QModelIndex)
    typed = Signal(str)
    several_chosen = Signal(int)

    def __init__(self, model: QAbstractItemModel, delegate: QStyledItemDelegate, name: str) -> None:
        super().__init__()
        self._delegate = delegate
        self._quiet = self._several = False
        self.setItemDelegate(delegate)
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.hide()
            header.setMinimumSectionSize(1)
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setStretchLastSection(True)
        self.setModel(model)

    def allow_several(self) -> None:
        """Let several rows be selected, with Shift or Ctrl, or all with Ctrl+A."""
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.selectionModel().selectionChanged.connect(self._on_selection)

    def selected_rows(self) -> list[range]:
        """Return the rows that are selected, from above to below."""
        selection = self.selectionModel().selection()
        parts = (selection.at(place) for place in range(selection.size()))
        found = (range(each.top(), each.bottom() + 1) for each in parts)
        return sorted(found, key=lambda rows: rows.start)

    def select_rows(self, rows: Iterable[range]) -> None:
        """Select these rows without saying so."""
        selection = QItemSelection()
        for each in rows:
            selection.select(self.model().index(each.start, 0), self.model().index(each[-1], 0))
        self._quiet = True
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._quiet = False

    def select_row(self, row: int | None) -> None:
        """Make a row current without saying so."""
        self._quiet = True
        index = self.model().index(row, 0) if row is not None else QModelIndex()
        self._go_to(index)
        if row is not None:
            self.scrollTo(index)
        self._quiet = False

    def step(self, rows: int) -> None:
        """Move the current row by this many."""
        row = self.currentIndex().row() if self.currentIndex().isValid() else -1
        index = self._row(row + rows)
        if index.isValid():
            self._go_to(index)

    def _go_to(self, index: QModelIndex) -> None:
        # Whatever keys are held, this row alone is meant.
        self.selectionModel().setCurrentIndex(
            index,
            QItemSelectionModel.SelectionFlag.ClearAndSelect
            | QItemSelectionModel.SelectionFlag.Rows,
        )

    @Slot()
    def _on_selection(self) -> None:
        rows = self.selected_rows()
        count = sum(map(len, rows))
        were_several, self._several = self._several, count > 1
        if self._quiet:
            return
        if self._several:
            self.several_chosen.emit(count)
        elif were_several and count == 1:
            self.row_chosen.emit(self.model().index(rows[0].start, 0))

    def _row(self, row: int) -> QModelIndex:
        last = self.model().rowCount() - 1
        return self.model().index(min(max(row, 0), last), 0)

    def _measure(self) -> None:
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        height = self._delegate.sizeHint(option, QModelIndex()).height()
        self.verticalHeader().setDefaultSectionSize(height)
        self.verticalScrollBar().setSingleStep(height)

    @override
    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:  # type: ignore[override]
        super().currentChanged(current, previous)
        if current.isValid() and not self._quiet and not self._several:
            self.row_chosen.emit(current)

    @override
    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        # Within a row there is nowhere to go: these keys lead to the ends of the list.
        if action == QAbstractItemView.CursorAction.MoveHome:
            return self._row(0)
        if action == QAbstractItemView.CursorAction.MoveEnd:
            return self._row(self.model().rowCount())
        return super().moveCursor(action, modifiers)

    @override
    def keyboardSearch(self, search: str) -> None:
        # Qt would read the whole list for the first letter; the search field knows better.
        if search.strip():
            self.typed.emit(search)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        self._measure()
        super().showEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._measure()
