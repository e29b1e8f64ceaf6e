"""The backups: listed, made, and one of them asked for."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from notebook.services.notebook import Notebook
from notebook.storage.backups import Backup
from notebook.ui.dialogs.backups_dialog import BackupsDialog
from notebook.ui.icons import Icons


@pytest.fixture
def dialog(notebook: Notebook, icons: Icons, today: date, qtbot: QtBot) -> BackupsDialog:
    shown = BackupsDialog(notebook.upkeep, icons, today)
    qtbot.addWidget(shown)
    shown.show()
    return shown


def test_without_a_backup_there_is_nothing_to_restore(dialog: BackupsDialog) -> None:
    assert dialog.nothing.isVisible()
    assert not dialog.list.isVisible()
    assert not dialog.restore_button.isEnabled()


def test_a_backup_is_made_listed_and_asked_for(
    dialog: BackupsDialog, notebook: Notebook, qtbot: QtBot
) -> None:
    qtbot.keyClick(dialog.make_button, Qt.Key.Key_Space)
    qtbot.waitUntil(dialog.list.isVisible)
    assert dialog.banner.text() == "The backup is made and verified."
    (item,) = (dialog.list.item(row) for row in range(dialog.list.count()))
    assert "made by hand" in item.text()

    asked: list[Backup] = []
    dialog.restore_chosen.connect(asked.append)
    qtbot.mouseClick(dialog.restore_button, Qt.MouseButton.LeftButton)
    assert asked == notebook.upkeep.backups()
    assert not dialog.isVisible()


def test_a_backup_that_can_not_be_made_is_said(
    dialog: BackupsDialog, notebook_path: Path, qtbot: QtBot
) -> None:
    (notebook_path.parent / "backups").write_text("a file where the folder should be")
    qtbot.mouseClick(dialog.make_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(dialog.banner.isVisible)
    assert "A file lies where a folder is needed" in dialog.banner.text()
    assert dialog.make_button.isEnabled()
