"""The reminder panel: who needs a word, always there at the right."""

from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from notebook.domain.changes import Changes
from notebook.domain.quick_days import put_off_days
from notebook.domain.reminders import Occurrence, Source
from notebook.domain.urgency import ReminderGroup
from notebook.services.reminders.engine import PER_GROUP, Reminders
from notebook.services.reminders.line import Due, ReminderLine
from notebook.ui.clock import Clock
from notebook.ui.delegates.reminder_layout import Part
from notebook.ui.dialogs.day_dialog import DayDialog
from notebook.ui.icons import Icons
from notebook.ui.models.reminder_model import ReminderModel
from notebook.ui.navigator import (
    CheckInRequest,
    LogRequest,
    Navigator,
)
from notebook.ui.notifier import Notifier
from notebook.ui.reminder_places import open_line
from notebook.ui.widgets.buttons import icon_button
from notebook.ui.widgets.labels import escape_mnemonic, text_label
from notebook.ui.widgets.reminder_view import ReminderView

_CONCERNING = (
    "person",
    "fact",
    "moment",
    "moment_person",
    "promise",
    "project",
    "answer",
    "deliverable",
    "check_in",
    "check_in_plan",
    "concern",
    "step_taken",
    "reminder",
    "reminder_mark",
    "setting",
    "related_person",
    "referral",
)
_OPENED_WHEN_DONE = frozenset(
    {
        Source.OPEN_QUESTION,
        Source.CHECK_IN,
        Source.CONCERN,
        Source.PLANNED,
        Source.REFERRAL_FOLLOW_UP,
    }
)
"""What is done by filling something in: the question, the check-in, the concern."""
_MORE = 50
_LONGEST_WAIT = 12 * 3600 * 1000  # ms; computers sleep, so a timer over a whole day runs late


class ReminderPanel(QFrame):
    """Shows what is due, and does with a line what the user wants.

    It looks again after a change that concerns it, and when the day turns.

    Attributes:
        due: what is shown.

    Signals:
        own_chosen(int): change this own reminder.
    """

    own_chosen = Signal(object)

    def __init__(
        self,
        reminders: Reminders,
        notifier: Notifier,
        navigator: Navigator,
        clock: Clock,
        icons: Icons,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._reminders, self._notifier = reminders, notifier
        self._navigator, self._clock, self._icons = navigator, clock, icons
        self._per_group = PER_GROUP
        self.setProperty("role", "sidebar")
        self.setProperty("side", "right")
        self.model = ReminderModel(self)
        self.view = ReminderView(self.model, icons)
        self.add_button = icon_button(icons, "plus", self.tr("New reminder"), "ink")
        self.quiet = text_label("", "second", wrap=True)
        self._timer = QTimer(self, singleShot=True)
        self._next_look = clock.now()
        self._lay_out()
        self._connect()
        self.due: Due = Due(clock.today(), ())
        self.reload()

    def reload(self) -> None:
        """Look again, and stay on the line where one was."""
        line, row = self.view.line(), self.view.currentIndex().row()
        self.due = self._reminders.due(
            self._clock.today(), self._per_group, self._clock.now().time()
        )
        self.model.show(self.due)
        self._say_quiet()
        if row >= 0:
            same = self.model.row_of(line) if line else None
            self._set_current(self.model.nearest(row) if same is None else same)
        self._wait_for_tomorrow()

    def take_focus(self) -> None:
        """Put the cursor on a line."""
        if not self.view.currentIndex().isValid():
            self._set_current(self.model.nearest(0))
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def menu_for(self, line: ReminderLine) -> QMenu:
        """Return everything that one can do with a line."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        asks = line.contact_like or line.source in _OPENED_WHEN_DONE
        put_off, skip = self._ways_not_to(line)
        done = self.tr("Done…") if asks else self.tr("Done")
        self._offer(menu, done, "D", "check", line, Part.DONE)
        self._fill_put_off(menu.addMenu(put_off), line)
        self._offer(menu, skip, "K", "skip-forward", line, Part.SKIP)
        menu.addSeparator()
        self._offer(menu, self.tr("Open"), "O", "arrow-up-right", line, Part.OPEN)
        if line.person_id is not None:
            self._offer(menu, self.tr("Read the brief"), "B", "notebook-text", line, Part.PREPARE)
        if line.source is Source.OWN:
            change = menu.addAction(self._icons.icon("pen-line", "soft"), self.tr("Change…"))
            change.triggered.connect(lambda: self.own_chosen.emit(line.subject_id))
        return menu

    def _ways_not_to(self, line: ReminderLine) -> tuple[str, str]:
        if line.source is not Source.PLANNED:
            return self.tr("Put off"), self.tr("Skip this one")
        skip = self.tr("It didn’t happen") if line.has_passed else self.tr("Call it off")
        return self.tr("Move to another day"), skip

    def put_off_menu(self, line: ReminderLine) -> QMenu:
        """Return the days to put a line off to."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._fill_put_off(menu, line)
        return menu

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
        self.setMinimumWidth(220)

    def _connect(self) -> None:
        self.view.acted.connect(self._on_acted)
        self.view.menu_wanted.connect(self._on_menu_wanted)
        self.view.more_wanted.connect(self._on_more_wanted)
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

    def _set_current(self, row: int | None) -> None:
        if row is not None:
            self.view.setCurrentIndex(self.model.index(row, 0))

    def _offer(
        self, menu: QMenu, text: str, key: str, icon: str, line: ReminderLine, part: Part
    ) -> None:
        action = menu.addAction(self._icons.icon(icon, "soft"), f"{text}\t{key}")
        action.triggered.connect(lambda: self._on_acted(line, part))

    def _fill_put_off(self, menu: QMenu, line: ReminderLine) -> None:
        menu.setIcon(self._icons.icon("alarm-clock", "soft"))
        for words, day in put_off_days(line.due, self._clock.today()):
            action = menu.addAction(escape_mnemonic(words))
            action.triggered.connect(lambda _=False, day=day: self._put_off(line, day))
        pick = menu.addAction(self._icons.icon("calendar", "soft"), self.tr("Pick a day…"))
        pick.triggered.connect(lambda: self._pick_day(line))

    def _put_off(self, line: ReminderLine, until: date) -> None:
        self._notifier.tell(self._reminders.snooze(line, until))

    def _pick_day(self, line: ReminderLine) -> None:
        today = self._clock.today()
        dialog = DayDialog(self._icons, today, max(line.due, today), line.what, self.window())
        dialog.day_chosen.connect(lambda day: self._put_off(line, day))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _finish(self, line: ReminderLine) -> None:
        if line.contact_like and line.person_id is not None:
            self._navigator.log_requested.emit(
                LogRequest(
                    person_ids=(line.person_id,),
                    channel=line.channel,
                    project_id=line.project_id,
                    answers=Occurrence(line.source, line.subject_id, line.occurrence),
                )
            )
        elif line.source is Source.PLANNED:
            self._navigator.log_requested.emit(LogRequest(planned_id=line.subject_id))
        elif line.source is Source.CHECK_IN and line.project_id is not None:
            self._navigator.check_in_requested.emit(
                CheckInRequest(line.project_id, plan_id=line.subject_id)
            )
        elif line.source in _OPENED_WHEN_DONE:
            self._open(line)
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
        if changes.concern(*_CONCERNING):
            self.reload()

    @Slot(object, object)
    def _on_acted(self, line: ReminderLine, part: Part) -> None:
        match part:
            case Part.DONE:
                self._finish(line)
            case Part.SNOOZE:
                self.put_off_menu(line).popup(
                    self.view.viewport().mapToGlobal(self.view.place_of(line, Part.SNOOZE))
                )
            case Part.SKIP:
                self._notifier.tell(self._reminders.skip(line, self._clock.today()))
            case Part.OPEN:
                self._open(line)
            case Part.PREPARE if line.source is Source.PROGRESS_REPORT:
                self._navigator.report_requested.emit(line.project_id)
            case Part.PREPARE if line.person_id is not None:
                self._navigator.brief_requested.emit(line.person_id)

    @Slot(object, QPoint)
    def _on_menu_wanted(self, line: ReminderLine, place: QPoint) -> None:
        self.menu_for(line).popup(place)

    @Slot()
    def _on_more_wanted(self) -> None:
        self._per_group += _MORE
        self.reload()
