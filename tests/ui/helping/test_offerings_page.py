"""The page of offerings: from an empty one to telling somebody."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from notebook.services.needs import NeedDraft
from notebook.services.notebook import Notebook
from notebook.services.offerings import OfferingDraft
from notebook.ui.dialogs.log_sheet import LogSheet
from notebook.ui.helping.offering_dialog import OfferingDialog
from notebook.ui.helping.offerings_page import OfferingsPage
from notebook.ui.main_window import MainWindow
from tests.reading import rows_in
from tests.ui.helping.help import button, dialog_of, nameless, words_on

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(window: MainWindow, notebook: Notebook, today: date) -> OfferingsPage:
    """Return the page, opened by its button in the rail."""
    window.notifier.tell(notebook.people.add("Marta Lindqvist", today))
    window.rail.button("offerings").click()
    shown = window.areas.page("offerings")
    assert isinstance(shown, OfferingsPage)
    assert shown.isVisible()
    return shown


@pytest.fixture
def plan(window: MainWindow, page: OfferingsPage, notebook: Notebook) -> int:
    draft = OfferingDraft("Yearly plan", "Walls stay fresh", "Hotels", "guests, lobby")
    made = notebook.offerings.save(None, draft)
    window.notifier.tell(made)
    return made.new_id


def test_the_empty_page_says_what_an_offering_is_and_the_first_is_written(
    window: MainWindow, page: OfferingsPage, notebook_path: Path, qtbot: QtBot
) -> None:
    assert page.nothing.isVisible()
    qtbot.mouseClick(page.new_button, LEFT)
    dialog = dialog_of(window, OfferingDialog)
    assert nameless(dialog) == []
    qtbot.keyClicks(dialog.name, "Yearly plan")
    qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    assert "What good" in words_on(dialog.banner)[0]
    qtbot.keyClicks(dialog.benefit, "Walls & <i>rooms</i> stay fresh")
    qtbot.keyClicks(dialog.tags, "guests, lobby")
    qtbot.mouseClick(dialog.save_button, LEFT)
    assert page.view.isVisible()
    shown = words_on(page.view)
    assert {"Yearly plan", "Walls & <i>rooms</i> stay fresh", "guests", "lobby"} <= set(shown)
    assert "Nobody’s needs or interests share a word with it so far." in shown
    saved = rows_in(notebook_path, "SELECT name, benefit, tags FROM offering")
    assert saved == [("Yearly plan", "Walls & <i>rooms</i> stay fresh", "guests, lobby")]


def test_whom_it_may_help_and_who_was_told(
    window: MainWindow,
    page: OfferingsPage,
    plan: int,
    notebook: Notebook,
    today: date,
    qtbot: QtBot,
) -> None:
    marta = notebook.people_list.search("Marta", today)[0].id
    need = NeedDraft("Guests should look up.", today)
    window.notifier.tell(notebook.needs.add(marta, need, today))
    shown = words_on(page.view.may_help)
    assert {"Marta Lindqvist", "“Guests should look up.”"} <= set(shown)
    assert "22 Nov · speaks of “guests”" in shown
    assert not page.view.told.isVisible()
    assert nameless(page) == []
    told = button(page.view.may_help, "Told them: Marta Lindqvist, Yearly plan")
    qtbot.mouseClick(told, LEFT)
    qtbot.mouseClick(dialog_of(window, LogSheet).save_button, LEFT)
    assert "Marta Lindqvist" not in words_on(page.view.may_help)
    assert {"Marta Lindqvist", "22 Nov"} <= set(words_on(page.view.told))
    qtbot.mouseClick(button(page.view.told, "Marta Lindqvist"), LEFT)
    assert window.people.person_id == marta


def test_it_is_changed_retired_offered_again_and_deleted(
    window: MainWindow, page: OfferingsPage, plan: int, notebook: Notebook, qtbot: QtBot
) -> None:
    qtbot.mouseClick(page.view.edit_button, LEFT)
    dialog = dialog_of(window, OfferingDialog)
    dialog.name.selectAll()
    qtbot.keyClicks(dialog.name, "Spring plan")
    qtbot.mouseClick(dialog.save_button, LEFT)
    assert page.view.name.text() == "Spring plan"
    page.view.retire_action.trigger()
    assert page.view.retired.isVisible()
    assert notebook.offerings.draft(plan).is_retired
    page.view.again_action.trigger()
    assert not page.view.retired.isVisible()
    page.view.trash_action.trigger()
    assert page.nothing.isVisible()
    window.commands.undo()
    assert page.shown_id == plan


def test_the_list_is_searched(
    page: OfferingsPage, plan: int, notebook: Notebook, window: MainWindow, qtbot: QtBot
) -> None:
    window.notifier.tell(notebook.offerings.save(None, OfferingDraft("Mural", "People stop")))
    window.commands.search_list()
    qtbot.keyClicks(page.list.search, "lobby")
    assert page.list.heading.text() == "1 found"
    assert page.model.rowCount() == 1
    qtbot.keyClicks(page.list.search, "xyz")
    assert page.list.heading.text() == "Nothing found"
    qtbot.keyClick(page.list.search, Qt.Key.Key_Escape)
    assert page.list.heading.text() == "All offerings · 2"
