"""Waits for the next moment at which something is to be said, and says it."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from notebook.domain.changes import Changes
from notebook.domain.notifying import (
    NotifyingChoices,
    Step,
    Told,
    morning_key,
    seconds_until,
    what_now,
)
from notebook.errors import FileProblem
from notebook.services.notice_words import morning_notice, notice_of, waiting
from notebook.services.notification_choices import NotificationChoices
from notebook.services.notifications import Notifications
from notebook.services.reminders.line import ReminderLine
from notebook.ui.clock import Clock
from notebook.ui.crash_report import write_down
from notebook.ui.notifier import Notifier
from notebook.ui.pages.reminder_panel import ReminderPanel
from notebook.ui.tray.announcer import Announcer

NOTIFICATIONS = "notifications"
"""What a change of the choices concerns."""
_CONCERNING = (
    "person",
    "project",
    "moment",
    "moment_person",
    "reminder",
    "reminder_mark",
    NOTIFICATIONS,
)


class ReminderWatch(QObject):
    """Looks at what is due when something may be, and waits with one timer in between.

    It looks after each change that concerns it, and when time may have made a jump.

    Signals:
        line_wanted(ReminderLine): a notice of this line was clicked.
        panel_wanted(): a notice of several was clicked.
    """

    line_wanted = Signal(object)
    panel_wanted = Signal()

    def __init__(
        self,
        notifications: Notifications,
        choices: NotificationChoices,
        panel: ReminderPanel,
        notifier: Notifier,
        clock: Clock,
        announcer: Announcer,
        longest_wait: float,
        parent: QObject | None = None,
    ) -> None:
        """`longest_wait` is how many seconds may pass without a look at the clock."""
        super().__init__(parent)
        self._notifications, self._choices, self._panel = notifications, choices, panel
        self._clock, self._announcer, self._longest_wait = clock, announcer, longest_wait
        self._told: set[str] = set()
        self._is_paused = False
        self.timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self.timer.timeout.connect(self.look)
        notifier.changed.connect(self._on_changed)
        panel.model.modelReset.connect(self._show_due)

    def begin(self) -> None:
        """Look for the first time; what the panel shows at once need not be said besides."""
        if self._panel.isVisible():
            now = self._now()
            step, _lines = self._step(self._choices.now().hearing_all(), now)
            self._remember(step, now)
        self._show_due()
        self.look()

    def pause(self) -> None:
        """Say nothing and show nothing: the notebook is locked, or about to be closed."""
        self._is_paused = True
        self.timer.stop()
        self._announcer.show_due(None, hides_names=True)

    def go_on(self) -> None:
        """Look again, after a pause."""
        self._is_paused = False
        self._show_due()
        self.look()

    @Slot()
    def look(self) -> None:
        """Say what is due, and wait for what comes next."""
        if self._is_paused:
            return
        if self._clock.today() != self._panel.due.today:
            self._panel.reload()
        now, choices = self._now(), self._choices.now()
        step, lines = self._step(choices, now)
        self._remember(step, now)
        if step.tell:
            self._say([lines[key] for key in step.tell], choices)
        if step.morning and waiting(self._panel.due):
            words = morning_notice(self._panel.due, hides_names=choices.hides_names)
            self._announcer.show(words, self.panel_wanted.emit)
        self._wait(step.look_again)

    def _now(self) -> datetime:
        return self._clock.now().replace(tzinfo=None)

    def _step(
        self, choices: NotifyingChoices, now: datetime
    ) -> tuple[Step, dict[str, ReminderLine]]:
        since = self._since(now)
        found = []
        if choices.at_its_time:
            found = self._notifications.timed(since, now, choices.lead_minutes)
        keys = [each.timed.key for each in found] + [morning_key(now.date())]
        told = Told(since, self._notifications.told_among(keys) | self._told)
        step = what_now([each.timed for each in found], choices, now, told)
        return step, {each.timed.key: each.line for each in found}

    def _since(self, now: datetime) -> datetime:
        try:
            return self._choices.since(now)
        except OSError as error:  # a full disk: what was chosen holds as long as the program runs
            write_down(error)
            return now

    def _remember(self, step: Step, now: datetime) -> None:
        """Remember before it is said: better once too little than again and again."""
        keys = [*step.tell, *([morning_key(now.date())] if step.morning else [])]
        self._told.update(keys)
        try:
            self._notifications.remember(keys)
        except FileProblem as problem:  # it is not told again as long as the program runs
            write_down(problem)

    def _say(self, lines: Sequence[ReminderLine], choices: NotifyingChoices) -> None:
        words = notice_of(lines, hides_names=choices.hides_names)
        opened: Callable[[], None] = self.panel_wanted.emit
        if len(lines) == 1:
            (line,) = lines
            opened = lambda: self.line_wanted.emit(line)  # noqa: E731
        self._announcer.show(words, opened)

    def _wait(self, until: datetime | None) -> None:
        if until is None:
            self.timer.stop()
            return
        wait = min(seconds_until(until, self._clock.now()) + 0.05, self._longest_wait)
        self.timer.start(max(1000, round(wait * 1000)))

    @Slot()
    def _show_due(self) -> None:
        if not self._is_paused:
            hides_names = self._choices.now().hides_names
            self._announcer.show_due(self._panel.due, hides_names=hides_names)

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if changes.concern(*_CONCERNING):
            self.look()
        if changes.concern(NOTIFICATIONS):
            self._show_due()
