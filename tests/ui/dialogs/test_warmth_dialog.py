"""From the state on a card to the reasons, and to a judgement of one's own."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from notebook.services.notebook import Notebook
from notebook.ui.dialogs.warmth_dialog import WarmthDialog
from notebook.ui.main_window import MainWindow
from tests.reading import rows_in


@pytest.fixture
def dialog(window: MainWindow, notebook: Notebook, today: date, qtbot: QtBot) -> WarmthDialog:
    window.notifier.tell(notebook.people.add("Ana & Co", today))
    return opened(window, qtbot)


def opened(window: MainWindow, qtbot: QtBot) -> WarmthDialog:
    window.people.card.header.warmth.setFocus()
    qtbot.keyClick(window.people.card.header.warmth, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), WarmthDialog))
    found = QApplication.activeWindow()
    assert isinstance(found, WarmthDialog)
    return found


def test_the_state_leads_to_its_reasons(dialog: WarmthDialog) -> None:
    assert dialog.heading.text() == "How warm it is with Ana & Co"
    assert dialog.computed.text() == "What is written down says: not known yet"
    assert [each.text() for each in dialog.reasons] == [
        "·  No contact logged yet, known since 22 Nov"
    ]
    assert not dialog.take_back_button.isVisible()


def test_a_judgement_is_chosen_and_told_with_the_keyboard(
    dialog: WarmthDialog, window: MainWindow, notebook: Notebook, qtbot: QtBot
) -> None:
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    assert "Choose" in dialog.trouble.text()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    assert "why" in dialog.trouble.text()
    qtbot.keyClicks(dialog.note, "Old friends")
    qtbot.keyClick(dialog.note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    header = window.people.card.header
    assert header.warmth.text() == "warm"
    assert header.reasons.text().startswith("Your own judgement, 22 Nov: Old friends. Without it:")
    assert rows_in(notebook.file.path, "SELECT warmth_own FROM person") == [("warm",)]

    again = opened(window, qtbot)
    assert again.note.toPlainText() == "Old friends"
    qtbot.mouseClick(again.take_back_button, Qt.MouseButton.LeftButton)
    assert header.warmth.text() == "not known yet"
    assert rows_in(notebook.file.path, "SELECT warmth_own FROM person") == [(None,)]
