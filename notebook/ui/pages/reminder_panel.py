"""The reminder panel: who needs a word, always there at the right."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from notebook.domain.changes import Changes
from notebook.domain.reminders import Source
from notebook.domain.urgency import ReminderGroup
from notebook.errors import Refused
from notebook.services.reminders.concerning import CONCERNING
from notebook.services.reminders.engine import PER_GROUP, Reminders
from notebook.services.reminders.line import Due, ReminderLine
from notebook.services.several_reminders import ASKS_FOR_MORE, SeveralReminders
from notebook.ui.clock import Clock
from notebook.ui.delegates.reminder_layout import Part
from notebook.ui.icons import Icons
from notebook.ui.models.reminder_model import ReminderModel
from notebook.ui.navigator import Navigator
from notebook.ui.notifier import Notifier
from notebook.ui.pages.reminder_menus import Lines, ReminderMenus
from notebook.ui.pages.settled_lines import SettledLines
from notebook.ui.reminder_places import finish_line, log_line, open_line
from notebook.ui.widgets.buttons import icon_button
from notebook.ui.widgets.labels import text_label
from notebook.ui.widgets.reminder_view import ReminderView
from notebook.ui.widgets.several_strip import SeveralStrip

_MORE = 50
_LONGEST_WAIT = 12 * 3600 * 1000  # ms; computers sleep, so a timer over a whole day runs late


class ReminderPanel(QFrame):
    """Shows what is due, and does with one line or several what the user wants.

    It looks again after a change that concerns it, and when the day turns. Once lines are settled,
    the next one is current.

    Attributes:
        due: what is shown.
        menus: what is offered for lines.
        strip: what is offered for several lines, while several are selected.

    Signals:
        own_chosen(int): change this own reminder.
        day_turned(): it is another day than when the panel looked before.
        said(str): why nothing was done.
    """

    own_chosen = Signal(object)
    day_turned = Signal()
    said = Signal(str)

    def __init__(
        self,
        reminders: Reminders,
        several: SeveralReminders,
        notifier: Notifier,
        navigator: Navigator,
        clock: Clock,
        icons: Icons,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._reminders, self._several, self._notifier = reminders, several, notifier
        self._navigator, self._clock, self._icons = navigator, clock, icons
        self._per_group = PER_GROUP
        self.setProperty("role", "sidebar")
        self.setProperty("side", "right")
        self.model = ReminderModel(self)
        self.view = ReminderView(self.model, icons)
        self._settled = SettledLines(self.model)
        self.menus = ReminderMenus(clock, icons, self)
        self.strip = SeveralStrip()
        self.strip.hide()
        self.add_button = icon_button(icons, "plus", self.tr("New reminder"), "ink")
        self.quiet = text_label("", "second", wrap=True)
        self._timer = QTimer(self, singleShot=True)
        self._next_look = clock.now()
        self._lay_out()
        self._connect()
        self.due: Due = Due(clock.today(), ())
        self.reload()

    def reload(self) -> None:
        """Look again; stay where one was, or go on to the next line once these are settled."""
        shown = self.due.today
        lines, current = self.view.lines(), self.view.line()
        row, following = self.view.currentIndex().row(), self.view.following()
        self.due = self._reminders.due(
            self._clock.today(), self._per_group, self._clock.now().time()
        )
        self.model.show(self.due)
        self._say_quiet()
        rows = [each for each in map(self.model.row_as_it_was, lines) if each is not None]
        if lines and len(rows) == len(lines):
            standing = self.model.row_of(current) if current else None
            self.view.select(rows, rows[0] if standing is None else standing)
        elif row >= 0:
            self._stand_on(following, row - len(lines) + 1)
        self._show_selection()
        self._wait_for_tomorrow()
        if self.due.today != shown:
            self.day_turned.emit()

    def take_focus(self) -> None:
        """Put the cursor on a line."""
        if not self.view.currentIndex().isValid():
            self._set_current(self.model.nearest(0))
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(14, 10, 8, 0)
        top.addWidget(text_label(self.tr("Reminders"), "heading"), 1)
        top.addWidget(self.add_button)
        self.quiet.setContentsMargins(14, 6, 14, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.quiet)
        column.addWidget(self.view, 1)
        below = QVBoxLayout()
        below.setContentsMargins(8, 6, 8, 8)
        below.addWidget(self.strip)
        column.addLayout(below)
        self.setMinimumWidth(220)

    def _connect(self) -> None:
        self.view.acted.connect(self._on_acted)
        self.view.menu_wanted.connect(self._on_menu_wanted)
        self.view.more_wanted.connect(self._on_more_wanted)
        self.view.selected.connect(self._show_selection)
        self.strip.acted.connect(lambda part: self._on_acted(self.view.lines(), part))
        self.menus.acted.connect(self._on_acted)
        self.menus.day_chosen.connect(self._put_off)
        self.menus.change_chosen.connect(self.own_chosen)
        self.add_button.clicked.connect(lambda: self._navigator.reminder_requested.emit(None, None))
        self._notifier.changed.connect(self._on_changed)
        self._timer.timeout.connect(self._look_at_the_day)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication), "there are no widgets without it"
        application.applicationStateChanged.connect(self._look_at_the_day)
        self._icons.theme.changed.connect(self.view.paint_again)

    def _say_quiet(self) -> None:
        waiting = self.due.total(ReminderGroup.OVERDUE) + self.due.total(ReminderGroup.TODAY)
        words = self.tr("Nothing is due today. A quiet day.")
        if not self.due.groups:
            words = self.tr("A quiet day: nobody is waiting for a word.")
        self.quiet.setText(words)
        self.quiet.setHidden(waiting > 0)
        self.view.setFocusPolicy(
            Qt.FocusPolicy.StrongFocus if self.due.groups else Qt.FocusPolicy.NoFocus
        )

    def _stand_on(self, line: ReminderLine | None, row: int) -> None:
        found = self.model.row_of(line) if line else None
        self._set_current(self.model.nearest(row) if found is None else found)

    def _set_current(self, row: int | None) -> None:
        if row is not None:
            self.view.setCurrentIndex(self.model.index(row, 0))

    def _put_off(self, lines: Lines, until: date) -> None:
        today = self._clock.today()
        if len(lines) == 1:
            self._settle(lambda: self._reminders.snooze(lines[0], until, today))
        else:
            self._settle(lambda: self._several.put_off(lines, until, today))

    def _settle(self, change: Callable[[], Changes]) -> None:
        try:
            changes = change()
        except Refused as refused:
            say = self.strip.say if self.strip.isVisible() else self.said.emit
            say(str(refused))
            return
        self._notifier.tell(changes)

    def _finish(self, line: ReminderLine) -> None:
        if line.source in ASKS_FOR_MORE or line.contact_like:
            finish_line(line, self._navigator)
        else:
            self._notifier.tell(self._reminders.done(line, self._clock.today()))

    def _open(self, line: ReminderLine) -> None:
        if not open_line(line, self._navigator):
            self.own_chosen.emit(line.subject_id)

    def _wait_for_tomorrow(self) -> None:
        """Look again when the day turns, or when a meeting of today is over."""
        now = self._clock.now()
        midnight = datetime.combine(now.date() + timedelta(days=1), time.min, now.tzinfo)
        self._next_look = min(
            (
                datetime.combine(line.due, line.over_at, now.tzinfo)
                for line in self.due.lines
                if line.over_at is not None and line.due == now.date() and line.over_at > now.time()
            ),
            default=midnight,
        )
        wait = round((self._next_look - now).total_seconds() * 1000) + 500
        self._timer.start(min(max(wait, 1000), _LONGEST_WAIT))

    @Slot()
    def _look_at_the_day(self) -> None:
        if self._clock.today() != self.due.today or self._clock.now() >= self._next_look:
            self.reload()
        elif not self._timer.isActive():
            self._wait_for_tomorrow()

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if changes.concern(*CONCERNING):
            lines = self.view.lines()
            self.reload()
            rows = self._settled.look(changes, lines)
            if rows:
                self.view.select(rows, rows[0])

    @Slot(object, object)
    def _on_acted(self, lines: Lines, part: Part) -> None:
        match part:
            case Part.SNOOZE:
                self.menus.put_off_menu(lines).popup(self._place_for_menu(lines))
            case Part.DAY:
                self.menus.pick_day(lines)
            case Part.TOMORROW | Part.MONDAY | Part.WEEK:
                self._put_off(lines, self.menus.quick_day(lines, part))
            case Part.DONE if len(lines) > 1:
                self._settle(lambda: self._several.done(lines, self._clock.now()))
            case Part.SKIP if len(lines) > 1:
                self._settle(lambda: self._several.skip(lines, self._clock.today()))
            case _:
                self._act_on(lines[0], part)

    def _act_on(self, line: ReminderLine, part: Part) -> None:
        match part:
            case Part.DONE:
                self._finish(line)
            case Part.SKIP:
                self._notifier.tell(self._reminders.skip(line, self._clock.today()))
            case Part.OPEN:
                self._open(line)
            case Part.LOG | Part.PREPARE if line.person_id is None:
                self.said.emit(self.tr("Nobody is named in this reminder."))
            case Part.LOG:
                log_line(line, self._navigator)
            case Part.PREPARE if line.source is Source.PROGRESS_REPORT:
                self._navigator.report_requested.emit(line.project_id)
            case Part.PREPARE if line.source is Source.PLANNED:
                self._navigator.meeting_brief_requested.emit(line.subject_id)
            case Part.PREPARE:
                self._navigator.brief_requested.emit(line.person_id)

    def _place_for_menu(self, lines: Lines) -> QPoint:
        if len(lines) > 1:
            button = self.strip.put_off_button
            return button.mapToGlobal(button.rect().bottomLeft())
        place = self.view.place_of(lines[0], Part.SNOOZE)
        return self.view.viewport().mapToGlobal(place)

    @Slot()
    def _show_selection(self) -> None:
        lines = self.view.lines()
        self.view.show_selection()
        if len(lines) > 1:
            self.strip.show_lines(lines)
        elif self.strip.isAncestorOf(QApplication.focusWidget() or self):
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.strip.setVisible(len(lines) > 1)

    @Slot(object, QPoint)
    def _on_menu_wanted(self, lines: Lines, place: QPoint) -> None:
        self.menus.menu_for(lines).popup(place)

    @Slot()
    def _on_more_wanted(self) -> None:
        last = self.view.above()
        self._per_group += _MORE
        self.reload()
        row = self.model.row_of(last) if last else None
        self._set_current(None if row is None else row + 1)
