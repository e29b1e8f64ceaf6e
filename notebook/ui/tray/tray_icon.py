"""The icon in the system tray, with its number and its menu."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QSystemTrayIcon, QWidget

from notebook.services.notice_words import Notice, count_words, line_words, waiting, waiting_lines
from notebook.services.reminders.line import Due
from notebook.translate import translate
from notebook.ui.icons import Icons
from notebook.ui.tray.count_icon import count_icon
from notebook.ui.tray.desktop_notices import DesktopNotices
from notebook.ui.widgets.labels import escape_mnemonic

_LINES = 5
_OPENS = (
    QSystemTrayIcon.ActivationReason.Trigger,
    QSystemTrayIcon.ActivationReason.DoubleClick,
)


class TrayMenu(QMenu):
    """Who needs a word today, and what one does without opening the window first.

    Attributes:
        open_action, log_action, quiet_action, quit_action: what is always there.

    Signals:
        line_chosen(ReminderLine): show this line.
    """

    line_chosen = Signal(object)

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.open_action = QAction(
            icons.icon("book-heart", "soft"), translate("tray", "Open the notebook"), self
        )
        self.log_action = QAction(
            icons.icon("pen-line", "soft"), translate("tray", "Log a contact…"), self
        )
        self.quiet_action = QAction(translate("tray", "Quiet until tomorrow"), self, checkable=True)
        self.quit_action = QAction(icons.icon("log-out", "soft"), translate("tray", "Quit"), self)
        self._lines: list[QAction] = []
        self.addAction(self.open_action)
        self.addSeparator()
        self._below = self.addSeparator()
        self.addAction(self.log_action)
        self.addAction(self.quiet_action)
        self.addSeparator()
        self.addAction(self.quit_action)
        self.show_due(None, hides_names=True)

    def show_due(self, due: Due | None, *, hides_names: bool) -> None:
        """List the most urgent lines of today, or just count them where names are hidden.

        There is nothing but the ways out where `due` is None.
        """
        for action in self._lines:
            self.removeAction(action)
            action.deleteLater()
        self._lines = [] if due is None else list(self._listed(due, 0 if hides_names else _LINES))
        self.insertActions(self._below, self._lines)
        self.log_action.setVisible(due is not None)

    def _listed(self, due: Due, most: int) -> Iterator[QAction]:
        heading = QAction(count_words(due), self)
        heading.setEnabled(False)
        yield heading
        lines = waiting_lines(due)[:most]
        for line in lines:
            action = QAction(escape_mnemonic(line_words(line)), self)
            action.triggered.connect(lambda _=False, line=line: self.line_chosen.emit(line))
            yield action
        more = waiting(due) - len(lines)
        if lines and more:
            rest = QAction(translate("tray", "and %n more…", more), self)
            rest.triggered.connect(self.open_action.trigger)
            yield rest


class TrayIcon(QObject):
    """Says things through the tray.

    Attributes:
        menu, icon: the parts.

    Signals:
        opened(): the icon was clicked.
    """

    opened = Signal()

    def __init__(self, icons: Icons, window: QWidget, notices: DesktopNotices) -> None:
        super().__init__(window)
        self._icons, self._notices = icons, notices
        self._count = 0
        self._on_click: Callable[[], None] | None = None
        self.menu = TrayMenu(icons, window)
        self.icon = QSystemTrayIcon(self)
        self.icon.setContextMenu(self.menu)
        self.show_due(None, hides_names=True)
        self.icon.activated.connect(self._on_activated)
        self.icon.messageClicked.connect(self._on_message_clicked)
        icons.theme.changed.connect(self._paint)
        self.icon.show()

    def show(self, notice: Notice, opened: Callable[[], None]) -> None:
        """Say it at the edge of the screen; a click leads to it, or to the last that was said."""
        if self._notices.show(notice, opened):
            return
        self._on_click = opened
        self.icon.showMessage(_plain(notice.title), _plain(notice.text), self.icon.icon())

    def show_due(self, due: Due | None, *, hides_names: bool) -> None:
        """Show the number, and the lines in the menu unless names are hidden."""
        self._count = waiting(due) if due else 0
        name = translate("tray", "Relationship notebook")
        self.icon.setToolTip(f"{name}\n{count_words(due)}" if due else name)
        self.menu.show_due(due, hides_names=hides_names)
        self._paint()

    def take_away(self) -> None:
        """Leave the tray."""
        self.icon.hide()

    @Slot()
    def _paint(self) -> None:
        self.icon.setIcon(count_icon(self._icons, self._count))

    @Slot(QSystemTrayIcon.ActivationReason)
    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in _OPENS:
            self.opened.emit()

    @Slot()
    def _on_message_clicked(self) -> None:
        opened, self._on_click = self._on_click, None
        if opened is not None:
            opened()
        else:
            self.opened.emit()


def _plain(text: str) -> str:
    """Return a text that no desktop takes for markup; there is no way to know which one would."""
    return text.replace("<", "‹").replace(">", "›")
