"""What the delegates of all lists paint alike: the ground of a row, and a line of text on it."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from notebook.ui.theme import Theme


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
    lead = QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignLeft)
    flags = lead | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
    painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    painter.drawText(rect, int(flags | Qt.TextFlag.TextSingleLine), shown)
