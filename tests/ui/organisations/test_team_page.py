"""The team in the window: who looks after whom, the handover, and its sheet."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from notebook.services.notebook import Notebook
from notebook.services.people import PersonDraft
from notebook.ui.dialogs.brief_window import BriefWindow
from notebook.ui.dialogs.handover_dialog import HandoverDialog
from notebook.ui.main_window import MainWindow
from notebook.ui.organisations.team_page import TeamPage
from tests.reading import rows_in
from tests.ui.scripted_prompts import ScriptedPrompts


@pytest.fixture
def tom(window: MainWindow, notebook: Notebook, today: date) -> int:
    """Return Tom, who looks after Marta and whom Ines covers."""
    tom = notebook.people.save(None, PersonDraft("Tom Arden", is_team=True), today).new_id
    ines = notebook.people.save(None, PersonDraft("Ines Castro", is_team=True), today).new_id
    draft = PersonDraft("Marta Lindqvist", looked_after_by=tom, covered_by=ines)
    window.notifier.tell(notebook.people.save(None, draft, today))
    return tom


def team_of(window: MainWindow) -> TeamPage:
    window.commands.actions["team"].trigger()
    page = window.areas.page("team")
    assert isinstance(page, TeamPage)
    return page


def test_the_card_says_who_looks_after_somebody_and_who_covers(
    window: MainWindow, tom: int, notebook: Notebook
) -> None:
    window.people.show_person(notebook.people_list.called("Marta Lindqvist")[0])
    header = window.people.card.header
    assert header.place.text() == "Looked after by Tom Arden, covered by Ines Castro"
    assert not header.hand_over_action.isVisible()
    window.people.show_person(tom)
    assert header.hand_over_action.isVisible()


def test_everything_is_handed_over_from_the_page(
    window: MainWindow, tom: int, notebook: Notebook, notebook_path: Path, qtbot: QtBot
) -> None:
    page = team_of(window)
    assert [panel.words.text() for panel in page.panels] == [
        "Looks after nobody in particular · covers 1",
        "Looks after 1 person",
    ]
    qtbot.mouseClick(page.panels[1].hand_over_button, Qt.MouseButton.LeftButton)
    dialog = window.findChild(HandoverDialog)
    assert dialog is not None
    assert (dialog.giver.currentText(), dialog.taker.currentText()) == ("Tom Arden", "Ines Castro")
    assert dialog.what.text() == "• 1 person looked after"
    qtbot.keyClicks(dialog.note, "On leave")
    dialog.save_button.click()
    assert window.banner.text() == "Handed over from Tom Arden to Ines Castro"
    assert page.panels[0].words.text() == "Looks after 1 person"
    assert rows_in(notebook_path, "SELECT note FROM handover") == [("On leave",)]
    window.commands.undo()
    assert page.panels[1].words.text() == "Looks after 1 person"
    assert (tom, notebook.handovers.preview(tom).looked_after) == (tom, 1)


def test_there_is_nothing_to_hand_over_twice(window: MainWindow, tom: int) -> None:
    window.navigator.handover_requested.emit(None)
    dialog = window.findChild(HandoverDialog)
    assert dialog is not None
    dialog.giver.setCurrentIndex(dialog.giver.findData(tom))
    assert dialog.save_button.isEnabled()
    dialog.giver.setCurrentIndex(0)  # Ines
    assert dialog.what.text() == "• 1 person covered"
    assert [dialog.taker.itemText(row) for row in range(dialog.taker.count())] == ["Tom Arden"]


def test_the_sheet_is_shown_and_saved(
    window: MainWindow, tom: int, prompts: ScriptedPrompts, tmp_path: Path
) -> None:
    window.navigator.handover_requested.emit(tom)
    dialog = window.findChild(HandoverDialog)
    assert dialog is not None
    dialog.sheet_button.click()
    sheet = window.findChild(BriefWindow)
    assert sheet is not None
    assert sheet.windowTitle() == "Handover from Tom Arden"
    prompts.places = [tmp_path / "sheet.pdf"]
    sheet.save_button.click()
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")
    assert prompts.asked == [("Save the sheet as PDF", "Handover from Tom Arden.pdf [PDF (*.pdf)]")]


def test_the_sheet_is_offered_after_handing_over(
    window: MainWindow, tom: int, qtbot: QtBot
) -> None:
    page = team_of(window)
    qtbot.mouseClick(page.panels[1].hand_over_button, Qt.MouseButton.LeftButton)
    dialog = window.findChild(HandoverDialog)
    assert dialog is not None
    dialog.save_button.click()
    qtbot.mouseClick(window.banner.action, Qt.MouseButton.LeftButton)
    sheet = window.findChild(BriefWindow)
    assert sheet is not None
    assert sheet.windowTitle() == "Handover from Tom Arden"
    sheet.close()
    qtbot.waitUntil(page.panels[1].sheet_button.isVisible)
    window.navigator.handover_requested.emit(tom)
    again = window.findChildren(HandoverDialog)[-1]
    assert not again.save_button.isEnabled()
    assert again.sheet_button.isEnabled()


def test_alone_one_can_hand_over_to_nobody(window: MainWindow, prompts: ScriptedPrompts) -> None:
    page = team_of(window)
    assert not page.hand_over_button.isVisible()
    window.navigator.handover_requested.emit(None)
    assert [title for title, _ in prompts.problems] == ["There is nobody to hand over to"]


def test_every_field_and_button_has_a_name(window: MainWindow, tom: int) -> None:
    page = team_of(window)
    window.navigator.handover_requested.emit(tom)
    dialog = window.findChild(HandoverDialog)
    assert dialog is not None
    nameless = [
        widget
        for widget in (*page.findChildren(QWidget), *dialog.findChildren(QWidget))
        if widget.isVisible()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not widget.accessibleName()
    ]
    assert nameless == []
