"""Several people chosen in the list by keyboard, and what is done to all of them."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from notebook.formats.vcard import read
from notebook.services.notebook import Notebook
from notebook.services.people import PersonDraft
from notebook.services.people_list import PeopleOrder
from notebook.ui.main_window import MainWindow
from notebook.ui.people.join_dialog import JoinDialog
from notebook.ui.people.rhythm_dialog import RhythmDialog
from tests.reading import rows_in
from tests.ui.scripted_prompts import ScriptedPrompts

LEFT = Qt.MouseButton.LeftButton
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
NAMES = ("Ana", "Ben", "Cleo", "Dora")


@pytest.fixture(autouse=True)
def people(window: MainWindow, notebook: Notebook, today: date) -> None:
    """Have four people and one of the team, the first card open."""
    for name in NAMES:
        notebook.people.add(name, today)
    notebook.people.save(None, PersonDraft("Tim", is_team=True), today)
    window.notifier.look_again()
    window.people.show_first()


def choose_three(window: MainWindow, qtbot: QtBot) -> None:
    for _ in range(2):
        qtbot.keyClick(window.people.list.view, Qt.Key.Key_Down, SHIFT)
    QApplication.processEvents()
    assert window.people.stack.currentWidget() is window.people.several
    assert window.people.several.heading.text() == "3 people"
    assert window.people.several.names.text() == "Ana, Ben, Cleo"


def pick(menu: QMenu | None, text: str) -> None:
    assert menu is not None
    menu.aboutToShow.emit()
    next(action for action in menu.actions() if action.text() == text).trigger()


def test_they_are_added_to_a_group_and_stay_chosen(
    window: MainWindow, notebook: Notebook, qtbot: QtBot, notebook_path: Path
) -> None:
    choose_three(window, qtbot)
    several = window.people.several
    assert several.leave_button.isHidden()
    qtbot.mouseClick(several.join_button, LEFT)
    QApplication.processEvents()
    dialog = next(iter(window.findChildren(JoinDialog)))
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.banner.isVisible()
    qtbot.keyClicks(dialog.name, "Customers")
    qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    assert len(rows_in(notebook_path, "SELECT * FROM membership")) == 3
    assert window.quiet_line.text() == "Added 3 people to Customers"
    assert window.people.stack.currentWidget() is several
    assert [len(rows) for rows in window.people.list.view.selected_rows()] == [3]
    pick(several.leave_button.menu(), "Customers")
    assert notebook.groups.all()[0].people == 0
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
    assert notebook.groups.all()[0].people == 3


def test_they_get_a_rhythm_and_somebody_who_looks_after_them(
    window: MainWindow, notebook: Notebook, qtbot: QtBot, notebook_path: Path
) -> None:
    choose_three(window, qtbot)
    several = window.people.several
    qtbot.mouseClick(several.rhythm_button, LEFT)
    QApplication.processEvents()
    dialog = next(iter(window.findChildren(RhythmDialog)))
    qtbot.keyClicks(dialog.rhythm.target, "45")
    qtbot.keyClick(dialog.rhythm.target, Qt.Key.Key_Return)
    assert rows_in(notebook_path, "SELECT count(*) FROM person WHERE rhythm_days = 45") == [(3,)]
    assert several.resume_button.isHidden()
    notebook.several_people.pause(several.ids, date(2027, 1, 1))
    window.notifier.look_again()
    qtbot.mouseClick(several.resume_button, LEFT)
    assert rows_in(notebook_path, "SELECT count(*) FROM person WHERE paused_until != ''") == [(0,)]
    tim = notebook.people.team()[0].id
    pick(several.owner_button.menu(), "Tim")
    assert rows_in(
        notebook_path, "SELECT count(*) FROM person WHERE looked_after_by_id = ?", tim
    ) == [(3,)]


def test_they_go_to_the_trash_together_and_come_back_together(
    window: MainWindow, notebook: Notebook, qtbot: QtBot
) -> None:
    choose_three(window, qtbot)
    qtbot.mouseClick(window.people.several.trash_button, LEFT)
    assert notebook.people_list.count() == 2
    assert window.people.stack.currentWidget() is not window.people.several
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
    assert notebook.people_list.count() == 5
    window.people.column.order_chosen.emit(PeopleOrder.LAST_CONTACT)
    view = window.people.list.view
    second = view.visualRect(view.model().index(1, 0)).center()
    qtbot.mouseClick(view.viewport(), LEFT, pos=second)
    assert window.people.stack.currentWidget() is window.people.card


def test_many_go_to_the_trash_only_after_a_question(
    window: MainWindow, notebook: Notebook, qtbot: QtBot, prompts: ScriptedPrompts, today: date
) -> None:
    for number in range(20):
        notebook.people.add(f"Person {number}", today)
    window.notifier.look_again()
    qtbot.keyClick(window.people.list.view, Qt.Key.Key_A, CONTROL)
    assert window.people.several.heading.text() == "25 people"
    assert window.people.several.names.text().endswith(" and 17 more")
    prompts.confirmations.extend([False, True])
    qtbot.mouseClick(window.people.several.trash_button, LEFT)
    assert notebook.people_list.count() == 25
    qtbot.mouseClick(window.people.several.trash_button, LEFT)
    assert notebook.people_list.count() == 0


def test_they_are_written_into_a_contact_file(
    window: MainWindow, qtbot: QtBot, prompts: ScriptedPrompts, tmp_path: Path
) -> None:
    choose_three(window, qtbot)
    path = tmp_path / "some.vcf"
    path.write_text("what was there before", "utf-8")
    prompts.places.extend([None, path])
    qtbot.mouseClick(window.people.several.export_button, LEFT)
    qtbot.mouseClick(window.people.several.export_button, LEFT)
    qtbot.waitUntil(window.banner.isVisible)
    assert [card.name for card in read(path.read_bytes()).cards] == ["Ana", "Ben", "Cleo"]
    prompts.places.append(tmp_path / "nowhere" / "some.vcf")
    qtbot.mouseClick(window.people.several.export_button, LEFT)
    qtbot.waitUntil(lambda: bool(prompts.problems))
    assert prompts.problems[0][0] == "The file could not be written"


def test_one_of_them_alone_shows_the_card_again(window: MainWindow, qtbot: QtBot) -> None:
    choose_three(window, qtbot)
    qtbot.keyClick(window.people.list.view, Qt.Key.Key_Up)
    assert window.people.stack.currentWidget() is window.people.card
    assert window.people.card.header.name.text() == "Ben"
    qtbot.keyClick(window.people.list.view, Qt.Key.Key_Down, SHIFT)
    assert window.people.several.heading.text() == "2 people"
    row = window.people.list.view.visualRect(window.people.column.model.index(2, 0)).center()
    qtbot.mouseClick(window.people.list.view.viewport(), LEFT, CONTROL, row)
    assert window.people.card.header.name.text() == "Ben"


def test_a_search_an_order_or_a_filter_ends_the_choice(window: MainWindow, qtbot: QtBot) -> None:
    choose_three(window, qtbot)
    qtbot.keyClicks(window.people.list.search, "do")
    assert window.people.stack.currentWidget() is window.people.card
    window.people.list.search.clear()
    choose_three_again(window, qtbot)
    views = window.people.column.views
    pick(views.menu, "No rhythm")
    assert window.people.stack.currentWidget() is window.people.card
    choose_three_again(window, qtbot)
    pick(window.people.list.order_button.menu(), "Last contact")
    assert window.people.stack.currentWidget() is window.people.card


def choose_three_again(window: MainWindow, qtbot: QtBot) -> None:
    window.people.list.view.setFocus()
    qtbot.keyClick(window.people.list.view, Qt.Key.Key_Home)
    choose_three(window, qtbot)


def test_nobody_is_offered_who_went_to_the_trash_after_the_open_card_did(
    window: MainWindow, notebook: Notebook, qtbot: QtBot
) -> None:
    window.notifier.tell(notebook.people.trash(window.people.person_id or 0))
    assert window.people.stack.currentWidget() is window.people.nobody
    qtbot.keyClick(window.people.list.view, Qt.Key.Key_A, CONTROL)
    qtbot.mouseClick(window.people.several.trash_button, LEFT)
    assert notebook.people_list.count() == 0
    assert window.people.stack.currentWidget() is window.people.nobody
