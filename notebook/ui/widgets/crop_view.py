"""A picture behind a round window: moved and enlarged until the face is in it."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from notebook.translate import translate
from notebook.ui.theme import Theme

_SIDE = 300  # pixels
_MOST = 8.0  # times as large as when the whole picture fills the window
_STEP, _LARGER = 12.0, 1.15
_MOVES: dict[int, tuple[int, int]] = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_ZOOMS: dict[int, float] = {
    Qt.Key.Key_Plus: _LARGER,
    Qt.Key.Key_Equal: _LARGER,
    Qt.Key.Key_Minus: 1 / _LARGER,
}


class CropView(QWidget):
    """Drag or arrows move the picture; the wheel, + and - make it larger and smaller."""

    def __init__(self, image: QImage, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image, self._theme = image, theme
        self._pixmap = QPixmap.fromImage(image)
        self._least = _SIDE / min(image.width(), image.height())
        self._scale = self._least
        self._middle = QPointF(image.width() / 2, image.height() / 2)
        self._held: QPointF | None = None
        self.setFixedSize(_SIDE, _SIDE)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setAccessibleName(translate("crop", "The part of the picture that is kept"))
        self.setAccessibleDescription(
            translate("crop", "Arrows move it, plus and minus make it larger and smaller")
        )

    def square(self) -> QRectF:
        """Return which part of the picture is in the window, in pixels of the picture."""
        side = _SIDE / self._scale
        return QRectF(self._middle.x() - side / 2, self._middle.y() - side / 2, side, side)

    def cropped(self) -> QImage:
        """Return that part."""
        return self._image.copy(self.square().toRect().intersected(self._image.rect()))

    def zoom(self, times: float) -> None:
        """Make the picture so many times larger; it always fills the window."""
        self._scale = min(max(self._scale * times, self._least), self._least * _MOST)
        self._move_to(self._middle)

    def larger(self) -> None:
        """Make it a little larger."""
        self.zoom(_LARGER)

    def smaller(self) -> None:
        """Make it a little smaller."""
        self.zoom(1 / _LARGER)

    def _move_to(self, middle: QPointF) -> None:
        half = _SIDE / self._scale / 2
        self._middle = QPointF(
            min(max(middle.x(), half), self._image.width() - half),
            min(max(middle.y(), half), self._image.height() - half),
        )
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return self.size()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._held = event.position()
        self.setCursor(Qt.CursorShape.ClosedHandCursor)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is not None:
            moved = (event.position() - self._held) / self._scale
            self._held = event.position()
            self._move_to(self._middle - moved)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._held = None
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        self.zoom(_LARGER ** (event.angleDelta().y() / 120))
        event.accept()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _MOVES:
            right, down = _MOVES[event.key()]
            self._move_to(self._middle + QPointF(right, down) * (_STEP / self._scale))
        elif event.key() in _ZOOMS:
            self.zoom(_ZOOMS[event.key()])
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        whole = QRectF(self.rect())
        painter.drawPixmap(whole, self._pixmap, self.square())
        circle = QPainterPath()
        circle.addEllipse(whole.adjusted(2, 2, -2, -2))
        around = QPainterPath()
        around.addRect(whole)
        veil = QColor(self._theme.colour("paper"))
        veil.setAlphaF(0.72)
        painter.fillPath(around - circle, veil)
        painter.setPen(QPen(self._theme.colour("accent" if self.hasFocus() else "line"), 2))
        painter.drawPath(circle)
        painter.end()
