"""Panels side by side where there is room, one below the other where there is not."""

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget
from typing_extensions import override

_NARROW = 520  # pixels, below which two panels beside each other are too narrow to read


class Columns(QWidget):
    """Shows widgets in rows of one or two; each row is a tuple of widgets. Hidden ones take no room.

    Those shown of a longer tuple stand two by two.
    """

    def __init__(self, rows: Sequence[tuple[QWidget, ...]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(12)
        self._narrow: bool | None = None
        for widget in (widget for row in rows for widget in row):
            widget.setParent(self)
        self.arrange()

    def arrange(self) -> None:
        """Place the widgets anew, after some were shown or hidden."""
        for widgets in self._rows:
            for widget in widgets:
                # Not takeAt: the item that it hands out lives on and keeps the widget's old height.
                self._grid.removeWidget(widget)
        narrow = 0 < self.width() < _NARROW
        self._narrow = narrow
        place = 0
        for widgets in self._rows:
            shown = [widget for widget in widgets if not widget.isHidden()]
            for first in range(0, len(shown), 1 if narrow else 2):
                beside = shown[first : first + (1 if narrow else 2)]
                for column, widget in enumerate(beside):
                    self._grid.addWidget(widget, place, column, 1, 3 - len(beside))
                place += 1
        for column in (0, 1):
            self._grid.setColumnStretch(column, 1)
            self._grid.setColumnMinimumWidth(column, 0)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if (event.size().width() < _NARROW) != self._narrow:
            self.arrange()
