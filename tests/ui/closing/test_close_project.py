"""A project is closed through the window, by keyboard and mouse."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from notebook.domain.moments import Channel, Direction
from notebook.domain.outcomes import Ending, SaidBy, Why
from notebook.domain.projects import ProjectState
from notebook.domain.promises import Side
from notebook.services.afterwards import Afterwards
from notebook.services.moments import MomentDraft
from notebook.services.notebook import Notebook
from notebook.services.outcomes import OutcomeDraft
from notebook.ui.closing.close_project import CloseProject
from notebook.ui.main_window import MainWindow
from notebook.ui.navigator import StateRequest
from notebook.ui.pages.project_view import CHECK_INS_TAB, OVERVIEW_TAB, ProjectView
from notebook.ui.pages.projects_page import ProjectsPage
from notebook.ui.widgets.chips import Tag
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


def opened(window: MainWindow, project: int) -> CloseProject:
    window.navigator.close_requested.emit(project)
    (dialog,) = window.findChildren(CloseProject)
    assert dialog.isVisible()
    return dialog


@pytest.fixture
def dialog(window: MainWindow, project: int) -> CloseProject:
    return opened(window, project)


def shown(window: MainWindow, project: int) -> ProjectView:
    window.navigator.project_requested.emit(project)
    page = window.areas.page("projects")
    assert isinstance(page, ProjectsPage)
    page.view.tabs.setCurrentIndex(CHECK_INS_TAB)
    return page.view


def what_ends(dialog: CloseProject) -> list[str]:
    QApplication.processEvents()  # Qt shows new widgets a moment later
    labels = dialog.ends_too.findChildren(QLabel)
    return [label.text() for label in labels if label.isVisible()]


def ways_to_ask(view: ProjectView) -> list[str]:
    buttons = view.check_ins.planned.findChildren(QPushButton)
    return [button.accessibleName() for button in buttons if not button.isHidden()]


def test_it_ends_with_reasons_and_thanks(
    window: MainWindow, dialog: CloseProject, notebook_path: Path, project: int, qtbot: QtBot
) -> None:
    assert not dialog.ask_how.isVisible()
    qtbot.mouseClick(dialog.ending.button(Ending.DELIVERED), LEFT)
    assert dialog.thank.isChecked()
    assert dialog.ask_referral.isChecked()
    assert dialog.ask_how.text() == "Remind me on 22 Dec to ask Marta how it is working out"
    assert dialog.ask_how.isChecked()
    assert dialog.all_delivered.isChecked()
    assert "Not delivered: First coat" not in what_ends(dialog)
    qtbot.keyClick(dialog.all_delivered, Qt.Key.Key_Space)
    assert "Not delivered: First coat" in what_ends(dialog)
    qtbot.keyClick(dialog.all_delivered, Qt.Key.Key_Space)
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
    assert rows_in(notebook_path, reminders.replace("?", str(project))) == [
        ("Thank Marta for the work on Lobby mural",),
        ("Ask Marta how Lobby mural is working out",),
    ]
    assert rows_in(notebook_path, "SELECT DISTINCT state FROM promise") == [("open",)]
    delivered = "SELECT DISTINCT delivered_on FROM deliverable"
    assert rows_in(notebook_path, delivered) == [("2026-11-22",)]
    view = shown(window, project)
    assert view.header.check_in_button.isVisible()
    assert [name.split(":")[0] for name in ways_to_ask(view)] == ["Ask"] * 3


def test_what_is_open_is_settled_where_it_stands(
    window: MainWindow,
    dialog: CloseProject,
    notebook: Notebook,
    project: int,
    notebook_path: Path,
    qtbot: QtBot,
) -> None:
    words = {"Swatches": "Not kept", "Key for the service door": "Let go"}
    for promise in notebook.projects.page(project).promises:
        actions = dialog.leftovers.pick(promise.id).menu().actions()
        next(each for each in actions if each.text() == words[promise.text]).trigger()
    qtbot.mouseClick(dialog.ending.button(Ending.LOST), LEFT)
    assert not dialog.thank.isChecked()
    qtbot.mouseClick(dialog.save_button, LEFT)
    assert set(rows_in(notebook_path, "SELECT text, state FROM promise")) == {
        ("Swatches", "broken"),
        ("Key for the service door", "let-go"),
    }
    view = shown(window, project)
    assert not view.header.check_in_button.isVisible()
    assert ways_to_ask(view) == []
    tags = view.overview.what_and_when.findChildren(Tag)
    assert [tag.text() for tag in tags] == ["Not delivered", "Not delivered"]


def test_how_it_ended_is_said_better_and_forgotten_only_on_purpose(
    window: MainWindow,
    notebook: Notebook,
    project: int,
    prompts: ScriptedPrompts,
    today: date,
    notebook_path: Path,
    qtbot: QtBot,
) -> None:
    notebook.outcomes.close(project, OutcomeDraft(Ending.LOST, (Why.PRICE,)), today)
    view = shown(window, project)
    view.tabs.setCurrentIndex(OVERVIEW_TAB)
    name = "How it ended: say more or correct it"
    buttons = view.overview.how_it_ended.findChildren(QPushButton)
    next(button for button in buttons if button.accessibleName() == name).click()
    (dialog,) = window.findChildren(CloseProject)
    assert dialog.windowTitle() == "How “Lobby mural” ended"
    assert (dialog.ending.value(), dialog.whys.value()) == (Ending.LOST, (Why.PRICE,))
    assert not dialog.leftovers.isVisible()
    qtbot.keyClick(dialog.note, Qt.Key.Key_Escape)  # nothing was changed, so nothing is asked
    assert not dialog.isVisible()
    window.navigator.outcome_requested.emit(project)
    dialog = next(each for each in window.findChildren(CloseProject) if each.isVisible())
    qtbot.mouseClick(dialog.said_by.button(SaidBy.THEY), LEFT)
    qtbot.keyClicks(dialog.note, "A cheaper one")
    qtbot.mouseClick(dialog.save_button, LEFT)
    said = "SELECT ending, said_by, note, ended_on FROM outcome"
    assert rows_in(notebook_path, said) == [("lost", "they", "A cheaper one", "2026-11-22")]
    prompts.confirmations = [False, True]
    for is_forgotten in (False, True):
        window.navigator.state_requested.emit(StateRequest(project, ProjectState.AGREED))
        assert (rows_in(notebook_path, said) == []) is is_forgotten
    title, text = prompts.asked[0]
    assert title == "Open Lobby mural again?"
    ended = "Lost, 22 Nov · Price · as Marta said"
    assert text == f"How it ended is then forgotten: {ended}. [Open again]"


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
    qtbot.mouseClick(dialog.save_button, LEFT)
    assert dialog.isVisible()
    assert "Say who suits better" in dialog.banner.text()
    assert dialog.focusWidget() is dialog.sent_to
    qtbot.keyClicks(dialog.sent_to, "Nina Hartwig")
    qtbot.mouseClick(dialog.save_button, LEFT)
    assert not dialog.isVisible()
    referrals = "SELECT way, other_name, outcome FROM referral"
    assert rows_in(notebook_path, referrals) == [("by-us", "Nina Hartwig", "open")]
    assert rows_in(notebook_path, "SELECT note FROM outcome") == [("Referred on to Nina Hartwig",)]


def test_older_contacts_are_brought_and_ticked(
    window: MainWindow,
    notebook: Notebook,
    project: int,
    notebook_path: Path,
    now: datetime,
    qtbot: QtBot,
) -> None:
    marta = notebook.drafts.read(project).facts.person_id
    for number in range(40):
        day = now.date() - timedelta(days=number)
        talk = MomentDraft((marta,), Channel.CALL, Direction.WE, day, text=f"Talk {number}")
        notebook.moments.log(replace(talk, project_id=project), now)
    dialog = opened(window, project)
    more = dialog.moments.more_button
    assert more.text() == "Show 30 more"
    qtbot.keyClick(more, Qt.Key.Key_Space)
    assert more.text() == "Show 2 more"
    first = dialog.moments.findChildren(QCheckBox)[8]
    assert first.text().endswith("Talk 8")
    qtbot.waitUntil(first.hasFocus)
    qtbot.keyClick(more, Qt.Key.Key_Space)
    assert not more.isVisible()
    oldest = dialog.moments.findChildren(QCheckBox)[-1]
    qtbot.keyClick(oldest, Qt.Key.Key_Space)
    qtbot.mouseClick(dialog.ending.button(Ending.LOST), LEFT)
    qtbot.mouseClick(dialog.save_button, LEFT)
    decided = "SELECT m.text FROM outcome_moment o JOIN moment m ON m.id = o.moment_id"
    assert rows_in(notebook_path, decided) == [("Talk 39",)]


def test_thanks_that_are_noted_are_not_offered_again(
    window: MainWindow, notebook: Notebook, project: int, today: date, qtbot: QtBot
) -> None:
    before = OutcomeDraft(Ending.DELIVERED, afterwards=Afterwards(thank=True))
    notebook.outcomes.close(project, before, today)
    notebook.projects.set_state(project, ProjectState.DELIVERED)
    dialog = opened(window, project)
    qtbot.mouseClick(dialog.ending.button(Ending.DELIVERED), LEFT)
    assert not dialog.thank.isChecked()
    assert dialog.ask_referral.isChecked()


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
