"""Coming back to the window shows what another program or another day has brought."""

from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlcipher3 import dbapi2 as driver

from notebook.ui.main_window import MainWindow
from tests.ui.conftest import FixedClock


def come_back(window: MainWindow) -> None:
    QApplication.sendEvent(window, QEvent(QEvent.Type.WindowActivate))


def test_people_that_a_command_brought_in_are_shown(
    window: MainWindow, notebook_path: Path
) -> None:
    other = driver.connect(str(notebook_path))
    other.execute(
        "INSERT INTO person(id, created_at, changed_at, name, given_name, family_name, nickname,"
        " sort_key, note, is_team, preferred_times, known_since)"
        " VALUES (7, '', '', 'Ana', '', '', '', 'ana', '', 0, '', '2026-11-22')"
    )
    other.commit()
    other.close()
    assert window.people.column.model.rowCount() == 0
    come_back(window)
    assert window.people.column.model.rowCount() == 1


def test_another_day_is_noticed_once(window: MainWindow, clock: FixedClock, qtbot: QtBot) -> None:
    clock.moment += timedelta(days=1)
    with qtbot.waitSignal(window.notifier.changed):
        come_back(window)
    with qtbot.assertNotEmitted(window.notifier.changed):
        come_back(window)
