"""A label that wraps even a word without end, where QLabel would cut it off at the edge."""

import math

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QStyleOption, QWidget
from typing_extensions import override

_NATURAL_WIDTH = 460  # pixels that it asks for at most, before it wraps
_LEADING = 2


class WrappingLabel(QLabel):
    """Plain text, letter for letter, on as many lines as its width takes."""

    def __init__(self, text: str, rank: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        if rank:
            self.setProperty("rank", rank)
        self.setText(text)
        self.setAccessibleName(text)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _laid_out(self, width: int) -> QTextLayout:
        """Return the text in lines of this width."""
        layout = QTextLayout(self.text().replace("\n", "\u2028"), self.font())
        option = QTextOption(self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        height = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, 1))
            line.setPosition(QPointF(0, height))
            height += line.height() + _LEADING
        layout.endLayout()
        return layout

    @override
    def heightForWidth(self, width: int) -> int:
        margins = self.contentsMargins()
        inside = width - margins.left() - margins.right()
        height = self._laid_out(inside).boundingRect().height()
        return math.ceil(height) + margins.top() + margins.bottom()

    @override
    def sizeHint(self) -> QSize:
        natural = self.fontMetrics().horizontalAdvance(self.text()) + 2
        width = min(natural, _NATURAL_WIDTH)
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 6, self.fontMetrics().height())

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        option = QStyleOption()
        option.initFrom(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_Widget, option, painter, self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        area = self.contentsRect()
        layout = self._laid_out(area.width())
        above = max(area.height() - layout.boundingRect().height(), 0) / 2
        layout.draw(painter, QPointF(area.left(), area.top() + above))
        painter.end()
