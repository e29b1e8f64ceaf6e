"""A small dialog whose fields can't be saved yet."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from notebook.ui.icons import Icons
from notebook.ui.people.group_dialog import GroupDialog
from tests.ui.scripted_prompts import ScriptedPrompts

LONG = "The disk is full, so the last change was not saved. Everything before it is safe. " * 2


@pytest.mark.usefixtures("theme")
def test_a_long_sentence_presses_no_field_flat(icons: Icons, qtbot: QtBot) -> None:
    dialog = GroupDialog(None, icons, ScriptedPrompts(), lambda _name, _target, _longest: LONG)
    qtbot.addWidget(dialog)
    dialog.show()
    fields = (dialog.name, dialog.rhythm.target, dialog.rhythm.longest)
    before = [field.height() for field in fields]
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert dialog.banner.isVisible()
    assert [field.height() for field in fields] == before
