"""The list of a checklist's parts, moved through by keys, rearranged by dragging."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView
from typing_extensions import override

from notebook.translate import translate
from notebook.ui.delegates.outline_delegate import OutlineDelegate
from notebook.ui.icons import Icons
from notebook.ui.models.outline_model import OutlineModel


class OutlineView(QListView):
    """One row is always chosen.

    Signals:
        row_chosen(int): the user moved to this row.
        remove_pressed(): Delete was pressed.
        edit_pressed(): Enter or F2 was pressed.
    """

    row_chosen = Signal(int)
    remove_pressed = Signal()
    edit_pressed = Signal()

    def __init__(self, icons: Icons, model: OutlineModel, name: str) -> None:
        super().__init__()
        self._quiet = False
        self.setModel(model)
        self.setItemDelegate(OutlineDelegate(icons, self))
        self.setAccessibleName(name)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setDragDropMode(QListView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)

    def select_row(self, number: int) -> None:
        """Choose a row without saying so."""
        self._quiet = True
        index = self.model().index(number, 0)
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(index, flag)
        self.scrollTo(index)
        self._quiet = False

    @override
    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:  # type: ignore[override]
        super().currentChanged(current, previous)
        if current.isValid() and not self._quiet:
            self.row_chosen.emit(current.row())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.edit_pressed.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.remove_pressed.emit()
        else:
            super().keyPressEvent(event)


def outline_keys() -> list[tuple[str, str]]:
    """Return the keys that act on a part of a checklist, each with what it does."""
    return [
        ("Alt+Up, Alt+Down", translate("outline", "In a checklist: move a question or a step")),
        ("F2", translate("outline", "In a checklist: change the words")),
        ("Del", translate("outline", "In a checklist: remove a question or a step")),
    ]
