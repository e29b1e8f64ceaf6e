"""How long it takes until something is seen."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from tests.bench.measure import milliseconds


class Painted(QObject):
    """Notes when a widget was painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def after(self, act: Callable[[], object]) -> float:
        """Return how long it takes from `act` until the widget is painted, in milliseconds."""
        before, deadline = self.count, time.monotonic() + 10

        def until_painted() -> None:
            act()
            while self.count == before:
                _turn()
                assert time.monotonic() < deadline, "it is never painted"

        return milliseconds(until_painted)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


def settle() -> None:
    """Let everything happen that waits to happen."""
    for _ in range(5):
        _turn()


def _turn() -> None:
    """Do what a running event loop does in one turn: processEvents alone deletes nothing."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QApplication.processEvents()
