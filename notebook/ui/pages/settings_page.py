"""The few choices there are, and where the notebook lies."""

from pathlib import Path

from PySide6.QtCore import QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from notebook.domain.changes import Changes
from notebook.domain.partial_date import LeapDay
from notebook.services.preferences import Preferences
from notebook.settings import Settings
from notebook.ui.areas import Area
from notebook.ui.calendar.calendar_panel import CalendarPanel
from notebook.ui.notifier import Notifier
from notebook.ui.pages.letterhead_panel import LetterheadPanel
from notebook.ui.pages.notifications_panel import NotificationsPanel
from notebook.ui.pages.own_fields_panel import OwnFieldsPanel
from notebook.ui.pages.sensitive_panel import SensitivePanel
from notebook.ui.theme import Appearance, Theme
from notebook.ui.widgets.buttons import plain_button
from notebook.ui.widgets.choice_row import ChoiceRow
from notebook.ui.widgets.labels import text_label
from notebook.ui.widgets.panel import Panel
from notebook.ui.widgets.scrolling import scrolling

_WIDEST = 720  # pixels, beyond which lines are tiring to read


class SettingsPage(Area):
    """Appearance, birthdays on 29 February, papers, and the notebook's place.

    Signals:
        backups_requested(): show the backups.
        checklists_requested(): show the checklists.
    """

    backups_requested = Signal()
    checklists_requested = Signal()

    def __init__(
        self,
        preferences: Preferences,
        settings: Settings,
        theme: Theme,
        notifier: Notifier,
        place: Path,
        letterhead: LetterheadPanel,
        own_fields: OwnFieldsPanel,
        sensitive: SensitivePanel,
        calendar: CalendarPanel,
        notifications: NotificationsPanel,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._preferences, self._settings, self._theme = preferences, settings, theme
        self._notifier, self._place = notifier, place
        self.letterhead = letterhead
        self.own_fields, self.sensitive = own_fields, sensitive
        self.calendar = calendar
        self.notifications = notifications
        self.appearance = ChoiceRow(
            [
                (Appearance.SYSTEM, self.tr("As the system")),
                (Appearance.LIGHT, self.tr("Light")),
                (Appearance.DARK, self.tr("Dark")),
            ]
        )
        self.appearance.setAccessibleName(self.tr("Appearance"))
        self.leap_day = ChoiceRow(
            [
                (LeapDay.FEBRUARY_28, self.tr("28 February")),
                (LeapDay.MARCH_1, self.tr("1 March")),
            ]
        )
        self.leap_day.setAccessibleName(self.tr("Birthdays on 29 February, in other years"))
        self.folder_button = plain_button(self.tr("Open the folder"))
        self.backups_button = plain_button(self.tr("Backups…"))
        self.checklists_button = plain_button(self.tr("Change the checklists…"))
        self._lay_out()
        self.appearance.set_value(theme.appearance)
        self.leap_day.set_value(preferences.leap_day())
        self.appearance.chosen.connect(self._on_appearance)
        self.leap_day.chosen.connect(self._on_leap_day)
        self.folder_button.clicked.connect(self._on_folder)
        self.backups_button.clicked.connect(self.backups_requested)
        self.checklists_button.clicked.connect(self.checklists_requested)

    @override
    def reload(self, changes: Changes) -> None:
        """Look again if a change may concern the choices."""
        if changes.concern("setting"):
            self.leap_day.set_value(self._preferences.leap_day())
            self.letterhead.show_choices()
            self.calendar.show_choices()
        if changes.concern("own_field", "own_value"):
            self.own_fields.show_choices()
        if changes.concern("notifications"):
            self.notifications.show_choices()
        if changes.concern("setting", "fact", "person"):
            self.sensitive.show_choices()

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(inside)
        column.setContentsMargins(22, 20, 22, 22)
        column.setSpacing(12)
        column.addWidget(text_label(self.tr("Settings"), "title"))
        column.addWidget(_panel(self.tr("Appearance"), self.appearance))
        column.addWidget(_panel(self.tr("Birthdays on 29 February, in other years"), self.leap_day))
        column.addWidget(self.notifications)
        column.addWidget(self.letterhead)
        column.addWidget(self.own_fields)
        column.addWidget(self.sensitive)
        column.addWidget(self.calendar)
        column.addWidget(self._checklists_panel())
        column.addWidget(self._place_panel())
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolling(inside))

    def _checklists_panel(self) -> Panel:
        words = self.tr("The questions with which a project begins. Reword them, add your own.")
        panel = _panel(self.tr("Checklists"), text_label(words, wrap=True))
        row = QHBoxLayout()
        row.addWidget(self.checklists_button)
        row.addStretch(1)
        panel.body.addLayout(row)
        return panel

    def _place_panel(self) -> Panel:
        panel = Panel(self.tr("Your notebook"))
        words = self.tr(
            "Everything is in one file of your own, on this computer. "
            "A verified backup is made whenever you close the notebook after a change."
        )
        panel.body.addWidget(text_label(words, wrap=True))
        panel.body.addWidget(text_label(str(self._place), "second", wrap=True, selectable=True))
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.folder_button)
        buttons.addWidget(self.backups_button)
        buttons.addStretch(1)
        panel.body.addLayout(buttons)
        return panel

    @Slot(object)
    def _on_appearance(self, appearance: Appearance | None) -> None:
        chosen = appearance or Appearance.SYSTEM
        self.appearance.set_value(chosen)
        self._theme.apply(chosen)
        self._settings.set("appearance", chosen.value)

    @Slot(object)
    def _on_leap_day(self, leap_day: LeapDay | None) -> None:
        if leap_day is None:
            self.leap_day.set_value(self._preferences.leap_day())
        else:
            self._notifier.tell(self._preferences.set_leap_day(leap_day))

    @Slot()
    def _on_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._place.parent)))


def _panel(title: str, content: QWidget) -> Panel:
    panel = Panel(title)
    panel.body.addWidget(content)
    return panel
