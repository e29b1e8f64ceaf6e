"""The icon in the tray: the notebook on a tile of its own, with how many reminders wait."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPen, QPixmap

from notebook.ui.icons import Icons

_SIDES = (16, 22, 24, 32, 44, 48, 64, 128)  # pixels: what trays of all systems ask for
_MOST = 99
_SMALL = 32  # pixels, below which a number needs the whole tile to be read


def count_icon(icons: Icons, count: int) -> QIcon:
    """Return the icon for `count` reminders, sharp at each size; for none it has no number."""
    icon = QIcon()
    for side in _SIDES:
        icon.addPixmap(count_pixmap(icons, count, side))
    return icon


def count_pixmap(icons: Icons, count: int, side: int) -> QPixmap:
    """Return one size of it, in pixels of the screen."""
    pixmap = QPixmap(QSize(side, side))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_tile(painter, icons, side)
    shown = min(count, _MOST)
    if not count:
        _paint_book(painter, icons, side, 0.76, middle=True)
    elif side < _SMALL:
        _paint_number(painter, icons, shown, QRectF(0, 0, side, side), round(side * 0.75))
    else:
        _paint_book(painter, icons, side, 0.6, middle=False)
        _paint_badge(painter, icons, shown, side)
    painter.end()
    return pixmap


def _paint_tile(painter: QPainter, icons: Icons, side: int) -> None:
    """Paint the accent behind it all: a bar may be light or dark, whatever our window is."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(icons.theme.colour("accent"))
    painter.drawRoundedRect(QRectF(0, 0, side, side), side * 0.22, side * 0.22)


def _paint_book(painter: QPainter, icons: Icons, side: int, part: float, *, middle: bool) -> None:
    size = round(side * part)
    at = (side - size) // 2 if middle else round(side * 0.06)
    icons.paint(painter, QRect(at, at, size, size), "book-heart", "on_accent")


def _paint_badge(painter: QPainter, icons: Icons, count: int, side: int) -> None:
    height = side * 0.62
    width = height if count < 10 else min(side, height * 1.25)
    line = max(1.0, side * 0.03)
    place = QRectF(side - width, side - height, width, height)
    painter.setPen(QPen(icons.theme.colour("on_accent"), line))
    painter.setBrush(icons.theme.colour("warn"))
    inside = place.adjusted(line / 2, line / 2, -line / 2, -line / 2)
    painter.drawRoundedRect(inside, height / 2, height / 2)
    _paint_number(painter, icons, count, place, round(height * 0.74))


def _paint_number(painter: QPainter, icons: Icons, count: int, place: QRectF, pixels: int) -> None:
    font = icons.theme.font(weight=700)
    font.setPixelSize(pixels)
    painter.setFont(font)
    painter.setPen(icons.theme.colour("on_accent"))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(count))
