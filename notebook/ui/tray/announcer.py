"""Where something can be said outside the pages: one seam for tray, window and tests."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtWidgets import QApplication

from notebook.services.notice_words import Notice
from notebook.services.phrases import filled
from notebook.services.reminders.line import Due
from notebook.translate import translate
from notebook.ui.announcing import AnnouncingWindow
from notebook.ui.tray.desktop_notices import DesktopNotices


class Announcer(Protocol):
    """Says something to a user who may be looking elsewhere."""

    def show(self, notice: Notice, opened: Callable[[], None]) -> None:
        """Say it; a click on it calls `opened`."""

    def show_due(self, due: Due | None, *, hides_names: bool) -> None:
        """Count what is overdue and due today; None while that is nobody's business.

        With `hides_names`, say no more than how much it is.
        """


class WindowAnnouncer:
    """Speaks at the head of the window, where the desktop has no tray and shows no notices."""

    def __init__(self, window: AnnouncingWindow, notices: DesktopNotices) -> None:
        self._window, self._notices = window, notices

    def show(self, notice: Notice, opened: Callable[[], None]) -> None:
        """Say it in the banner, and let the window's button in the task bar ask for a look."""
        if self._notices.show(notice, opened):
            return
        words = filled(translate("notices", "%1 · %2"), notice.title, notice.text)
        said = words if notice.text else notice.title
        self._window.announce(said.replace("\n", " · "), translate("notices", "Show it"), opened)
        QApplication.alert(self._window)

    def show_due(self, due: Due | None, *, hides_names: bool) -> None:
        """Do nothing: the panel of the window counts already."""
