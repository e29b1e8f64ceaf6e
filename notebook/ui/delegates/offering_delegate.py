"""Paints one offering in a list: its name, and the good that it does."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget
from typing_extensions import override

from notebook.ui.delegates.list_delegate import ListDelegate
from notebook.ui.delegates.row import paint_tag, write_line
from notebook.ui.models.offerings_model import OFFERING_ROLE, OfferingRow
from notebook.ui.theme import SECOND, SMALL, Theme

_MARGIN, _GAP, _PADDING = 14, 8, 9


class OfferingDelegate(ListDelegate[OfferingRow]):
    """Paints what the model returns for `OFFERING_ROLE`; all rows are equally tall."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, OFFERING_ROLE, parent)
        self._name_font, self._second_font = theme.font(weight=500), theme.font(SECOND)
        self._tag_font = theme.font(SMALL, 600)

    @override
    def row_height(self) -> int:
        lines = QFontMetrics(self._name_font).height() + QFontMetrics(self._second_font).height()
        return lines + 2 * _PADDING + 3

    @override
    def paint_line(
        self, painter: QPainter, option: QStyleOptionViewItem, line: OfferingRow
    ) -> None:
        inside = option.rect.adjusted(_MARGIN, _PADDING, -_MARGIN, -_PADDING)
        high = QFontMetrics(self._name_font).height()
        upper = QRect(inside.left(), inside.top(), inside.width(), high)
        tag = 0
        if line.tag:
            painter.setFont(self._tag_font)
            tag = paint_tag(painter, upper, line.tag, "plain", self._theme, option.direction) + _GAP
        place = QRect(upper.left(), upper.top(), max(upper.width() - tag, 0), high)
        painter.setFont(self._name_font)
        painter.setPen(self._theme.colour("soft" if line.tag else "ink"))
        place = QStyle.visualRect(option.direction, upper, place)
        write_line(painter, place, line.name, option.direction)
        low = QFontMetrics(self._second_font).height()
        lower = QRect(inside.left(), upper.bottom() + 4, inside.width(), low)
        painter.setFont(self._second_font)
        painter.setPen(self._theme.colour("soft"))
        write_line(painter, lower, line.benefit, option.direction)
