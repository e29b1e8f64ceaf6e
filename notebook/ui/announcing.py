"""A window that can say something at its head, and come before all others when it is called."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMainWindow

from notebook.ui.icons import Icons
from notebook.ui.widgets.banner import Banner

_FRAME = QSize(8, 40)  # pixels, about: what the desktop draws around a window


class AnnouncingWindow(QMainWindow):
    """What every window of a notebook can do for its session.

    Attributes:
        banner: what is being said; the window lays it out.
    """

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self.banner = Banner(icons)
        self._way_on: Callable[[], None] | None = None
        self.banner.action_chosen.connect(self._on_banner_action)

    def announce(self, text: str, action: str = "", run: Callable[[], None] | None = None) -> None:
        """Say something that stays until it is closed; `action` names what `run` does."""
        self._way_on = run
        self.banner.show_message(text, action=action)

    def fit_to_screen(self) -> None:
        """Become no larger than the screen has room for, before it is shown."""
        if not self.isMaximized() and not self.isFullScreen():
            room = self.screen().availableGeometry().size() - _FRAME
            self.resize(self.size().boundedTo(room))

    def step_aside(self) -> None:
        """Hide the window, and let the program go on without one."""
        QApplication.setQuitOnLastWindowClosed(False)
        self.hide()

    @Slot()
    def leave(self) -> None:
        """Close the window, hidden or not, and end the program with it."""
        if self.close():
            QApplication.quit()

    @Slot()
    def come_forward(self) -> None:
        """Put the window before all others."""
        QApplication.setQuitOnLastWindowClosed(True)
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    @Slot()
    def _on_banner_action(self) -> None:
        run, self._way_on = self._way_on, None
        self.banner.clear()
        if run is not None:
            run()


def dialogs_let_go() -> bool:
    """Close what is open above the windows, the last one first; False where one stays."""
    while (dialog := QApplication.activeModalWidget()) is not None:
        if not dialog.close():
            return False
    return True


def is_log_out() -> bool:
    """Return whether windows are closed because the session of the user ends."""
    application = QGuiApplication.instance()
    assert isinstance(application, QGuiApplication), "there are no windows without it"
    return application.isSavingSession()
