"""A layout that fills lines from the reading side and begins a new one where the room ends."""

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget
from typing_extensions import override


class FlowLayout(QLayout):
    """Lays widgets side by side at their own size and wraps; `gap` and `line_gap` are in pixels."""

    def __init__(self, parent: QWidget | None = None, gap: int = 6, line_gap: int = 6) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        # What a page asks for again and again, until something changes.
        self._measured: list[tuple[QLayoutItem, QSize, QSize]] | None = None
        self._heights: dict[int, int] = {}  # by width
        self._placed_in: tuple[QRect, bool] | None = None  # with whether it is mirrored
        self._gap = gap
        self._line_gap = line_gap
        self.setContentsMargins(QMargins())

    def clear(self) -> None:
        """Take all widgets out and let go of them."""
        while item := self.takeAt(0):
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _place(self, rect: QRect, *, move: bool) -> int:
        area = rect.marginsRemoved(self.contentsMargins())
        line: list[tuple[QLayoutItem, QSize]] = []
        y, width, height = area.y(), 0, 0
        for item, hint, least in self._sizes():
            size = hint.boundedTo(QSize(max(area.width(), 1), 16777215)).expandedTo(least)
            if line and width + self._gap + size.width() > area.width():
                self._set_line(area, y, height, line if move else [])
                y, width, height, line = y + height + self._line_gap, 0, 0, []
            width += size.width() + (self._gap if line else 0)
            height = max(height, size.height())
            line.append((item, size))
        self._set_line(area, y, height, line if move else [])
        return y + height - rect.y() + self.contentsMargins().bottom()

    def _sizes(self) -> list[tuple[QLayoutItem, QSize, QSize]]:
        """Return what is shown with its own size and its smallest one."""
        if self._measured is None:
            shown = (item for item in self._items if not item.isEmpty())
            self._measured = [(item, item.sizeHint(), item.minimumSize()) for item in shown]
        return self._measured

    def _forget(self) -> None:
        self._measured = None
        self._placed_in = None
        self._heights.clear()

    def _set_line(
        self, area: QRect, y: int, height: int, line: list[tuple[QLayoutItem, QSize]]
    ) -> None:
        x = area.x()
        mirrored = self._is_mirrored()
        for item, size in line:
            left = area.right() + 1 - (x - area.x()) - size.width() if mirrored else x
            item.setGeometry(QRect(QPoint(left, y + (height - size.height()) // 2), size))
            x += size.width() + self._gap

    def _is_mirrored(self) -> bool:
        owner = self.parentWidget()
        return owner is not None and owner.layoutDirection() == Qt.LayoutDirection.RightToLeft

    @override
    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)
        self._forget()

    @override
    def count(self) -> int:
        return len(self._items)

    @override
    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    @override
    def takeAt(self, index: int) -> QLayoutItem | None:
        self._forget()
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    @override
    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            self._heights[width] = self._place(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    @override
    def invalidate(self) -> None:
        self._forget()
        super().invalidate()

    @override
    def setGeometry(self, rect: QRect) -> None:
        now = QRect(rect), self._is_mirrored()
        if self._placed_in == now:
            return
        super().setGeometry(rect)
        self._place(rect, move=True)
        self._placed_in = now

    @override
    def sizeHint(self) -> QSize:
        sizes = [size for _item, size, _least in self._sizes()]
        width = sum(size.width() + self._gap for size in sizes) - self._gap if sizes else 0
        height = max((size.height() for size in sizes), default=0)
        return QSize(max(width, 0), height).grownBy(self.contentsMargins())

    @override
    def minimumSize(self) -> QSize:
        result = QSize()
        for _item, _size, least in self._sizes():
            result = result.expandedTo(least)
        return result.grownBy(self.contentsMargins())
