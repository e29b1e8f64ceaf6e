"""The head of a page: words at the left, buttons at the right, or below them where it is narrow."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLayout, QWidget
from typing_extensions import override

from notebook.ui.widgets.flow_layout import FlowLayout

_NARROW = 560  # pixels, below which the buttons go below the words


class HeadingRow(QWidget):
    """Lays out what a page says of its subject, and what one can do with it.

    `least` is the width in pixels that the head needs.
    """

    least = 384

    def lay_out(self, words: QLayout, buttons: Sequence[QWidget]) -> None:
        """Place the words and the buttons; called once."""
        self._buttons = _Buttons(buttons)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(12)
        self._row.addLayout(words, 1)
        self._row.addWidget(self._buttons)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.least, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        direction = (
            QBoxLayout.Direction.TopToBottom
            if event.size().width() < _NARROW
            else QBoxLayout.Direction.LeftToRight
        )
        if self._row.direction() != direction:
            self._buttons.may_wrap = direction == QBoxLayout.Direction.TopToBottom
            self._row.setDirection(direction)


class _Buttons(QWidget):
    """The buttons side by side; below the words they may take a second line."""

    def __init__(self, buttons: Sequence[QWidget]) -> None:
        super().__init__()
        self.may_wrap = False
        flow = FlowLayout(self, gap=6)
        for button in buttons:
            flow.addWidget(button)

    @override
    def minimumSizeHint(self) -> QSize:
        return super().minimumSizeHint() if self.may_wrap else self.sizeHint()
