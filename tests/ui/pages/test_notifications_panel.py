"""The choices about notices, made by keys and clicks, and found again after a restart."""

from datetime import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QTimeEdit
from pytestqt.qtbot import QtBot

from notebook.domain.notifying import NotifyingChoices
from notebook.services.notification_choices import NotificationChoices
from notebook.settings import Settings
from notebook.ui.autostart.linux import DesktopEntry
from notebook.ui.main_window import MainWindow
from notebook.ui.notifier import Notifier
from notebook.ui.pages.notifications_panel import NotificationsPanel
from notebook.ui.pages.settings_page import SettingsPage
from tests.ui.conftest import FixedClock


class Refusing:
    """A system that lets nothing be changed."""

    def is_on(self) -> bool:
        return False

    def switch(self, *, on: bool) -> None:
        raise PermissionError(on)


@pytest.fixture
def entry(tmp_path: Path) -> DesktopEntry:
    return DesktopEntry(["notebook", "--hidden"], tmp_path / "autostart")


@pytest.fixture
def panel(
    settings: Settings, entry: DesktopEntry, window: MainWindow, qtbot: QtBot
) -> NotificationsPanel:
    del window  # it dresses the application
    made = NotificationsPanel(NotificationChoices(settings), entry, Notifier(), has_tray=True)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def kept(settings: Settings) -> NotifyingChoices:
    return NotificationChoices(Settings(settings.path)).now()


def press(qtbot: QtBot, switch: QCheckBox) -> None:
    switch.setFocus()
    qtbot.keyClick(switch, Qt.Key.Key_Space)


def test_every_switch_is_kept_at_once(
    panel: NotificationsPanel, settings: Settings, qtbot: QtBot
) -> None:
    for switch, name in (
        (panel.at_its_time, "at_its_time"),
        (panel.in_the_morning, "in_the_morning"),
        (panel.quiet, "has_quiet_hours"),
        (panel.hides_names, "hides_names"),
        (panel.keeps_running, "keeps_running"),
    ):
        before = getattr(kept(settings), name)
        assert switch.isChecked() is before
        press(qtbot, switch)
        assert getattr(kept(settings), name) is not before, name
        assert switch.isChecked() is not before
    assert not panel.lead.isEnabled()
    assert not panel.morning_at.isEnabled()
    assert panel.quiet_from.isEnabled()


def test_times_are_kept_once_they_are_typed_whole(
    panel: NotificationsPanel, settings: Settings, qtbot: QtBot
) -> None:
    press(qtbot, panel.quiet)
    panel.morning_at.setFocus()
    panel.morning_at.setSelectedSection(QTimeEdit.Section.HourSection)
    qtbot.keyClicks(panel.morning_at, "0715")
    assert kept(settings).morning_at == time(8, 30)
    qtbot.keyClick(panel.morning_at, Qt.Key.Key_Return)
    assert kept(settings).morning_at == time(7, 15)
    panel.quiet_until.setFocus()
    qtbot.keyClick(panel.quiet_until, Qt.Key.Key_Up)
    assert kept(settings).quiet_until == time(8)
    qtbot.mouseClick(panel.lead.button(60), Qt.MouseButton.LeftButton)
    assert kept(settings).lead_minutes == 60


def test_starting_with_the_computer_is_off_until_it_is_switched_on(
    panel: NotificationsPanel, entry: DesktopEntry, qtbot: QtBot
) -> None:
    assert not panel.starts.isChecked()
    press(qtbot, panel.starts)
    assert entry.path.exists()
    press(qtbot, panel.starts)
    assert not entry.path.exists()


def test_a_system_that_refuses_is_said(
    settings: Settings, window: MainWindow, qtbot: QtBot
) -> None:
    panel = NotificationsPanel(
        NotificationChoices(settings), Refusing(), Notifier(), has_tray=False
    )
    qtbot.addWidget(panel)
    panel.starts.click()
    assert panel.trouble.text() == "The system did not let this be changed."
    assert not panel.trouble.isHidden()
    assert not panel.starts.isChecked()
    assert not panel.keeps_running.isEnabled()
    assert "no tray" in panel.keeps_running.accessibleDescription()


def test_a_full_disk_is_said(
    panel: NotificationsPanel, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full() -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(settings, "save", full)
    panel.hides_names.click()
    assert panel.trouble.text() == "This holds until you quit: it could not be written down."
    assert panel.hides_names.isChecked()


def test_the_watch_hears_of_it_from_the_settings_page(
    window: MainWindow, clock: FixedClock, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    from tests.ui.tray.test_watch import FakeAnnouncer

    window.reminding.watch_with(FakeAnnouncer())
    watch = window.reminding.watch
    assert watch is not None
    window.areas.go_to("settings")
    QApplication.processEvents()
    page = window.areas.page("settings")
    assert isinstance(page, SettingsPage)
    assert watch.timer.isActive()
    page.notifications.at_its_time.click()
    page.notifications.in_the_morning.click()
    assert not watch.timer.isActive(), "nothing is wanted, and nothing is waited for"
    page.notifications.at_its_time.click()
    assert watch.timer.isActive()
    assert not window.quiet_line.isVisible(), "a choice is nothing to undo"
