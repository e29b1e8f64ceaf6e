"""A picture of bars over words; the only module that knows pyqtgraph, which takes its time to load."""

import math
from typing import Any

import pyqtgraph
from PySide6.QtCore import QEvent, QLocale, QObject, QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QHelpEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QVBoxLayout, QWidget
from typing_extensions import override

from notebook.services.insights.insight import Insight, Row
from notebook.services.phrases import filled
from notebook.ui.insights.bars import ABOVE, Bars
from notebook.ui.theme import SMALL, Theme
from notebook.ui.widgets.labels import plain_tool_tip

_MOST_LINES = 5
_MARGIN = 4  # pixels above the picture
_GAP = 14  # pixels between two labels below the bars
_OFFSET = 8  # pixels between the labels and what they label
_SWALLOWED = frozenset(
    {
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.Wheel,
        QEvent.Type.ContextMenu,
    }
)


class BarChart(QWidget):
    """Shows the rows of an insight as bars; the table beside it is for the keyboard.

    Signals:
        row_chosen(int): the user clicked at the bar of this row, or above it.
    """

    row_chosen = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._rows: tuple[Row, ...] = ()
        self._series: tuple[str, ...] = ()
        self._highest = 1  # line
        self._counted = ""
        self._bars = Bars(theme)
        self._view: Any = pyqtgraph.GraphicsLayoutWidget()
        self._box: Any = pyqtgraph.ViewBox(enableMenu=False)
        self._left: Any = pyqtgraph.AxisItem("left", linkView=self._box)
        self._below: Any = pyqtgraph.AxisItem("bottom", linkView=self._box)
        self._put_together()
        self.dress()
        theme.changed.connect(self.dress)

    def show_insight(self, insight: Insight) -> None:
        """Show other bars."""
        self._rows, self._counted = insight.rows, insight.counted
        self._series = tuple(series.name for series in insight.series)
        self.setAccessibleName(insight.sentence)
        self._view.setAccessibleName(insight.sentence)
        lines = heights(max((row.total for row in self._rows), default=0))
        self._highest = lines[-1]
        self._bars.choose(None)
        self._bars.show_rows(self._rows, insight.series, lines)
        self._set_range()
        self._left.setTicks([[(line, QLocale().toString(line)) for line in lines]])
        self._label()
        self._set_labels()

    def choose(self, place: int | None) -> None:
        """Mark the bar whose people are shown."""
        self._bars.choose(place)

    def place_of(self, place: int) -> QPoint:
        """Return the middle of the room of a bar, in the coordinates of the view that is clicked."""
        middle = self._box.mapViewToScene(pyqtgraph.Point(place, self._box.viewRect().height() / 2))
        point: QPoint = self._view.mapFromScene(middle)
        return point

    @property
    def viewport(self) -> QWidget:
        """What is clicked."""
        viewport: QWidget = self._view.viewport()
        return viewport

    @Slot()
    def dress(self) -> None:
        """Take the colours and the letters that hold now."""
        small = self._theme.font(SMALL)
        self._view.setBackground(self._theme.colour("card"))
        for axis in (self._left, self._below):
            axis.setPen(self._theme.colour("line"))
            axis.setTextPen(self._theme.colour("soft"))
            axis.setTickFont(small)
        self._below.setHeight(QFontMetrics(small).height() + 2 * _OFFSET)
        self._label()
        self._bars.update()

    def _put_together(self) -> None:
        self._view.ci.setContentsMargins(0, _MARGIN, 0, 0)
        self._view.ci.setSpacing(0)
        self._view.addItem(self._left, 0, 0)
        self._view.addItem(self._box, 0, 1)
        self._view.addItem(self._below, 1, 1)
        self._box.setMouseEnabled(x=False, y=False)
        self._box.setDefaultPadding(0)
        self._box.disableAutoRange()
        self._box.addItem(self._bars, ignoreBounds=True)
        self._left.setStyle(tickLength=0, tickAlpha=0, tickTextOffset=_OFFSET)
        self._below.setStyle(tickLength=0, tickAlpha=0, tickTextOffset=_OFFSET)
        self._view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._view.viewport().setMouseTracking(True)
        self._view.viewport().installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._view)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def _label(self) -> None:
        self._left.setLabel(self._counted, color=self._theme.colour("soft").name())
        self._left.label.setFont(self._theme.font(SMALL))

    def _set_range(self) -> None:
        """Leave room for the number above the highest bar, however small the picture is."""
        room = self.height() - self._below.height() - _MARGIN
        top = self._highest * room / max(room - ABOVE, 1)
        self._bars.reach(top)
        self._box.setRange(xRange=(-0.5, len(self._rows) - 0.5), yRange=(0, top), padding=0)

    def _set_labels(self) -> None:
        """Write as many labels below the bars as there is room for, the last one among them."""
        metrics = QFontMetrics(self._theme.font(SMALL))
        widest = max((metrics.horizontalAdvance(row.short) for row in self._rows), default=0) + _GAP
        room = max(self.width() - 60, 1) / max(len(self._rows), 1)
        every = max(math.ceil(widest / room), 1)
        # pyqtgraph leaves a label out that would reach over the edge.
        last = next(
            place
            for place in reversed(range(-1, len(self._rows)))
            if place < 0
            or metrics.horizontalAdvance(self._rows[place].short) / 2
            <= room * (len(self._rows) - place - 0.5)
        )
        labels = [
            (place, row.short)
            for place, row in enumerate(self._rows)
            if (last - place) % every == 0
        ]
        self._below.setTicks([labels])

    def _row_at(self, point: QPoint) -> int | None:
        scene = self._view.mapToScene(point)
        if not self._box.sceneBoundingRect().contains(scene):
            return None
        place = math.floor(self._box.mapSceneToView(scene).x() + 0.5)
        return place if 0 <= place < len(self._rows) else None

    def _told(self, place: int) -> str:
        row = self._rows[place]
        parts = [
            filled(self.tr("%1: %2"), name, QLocale().toString(value))
            for name, value in zip(self._series, row.values, strict=True)
            if value
        ]
        return "\n".join([row.label, *(parts or [self.tr("Nothing")])])

    def _on_moved(self, event: QMouseEvent) -> None:
        is_bar = self._row_at(event.position().toPoint()) is not None
        shape = Qt.CursorShape.PointingHandCursor if is_bar else Qt.CursorShape.ArrowCursor
        self._view.viewport().setCursor(shape)

    def _on_released(self, event: QMouseEvent) -> None:
        place = self._row_at(event.position().toPoint())
        if place is not None and event.button() == Qt.MouseButton.LeftButton:
            self.row_chosen.emit(place)

    def _on_help(self, event: QHelpEvent) -> None:
        place = self._row_at(event.pos())
        tip = plain_tool_tip(self._told(place)) if place is not None else ""
        QToolTip.showText(event.globalPos(), tip, self)

    @override
    def sizeHint(self) -> QSize:
        return QSize(560, 260)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(240, 130)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_range()
        self._set_labels()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        match event.type():
            case QEvent.Type.MouseMove if isinstance(event, QMouseEvent):
                self._on_moved(event)
            case QEvent.Type.MouseButtonRelease if isinstance(event, QMouseEvent):
                self._on_released(event)
            case QEvent.Type.ToolTip if isinstance(event, QHelpEvent):
                self._on_help(event)
            case kind if kind not in _SWALLOWED:
                return super().eventFilter(watched, event)
        return True  # pyqtgraph would move and enlarge the picture


def heights(most: int) -> list[int]:
    """Return round numbers from 0 to the first that is not below `most`, a few of them."""
    step = next(
        factor * 10**power
        for power in range(20)
        for factor in (1, 2, 5)
        if most <= factor * 10**power * _MOST_LINES
    )
    return list(range(0, max(math.ceil(most / step), 1) * step + 1, step))
