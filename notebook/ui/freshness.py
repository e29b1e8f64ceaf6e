"""Notices, when the user comes back to the window or the day turns, that day or file is another."""

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from notebook.storage.file import NotebookFile
from notebook.ui.clock import Clock
from notebook.ui.notifier import Notifier


class Freshness(QObject):
    """Lets everybody look again after midnight, or after a command wrote to the notebook.

    It asks only when the window becomes the active one, or when it is told to: no timer, no polling.
    """

    def __init__(
        self, file: NotebookFile, notifier: Notifier, clock: Clock, window: QWidget
    ) -> None:
        super().__init__(window)
        self._file, self._notifier, self._clock, self._window = file, notifier, clock, window
        self._seen = self._state()
        window.installEventFilter(self)

    @Slot()
    def look(self) -> None:
        """Let everybody look again if the day or the file is another."""
        if self._state() != self._seen:
            self._seen = self._state()
            self._notifier.look_again()

    def _state(self) -> tuple[object, ...]:
        return self._clock.today(), self._file.outside_changes()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # A window that gives way to another one is hidden, and its file is closed.
        active = event.type() == QEvent.Type.WindowActivate and self._window.isVisible()
        if active:
            self.look()
        return super().eventFilter(watched, event)
