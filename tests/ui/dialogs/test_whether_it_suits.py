"""Whether a delivery suits is asked on the project's page, and from the reminder."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from notebook.domain.projects import Agreed
from notebook.services.agreements import as_text
from notebook.services.draft import Entry
from notebook.services.notebook import Notebook
from notebook.ui.dialogs.whether_it_suits import WhetherItSuits
from notebook.ui.main_window import MainWindow
from notebook.ui.pages.project_view import AGREEMENT_TAB
from notebook.ui.pages.projects_page import ProjectsPage
from notebook.ui.reminder_places import open_line
from tests.reading import rows_in
from tests.services.project_samples import begin, fill_in

LEFT = Qt.MouseButton.LeftButton
SAID = "SELECT agreed, their_view FROM deliverable ORDER BY position"


@pytest.fixture
def project(notebook: Notebook, today: date) -> int:
    """Return a project that is agreed but for the first coat, about which nobody asked."""
    project_id = begin(notebook)
    fill_in(notebook, project_id)
    first, second = notebook.drafts.read(project_id).deliverables
    entry = Entry(deliverables=(replace(first, agreed=Agreed.OPEN), second))
    notebook.drafts.save(project_id, entry, 6, today)
    notebook.drafts.finish(project_id, today)
    return project_id


def dialog_of(window: MainWindow) -> WhetherItSuits:
    return next(each for each in window.findChildren(WhetherItSuits) if each.isVisible())


def press(window: MainWindow, name: str, qtbot: QtBot) -> None:
    buttons = window.findChildren(QPushButton)
    button = next(each for each in buttons if each.accessibleName() == name)
    for _ in range(3):  # Qt shows a new widget a moment later, and gives it its place after that
        QApplication.processEvents()
    qtbot.mouseClick(button, LEFT)


def test_it_is_asked_on_the_page_with_their_words(
    window: MainWindow, project: int, notebook_path: Path, qtbot: QtBot
) -> None:
    window.navigator.project_requested.emit(project)
    press(window, "Does it suit? First coat", qtbot)
    dialog = dialog_of(window)
    assert dialog.windowTitle() == "Does “First coat” suit Marta?"
    qtbot.mouseClick(dialog.save_button, LEFT)
    assert dialog.banner.text() == "Choose whether it suits, then save again."
    qtbot.mouseClick(dialog.agreed.button(Agreed.NO), LEFT)
    qtbot.keyClicks(dialog.their_view, "not before the wedding")
    qtbot.mouseClick(dialog.save_button, LEFT)
    assert not dialog.isVisible()
    assert rows_in(notebook_path, SAID) == [
        ("no", "not before the wedding"),
        ("no", "rather 5 December"),
    ]
    press(window, "Does it suit? First coat", qtbot)
    again = dialog_of(window)
    assert again.their_view.toPlainText() == "not before the wedding"
    qtbot.mouseClick(again.agreed.button(Agreed.YES), LEFT)
    qtbot.mouseClick(again.save_button, LEFT)
    assert rows_in(notebook_path, SAID)[0] == ("yes", "not before the wedding")
    names = [button.accessibleName() for button in window.findChildren(QPushButton)]
    qtbot.waitUntil(lambda: "Does it suit? North wall" in names)
    window.commands.undo()
    assert rows_in(notebook_path, SAID)[0] == ("no", "not before the wedding")


def test_it_is_asked_from_the_agreement_too(
    window: MainWindow, project: int, notebook_path: Path, qtbot: QtBot
) -> None:
    window.navigator.project_requested.emit(project)
    page = window.areas.page("projects")
    assert isinstance(page, ProjectsPage)
    page.view.tabs.setCurrentIndex(AGREEMENT_TAB)
    press(window, "Ask: 28 November 2026: First coat", qtbot)
    dialog = dialog_of(window)
    qtbot.mouseClick(dialog.agreed.button(Agreed.YES), LEFT)
    qtbot.mouseClick(dialog.save_button, LEFT)
    assert rows_in(notebook_path, SAID)[0] == ("yes", "")
    assert page.view.agreement.agreement is not None
    assert "Not yet asked" not in as_text(page.view.agreement.agreement)


def test_the_reminder_leads_to_it(
    window: MainWindow, notebook: Notebook, project: int, today: date, qtbot: QtBot
) -> None:
    lines = notebook.reminders.due(today, per_group=50).lines
    line = next(each for each in lines if each.deliverable_id)
    assert line.what == "Ask Marta: does “First coat” on 28 Nov suit?"
    assert open_line(line, window.navigator)
    assert dialog_of(window).windowTitle() == "Does “First coat” suit Marta?"
