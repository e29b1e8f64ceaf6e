"""Line icons in the colours of the theme, crisp at every scale, following light and dark by themselves."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from notebook.paths import resources_dir
from notebook.ui.theme import Theme

# Lucide draws 2 units on a grid of 24; this gives a line of 1.6 px at 22 px.
_STROKE = "1.75"


@lru_cache(maxsize=256)
def _drawing(name: str, colour: str) -> QByteArray:
    source = (resources_dir() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    source = source.replace('stroke-width="2"', f'stroke-width="{_STROKE}"')
    return QByteArray(source.replace("currentColor", colour).encode())


@lru_cache(maxsize=1024)
def _pixmap(name: str, colour: str, width: int, height: int) -> QPixmap:
    pixmap = QPixmap(width, height)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    side = min(width, height)
    square = QRectF((width - side) / 2, (height - side) / 2, side, side)
    QSvgRenderer(_drawing(name, colour)).render(painter, square)
    painter.end()
    return pixmap


def pixel_ratio(painter: QPainter) -> float:
    """Return how many pixels of the screen one of ours is.

    Not asked of the painter's device: that is a widget which Qt made, and handing one out lets
    PySide load all kinds of widgets, for nothing, while the program starts.
    """
    return painter.deviceTransform().m11()


class Icons:
    """Gives out icons by their Lucide name and the name of a token ("soft", "accent", "on_accent")."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme

    def icon(self, name: str, colour: str = "ink", *, checked: str = "") -> QIcon:
        """Return an icon that always has the present colour; `checked` is its colour when on.

        Raises FileNotFoundError when there is no such icon among the resources.
        """
        _drawing(name, self.theme.tokens.colour(colour))
        return QIcon(_TintedEngine(self.theme, name, colour, checked or colour))

    def pixmap(self, name: str, colour: str, size: int, ratio: float = 1.0) -> QPixmap:
        """Return a picture of `size` logical pixels for a screen of `ratio` device pixels each."""
        side = round(size * ratio)
        result = QPixmap(_pixmap(name, self.theme.tokens.colour(colour), side, side))
        result.setDevicePixelRatio(ratio)
        return result

    def paint(self, painter: QPainter, rect: QRect, name: str, colour: str) -> None:
        """Paint an icon into `rect`, which should be square."""
        ratio = pixel_ratio(painter)
        pixmap = self.pixmap(name, colour, rect.width(), ratio)
        painter.drawPixmap(QPointF(rect.topLeft()), pixmap)


class _TintedEngine(QIconEngine):
    """Asks the theme for the colour each time that the icon is painted."""

    def __init__(self, theme: Theme, name: str, colour: str, checked: str) -> None:
        super().__init__()
        self._theme = theme
        self._name = name
        self._colour = colour
        self._checked = checked

    def _tinted(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        colour = self._checked if state == QIcon.State.On else self._colour
        if mode == QIcon.Mode.Disabled:
            colour = "soft"
        value = self._theme.tokens.colour(colour)
        return _pixmap(self._name, value, size.width(), size.height())

    @override
    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        ratio = pixel_ratio(painter)
        pixmap = QPixmap(self._tinted(rect.size() * ratio, mode, state))
        pixmap.setDevicePixelRatio(ratio)
        painter.drawPixmap(QPointF(rect.topLeft()), pixmap)

    @override
    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return QPixmap(self._tinted(size, mode, state))

    @override
    def clone(self) -> QIconEngine:
        return _TintedEngine(self._theme, self._name, self._colour, self._checked)


class IconMark(QWidget):
    """An icon beside a text; the text says it all, so that a screen reader passes the icon by."""

    def __init__(
        self,
        icons: Icons,
        name: str,
        colour: str = "soft",
        size: int = 16,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icons = icons
        self._name = name
        self._colour = colour
        self.setFixedSize(size, size)

    def set_icon(self, name: str, colour: str) -> None:
        """Show another icon from now on."""
        self._name, self._colour = name, colour
        self.update()

    @override
    def paintEvent(self, _event: object) -> None:
        painter = QPainter(self)
        self._icons.paint(painter, self.rect(), self._name, self._colour)
        painter.end()
