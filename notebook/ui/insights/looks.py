"""How each series looks, in a bar as in the legend: told apart by its pattern as well as its colour."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from notebook.services.insights.insight import Look, Series
from notebook.ui.theme import Theme
from notebook.ui.widgets.flow_layout import FlowLayout
from notebook.ui.widgets.labels import text_label

_SOLID = Qt.BrushStyle.SolidPattern
_LOOKS: dict[Look, tuple[str, str, Qt.BrushStyle]] = {
    Look.FULL: ("accent", "accent", _SOLID),
    Look.STRIPED: ("accent", "card", Qt.BrushStyle.BDiagPattern),
    Look.PALE: ("accent", "accent_soft", Qt.BrushStyle.NoBrush),
    Look.WARN: ("warn", "warn_soft", Qt.BrushStyle.HorPattern),
    Look.BAD: ("bad", "bad_soft", Qt.BrushStyle.DiagCrossPattern),
    Look.BAD_STRIPED: ("bad", "card", Qt.BrushStyle.FDiagPattern),
    Look.GREY: ("soft", "line", Qt.BrushStyle.NoBrush),
    Look.GREY_STRIPED: ("soft", "card", Qt.BrushStyle.VerPattern),
}
"""The colour of edge and pattern, the colour of the ground, and the pattern."""
_SWATCH = 12  # pixels


def paint_look(painter: QPainter, box: QRectF, look: Look, theme: Theme) -> None:
    """Paint a part of a bar, or a sample of it; `box` in pixels."""
    colour, ground, pattern = _LOOKS[look]
    painter.fillRect(box, theme.colour(ground))
    if pattern is not Qt.BrushStyle.NoBrush:
        painter.fillRect(box, QBrush(theme.colour(colour), pattern))
    painter.setPen(QPen(theme.colour(colour), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(box)


class Swatch(QWidget):
    """A sample of how a series is drawn."""

    def __init__(self, look: Look, theme: Theme) -> None:
        super().__init__()
        self._look, self._theme = look, theme
        self.setFixedSize(QSize(_SWATCH + 1, _SWATCH + 1))
        theme.changed.connect(self.update)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_look(painter, QRectF(0, 0, _SWATCH, _SWATCH), self._look, self._theme)
        painter.end()


class Legend(QWidget):
    """Says what each look means; hidden where there is only one."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: tuple[Series, ...] = ()
        self._flow = FlowLayout(self, gap=14)

    def show_series(self, series: tuple[Series, ...]) -> None:
        """Explain these."""
        if series == self._shown:
            return
        self._shown = series
        self._flow.clear()
        for each in series:
            self._flow.addWidget(self._entry(each))
        self.setVisible(self.is_needed)

    @property
    def is_needed(self) -> bool:
        """Whether there is more than one look to explain."""
        return len(self._shown) > 1

    def _entry(self, series: Series) -> QWidget:
        entry = QWidget()
        row = QHBoxLayout(entry)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(Swatch(series.look, self._theme), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(text_label(series.name, "second"))
        return entry
