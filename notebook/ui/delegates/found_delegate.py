"""Paints what a search found: headings, lines with the typed words stressed, and ways on."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QPainter,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from notebook.domain.matching import matches
from notebook.services.found import Found, Kind
from notebook.ui.delegates.row import write_line
from notebook.ui.icons import Icons
from notebook.ui.models.found_model import (
    FOUND_ROLE,
    HeadingRow,
    LineRow,
    MoreRow,
    NewPersonRow,
    NothingRow,
    Row,
)
from notebook.ui.photo_shelf import PhotoShelf
from notebook.ui.theme import SECOND, SMALL
from notebook.ui.widgets.avatar import initials, paint_avatar

_ICONS = {
    Kind.ORGANISATION: "building-2",
    Kind.PROJECT: "clipboard-list",
    Kind.COMMAND: "arrow-right",
    Kind.MOMENT: "message-square",
    Kind.PROMISE: "handshake",
    Kind.CONCERN: "life-buoy",
    Kind.NEED: "quote",
    Kind.OFFERING: "gift",
    Kind.REFERRAL: "send",
    Kind.REMINDER: "bell",
    Kind.ANSWER: "quote",
    Kind.DELIVERABLE: "target",
    Kind.RESPONSIBILITY: "shield",
}
_SIDE, _MARK, _GAP = 14, 28, 12  # pixels: at the edges, the mark in front, and behind it
_ICON = 18
_APART = 13  # above the way to somebody new, for a line
_TEXT = _SIDE + _MARK + _GAP


class FoundDelegate(QStyledItemDelegate):
    """Paints what the model returns for `FOUND_ROLE`.

    Attributes:
        words: the folded words that are stressed.
    """

    def __init__(self, icons: Icons, shelf: PhotoShelf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons, self._theme, self._shelf = icons, icons.theme, shelf
        self.words: tuple[str, ...] = ()
        self._title = self._theme.font(weight=500)
        self._second = self._theme.font(SECOND)
        self._small = self._theme.font(SMALL)
        self._heading = self._theme.font(SMALL, 600)

    def height_of(self, row: Row) -> int:
        """Return how tall a row is, in pixels."""
        body, second = QFontMetrics(self._title).height(), QFontMetrics(self._second).height()
        match row:
            case HeadingRow():
                return QFontMetrics(self._heading).height() + 16
            case LineRow(found) if found.second_line:
                return body + second + 16
            case NothingRow():
                return body + second + 32
            case NewPersonRow():
                return body + 16 + _APART
        return max(body, _ICON) + 16

    def _paint_row(self, painter: QPainter, option: QStyleOptionViewItem, row: Row) -> None:
        rect, direction = option.rect, option.direction
        match row:
            case HeadingRow(text, count):
                room = rect.adjusted(_SIDE, 8, -_SIDE, 0)
                self._write(painter, room, text, self._heading, "soft", direction)
                self._write_aside(painter, room, count, direction)
            case LineRow(found):
                self._paint_found(painter, rect, found, direction)
            case MoreRow(_, text):
                self._paint_mark(painter, rect, "chevron-down", direction)
                room = _placed(rect, _TEXT, rect.width() - _TEXT - _SIDE, direction)
                self._write(painter, room, text, self._second, "accent", direction)
            case NewPersonRow(_, text):
                rect = rect.adjusted(0, _APART, 0, 0)
                self._paint_mark(painter, rect, "user-plus", direction)
                room = _placed(rect, _TEXT, rect.width() - _TEXT - _SIDE, direction)
                self._write(painter, room, text, self._title, "ink", direction)
            case NothingRow(text, second_line):
                room = rect.adjusted(_SIDE, 16, -_SIDE, 0)
                self._write_pair(painter, room, (text, second_line), direction)

    def _paint_found(
        self, painter: QPainter, rect: QRect, found: Found, direction: Qt.LayoutDirection
    ) -> None:
        if found.kind is Kind.PERSON:
            top = rect.top() + (rect.height() - _MARK) // 2
            mark = _placed(QRect(rect.left(), top, rect.width(), _MARK), _SIDE, _MARK, direction)
            painter.setFont(self._title)
            photo = self._shelf.pixmap_for(painter, found.id, found.photo_at, _MARK)
            paint_avatar(painter, mark, initials(found.title), found.id, photo)
        else:
            self._paint_mark(painter, rect, _ICONS[found.kind], direction)
        aside = QFontMetrics(self._small).horizontalAdvance(found.aside) + 1 if found.aside else 0
        inside = _placed(rect, _TEXT, rect.width() - _TEXT - _SIDE, direction)
        self._write_aside(painter, inside, found.aside, direction)
        room = _placed(inside, 0, inside.width() - (aside + _GAP if aside else 0), direction)
        if found.second_line:
            room.setTop(room.top() + 7)
            self._write_pair(painter, room, (found.title, found.second_line), direction)
        else:
            self._write(painter, room, found.title, self._title, "ink", direction)

    def _write_pair(
        self,
        painter: QPainter,
        room: QRect,
        texts: tuple[str, str],
        direction: Qt.LayoutDirection,
    ) -> None:
        high = QFontMetrics(self._title).height()
        low = QFontMetrics(self._second).height()
        upper = QRect(room.left(), room.top(), room.width(), high)
        lower = QRect(room.left(), room.top() + high + 2, room.width(), low)
        self._write(painter, upper, texts[0], self._title, "ink", direction)
        self._write(painter, lower, texts[1], self._second, "soft", direction)

    def _write(
        self,
        painter: QPainter,
        room: QRect,
        text: str,
        font: QFont,
        colour: str,
        direction: Qt.LayoutDirection,
    ) -> None:
        painter.setFont(font)
        painter.setPen(self._theme.colour(colour))
        line = " ".join(text.split())
        stressed = matches(line, self.words) if self.words and colour != "accent" else []
        if stressed:
            self._write_stressed(painter, room, line, stressed, direction)
        else:
            write_line(painter, room, line, direction)

    def _write_stressed(
        self,
        painter: QPainter,
        room: QRect,
        line: str,
        stressed: list[tuple[int, int]],
        direction: Qt.LayoutDirection,
    ) -> None:
        metrics = painter.fontMetrics()
        shown = metrics.elidedText(line, Qt.TextElideMode.ElideRight, room.width())
        layout = QTextLayout(shown, painter.font())
        option = QTextOption(QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignLeft))
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        layout.setTextOption(option)
        layout.setFormats([self._stress(start, length) for start, length in stressed])
        layout.beginLayout()
        one = layout.createLine()
        one.setLineWidth(room.width())
        layout.endLayout()
        top = room.top() + (room.height() - metrics.height()) / 2
        layout.draw(painter, QPointF(room.left(), top))

    def _stress(self, start: int, length: int) -> QTextLayout.FormatRange:
        stress = QTextLayout.FormatRange()
        stress.start, stress.length = start, length
        look = QTextCharFormat()
        look.setForeground(self._theme.colour("accent"))
        stress.format = look
        return stress

    def _write_aside(
        self, painter: QPainter, room: QRect, text: str, direction: Qt.LayoutDirection
    ) -> None:
        painter.setFont(self._small)
        painter.setPen(self._theme.colour("soft"))
        trail = QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignRight)
        painter.drawText(room, int(trail | Qt.AlignmentFlag.AlignVCenter), text)

    def _paint_mark(
        self, painter: QPainter, rect: QRect, icon: str, direction: Qt.LayoutDirection
    ) -> None:
        top = rect.top() + (rect.height() - _ICON) // 2
        line = QRect(rect.left(), top, rect.width(), _ICON)
        mark = _placed(line, _SIDE + (_MARK - _ICON) // 2, _ICON, direction)
        self._icons.paint(painter, mark, icon, "soft")

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row: Row | None = index.data(FOUND_ROLE)
        if row is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = option.rect.adjusted(6, 1, -6, -1)
        if isinstance(row, NewPersonRow):
            painter.setPen(QPen(self._theme.colour("line"), 1))
            painter.drawLine(
                ground.left() + 8, ground.top() + 5, ground.right() - 8, ground.top() + 5
            )
            ground.setTop(ground.top() + _APART - 1)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("accent_soft"))
            painter.drawRoundedRect(ground, 8, 8)
        self._paint_row(painter, option, row)
        painter.restore()

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        row: Row | None = index.data(FOUND_ROLE)
        return QSize(200, self.height_of(row) if row else 0)


def _placed(rect: QRect, left: int, width: int, direction: Qt.LayoutDirection) -> QRect:
    """Return a part of a row, mirrored where one reads from the right."""
    part = QRect(rect.left() + left, rect.top(), max(width, 0), rect.height())
    return QStyle.visualRect(direction, rect, part)
