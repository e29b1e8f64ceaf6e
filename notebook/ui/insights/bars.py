"""The bars of a picture, stacked, with the number of each above it."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QTransform
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget
from typing_extensions import override

from notebook.services.insights.insight import Row, Series
from notebook.ui.insights.looks import paint_look
from notebook.ui.theme import SMALL, Theme

_WIDTH = 0.62  # of the room of a bar
_WIDEST = 64.0  # pixels
ABOVE = 18.0  # pixels for the number above a bar
_MOST_NUMBERED = 16
"""With more bars than this the numbers would run into each other."""


class Bars(QGraphicsItem):
    """Paints in pixels whatever the scale of the picture, so that patterns stay what they are.

    A bar stands at each whole number from 0 on, and is as high as its values together.

    Attributes:
        chosen: the number of the bar whose people are shown, None for none.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._rows: Sequence[Row] = ()
        self._series: Sequence[Series] = ()
        self._lines: Sequence[int] = ()
        self._top = 1.0
        self.chosen: int | None = None

    def show_rows(
        self, rows: Sequence[Row], series: Sequence[Series], lines: Sequence[int]
    ) -> None:
        """Show other bars, with thin lines at these heights."""
        self.prepareGeometryChange()
        self._rows, self._series, self._lines = rows, series, lines
        self.update()

    def reach(self, top: float) -> None:
        """Let the picture end at this height."""
        self.prepareGeometryChange()
        self._top = top

    def choose(self, place: int | None) -> None:
        """Mark a bar as the one whose people are shown."""
        self.chosen = place
        self.update()

    def _box(self, place: float, low: float, high: float, onto: QTransform) -> QRectF:
        half = _WIDTH / 2
        box = onto.mapRect(QRectF(QPointF(place - half, low), QPointF(place + half, high)))
        if box.width() > _WIDEST:
            box = QRectF(box.center().x() - _WIDEST / 2, box.y(), _WIDEST, box.height())
        return box

    def _paint_ground(self, painter: QPainter, onto: QTransform) -> None:
        if self.chosen is not None:
            room = QRectF(QPointF(self.chosen - 0.5, 0), QPointF(self.chosen + 0.5, self._top))
            painter.fillRect(onto.mapRect(room), self._theme.colour("paper"))
        painter.setPen(QPen(self._theme.colour("line"), 1))
        for height in self._lines:
            ends = (QPointF(-0.5, height), QPointF(len(self._rows) - 0.5, height))
            painter.drawLine(*(onto.map(end) for end in ends))

    def _paint_bar(self, painter: QPainter, place: int, row: Row, onto: QTransform) -> None:
        low = 0
        for value, series in zip(row.values, self._series, strict=True):
            if value:
                box = self._box(place, low, low + value, onto)
                paint_look(painter, box, series.look, self._theme)
                low += value
        if not low or len(self._rows) > _MOST_NUMBERED:
            return
        bar = self._box(place, 0, low, onto)
        above = QRectF(bar.center().x() - 40, bar.top() - ABOVE, 80, ABOVE - 2)
        painter.setPen(self._theme.colour("ink" if place == self.chosen else "soft"))
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom
        painter.drawText(above, int(flags), str(low))

    @override
    def boundingRect(self) -> QRectF:
        return QRectF(-0.5, 0, max(len(self._rows), 1), self._top)

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        onto = painter.transform()
        painter.save()
        painter.resetTransform()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setFont(self._theme.font(SMALL, 600))
        self._paint_ground(painter, onto)
        for place, row in enumerate(self._rows):
            self._paint_bar(painter, place, row, onto)
        painter.restore()
