"""Panels side by side where there is room, one below the other where there is not."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QMargins, QRect, QSize
from PySide6.QtWidgets import QLayoutItem, QStyle, QWidget
from typing_extensions import override

from notebook.ui.widgets.item_layout import ItemLayout

_NARROW = 520  # pixels, below which two panels beside each other are too narrow to read
_GAP = 12


class Columns(QWidget):
    """Shows widgets in rows of one or two; each row is a tuple of widgets. Hidden ones take no room.

    Those shown of a longer tuple stand two by two.
    """

    def __init__(self, rows: Sequence[tuple[QWidget, ...]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = _ColumnsLayout(self)
        for row in rows:
            layout.add_row(row)


class _Line(NamedTuple):
    """What stands beside each other, each with its width, and how tall that is, in pixels."""

    items: list[tuple[QLayoutItem, int]]
    height: int


class _ColumnsLayout(ItemLayout):
    """Asks each widget for its height at the one width that it will have.

    A QGridLayout asks for many more, and a card of thirty lines that wrap takes long to answer.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._owner = parent
        self._rows: list[list[QLayoutItem]] = []
        self._lines: dict[int, list[_Line]] = {}  # by width
        self._least: QSize | None = None
        self.setContentsMargins(QMargins())

    def add_row(self, widgets: Sequence[QWidget]) -> None:
        """Add widgets that belong together."""
        before = len(self.items)
        for widget in widgets:
            self.addWidget(widget)
        self._rows.append(self.items[before:])

    def _lines_within(self, width: int) -> list[_Line]:
        if width not in self._lines:
            self._lines[width] = [_line(beside) for beside in self._beside(width)]
        return self._lines[width]

    def _beside(self, width: int) -> Iterator[list[tuple[QLayoutItem, int]]]:
        """Yield what stands beside each other, with the width of each."""
        for row in self._rows:
            shown = [item for item in row if not item.isEmpty()]
            while shown:
                widths = _shared(width, shown[:2])
                yield list(zip(shown, widths, strict=False))
                del shown[: len(widths)]

    @override
    def takeAt(self, index: int) -> QLayoutItem | None:
        taken = super().takeAt(index)
        self._rows = [[item for item in row if item is not taken] for row in self._rows]
        return taken

    @override
    def heightForWidth(self, width: int) -> int:
        lines = self._lines_within(width)
        return sum(line.height + _GAP for line in lines) - _GAP if lines else 0

    @override
    def invalidate(self) -> None:
        self._lines.clear()
        self._least = None
        super().invalidate()

    @override
    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        direction = self._owner.layoutDirection()
        top = rect.top()
        for items, height in self._lines_within(rect.width()):
            left = rect.left()
            for item, width in items:
                place = QRect(left, top, width, height)
                item.setGeometry(QStyle.visualRect(direction, rect, place))
                left += width + _GAP
            top += height + _GAP

    @override
    def sizeHint(self) -> QSize:
        return self.minimumSize()

    @override
    def minimumSize(self) -> QSize:
        if self._least is None:
            shown = (item for item in self.items if not item.isEmpty())
            self._least = QSize(max((each.minimumSize().width() for each in shown), default=0), 0)
        return self._least


def _shared(width: int, items: Sequence[QLayoutItem]) -> tuple[int, ...]:
    """Return the widths of the first of these, or of both where they fit beside each other."""
    if len(items) == 1 or width < _NARROW:
        return (width,)
    room = width - _GAP
    first, second = (item.minimumSize().width() for item in items)
    if first + second > room:
        return (width,)
    half = min(max(room // 2, first), room - second)
    return half, room - half


def _line(items: list[tuple[QLayoutItem, int]]) -> _Line:
    return _Line(items, max(_height(item, width) for item, width in items))


def _height(item: QLayoutItem, width: int) -> int:
    if item.hasHeightForWidth():
        return item.heightForWidth(width)
    return item.sizeHint().height()
