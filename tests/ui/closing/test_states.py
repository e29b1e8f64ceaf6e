"""The state of a project is changed through the window, and nothing it reminded of goes unsaid."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from notebook.domain.projects import ProjectState
from notebook.domain.reminders import Source
from notebook.services.amendments import AmendmentDraft
from notebook.services.draft import DeliverableEntry, Entry
from notebook.services.notebook import Notebook
from notebook.ui.closing.still_to_deliver import StillToDeliver
from notebook.ui.main_window import MainWindow
from notebook.ui.pages.project_view import ProjectView
from notebook.ui.pages.projects_page import ProjectsPage
from tests.services.project_samples import finish
from tests.ui.scripted_prompts import ScriptedPrompts

LEFT = Qt.MouseButton.LeftButton
LATER = date(2026, 12, 20)


@pytest.fixture
def project(notebook: Notebook) -> int:
    return finish(notebook)


@pytest.fixture
def view(window: MainWindow, project: int) -> ProjectView:
    window.navigator.project_requested.emit(project)
    page = window.areas.page("projects")
    assert isinstance(page, ProjectsPage)
    return page.view


def choose(view: ProjectView, state: str) -> None:
    actions = view.header.state_menu.actions()
    next(action for action in actions if action.text() == state).trigger()


def asked(window: MainWindow) -> StillToDeliver:
    (dialog,) = (each for each in window.findChildren(StillToDeliver) if each.isVisible())
    return dialog


def sources(notebook: Notebook, today: date = LATER) -> set[Source]:
    return {line.source for line in notebook.reminders.due(today, per_group=50).lines}


def words(widget: QWidget) -> str:
    labels = widget.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())


def test_delivered_with_something_open_asks_and_goes_on_reminding(
    window: MainWindow, notebook: Notebook, view: ProjectView, project: int, qtbot: QtBot
) -> None:
    before = sources(notebook)
    assert {Source.DELIVERY, Source.PROGRESS_REPORT, Source.OPEN_QUESTION} <= before
    choose(view, "Delivered")
    dialog = asked(window)
    assert "First coat" in words(dialog)
    assert "North wall" in words(dialog)
    assert notebook.projects.page(project).state is ProjectState.AGREED
    qtbot.waitUntil(dialog.save_button.hasFocus)
    while not dialog.leave_button.hasFocus():
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    qtbot.keyClick(dialog.leave_button, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert notebook.projects.page(project).state is ProjectState.DELIVERED
    assert sources(notebook) == before


def test_all_of_it_is_delivered_in_one_change(
    window: MainWindow, notebook: Notebook, view: ProjectView, project: int, qtbot: QtBot
) -> None:
    choose(view, "Delivered")
    qtbot.mouseClick(asked(window).save_button, LEFT)
    page = notebook.projects.page(project)
    assert page.state is ProjectState.DELIVERED
    assert all(line.delivered_on == date(2026, 11, 22) for line in page.deliverables)
    assert sources(notebook) & {Source.DELIVERY, Source.PROGRESS_REPORT} == set()
    assert Source.OPEN_QUESTION in sources(notebook)
    label = "Lobby mural is now: Delivered. Its progress reports end"
    assert window.quiet_line.text() == label
    notebook.upkeep.undo()
    page = notebook.projects.page(project)
    assert page.state is ProjectState.AGREED
    assert all(line.delivered_on is None for line in page.deliverables)


def test_a_long_list_is_shortened(
    window: MainWindow, notebook: Notebook, view: ProjectView, project: int
) -> None:
    pieces = tuple(
        DeliverableEntry(notebook.drafts.new_row_id(), f"Piece {number}") for number in range(200)
    )
    anew = AmendmentDraft(Entry(deliverables=pieces), None, date(2026, 11, 22))
    notebook.amendments.amend(project, "deliverables", anew, date(2026, 11, 22))
    choose(view, "Delivered")
    shown = words(asked(window))
    assert "Piece 7\nand 192 more" in shown
    assert "Piece 8" not in shown


def test_nothing_changes_when_one_thinks_better_of_it(
    window: MainWindow, notebook: Notebook, view: ProjectView, project: int, qtbot: QtBot
) -> None:
    choose(view, "Delivered")
    qtbot.keyClick(asked(window), Qt.Key.Key_Escape)
    page = notebook.projects.page(project)
    assert page.state is ProjectState.AGREED
    assert not any(line.delivered_on for line in page.deliverables)


def test_back_to_exploring_says_what_rests(
    window: MainWindow,
    notebook: Notebook,
    view: ProjectView,
    project: int,
    prompts: ScriptedPrompts,
) -> None:
    prompts.confirmations += [False, True]
    choose(view, "Exploring")
    ((title, text),) = prompts.asked
    assert title == "Lobby mural is not agreed any more?"
    for line in (
        "Not delivered: First coat",
        "Progress report every week",
        "Check-in a third of the way, 29 Nov",
    ):
        assert line in text
    assert notebook.projects.page(project).state is ProjectState.AGREED
    choose(view, "Exploring")
    assert notebook.projects.page(project).state is ProjectState.EXPLORING
    assert sources(notebook) & {Source.DELIVERY, Source.PROGRESS_REPORT, Source.CHECK_IN} == set()
    choose(view, "Agreed")  # and nothing rests any more, so nothing is asked
    assert Source.DELIVERY in sources(notebook)


def test_the_state_follows_what_is_delivered(
    window: MainWindow, notebook: Notebook, view: ProjectView, project: int, qtbot: QtBot
) -> None:
    def press(name: str) -> None:
        buttons = view.findChildren(QPushButton)
        next(b for b in buttons if b.accessibleName() == name and not b.isHidden()).click()

    press("Mark as delivered: First coat")
    assert notebook.projects.page(project).state is ProjectState.UNDER_WAY
    assert "Everything is delivered." not in words(view.overview.what_and_when)
    notebook.upkeep.undo()
    assert notebook.projects.page(project).state is ProjectState.AGREED
    notebook.upkeep.redo()
    press("Mark as delivered: North wall")
    panel = view.overview.what_and_when
    qtbot.waitUntil(lambda: "Everything is delivered." in words(panel))
    press("Set the project to delivered")
    assert notebook.projects.page(project).state is ProjectState.DELIVERED
    assert "Everything is delivered." not in words(panel)


def test_what_is_delivered_from_the_panel_begins_the_work(notebook: Notebook, project: int) -> None:
    due = notebook.reminders.due(LATER, per_group=50)
    line = next(each for each in due.lines if each.source is Source.DELIVERY)
    notebook.reminders.done(line, LATER)
    assert notebook.projects.page(project).state is ProjectState.UNDER_WAY


def test_a_delivery_taken_back_reminds_again(
    window: MainWindow, notebook: Notebook, view: ProjectView, project: int, qtbot: QtBot
) -> None:
    choose(view, "Delivered")
    qtbot.mouseClick(asked(window).save_button, LEFT)
    first = notebook.projects.page(project).deliverables[0]
    notebook.projects.take_back(first.id)
    assert {Source.DELIVERY, Source.PROGRESS_REPORT} <= sources(notebook)
