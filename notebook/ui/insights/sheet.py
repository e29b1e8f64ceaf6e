"""An insight as it is saved: its title, its sentence, its legend and its bars on one sheet."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget

from notebook.services.insights.insight import Insight
from notebook.ui.insights.bar_chart import BarChart
from notebook.ui.insights.looks import Legend
from notebook.ui.theme import Theme
from notebook.ui.widgets.labels import text_label

_SIZE = QSize(960, 560)
_FINE = 2.0


def image_of(insight: Insight, theme: Theme) -> QImage:
    """Return the picture on the colour of a card, twice as fine as on most screens."""
    sheet = _Sheet(insight, theme)
    sheet.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    sheet.resize(_SIZE)
    sheet.show()
    image = QImage(_SIZE * _FINE, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(_FINE)
    image.fill(theme.colour("card"))
    sheet.render(image, renderFlags=QWidget.RenderFlag.DrawChildren)
    sheet.close()
    sheet.deleteLater()
    return image


class _Sheet(QWidget):
    def __init__(self, insight: Insight, theme: Theme) -> None:
        super().__init__()
        chart, legend = BarChart(theme), Legend(theme)
        chart.show_insight(insight)
        legend.show_series(insight.series)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 20)
        column.setSpacing(8)
        column.addWidget(text_label(insight.title, "title"))
        column.addWidget(text_label(insight.sentence, wrap=True))
        if insight.note:
            column.addWidget(text_label(insight.note, "second", wrap=True))
        column.addWidget(legend)
        column.addWidget(chart, 1)
