"""The icon in the tray: the notebook on a tile of its own, with how many reminders wait."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap

from notebook.ui.icons import Icons

_SIDES = (16, 22, 24, 32, 44, 48, 64, 128)  # pixels: what trays of all systems ask for
_MOST = 99


def count_icon(icons: Icons, count: int) -> QIcon:
    """Return the icon for `count` reminders, sharp at each size; for none it has no number."""
    icon = QIcon()
    for side in _SIDES:
        icon.addPixmap(count_pixmap(icons, count, side))
    return icon


def count_pixmap(icons: Icons, count: int, side: int) -> QPixmap:
    """Return one size of it, in pixels of the screen.

    The number takes the whole tile: trays are small, and some shrink a larger size still more.
    """
    pixmap = QPixmap(QSize(side, side))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    # On the accent, since a bar may be light or dark, whatever our window is.
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(icons.theme.colour("accent"))
    painter.drawRoundedRect(QRectF(0, 0, side, side), side * 0.22, side * 0.22)
    if count:
        _paint_number(painter, icons, min(count, _MOST), side)
    else:
        size = round(side * 0.76)
        at = (side - size) // 2
        icons.paint(painter, QRect(at, at, size, size), "book-heart", "on_accent")
    painter.end()
    return pixmap


def _paint_number(painter: QPainter, icons: Icons, count: int, side: int) -> None:
    font = icons.theme.font(weight=700)
    font.setPixelSize(round(side * (0.75 if count < 10 else 0.64)))
    painter.setFont(font)
    painter.setPen(icons.theme.colour("on_accent"))
    painter.drawText(QRectF(0, 0, side, side), Qt.AlignmentFlag.AlignCenter, str(count))
