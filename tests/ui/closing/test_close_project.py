"""A project is closed through the window, by keyboard and mouse."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from notebook.domain.outcomes import Ending, SaidBy, Why
from notebook.domain.promises import Side
from notebook.services.notebook import Notebook
from notebook.ui.closing.close_project import CloseProject
from notebook.ui.main_window import MainWindow
from tests.reading import rows_in
from tests.services.project_samples import finish
from tests.ui.scripted_prompts import ScriptedPrompts

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def project(notebook: Notebook, today: date) -> int:
    made = finish(notebook)
    marta = notebook.drafts.read(made).facts.person_id
    notebook.promises.add(marta, Side.OURS, "Swatches", today, project_id=made)
    return made


@pytest.fixture
def dialog(window: MainWindow, project: int) -> CloseProject:
    window.navigator.close_requested.emit(project)
    (opened,) = window.findChildren(CloseProject)
    assert opened.isVisible()
    return opened


def test_it_ends_with_reasons_and_thanks(
    dialog: CloseProject, notebook_path: Path, project: int, qtbot: QtBot
) -> None:
    qtbot.mouseClick(dialog.ending.button(Ending.DELIVERED), LEFT)
    assert dialog.thank.isChecked()
    assert dialog.ask_referral.isChecked()
    qtbot.mouseClick(dialog.ask_referral, LEFT, pos=dialog.ask_referral.rect().center())
    first = dialog.whys.button(Why.RELATIONSHIP)
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Space)
    qtbot.keyClick(first, Qt.Key.Key_Right)
    qtbot.keyClick(dialog.whys.button(Why.FIT), Qt.Key.Key_Space)
    qtbot.mouseClick(dialog.said_by.button(SaidBy.THEY), LEFT)
    qtbot.keyClicks(dialog.note, "Quiet, clean, on time")
    qtbot.mouseClick(dialog.save_button, LEFT)
    assert not dialog.isVisible()
    ended = "SELECT ending, said_by, note FROM outcome"
    assert rows_in(notebook_path, ended) == [("delivered", "they", "Quiet, clean, on time")]
    whys = "SELECT why FROM outcome_reason ORDER BY position"
    assert rows_in(notebook_path, whys) == [("relationship",), ("fit",)]
    reminders = "SELECT text FROM reminder WHERE project_id = ?"
    (reminder,) = rows_in(notebook_path, reminders.replace("?", str(project)))
    assert reminder == ("Thank Marta for the work on Lobby mural",)
    assert rows_in(notebook_path, "SELECT DISTINCT state FROM promise") == [("open",)]


def test_what_is_open_is_settled_where_it_stands(
    dialog: CloseProject, notebook: Notebook, project: int, notebook_path: Path, qtbot: QtBot
) -> None:
    swatches = next(
        promise.id
        for promise in notebook.projects.page(project).promises
        if promise.text == "Swatches"
    )
    pick = dialog.leftovers.pick(swatches)
    next(a for a in pick.menu().actions() if a.text() == "Not kept").trigger()
    qtbot.mouseClick(dialog.ending.button(Ending.LOST), LEFT)
    assert not dialog.thank.isChecked()
    qtbot.mouseClick(dialog.save_button, LEFT)
    broken = "SELECT text FROM promise WHERE state = 'broken'"
    assert rows_in(notebook_path, broken) == [("Swatches",)]


def test_nothing_is_closed_without_an_ending(
    dialog: CloseProject, notebook_path: Path, qtbot: QtBot
) -> None:
    qtbot.mouseClick(dialog.save_button, LEFT)
    assert dialog.isVisible()
    assert "How did it end?" in dialog.banner.text()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert rows_in(notebook_path, "SELECT state FROM project") == [("agreed",)]


def test_whoever_is_referred_on_is_a_referral(
    dialog: CloseProject, notebook_path: Path, qtbot: QtBot
) -> None:
    assert not dialog.sent_to.isVisible()
    qtbot.mouseClick(dialog.ending.button(Ending.REFERRED_ON), LEFT)
    assert dialog.sent_to.isVisible()
    qtbot.keyClicks(dialog.sent_to, "Nina Hartwig")
    qtbot.mouseClick(dialog.save_button, LEFT)
    assert not dialog.isVisible()
    referrals = "SELECT way, other_name, outcome FROM referral"
    assert rows_in(notebook_path, referrals) == [("by-us", "Nina Hartwig", "open")]


def test_what_was_filled_in_is_not_lost_by_escape(
    dialog: CloseProject, prompts: ScriptedPrompts, notebook_path: Path, qtbot: QtBot
) -> None:
    qtbot.keyClicks(dialog.note, "Quiet, clean, on time")
    prompts.confirmations = [False]
    qtbot.keyClick(dialog.note, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog.note.toPlainText() == "Quiet, clean, on time"
    ((title, text),) = prompts.asked
    assert title == "Leave without saving?"
    assert text.startswith("What you filled in about the end of this project")
    prompts.confirmations = [True]
    qtbot.mouseClick(dialog.cancel_button, LEFT)
    assert not dialog.isVisible()
    assert rows_in(notebook_path, "SELECT state FROM project") == [("agreed",)]
