"""Paints one promise: its words, whose it is and where it stands, and what happened to it."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget
from typing_extensions import override

from notebook.ui.delegates.list_delegate import ListDelegate
from notebook.ui.delegates.row import paint_tag, write_line
from notebook.ui.models.promises_model import PROMISE_ROLE, PromiseRow
from notebook.ui.theme import SECOND, SMALL, Theme

_MARGIN, _GAP, _PADDING = 12, 10, 9


class PromiseDelegate(ListDelegate[PromiseRow]):
    """Paints what the model returns for `PROMISE_ROLE`; all rows are equally tall."""

    is_ruled = True

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, PROMISE_ROLE, parent)
        self._font, self._second = theme.font(), theme.font(SECOND)
        self._tag_font = theme.font(SMALL, 600)

    @override
    def row_height(self) -> int:
        lines = QFontMetrics(self._font).height() + QFontMetrics(self._second).height()
        return lines + 2 * _PADDING + 3

    @override
    def paint_line(self, painter: QPainter, option: QStyleOptionViewItem, line: PromiseRow) -> None:
        area, row, direction = option.rect, line, option.direction

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
