"""What the notebook may say outside its window, and whether it is there all day."""

from collections.abc import Callable
from dataclasses import replace
from datetime import time
from typing import Any

from PySide6.QtCore import QSignalBlocker, QTime, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSystemTrayIcon, QTimeEdit, QWidget

from notebook.domain.changes import Changes
from notebook.services.notification_choices import NotificationChoices
from notebook.translate import translate
from notebook.ui.autostart.autostart import Autostart
from notebook.ui.crash_report import write_down
from notebook.ui.notifier import Notifier
from notebook.ui.tray.watch import NOTIFICATIONS
from notebook.ui.widgets.choice_row import ChoiceRow
from notebook.ui.widgets.fields import time_field
from notebook.ui.widgets.labels import text_label
from notebook.ui.widgets.panel import Panel

_LEADS = (0, 5, 15, 30, 60)  # minutes
_INDENT = 26  # pixels: below the words of a switch


class NotificationsPanel(Panel):
    """Switches and times; each is kept at once.

    Attributes:
        at_its_time, lead, in_the_morning, morning_at, quiet, quiet_from, quiet_until, hides_names,
            keeps_running, starts: the fields.
        trouble: says what could not be kept.
    """

    def __init__(
        self,
        choices: NotificationChoices,
        autostart: Autostart,
        notifier: Notifier,
        *,
        has_tray: bool | None = None,
        may_start: bool = True,
    ) -> None:
        """`has_tray` and `may_start` say whether the last two switches have a meaning here."""
        super().__init__(_tr("Notifications"))
        self._choices, self._autostart, self._notifier = choices, autostart, notifier
        has_tray = QSystemTrayIcon.isSystemTrayAvailable() if has_tray is None else has_tray
        self.at_its_time = QCheckBox(_tr("Tell me of a reminder or a meeting at its time"))
        self.lead = ChoiceRow(
            [(minutes, str(minutes)) for minutes in _LEADS],
            _tr("Minutes before a meeting"),
            compact=True,
            optional=False,
        )
        self.in_the_morning = QCheckBox(_tr("Tell me in the morning how many need a word"))
        self.morning_at = time_field(_tr("When in the morning"))
        self.quiet = QCheckBox(_tr("Say nothing in the quiet hours"))
        self.quiet_from = time_field(_tr("Quiet from"))
        self.quiet_until = time_field(_tr("Quiet until"))
        self.hides_names = QCheckBox(_tr("Leave out names, for a screen that others see"))
        self.keeps_running = QCheckBox(_tr("Stay in the tray when the window is closed"))
        self.starts = QCheckBox(_tr("Start with the computer, out of sight"))
        self.trouble = text_label("", "warn", wrap=True)
        self.keeps_running.setEnabled(has_tray)
        self._lay_out(has_tray=has_tray)
        self.starts.setVisible(may_start)  # not before it has a parent: it would be a window
        self.show_choices()
        self._say("")
        self._connect()

    def show_choices(self) -> None:
        """Show what is chosen."""
        choices = self._choices.now()
        self.at_its_time.setChecked(choices.at_its_time)
        self.lead.set_value(choices.lead_minutes)
        self.in_the_morning.setChecked(choices.in_the_morning)
        self.quiet.setChecked(choices.has_quiet_hours)
        self.hides_names.setChecked(choices.hides_names)
        self.keeps_running.setChecked(choices.keeps_running)
        for field, at in (
            (self.morning_at, choices.morning_at),
            (self.quiet_from, choices.quiet_from),
            (self.quiet_until, choices.quiet_until),
        ):
            with QSignalBlocker(field):
                field.setTime(QTime(at.hour, at.minute))
        self.lead.setEnabled(choices.at_its_time)
        self.morning_at.setEnabled(choices.in_the_morning)
        self.quiet_from.setEnabled(choices.has_quiet_hours)
        self.quiet_until.setEnabled(choices.has_quiet_hours)
        self._show_start()

    def _lay_out(self, *, has_tray: bool) -> None:
        self.body.addWidget(self.at_its_time)
        self.body.addLayout(_indented(text_label(_tr("Minutes before a meeting")), self.lead))
        self.body.addWidget(self.in_the_morning)
        self.body.addLayout(_indented(text_label(_tr("at")), self.morning_at))
        self.body.addWidget(self.quiet)
        self.body.addLayout(
            _indented(
                text_label(_tr("from")),
                self.quiet_from,
                text_label(_tr("until")),
                self.quiet_until,
            )
        )
        late = _tr("What comes in the quiet hours is told when they are over.")
        self.body.addLayout(_indented(text_label(late, "small")))
        self.body.addWidget(self.hides_names)
        self.body.addWidget(self.keeps_running)
        if not has_tray:
            words = _tr("This desktop has no tray to stay in.")
            self.body.addLayout(_indented(text_label(words, "small")))
            self.keeps_running.setAccessibleDescription(words)
        self.body.addWidget(self.starts)
        self.body.addWidget(self.trouble)

    def _connect(self) -> None:
        self.at_its_time.clicked.connect(lambda on: self._keep(at_its_time=on))
        self.lead.chosen.connect(lambda minutes: self._keep(lead_minutes=minutes))
        self.in_the_morning.clicked.connect(lambda on: self._keep(in_the_morning=on))
        self.quiet.clicked.connect(lambda on: self._keep(has_quiet_hours=on))
        self.hides_names.clicked.connect(lambda on: self._keep(hides_names=on))
        self.keeps_running.clicked.connect(lambda on: self._keep(keeps_running=on))
        self.starts.clicked.connect(self._on_starts)
        _when_chosen(self.morning_at, lambda at: self._keep(morning_at=at))
        _when_chosen(self.quiet_from, lambda at: self._keep(quiet_from=at))
        _when_chosen(self.quiet_until, lambda at: self._keep(quiet_until=at))

    def _keep(self, **chosen: Any) -> None:
        try:
            self._choices.keep(replace(self._choices.now(), **chosen))
        except OSError as error:
            write_down(error)
            self._say(_tr("This holds until you quit: it could not be written down."))
        else:
            self._say("")
        self._notifier.tell(Changes("", {NOTIFICATIONS: frozenset()}))
        self.show_choices()

    def _show_start(self) -> None:
        try:
            self.starts.setChecked(self._autostart.is_on())
        except OSError as error:
            write_down(error)
            self.starts.setEnabled(False)

    def _say(self, words: str) -> None:
        self.trouble.setText(words)
        self.trouble.setHidden(not words)

    @Slot(bool)
    def _on_starts(self, is_on: bool) -> None:  # noqa: FBT001 - Qt's own signal
        try:
            self._autostart.switch(on=is_on)
        except OSError as error:
            write_down(error)
            self._say(_tr("The system did not let this be changed."))
        else:
            self._say("")
        self._show_start()


def _when_chosen(field: QTimeEdit, keep: Callable[[time], None]) -> None:
    """Keep a time once it is typed whole, not at each of its digits."""
    field.setKeyboardTracking(False)
    field.timeChanged.connect(lambda at: keep(time(at.hour(), at.minute())))


def _indented(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(_INDENT, 0, 0, 0)
    row.setSpacing(8)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row


def _tr(text: str) -> str:
    return translate("notifications", text)
