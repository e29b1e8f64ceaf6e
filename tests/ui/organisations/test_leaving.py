"""In the window: trashing one of us, or taking the tick away, asks first who takes over."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from notebook.services.notebook import Notebook
from notebook.services.people import PersonDraft
from notebook.ui.dialogs.brief_window import BriefWindow
from notebook.ui.dialogs.leaving_dialog import LeavingDialog
from notebook.ui.main_window import MainWindow

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def tom(window: MainWindow, notebook: Notebook, today: date) -> int:
    """Return Tom, who looks after Marta; Ines is of the team too."""
    tom = notebook.people.save(None, PersonDraft("Tom Arden", is_team=True), today).new_id
    notebook.people.save(None, PersonDraft("Ines Castro", is_team=True), today)
    draft = PersonDraft("Marta Lindqvist", looked_after_by=tom)
    window.notifier.tell(notebook.people.save(None, draft, today))
    window.people.show_person(tom)
    return tom


def owner(notebook: Notebook, today: date) -> str:
    marta = notebook.people_list.called("Marta Lindqvist")[0]
    return notebook.cards.card(marta, today).looked_after_by


def opened(window: MainWindow, qtbot: QtBot) -> LeavingDialog:
    qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), LeavingDialog))
    dialog = QApplication.activeWindow()
    assert isinstance(dialog, LeavingDialog)
    return dialog


def trash(window: MainWindow, qtbot: QtBot) -> LeavingDialog:
    window.people.card.header.trash_action.trigger()
    return opened(window, qtbot)


def test_trashing_hands_over_by_keyboard(
    window: MainWindow, notebook: Notebook, tom: int, today: date, qtbot: QtBot
) -> None:
    dialog = trash(window, qtbot)
    assert dialog.windowTitle() == "Who takes over from Tom Arden?"
    assert dialog.what.text() == "• 1 person looked after"
    assert dialog.save_button.text() == "Move to trash"
    assert QApplication.focusWidget() is dialog.taker
    qtbot.keyClick(dialog.taker, Qt.Key.Key_Return)
    assert dialog.banner.text() == "Choose who takes over, or nobody for now."
    qtbot.keyClick(dialog.taker, Qt.Key.Key_Down)
    assert dialog.taker.currentText() == "Ines Castro"
    qtbot.keyClick(dialog.taker, Qt.Key.Key_Return)
    assert owner(notebook, today) == "Ines Castro"
    assert [member.name for member in notebook.people.team()] == ["Ines Castro"]
    assert window.quiet_line.text() == "Tom Arden left the team, Ines Castro took over"
    qtbot.mouseClick(window.banner.action, LEFT)
    sheet = window.findChild(BriefWindow)
    assert sheet is not None
    assert sheet.windowTitle() == "Handover from Tom Arden"
    sheet.close()
    window.commands.undo()
    assert owner(notebook, today) == "Tom Arden"
    assert tom in {member.id for member in notebook.people.team()}


def test_nobody_may_take_over_for_now(
    window: MainWindow, notebook: Notebook, tom: int, today: date, qtbot: QtBot
) -> None:
    dialog = trash(window, qtbot)
    dialog.taker.setCurrentText("Nobody for now")
    dialog.save_button.click()
    assert owner(notebook, today) == ""
    assert notebook.team.page(today).unattended == 1
    assert tom


def test_cancelling_leaves_all_as_it_was(
    window: MainWindow, notebook: Notebook, tom: int, today: date, qtbot: QtBot
) -> None:
    dialog = trash(window, qtbot)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert owner(notebook, today) == "Tom Arden"
    assert window.people.person_id == tom


def test_taking_the_tick_away_asks_too_and_keeps_what_was_typed(
    window: MainWindow, notebook: Notebook, tom: int, today: date, qtbot: QtBot
) -> None:
    window.people.edit_person(tom)
    editor = window.people.editor
    editor.who.is_team.setChecked(False)
    qtbot.keyClicks(editor.who.nickname, "Tommy")
    editor.save_button.click()
    dialog = opened(window, qtbot)
    assert dialog.save_button.text() == "Save"
    qtbot.mouseClick(dialog.cancel_button, LEFT)
    assert window.people.stack.currentWidget() is editor
    editor.save_button.click()
    dialog = opened(window, qtbot)
    dialog.taker.setCurrentText("Ines Castro")
    dialog.save_button.click()
    assert window.people.person_id == tom
    draft = notebook.people.draft(tom)
    assert (draft.is_team, draft.nickname) == (False, "Tommy")
    assert owner(notebook, today) == "Ines Castro"
    window.commands.undo()
    assert notebook.people.draft(tom).is_team
    assert owner(notebook, today) == "Tom Arden"


def test_several_at_once_are_asked_about(
    window: MainWindow, notebook: Notebook, tom: int, today: date, qtbot: QtBot
) -> None:
    ines = next(member.id for member in notebook.people.team() if member.id != tom)
    draft = replace(notebook.people.draft(ines), looked_after_by=tom)
    notebook.people.save(ines, draft, today)
    page = window.people.several
    page.show_people([tom, ines])
    window.people.stack.setCurrentWidget(page)
    page.trash_button.click()
    dialog = opened(window, qtbot)
    assert dialog.taker.count() == 1
    assert dialog.taker.currentText() == "Nobody for now"
    dialog.save_button.click()
    assert notebook.people.team() == []
    assert owner(notebook, today) == ""


def test_the_sheet_can_be_had_before(window: MainWindow, tom: int, qtbot: QtBot) -> None:
    dialog = trash(window, qtbot)
    qtbot.mouseClick(dialog.sheet_button, LEFT)
    sheet = window.findChild(BriefWindow)
    assert sheet is not None
    assert sheet.windowTitle() == "Handover from Tom Arden"
    assert tom


def test_somebody_who_looks_after_nobody_just_goes(
    window: MainWindow, notebook: Notebook, tom: int
) -> None:
    ines = next(member.id for member in notebook.people.team() if member.id != tom)
    window.people.show_person(ines)
    window.people.card.header.trash_action.trigger()
    assert window.findChild(LeavingDialog) is None
    assert [member.id for member in notebook.people.team()] == [tom]
