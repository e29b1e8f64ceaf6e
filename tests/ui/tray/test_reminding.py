"""The window and its tray: closing, hiding, coming back, and a desktop that has no tray."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QSystemTrayIcon
from pytestqt.qtbot import QtBot
from typing_extensions import override

from notebook.domain.changes import Changes
from notebook.services.notebook import Notebook
from notebook.services.own_reminders import OwnReminderDraft
from notebook.ui.dialogs.log_sheet import LogSheet
from notebook.ui.main_window import MainWindow
from notebook.ui.tray import reminding
from notebook.ui.tray.tray_icon import TrayIcon
from notebook.ui.tray.watch import NOTIFICATIONS
from tests.services.reminders.conftest import World
from tests.ui.conftest import FixedClock
from tests.ui.scripted_prompts import ScriptedPrompts

DAY = timedelta(days=1)

# What Qt says where an icon is made although the platform has no tray.
pytestmark = pytest.mark.qt_log_ignore("systemTrayWindowChanged")


@pytest.fixture(autouse=True)
def _goes_on(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let the program that tests run in go on as before, and leave its desktop in peace."""
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    yield
    QApplication.setQuitOnLastWindowClosed(True)


@pytest.fixture
def tray(
    window: MainWindow,
    notebook: Notebook,
    today: date,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> TrayIcon:
    """Return the tray of a window with three people who need a word; the desktop has one."""
    world = World(notebook.file)
    for name in ("Ana & Söhne", "Ben", "Cleo"):
        world.person(name, rhythm_days=10, known_since=today - 12 * DAY)
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: True)
    monkeypatch.setattr(reminding, "_AFTER_PAINTING_MS", 0)
    monkeypatch.setattr(reminding, "_SETTLES_MS", 0)
    window.panel.reload()
    window.begin_reminding(is_hidden=False)
    assert window.reminding.tray is None, "the window is painted first"
    qtbot.waitUntil(lambda: window.reminding.watch is not None)
    assert window.reminding.tray is not None
    return window.reminding.tray


def keep_running(window: MainWindow) -> None:
    choices = window.reminding.choices
    choices.keep(replace(choices.now(), keeps_running=True))


class FrameClose(QCloseEvent):
    """What a window gets when its user closes it at the frame."""

    @override
    def spontaneous(self) -> bool:
        return True


def close_frame(window: MainWindow) -> None:
    """Close it as the user does; Qt hides it when it agrees."""
    event = FrameClose()
    QApplication.sendEvent(window, event)
    if event.isAccepted():
        window.hide()


def words(tray: TrayIcon) -> list[str]:
    return [action.text() for action in tray.menu.actions() if action.text()]


def test_the_menu_says_who_needs_a_word(
    window: MainWindow, tray: TrayIcon, notebook: Notebook, today: date
) -> None:
    assert words(tray) == [
        "Open the notebook",
        "3 reminders today, 3 of them overdue",
        "Get in touch with Ana && Söhne",
        "Get in touch with Ben",
        "Get in touch with Cleo",
        "Log a contact…",
        "Quiet until tomorrow",
        "Quit",
    ]
    assert tray.icon.toolTip() == "Relationship notebook\n3 reminders today, 3 of them overdue"
    for number in range(4):
        window.notifier.tell(notebook.reminders.add_own(f"Task {number}", today))
    assert words(tray)[-4:] == ["and 2 more…", "Log a contact…", "Quiet until tomorrow", "Quit"]
    assert tray._count == 7


def test_a_private_menu_only_counts(window: MainWindow, tray: TrayIcon) -> None:
    choices = window.reminding.choices
    for is_private in (True, False):
        choices.keep(replace(choices.now(), hides_names=is_private))
        window.notifier.tell(Changes("", {NOTIFICATIONS: frozenset()}))
        assert ("Get in touch with Ben" not in words(tray)) == is_private
    choices.keep(replace(choices.now(), hides_names=True))
    window.notifier.tell(window.notebook.reminders.add_own("Call Ana", window.desk.clock.today()))
    assert words(tray) == [
        "Open the notebook",
        "4 reminders today, 3 of them overdue",
        "Log a contact…",
        "Quiet until tomorrow",
        "Quit",
    ]


def test_a_line_of_the_menu_opens_the_window_there(window: MainWindow, tray: TrayIcon) -> None:
    window.step_aside()
    next(each for each in tray.menu.actions() if each.text().endswith("Ben")).trigger()
    assert window.isVisible()
    line = window.panel.view.line()
    assert line is not None
    assert line.who == "Ben"


def test_log_opens_the_sheet_above_the_window(window: MainWindow, tray: TrayIcon) -> None:
    window.step_aside()
    tray.menu.log_action.trigger()
    (sheet,) = (each for each in window.findChildren(LogSheet) if each.isVisible())
    assert window.isVisible()
    sheet.reject()


def test_quiet_until_tomorrow_can_be_taken_back(
    window: MainWindow, tray: TrayIcon, clock: FixedClock, today: date
) -> None:
    choices = window.reminding.choices
    tray.menu.quiet_action.trigger()
    assert choices.now().quiet_day == today
    clock.moment += DAY
    tray.menu.aboutToShow.emit()
    assert not tray.menu.quiet_action.isChecked(), "tomorrow it is over"
    clock.moment -= DAY
    tray.menu.aboutToShow.emit()
    tray.menu.quiet_action.trigger()
    assert choices.now().quiet_day is None


def test_closing_at_the_frame_ends_it_unless_it_is_to_stay(
    window: MainWindow, tray: TrayIcon
) -> None:
    close_frame(window)
    assert not window.isVisible()
    assert not tray.icon.isVisible()
    assert QApplication.quitOnLastWindowClosed()


def test_closing_at_the_frame_hides_it_where_it_is_to_stay(
    window: MainWindow, tray: TrayIcon, notebook: Notebook, clock: FixedClock, today: date
) -> None:
    keep_running(window)
    close_frame(window)
    assert not window.isVisible()
    assert not QApplication.quitOnLastWindowClosed(), "a brief beside it may be closed as well"
    assert window.reminding.watch is not None
    assert window.reminding.watch.timer.isActive()
    tray.icon.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
    assert window.isVisible()
    assert QApplication.quitOnLastWindowClosed()


def test_what_is_unsaved_stays_when_it_is_only_hidden(
    window: MainWindow, tray: TrayIcon, prompts: ScriptedPrompts, qtbot: QtBot
) -> None:
    keep_running(window)
    window.navigator.person_edit_requested.emit(None)
    qtbot.keyClicks(window.people.editor.who.name, "Dora")
    close_frame(window)
    assert prompts.asked == []
    tray.opened.emit()
    assert window.people.editor.who.name.text() == "Dora"
    prompts.confirmations = [False]
    tray.menu.quit_action.trigger()
    assert window.isVisible()
    assert len(prompts.asked) == 1, "quitting asks"


def test_quit_in_the_menu_ends_it(
    window: MainWindow, tray: TrayIcon, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep_running(window)
    close_frame(window)
    ended: list[bool] = []
    monkeypatch.setattr(QApplication, "quit", lambda: ended.append(True))
    tray.menu.quit_action.trigger()
    assert ended == [True]
    assert window.reminding.watch is not None
    assert not window.reminding.watch.timer.isActive()


def test_the_key_for_quit_ends_it_too(window: MainWindow, tray: TrayIcon) -> None:
    keep_running(window)
    window.commands.actions["quit"].trigger()
    assert not window.isVisible()
    assert not tray.icon.isVisible()


def test_a_notice_is_clicked(
    window: MainWindow, tray: TrayIcon, notebook: Notebook, clock: FixedClock, today: date
) -> None:
    shown: list[tuple[str, str]] = []
    tray.icon.showMessage = lambda title, text, *_: shown.append((title, text))  # type: ignore[method-assign]
    window.step_aside()
    draft = OwnReminderDraft("Call <b>the</b> mill", today, at=time(12, 5))
    window.notifier.tell(notebook.reminders.own.save(None, draft))
    clock.moment += timedelta(minutes=5)
    assert window.reminding.watch is not None
    window.reminding.watch.look()
    assert shown == [("Call ‹b›the‹/b› mill", "12:05")]
    tray.icon.messageClicked.emit()
    line = window.panel.view.line()
    assert line is not None
    assert line.what == "Call <b>the</b> mill"


def test_without_a_tray_it_is_said_at_the_head_of_the_window(
    window: MainWindow,
    notebook: Notebook,
    clock: FixedClock,
    today: date,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    monkeypatch.setattr(reminding, "_AFTER_PAINTING_MS", 0)
    keep_running(window)
    window.begin_reminding(is_hidden=False)
    qtbot.waitUntil(lambda: window.reminding.watch is not None)
    draft = OwnReminderDraft("Call the mill", today, at=time(12, 5))
    window.notifier.tell(notebook.reminders.own.save(None, draft))
    clock.moment += timedelta(minutes=5)
    assert window.reminding.watch is not None
    window.reminding.watch.look()
    assert window.banner.text() == "Call the mill · 12:05"
    window.banner.action.click()
    line = window.panel.view.line()
    assert line is not None
    assert line.what == "Call the mill"
    close_frame(window)
    assert QApplication.quitOnLastWindowClosed(), "there is nowhere to stay"


def test_a_hidden_start_without_a_tray_is_minimised(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(reminding, "_TRAY_COMES_MS", 1)
    window.step_aside()
    window.begin_reminding(is_hidden=True)
    qtbot.waitUntil(lambda: window.reminding.watch is not None)
    assert window.isMinimized()
    assert window.isVisible()
    assert QApplication.quitOnLastWindowClosed()
