"""Paints one offering in a list: its name, and the good that it does."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from notebook.ui.delegates.row import paint_ground, paint_tag, write_line
from notebook.ui.models.offerings_model import OFFERING_ROLE, OfferingRow
from notebook.ui.theme import SECOND, SMALL, Theme

_MARGIN, _GAP, _PADDING = 14, 8, 9


class OfferingDelegate(QStyledItemDelegate):
    """Paints what the model returns for `OFFERING_ROLE`; all rows are equally tall."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name_font, self._second_font = theme.font(weight=500), theme.font(SECOND)
        self._tag_font = theme.font(SMALL, 600)

    def row_height(self) -> int:
        """Return the height of each row in pixels."""
        lines = QFontMetrics(self._name_font).height() + QFontMetrics(self._second_font).height()
        return lines + 2 * _PADDING + 3

    def _paint_offering(
        self, painter: QPainter, option: QStyleOptionViewItem, row: OfferingRow
    ) -> None:
        inside = option.rect.adjusted(_MARGIN, _PADDING, -_MARGIN, -_PADDING)
        high = QFontMetrics(self._name_font).height()
        upper = QRect(inside.left(), inside.top(), inside.width(), high)
        tag = 0
        if row.tag:
            painter.setFont(self._tag_font)
            tag = paint_tag(painter, upper, row.tag, "plain", self._theme, option.direction) + _GAP
        place = QRect(upper.left(), upper.top(), max(upper.width() - tag, 0), high)
        painter.setFont(self._name_font)
        painter.setPen(self._theme.colour("soft" if row.tag else "ink"))
        place = QStyle.visualRect(option.direction, upper, place)
        write_line(painter, place, row.name, option.direction)
        low = QFontMetrics(self._second_font).height()
        lower = QRect(inside.left(), upper.bottom() + 4, inside.width(), low)
        painter.setFont(self._second_font)
        painter.setPen(self._theme.colour("soft"))
        write_line(painter, lower, row.benefit, option.direction)

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        painter.save()
        paint_ground(painter, option, self._theme)
        row: OfferingRow | None = index.data(OFFERING_ROLE)
        if row is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_offering(painter, option, row)
        painter.restore()

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(200, self.row_height())
