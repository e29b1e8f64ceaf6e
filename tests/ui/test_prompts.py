"""Questions: answered by key or click, their texts shown letter for letter."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from notebook.ui.prompts import Prompts, QuestionDialog, WindowPrompts
from tests.ui.samples import HOSTILE_NAMES
from tests.ui.scripted_prompts import ScriptedPrompts

pytestmark = pytest.mark.usefixtures("theme")


@pytest.mark.parametrize("name", HOSTILE_NAMES)
def test_a_question_shows_names_letter_for_letter(name: str, qtbot: QtBot) -> None:
    dialog = QuestionDialog(name, name, name, name, None)
    qtbot.addWidget(dialog)
    labels = dialog.findChildren(QLabel)
    assert [label.text() for label in labels] == [name, name]
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}
    assert dialog.yes_button.text() == name.replace("&", "&&")
    assert dialog.yes_button.accessibleName() == name


@pytest.mark.parametrize(("key", "answer"), [(Qt.Key.Key_Return, True), (Qt.Key.Key_Escape, False)])
def test_a_question_is_answered_by_key(key: Qt.Key, answer: bool, qtbot: QtBot) -> None:
    def press() -> None:
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        qtbot.keyClick(dialog, key)

    QTimer.singleShot(0, press)
    assert WindowPrompts().confirm("Remove?", "It goes to the trash.", "Move to trash") is answer


def test_enter_on_cancel_cancels(qtbot: QtBot) -> None:
    dialog = QuestionDialog("Remove?", "It goes to the trash.", "Move to trash", "Cancel", None)
    qtbot.addWidget(dialog)
    dialog.open()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.yes_button.hasFocus)
    qtbot.keyClick(dialog.yes_button, Qt.Key.Key_Backtab)
    assert dialog.no_button.hasFocus()
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog.no_button, Qt.Key.Key_Return)


def test_a_problem_is_read_and_closed(qtbot: QtBot) -> None:
    seen: list[str] = []

    def close() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QuestionDialog)
        seen.extend(
            button.text() for button in dialog.findChildren(QPushButton) if button.isVisible()
        )
        qtbot.mouseClick(dialog.yes_button, Qt.MouseButton.LeftButton)

    QTimer.singleShot(0, close)
    WindowPrompts().show_problem("The disk is full", "Make room and try again.")
    assert seen == ["Close"]


def test_scripted_answers_are_prompts_too() -> None:
    prompts: Prompts = ScriptedPrompts(confirmations=[True])
    assert prompts.confirm("a", "b", "c")
