"""Jumps of the clock are told by the system, and nothing is asked in between."""

import os
import sys

import pytest
from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from notebook.ui.tray import waking
from notebook.ui.tray.waking import Waking


@pytest.fixture
def awake(qapp: QCoreApplication) -> Waking:
    return Waking(qapp)


def test_coming_back_to_the_program_is_waking(awake: Waking, qtbot: QtBot) -> None:
    application = QGuiApplication.instance()
    assert isinstance(application, QGuiApplication)
    with qtbot.waitSignal(awake.woke):
        application.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    with qtbot.assertNotEmitted(awake.woke):
        application.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    awake.close()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has this clock")
def test_the_system_tells_of_jumps_and_is_left_in_peace(awake: Waking, qtbot: QtBot) -> None:
    assert awake.longest_wait > 24 * 3600
    assert awake.findChildren(QTimer) == []
    with qtbot.assertNotEmitted(awake.woke, wait=50):
        pass
    assert awake._handle is not None
    with qtbot.waitSignal(awake.woke):
        awake._jumps.activated.emit(awake._handle, awake._jumps.type())
    awake.close()
    with pytest.raises(OSError, match="Bad file descriptor"):
        os.fstat(int(awake._jumps.socket()))
    awake.close()


def test_another_zone_is_waking(
    awake: Waking, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with qtbot.assertNotEmitted(awake.woke):
        awake._on_files("/etc")
    monkeypatch.setattr(waking, "_zone", lambda: "/usr/share/zoneinfo/Asia/Tokyo")
    with qtbot.waitSignal(awake.woke):
        awake._on_files("/etc")
    awake.close()


def test_without_such_a_clock_nobody_waits_long(
    qapp: QCoreApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(waking, "_clock_watch", lambda: None)
    blind = Waking(qapp)
    assert 60 < blind.longest_wait <= 600
    blind.close()
