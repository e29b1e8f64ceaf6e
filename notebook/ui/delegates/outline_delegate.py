"""Paints one row of a checklist: its name, a step, or a question with the sign of its answer."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from notebook.domain.checklists import AnswerKind
from notebook.ui.icons import Icons
from notebook.ui.models.outline_model import ROW_ROLE, OutlineRow, Part
from notebook.ui.theme import SECOND

KIND_ICONS = {
    AnswerKind.TEXT: "message-square",
    AnswerKind.POINTS: "star",
    AnswerKind.CHOICE: "circle-dot",
    AnswerKind.YES_NO: "circle-check",
    AnswerKind.DATE: "calendar",
    AnswerKind.RHYTHM: "repeat",
    AnswerKind.CHANNEL: "send",
    AnswerKind.DELIVERABLES: "list-checks",
    AnswerKind.NEEDS: "handshake",
    AnswerKind.RESPONSIBILITIES: "shield",
    AnswerKind.PEOPLE: "users",
}
_MARGIN, _INDENT, _ICON, _GAP = 14, 14, 16, 9  # pixels
_SPACE = {Part.CHECKLIST: 20, Part.STEP: 22, Part.QUESTION: 13}


class OutlineDelegate(QStyledItemDelegate):
    """Paints what the model returns for `ROW_ROLE`; a grip shows what can be dragged."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons, self._theme = icons, icons.theme
        self._fonts = {
            Part.CHECKLIST: icons.theme.font(15.0, 600),
            Part.STEP: icons.theme.font(SECOND, 600),
            Part.QUESTION: icons.theme.font(),
        }

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, self._theme.colour("accent_soft"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, self._theme.colour("card"))
        keyboard = QStyle.StateFlag.State_HasFocus | QStyle.StateFlag.State_KeyboardFocusChange
        if option.state & keyboard == keyboard:
            painter.setPen(QPen(self._theme.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(option.rect.adjusted(2, 2, -2, -2), 6, 6)

    def _paint_row(self, painter: QPainter, option: QStyleOptionViewItem, row: OutlineRow) -> None:
        area, direction = option.rect, option.direction
        left, right = _MARGIN, _MARGIN
        middle = area.top() + (area.height() - _ICON) // 2
        if row.part is Part.STEP:
            middle += 3  # nearer to its questions than to the step before
        if row.kind is not None:
            left += _INDENT
            self._paint_icon(painter, area, left, middle, KIND_ICONS[row.kind], direction)
            left += _ICON + _GAP
        if row.part is not Part.CHECKLIST and option.state & QStyle.StateFlag.State_MouseOver:
            grip = area.width() - _MARGIN - _ICON + 6
            self._paint_icon(painter, area, grip, middle, "grip-vertical", direction)
            right += _ICON
        colour = "soft" if row.part is Part.STEP else "ink"
        words = QRect(area.left() + left, middle, area.width() - left - right, _ICON)
        place = QStyle.visualRect(direction, area, words.adjusted(0, -4, 0, 4))
        self._write(painter, place, row.text, self._fonts[row.part], colour, direction)

    def _paint_icon(
        self,
        painter: QPainter,
        area: QRect,
        left: int,
        top: int,
        icon: str,
        direction: Qt.LayoutDirection,
    ) -> None:
        place = QRect(area.left() + left, top, _ICON, _ICON)
        self._icons.paint(painter, QStyle.visualRect(direction, area, place), icon, "soft")

    def _write(
        self,
        painter: QPainter,
        place: QRect,
        text: str,
        font: QFont,
        colour: str,
        direction: Qt.LayoutDirection,
    ) -> None:
        """Write at the reading side; the words read in their own direction."""
        line = " ".join(text.split())
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(line, Qt.TextElideMode.ElideRight, place.width())
        lead = QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignLeft)
        flags = lead | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        painter.setFont(font)
        painter.setPen(self._theme.colour(colour))
        painter.drawText(place, int(flags | Qt.TextFlag.TextSingleLine), shown)

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        painter.save()
        self._paint_ground(painter, option)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_row(painter, option, index.data(ROW_ROLE))
        painter.restore()

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        row: OutlineRow = index.data(ROW_ROLE)
        return QSize(200, QFontMetrics(self._fonts[row.part]).height() + _SPACE[row.part])
