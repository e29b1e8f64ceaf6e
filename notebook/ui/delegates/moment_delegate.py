"""Paints one contact: its day, its channel, what happened and what stands behind it."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from notebook.domain.moments import Channel
from notebook.ui.delegates.row import write_line
from notebook.ui.icons import Icons
from notebook.ui.models.moments_model import MOMENT_ROLE, MomentRow
from notebook.ui.theme import SECOND

_ICONS = {
    Channel.CALL: "phone",
    Channel.EMAIL: "mail",
    Channel.MESSAGE: "message-square",
    Channel.LETTER: "file-text",
    Channel.FAX: "printer",
    Channel.VISIT: "map-pin",
    Channel.MEETING: "users",
}
_INKS = {"logged": "soft", "to-come": "accent", "asked": "warn"}
_DAY_WIDTH, _ICON, _GAP, _PADDING = 76, 16, 12, 9


class MomentDelegate(QStyledItemDelegate):
    """Paints what the model returns for `MOMENT_ROLE`; all rows are equally tall."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._theme = icons.theme
        self._font = self._theme.font()
        self._second = self._theme.font(SECOND)

    def row_height(self) -> int:
        """Return the height of each row in pixels."""
        lines = QFontMetrics(self._font).height() + QFontMetrics(self._second).height()
        return lines + 2 * _PADDING + 4

    def _paint_row(
        self, painter: QPainter, area: QRect, row: MomentRow, direction: Qt.LayoutDirection
    ) -> None:
        body, second = QFontMetrics(self._font), QFontMetrics(self._second)
        top = area.top() + _PADDING
        left = area.left() + _DAY_WIDTH + _ICON + _GAP
        width = area.right() - left
        painter.setFont(self._second)
        ink = _INKS[row.standing]
        painter.setPen(self._theme.colour(ink))
        day = QRect(area.left() + 2, top, _DAY_WIDTH - 8, body.height())
        write_line(painter, day, row.day, direction)
        self._icons.paint(
            painter,
            QRect(area.left() + _DAY_WIDTH, top + (body.height() - _ICON) // 2, _ICON, _ICON),
            _ICONS[row.channel],
            ink,
        )
        below = QRect(left, top + body.height() + 3, width, second.height())
        painter.setPen(self._theme.colour(ink))
        write_line(painter, below, row.second_line, direction)
        painter.setFont(self._font)
        painter.setPen(self._theme.colour("ink"))
        write_line(painter, QRect(left, top, width, body.height()), row.title, direction)

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row: MomentRow | None = index.data(MOMENT_ROLE)
        if row is None:
            return
        painter.save()
        state = option.state
        if state & QStyle.StateFlag.State_Selected and state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(option.rect, self._theme.colour("accent_soft"))
        if index.row() > 0:
            painter.setPen(QPen(self._theme.colour("line"), 1))
            painter.drawLine(option.rect.topLeft(), option.rect.topRight())
        self._paint_row(painter, option.rect, row, option.direction)
        painter.restore()

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(option.rect.width(), self.row_height())
