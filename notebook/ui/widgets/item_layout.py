"""What our own layouts have in common: they hold their items and know a height for each width."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget
from typing_extensions import override


class ItemLayout(QLayout):
    """A layout of which a subclass places what is in `items`.

    Attributes:
        items: what it lays out, in the order in which it was added.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.items: list[QLayoutItem] = []

    @override
    def addItem(self, item: QLayoutItem) -> None:
        self.items.append(item)
        self.invalidate()

    @override
    def count(self) -> int:
        return len(self.items)

    @override
    def itemAt(self, index: int) -> QLayoutItem | None:
        return self.items[index] if 0 <= index < len(self.items) else None

    @override
    def takeAt(self, index: int) -> QLayoutItem | None:
        taken = self.items.pop(index) if 0 <= index < len(self.items) else None
        self.invalidate()
        return taken

    @override
    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    @override
    def hasHeightForWidth(self) -> bool:
        return True
