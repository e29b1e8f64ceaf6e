"""What was agreed is changed through the window; the old answer stays in sight."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from notebook.services.notebook import Notebook
from notebook.ui.amending.amend_dialog import AmendDialog
from notebook.ui.main_window import MainWindow
from notebook.ui.pages.project_view import AGREEMENT_TAB
from notebook.ui.pages.projects_page import ProjectsPage
from notebook.ui.widgets.choice_row import ChoiceRow
from notebook.ui.wizards.needs_editor import NeedRow
from tests.reading import rows_in
from tests.services.project_samples import finish
from tests.ui.scripted_prompts import ScriptedPrompts

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(window: MainWindow, notebook: Notebook) -> ProjectsPage:
    window.navigator.project_requested.emit(finish(notebook))
    shown = window.areas.page("projects")
    assert isinstance(shown, ProjectsPage)
    shown.view.tabs.setCurrentIndex(AGREEMENT_TAB)
    return shown


def press(page: ProjectsPage, name: str, qtbot: QtBot) -> None:
    button = next(each for each in page.findChildren(QPushButton) if each.accessibleName() == name)
    for _ in range(3):  # Qt shows a new widget a moment later, and gives it its place after that
        QApplication.processEvents()
    qtbot.mouseClick(button, LEFT)


def words(page: ProjectsPage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def dialog_of(window: MainWindow) -> AmendDialog:
    return next(each for each in window.findChildren(AmendDialog) if each.isVisible())


def test_a_rhythm_is_agreed_anew(
    page: ProjectsPage, window: MainWindow, notebook_path: Path, qtbot: QtBot
) -> None:
    press(page, "Change: How often does Marta want to hear how it goes?", qtbot)
    dialog = dialog_of(window)
    (choice,) = dialog.editor.findChildren(ChoiceRow)
    assert choice.value() == "weekly"
    qtbot.mouseClick(choice.button("monthly"), LEFT)
    qtbot.keyClicks(dialog.reason, "Less to tell")
    qtbot.mouseClick(dialog.save_button, LEFT)
    assert not dialog.isVisible()
    rows = "SELECT old, new, reason, (SELECT name FROM person p WHERE p.id = said_by_id) FROM amendment"
    assert rows_in(notebook_path, rows) == [
        ("Weekly", "Monthly", "Less to tell", "Marta Lindqvist")
    ]
    qtbot.waitUntil(
        lambda: any(text.endswith("Less to tell. Before: Weekly") for text in words(page))
    )


def test_what_we_need_stands_there_to_be_changed(
    page: ProjectsPage, window: MainWindow, notebook_path: Path, qtbot: QtBot
) -> None:
    asked = "What do we need from Marta and the people there, and by when?"
    press(page, f"Change: {asked}", qtbot)
    dialog = dialog_of(window)
    (row,) = dialog.editor.findChildren(NeedRow)
    assert row.start.text() == "Key for the service door"
    row.due.field.selectAll()
    qtbot.keyClicks(row.due.field, "20 Nov 2026")
    qtbot.mouseClick(dialog.save_button, LEFT)
    assert dialog.banner.text() == (
        "The new day of “Key for the service door” is over already. Choose today or a later day."
    )
    row.due.field.selectAll()
    qtbot.keyClicks(row.due.field, "1 Dec 2026")
    qtbot.keyClicks(dialog.reason, "On a journey")
    qtbot.mouseClick(dialog.save_button, LEFT)
    moves = "SELECT from_on, to_on, said_on, reason FROM promise_move"
    assert rows_in(notebook_path, moves) == [
        ("2026-11-25", "2026-12-01", "2026-11-22", "On a journey")
    ]


def test_an_empty_or_same_answer_is_not_taken(
    page: ProjectsPage,
    window: MainWindow,
    prompts: ScriptedPrompts,
    notebook_path: Path,
    qtbot: QtBot,
) -> None:
    press(page, "Change: What pleased Marta about others, on work like this?", qtbot)
    dialog = dialog_of(window)
    qtbot.mouseClick(dialog.save_button, LEFT)
    assert dialog.banner.text() == "This is what was agreed already."
    dialog.day.set_value(None)
    qtbot.mouseClick(dialog.save_button, LEFT)
    assert dialog.banner.text() == "On which day?"
    prompts.confirmations = [True]
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert rows_in(notebook_path, "SELECT count(*) FROM amendment") == [(0,)]


def test_what_was_filled_in_is_not_lost_by_escape(
    page: ProjectsPage, window: MainWindow, prompts: ScriptedPrompts, qtbot: QtBot
) -> None:
    press(page, "Change: How often does Marta want to hear how it goes?", qtbot)
    dialog = dialog_of(window)
    qtbot.keyClicks(dialog.reason, "Less to tell")
    prompts.confirmations = [False, True]
    qtbot.keyClick(dialog.reason, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert prompts.asked[0][0] == "Leave without saving?"
    qtbot.keyClick(dialog.reason, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_table_that_nobody_touched_is_left_without_a_question(
    page: ProjectsPage, window: MainWindow, prompts: ScriptedPrompts, qtbot: QtBot
) -> None:
    names = [each.accessibleName() for each in page.findChildren(QPushButton)]
    table = next(name for name in names if name.startswith("Change: What will be delivered"))
    press(page, table, qtbot)
    dialog = dialog_of(window)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert prompts.asked == []
