"""Paints one promise: its words, whose it is and where it stands, and what happened to it."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from notebook.ui.delegates.row import paint_ground, paint_tag, write_line
from notebook.ui.models.promises_model import PROMISE_ROLE, PromiseRow
from notebook.ui.theme import SECOND, SMALL, Theme

_MARGIN, _GAP, _PADDING = 12, 10, 9


class PromiseDelegate(QStyledItemDelegate):
    """Paints what the model returns for `PROMISE_ROLE`; all rows are equally tall."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._font, self._second = theme.font(), theme.font(SECOND)
        self._tag_font = theme.font(SMALL, 600)

    def row_height(self) -> int:
        """Return the height of each row in pixels."""
        lines = QFontMetrics(self._font).height() + QFontMetrics(self._second).height()
        return lines + 2 * _PADDING + 3

    def _paint_promise(
        self, painter: QPainter, area: QRect, row: PromiseRow, direction: Qt.LayoutDirection
    ) -> None:
        inside = area.adjusted(_MARGIN, _PADDING, -_MARGIN, -_PADDING)
        high = QFontMetrics(self._font).height()
        upper = QRect(inside.left(), inside.top(), inside.width(), high)
        painter.setFont(self._tag_font)
        tag = paint_tag(painter, upper, row.tag, row.tone, self._theme, direction)
        place = QRect(upper.left(), upper.top(), max(upper.width() - tag - _GAP, 0), high)
        painter.setFont(self._font)
        painter.setPen(self._theme.colour("ink"))
        place = QStyle.visualRect(direction, upper, place)
        write_line(painter, place, row.text, direction)
        lower = QRect(inside.left(), upper.bottom() + 4, inside.width(), 0)
        lower.setHeight(QFontMetrics(self._second).height())
        painter.setFont(self._second)
        painter.setPen(self._theme.colour("soft"))
        write_line(painter, lower, row.second_line, direction)

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row: PromiseRow | None = index.data(PROMISE_ROLE)
        painter.save()
        paint_ground(painter, option, self._theme)
        if row is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if index.row() > 0:
                painter.setPen(QPen(self._theme.colour("line"), 1))
                painter.drawLine(option.rect.topLeft(), option.rect.topRight())
            self._paint_promise(painter, option.rect, row, option.direction)
        painter.restore()

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(200, self.row_height())
