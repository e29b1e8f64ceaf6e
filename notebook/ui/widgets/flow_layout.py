"""A layout that fills lines from the reading side and begins a new one where the room ends."""

from PySide6.QtCore import QMargins, QRect, QSize, Qt
from PySide6.QtWidgets import QLayoutItem, QWidget
from typing_extensions import override

from notebook.ui.widgets.item_layout import ItemLayout


class FlowLayout(ItemLayout):
    """Lays widgets side by side at their own size and wraps; `gap` and `line_gap` are in pixels.

    It has no margins. Sizes are plain numbers here: a card asks for them hundreds of times.
    """

    def __init__(self, parent: QWidget | None = None, gap: int = 6, line_gap: int = 6) -> None:
        super().__init__(parent)
        # What a page asks for again and again, until something changes.
        self._measured: list[tuple[QLayoutItem, int, int, int, int]] | None = None
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
        left, y, room = rect.x(), rect.y(), rect.width()
        line: list[tuple[QLayoutItem, int, int]] = []
        width, height = 0, 0
        for item, hint_width, hint_height, least_width, least_height in self._sizes():
            own = max(min(hint_width, max(room, 1)), least_width)
            tall = max(hint_height, least_height)
            if width and width + self._gap + own > room:
                self._set_line(left, room, y, height, line)
                y, width, height, line = y + height + self._line_gap, 0, 0, []
            width += own + (self._gap if width else 0)
            height = max(height, tall)
            if move:
                line.append((item, own, tall))
        self._set_line(left, room, y, height, line)
        return y + height - rect.y()

    def _sizes(self) -> list[tuple[QLayoutItem, int, int, int, int]]:
        """Return what is shown with its own width and height and its smallest ones, in pixels."""
        if self._measured is None:
            measured = []
            for item in self.items:
                if not item.isEmpty():
                    hint, least = item.sizeHint(), item.minimumSize()
                    sizes = (hint.width(), hint.height(), least.width(), least.height())
                    measured.append((item, *sizes))
            self._measured = measured  # now: measuring may forget what was measured before
        return self._measured

    def _forget(self) -> None:
        self._measured = None
        self._placed_in = None
        self._heights.clear()

    def _set_line(
        self, left: int, room: int, y: int, height: int, line: list[tuple[QLayoutItem, int, int]]
    ) -> None:
        if not line:
            return
        x, mirrored = left, self._is_mirrored()
        for item, width, tall in line:
            begin = left + room - (x - left) - width if mirrored else x
            item.setGeometry(QRect(begin, y + (height - tall) // 2, width, tall))
            x += width + self._gap

    def _is_mirrored(self) -> bool:
        owner = self.parentWidget()
        return owner is not None and owner.layoutDirection() == Qt.LayoutDirection.RightToLeft

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
        sizes = self._sizes()
        width = sum(each[1] + self._gap for each in sizes) - self._gap if sizes else 0
        height = max((each[2] for each in sizes), default=0)
        return QSize(max(width, 0), height)

    @override
    def minimumSize(self) -> QSize:
        sizes = self._sizes()
        width = max((each[3] for each in sizes), default=0)
        height = max((each[4] for each in sizes), default=0)
        return QSize(width, height)
