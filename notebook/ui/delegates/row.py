"""What the delegates of all lists paint alike: the ground of a row, a line of text on it, a tag at its end."""

from functools import cache

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from notebook.ui.theme import Theme
from notebook.ui.widgets.chips import Tone

_TAG_COLOURS: dict[Tone, tuple[str, str]] = {
    "calm": ("accent", "accent_soft"),
    "warn": ("warn", "warn_soft"),
    "bad": ("bad", "bad_soft"),
    "ok": ("ok", "ok_soft"),
    "plain": ("soft", "paper"),
}
_TAG_SIDE = 7  # pixels


def paint_ground(painter: QPainter, option: QStyleOptionViewItem, theme: Theme) -> None:
    """Paint a row as selected, as below the mouse, and with a ring when the keyboard is there."""
    if option.state & QStyle.StateFlag.State_Selected:
        painter.fillRect(option.rect, theme.colour("accent_soft"))
    elif option.state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(option.rect, theme.colour("card"))
    keyboard = QStyle.StateFlag.State_HasFocus | QStyle.StateFlag.State_KeyboardFocusChange
    if option.state & keyboard == keyboard:
        painter.setPen(QPen(theme.colour("accent"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(option.rect.adjusted(2, 2, -2, -2), 6, 6)


def write_line(painter: QPainter, rect: QRect, text: str, direction: Qt.LayoutDirection) -> None:
    """Write one line with the painter's font and pen, ending in … where the room does.

    It begins at the reading side of the row; the text itself reads in its own direction.
    """
    shown = painter.fontMetrics().elidedText(
        " ".join(text.split()), Qt.TextElideMode.ElideRight, rect.width()
    )
    painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    painter.drawText(rect, _line_flags(direction), shown)


@cache  # flags of Qt take longer to put together than a short line to paint
def _line_flags(direction: Qt.LayoutDirection) -> int:
    lead = QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignLeft)
    flags = lead | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
    return int(flags | Qt.TextFlag.TextSingleLine)


def paint_tag(
    painter: QPainter,
    line: QRect,
    word: str,
    tone: Tone,
    theme: Theme,
    direction: Qt.LayoutDirection,
) -> int:
    """Paint a word at the far side of a line, in the painter's font; return the width it takes."""
    ink, ground = _TAG_COLOURS[tone]
    metrics = painter.fontMetrics()
    width = metrics.horizontalAdvance(word) + 2 * _TAG_SIDE
    height = metrics.height() + 5
    top = line.top() + (line.height() - height) // 2
    tag = QStyle.visualRect(direction, line, QRect(line.right() + 1 - width, top, width, height))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(ground))
    painter.drawRoundedRect(QRectF(tag), 6, 6)
    painter.setPen(theme.colour(ink))
    painter.drawText(tag, int(Qt.AlignmentFlag.AlignCenter), word)
    return width
