"""Where something can be said outside the pages: one seam for tray, window and tests."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtWidgets import QApplication

from notebook.services.notice_words import Notice, waiting
from notebook.services.phrases import filled
from notebook.services.reminders.line import Due
from notebook.translate import translate
from notebook.ui.announcing import AnnouncingWindow


class Announcer(Protocol):
    """Says something to a user who may be looking elsewhere."""

    def show(self, notice: Notice, opened: Callable[[], None]) -> None:
        """Say it; a click on it calls `opened`."""

    def show_due(self, due: Due | None) -> None:
        """Count what is overdue and due today; None while that is nobody's business."""


class WindowAnnouncer:
    """Speaks at the head of the window, where the desktop has no tray."""

    def __init__(self, window: AnnouncingWindow) -> None:
        self._window = window

    def show(self, notice: Notice, opened: Callable[[], None]) -> None:
        """Say it in the banner, and let the window's button in the task bar ask for a look."""
        words = filled(translate("notices", "%1 · %2"), notice.title, notice.text)
        said = words if notice.text else notice.title
        self._window.announce(said.replace("\n", " · "), translate("notices", "Show it"), opened)
        QApplication.alert(self._window)

    def show_due(self, due: Due | None) -> None:
        """Count on the icon of the program, where the desktop does so."""
        application = QApplication.instance()
        assert isinstance(application, QApplication), "there are no windows without it"
        application.setBadgeNumber(waiting(due) if due else 0)
