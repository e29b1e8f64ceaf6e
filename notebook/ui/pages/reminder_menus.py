"""The menus of the reminder panel: for one line, or for several that are selected."""

from datetime import date
from typing import TypeAlias

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from notebook.domain.quick_days import put_off_days, put_off_keys
from notebook.domain.reminders import Source
from notebook.services.reminders.line import ReminderLine
from notebook.services.several_reminders import ASKS_FOR_MORE, can_finish, can_wait
from notebook.ui.clock import Clock
from notebook.ui.delegates.reminder_layout import Part
from notebook.ui.dialogs.day_dialog import DayDialog, day_to_put_off
from notebook.ui.icons import Icons
from notebook.ui.widgets.labels import escape_mnemonic

Lines: TypeAlias = tuple[ReminderLine, ...]


class ReminderMenus(QObject):
    """Offers what can be done with lines, and the days to put them off to.

    Signals:
        acted(Lines, Part): what is wanted of these lines.
        day_chosen(Lines, date): put them off until then.
        change_chosen(int): change this own reminder.
    """

    acted = Signal(object, object)
    day_chosen = Signal(object, object)
    change_chosen = Signal(object)

    def __init__(self, clock: Clock, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self._clock, self._icons, self._widget = clock, icons, parent

    def menu_for(self, lines: Lines) -> QMenu:
        """Return everything that one can do with these lines."""
        return self._for_one(lines[0]) if len(lines) == 1 else self._for_several(lines)

    def put_off_menu(self, lines: Lines) -> QMenu:
        """Return the days to put lines off to."""
        menu = self._menu()
        self._fill_put_off(menu, lines)
        return menu

    def quick_day(self, lines: Lines, part: Part) -> date:
        """Return the day that TOMORROW, MONDAY or WEEK means for these lines."""
        return put_off_keys(_earliest(lines), self._clock.today())[_DAY_KEYS[part]]

    def pick_day(self, lines: Lines) -> None:
        """Ask for a day to put lines off to."""
        today = self._clock.today()
        what = lines[0].what if len(lines) == 1 else self.tr("%n reminders", "", len(lines))
        meeting = len(lines) == 1 and lines[0].source is Source.PLANNED and not lines[0].has_passed
        asked = day_to_put_off(what, max(_earliest(lines), today), is_to_come=meeting)
        dialog = DayDialog(self._icons, today, asked, self._widget.window())
        dialog.day_chosen.connect(lambda day: self.day_chosen.emit(lines, day))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _for_one(self, line: ReminderLine) -> QMenu:
        menu, lines = self._menu(), (line,)
        asks = line.contact_like or line.source in ASKS_FOR_MORE
        put_off, skip = self._ways_not_to(line)
        done = self.tr("Done…") if asks else self.tr("Done")
        self._offer(menu, done, "D", "check", lines, Part.DONE)
        self._fill_put_off(menu.addMenu(put_off), lines)
        self._offer(menu, skip, "K", "skip-forward", lines, Part.SKIP)
        menu.addSeparator()
        self._offer(menu, self.tr("Open"), "O", "arrow-up-right", lines, Part.OPEN)
        if line.person_id is not None:
            brief = self.tr("Read the brief")
            self._offer(menu, brief, "B", "notebook-text", lines, Part.PREPARE)
        if line.person_id is not None and not _is_logged(line):
            log = self.tr("Log a contact…")
            self._offer(menu, log, "L", "pen-line", lines, Part.LOG)
        if line.source is Source.OWN:
            change = menu.addAction(self._icons.icon("pen-line", "soft"), self.tr("Change…"))
            change.triggered.connect(lambda: self.change_chosen.emit(line.subject_id))
        return menu

    def _for_several(self, lines: Lines) -> QMenu:
        menu = self._menu()
        done = self._offer(menu, self.tr("Done with these"), "D", "check", lines, Part.DONE)
        done.setEnabled(bool(can_finish(lines)))
        put_off = menu.addMenu(self.tr("Put these off"))
        self._fill_put_off(put_off, lines)
        skip = self._offer(menu, self.tr("Skip these"), "K", "skip-forward", lines, Part.SKIP)
        for action in (put_off.menuAction(), skip):
            action.setEnabled(bool(can_wait(lines)))
        return menu

    def _menu(self) -> QMenu:
        menu = QMenu(self._widget)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def _ways_not_to(self, line: ReminderLine) -> tuple[str, str]:
        if line.source is not Source.PLANNED:
            return self.tr("Put off"), self.tr("Skip this one")
        if line.has_passed:
            return self.tr("Put off"), self.tr("It didn’t happen")
        return self.tr("Move to another day"), self.tr("Call it off")

    def _offer(
        self, menu: QMenu, text: str, key: str, icon: str, lines: Lines, part: Part
    ) -> QAction:
        action = menu.addAction(self._icons.icon(icon, "soft"), f"{text}\t{key}")
        action.triggered.connect(lambda: self.acted.emit(lines, part))
        return action

    def _fill_put_off(self, menu: QMenu, lines: Lines) -> None:
        menu.setIcon(self._icons.icon("alarm-clock", "soft"))
        due, today = _earliest(lines), self._clock.today()
        keys: dict[date, str] = {}
        for key, day in put_off_keys(due, today).items():
            keys.setdefault(day, key)
        for words, day in put_off_days(due, today):
            action = menu.addAction(f"{escape_mnemonic(words)}\t{keys[day]}")
            action.triggered.connect(lambda _=False, day=day: self.day_chosen.emit(lines, day))
        pick = menu.addAction(self._icons.icon("calendar", "soft"), self.tr("Pick a day…") + "\tP")
        pick.triggered.connect(lambda: self.pick_day(lines))


_DAY_KEYS = {Part.TOMORROW: "T", Part.MONDAY: "M", Part.WEEK: "W"}


def _earliest(lines: Lines) -> date:
    """Return the day from which on lines are put off: what is due later anyway stays."""
    return min(line.due for line in can_wait(lines) or lines)


def _is_logged(line: ReminderLine) -> bool:
    """Return whether done is logging a contact already."""
    return line.contact_like or line.source is Source.PLANNED
