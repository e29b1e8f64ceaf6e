"""Lets the notebook be in the tray and speak up at the right time, once its window is there."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from notebook.domain.changes import Changes
from notebook.services.reminders.line import ReminderLine
from notebook.settings import Settings
from notebook.ui.announcing import AnnouncingWindow
from notebook.ui.errands.desk import Desk
from notebook.ui.navigator import LogRequest
from notebook.ui.pages.reminder_panel import ReminderPanel
from notebook.ui.reminder_places import open_line

if TYPE_CHECKING:
    from notebook.services.notification_choices import NotificationChoices
    from notebook.ui.tray.announcer import Announcer
    from notebook.ui.tray.desktop_notices import DesktopNotices
    from notebook.ui.tray.tray_icon import TrayIcon
    from notebook.ui.tray.waking import Waking
    from notebook.ui.tray.watch import ReminderWatch

_AFTER_PAINTING_MS = 400
_TRAY_COMES_MS = 5000  # a session that begins may start us before its task bar
_TRIES = 6
_SETTLES_MS = 1000  # an icon has no place yet when it is made; a notice would appear in a corner


class Reminding(QObject):
    """Watches the time for a window, and opens it where somebody wants to see more.

    Attributes:
        tray, watch: the parts, as soon as there are any.
    """

    def __init__(
        self, desk: Desk, window: AnnouncingWindow, panel: ReminderPanel, settings: Settings
    ) -> None:
        super().__init__(window)
        self._desk, self._window, self._panel = desk, window, panel
        self._settings = settings
        self.tray: TrayIcon | None = None
        self.watch: ReminderWatch | None = None
        self._waking: Waking | None = None
        self._notices: DesktopNotices | None = None
        self._tries = 1
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._look_for_tray)

    @cached_property
    def choices(self) -> "NotificationChoices":
        """What is to be said, and when."""
        from notebook.services.notification_choices import NotificationChoices

        return NotificationChoices(self._settings)

    def begin(self, *, is_hidden: bool) -> None:
        """Begin once the window is painted; a hidden one waits for the tray to come."""
        self._tries = _TRIES if is_hidden else 1
        self._timer.start(0 if is_hidden else _AFTER_PAINTING_MS)

    def end(self) -> None:
        """Say nothing more: the notebook is about to be closed."""
        self._timer.stop()
        if self.watch is not None:
            self.watch.pause()
        if self._waking is not None:
            self._waking.close()
        if self.tray is not None:
            self.tray.take_away()
        if self._notices is not None:
            self._notices.close()

    def keeps_running(self) -> bool:
        """Return whether the program goes on in the tray when its window is closed."""
        return self.tray is not None and self.choices.now().keeps_running

    @Slot()
    def _look_for_tray(self) -> None:
        from PySide6.QtWidgets import QSystemTrayIcon

        if self.tray is not None:
            self.watch_with(self.tray)
            return
        if QSystemTrayIcon.isSystemTrayAvailable():
            self._make_tray()
            self._timer.start(_SETTLES_MS)
            return
        self._tries -= 1
        if self._tries:
            self._timer.start(_TRAY_COMES_MS)
            return
        if not self._window.isVisible():
            self._window.showMinimized()
            QApplication.setQuitOnLastWindowClosed(True)
        from notebook.ui.tray.announcer import WindowAnnouncer

        self.watch_with(WindowAnnouncer(self._window, self._find_notices()))

    def watch_with(self, announcer: "Announcer") -> None:
        """Begin to watch, and say things there."""
        from notebook.ui.tray.waking import Waking
        from notebook.ui.tray.watch import ReminderWatch

        desk = self._desk
        self._waking = Waking(self)
        self.watch = ReminderWatch(
            desk.notebook.notifications,
            self.choices,
            self._panel,
            desk.notifier,
            desk.clock,
            announcer,
            self._waking.longest_wait,
            self,
        )
        self._waking.woke.connect(self.watch.look)
        self.watch.line_wanted.connect(self.show_line)
        self.watch.panel_wanted.connect(self.show_panel)
        self.watch.begin()

    def _find_notices(self) -> "DesktopNotices":
        from notebook.ui.tray.desktop_notices import DesktopNotices

        self._notices = DesktopNotices(self)
        return self._notices

    def _make_tray(self) -> None:
        from notebook.ui.tray.tray_icon import TrayIcon

        self.tray = TrayIcon(self._desk.icons, self._window, self._find_notices())
        menu = self.tray.menu
        self.tray.opened.connect(self._window.come_forward)
        menu.open_action.triggered.connect(self._window.come_forward)
        menu.line_chosen.connect(self.show_line)
        menu.log_action.triggered.connect(self._log)
        menu.quiet_action.triggered.connect(self._on_quiet)
        menu.quit_action.triggered.connect(self._window.leave)
        menu.aboutToShow.connect(self._show_quiet)
        self._desk.notifier.changed.connect(self._show_quiet)
        self._show_quiet()
        self.tray.show_due(self._panel.due, hides_names=self.choices.now().hides_names)

    @Slot(object)
    def show_line(self, line: ReminderLine) -> None:
        """Open the window with the cursor on a line of the panel, or else what it is about."""
        self._window.come_forward()
        self._panel.reload()
        row = self._panel.model.row_of(line)
        if row is None:
            open_line(line, self._desk.navigator)
            return
        self._panel.show()
        self._panel.view.setCurrentIndex(self._panel.model.index(row, 0))
        self._panel.take_focus()

    @Slot()
    def show_panel(self) -> None:
        """Open the window with the cursor in the panel."""
        self._window.come_forward()
        self._panel.show()
        self._panel.take_focus()

    @Slot()
    def _log(self) -> None:
        self._window.come_forward()
        self._desk.navigator.log_requested.emit(LogRequest())

    @Slot(bool)
    def _on_quiet(self, is_quiet: bool) -> None:  # noqa: FBT001 - Qt's own signal
        from dataclasses import replace

        from notebook.ui.crash_report import write_down
        from notebook.ui.tray.watch import NOTIFICATIONS

        day = self._desk.clock.today() if is_quiet else None
        try:
            self.choices.keep(replace(self.choices.now(), quiet_day=day))
        except OSError as error:  # a full disk: it is quiet all the same until the program ends
            write_down(error)
        self._desk.notifier.tell(Changes("", {NOTIFICATIONS: frozenset()}))

    @Slot()
    def _show_quiet(self) -> None:
        if self.tray is not None:
            is_quiet = self.choices.now().quiet_day == self._desk.clock.today()
            self.tray.menu.quiet_action.setChecked(is_quiet)
