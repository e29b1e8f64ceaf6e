"""The trash: what was deleted comes back with everything it had."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from notebook.services.notebook import Notebook
from notebook.ui.main_window import MainWindow
from notebook.ui.pages.trash_page import TrashPage
from tests.reading import rows_in


def trash_of(window: MainWindow, qtbot: QtBot) -> TrashPage:
    qtbot.mouseClick(window.rail.button("trash"), Qt.MouseButton.LeftButton)
    page = window.areas.page("trash")
    assert isinstance(page, TrashPage)
    return page


def titles(page: TrashPage) -> list[str]:
    return [page.model.index(row, 0).data() for row in range(page.model.rowCount())]


def test_an_empty_trash_says_so(window: MainWindow, qtbot: QtBot) -> None:
    page = trash_of(window, qtbot)
    assert page.empty.isVisible()
    assert not page.restore_button.isVisible()


def test_somebody_comes_back(
    window: MainWindow, notebook: Notebook, notebook_path: Path, today: date, qtbot: QtBot
) -> None:
    for name in ("Ana <b>Pereira</b>", "Ben Ode"):
        person_id = window.notifier.tell(notebook.people.add(name, today)).new_id
        window.notifier.tell(notebook.people.trash(person_id))
    page = trash_of(window, qtbot)
    assert titles(page) == ["Ben Ode", "Ana <b>Pereira</b>"]
    assert page.model.index(0, 1).data() == "Person"

    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert titles(page) == ["Ben Ode"]
    assert rows_in(notebook_path, "SELECT name FROM person WHERE deleted_at IS NULL") == [
        ("Ana <b>Pereira</b>",)
    ]
    assert window.quiet_line.text() == "Restored Ana <b>Pereira</b>"
    qtbot.mouseClick(page.restore_button, Qt.MouseButton.LeftButton)
    assert page.empty.isVisible()

    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert titles(page) == ["Ben Ode"]
