"""Labels that wrap even a word without end, where QLabel would cut it off at the edge."""

import math

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QStyleOption, QWidget
from typing_extensions import override

_NATURAL_WIDTH = 460  # pixels that it asks for at most, before it wraps
_LEADING = 2
_LONGEST_WORD = 24  # characters; one that is longer may be wider than its room


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

    @override
    def heightForWidth(self, width: int) -> int:
        return height_within(self, width)

    @override
    def sizeHint(self) -> QSize:
        return natural_size(self)

    @override
    def minimumSizeHint(self) -> QSize:
        return least_size(self)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        draw(self)


class WrappedLabel(QLabel):
    """Plain text that wraps as in any label, and within a word only where that is very long.

    Text that can be selected is not drawn here: there such a word is cut at the edge.
    """

    def __init__(self, text: str, *, selectable: bool = False) -> None:
        super().__init__()
        self._is_selectable = selectable
        self._has_long_word = False
        self._heights: dict[int, int] = {}  # by width: a page asks for the same ones many times
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setText(text)

    @override
    def setText(self, text: str) -> None:
        self._has_long_word = has_long_word(text)
        self._heights.clear()
        super().setText(text)

    @property
    def _is_drawn_here(self) -> bool:
        return self._has_long_word and not self._is_selectable

    @override
    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            here = self._is_drawn_here
            height = height_within(self, width) if here else super().heightForWidth(width)
            self._heights[width] = height
        return self._heights[width]

    @override
    def changeEvent(self, event: QEvent) -> None:
        self._heights.clear()  # another font, or another look
        super().changeEvent(event)

    @override
    def sizeHint(self) -> QSize:
        return natural_size(self) if self._has_long_word else super().sizeHint()

    @override
    def minimumSizeHint(self) -> QSize:
        return least_size(self) if self._has_long_word else super().minimumSizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._is_drawn_here:
            draw(self)
        else:
            super().paintEvent(event)


def has_long_word(text: str) -> bool:
    """Return whether a word may be too long for a line."""
    return len(text) > _LONGEST_WORD and any(len(word) > _LONGEST_WORD for word in text.split())


def height_within(label: QLabel, width: int) -> int:
    """Return how tall a label is at a width, when words are broken where they have to be."""
    margins = label.contentsMargins()
    inside = width - margins.left() - margins.right()
    height = _laid_out(label, inside).boundingRect().height()
    return math.ceil(height) + margins.top() + margins.bottom()


def natural_size(label: QLabel) -> QSize:
    """Return the size that a label asks for: one line, as long as that is not very wide."""
    natural = label.fontMetrics().horizontalAdvance(label.text()) + 2
    width = min(natural, _NATURAL_WIDTH)
    return QSize(width, label.heightForWidth(width))


def least_size(label: QLabel) -> QSize:
    """Return what a label needs: a few letters of one line."""
    metrics = label.fontMetrics()
    return QSize(metrics.averageCharWidth() * 6, metrics.height())


def draw(label: QLabel) -> None:
    """Paint a label with its words broken; call it from `paintEvent`."""
    painter = QPainter(label)
    option = QStyleOption()
    option.initFrom(label)
    label.style().drawPrimitive(QStyle.PrimitiveElement.PE_Widget, option, painter, label)
    painter.setPen(label.palette().color(label.foregroundRole()))
    area = label.contentsRect()
    layout = _laid_out(label, area.width())
    above = max(area.height() - layout.boundingRect().height(), 0) / 2
    layout.draw(painter, QPointF(area.left(), area.top() + above))
    painter.end()


def _laid_out(label: QLabel, width: int) -> QTextLayout:
    """Return the text in lines of this width."""
    layout = QTextLayout(label.text().replace("\n", "\u2028"), label.font())
    option = QTextOption(label.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask)
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
