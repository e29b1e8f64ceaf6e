"""Ideas on a card, without a project: written from the menu, changed, done, thanked for."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from notebook.domain.value_ideas import Effort
from notebook.services.notebook import Notebook
from notebook.ui.card.ideas import CardIdeas
from notebook.ui.helping.idea_dialog import IdeaDialog
from notebook.ui.main_window import MainWindow
from notebook.ui.widgets.idea_rows import IdeaRows
from tests.reading import rows_in
from tests.services.project_samples import finish
from tests.ui.helping.help import button, dialog_of, nameless

LEFT = Qt.MouseButton.LeftButton
IDEAS = "SELECT text, effort, done_on, thanked_on, project_id, deleted_at IS NULL FROM value_idea"


@pytest.fixture
def marta(window: MainWindow, notebook: Notebook, today: date) -> int:
    added = notebook.people.add("Marta Lindqvist", today)
    window.notifier.tell(added)
    window.people.show_person(added.new_id)
    return added.new_id


def panel(window: MainWindow) -> CardIdeas:
    return next(each for each in window.findChildren(CardIdeas) if each.isVisible())


def press(rows: IdeaRows, name: str, qtbot: QtBot) -> None:
    """Click on a button as soon as it has its place."""
    found = button(rows, name)
    qtbot.waitUntil(lambda: found.height() > 0)
    qtbot.mouseClick(found, LEFT)


def test_a_first_idea_is_written_from_the_menu_of_the_card(
    window: MainWindow, marta: int, notebook_path: Path, qtbot: QtBot
) -> None:
    assert not window.findChildren(CardIdeas)
    window.people.card.header.idea_action.trigger()
    dialog = dialog_of(window, IdeaDialog)
    assert dialog.windowTitle() == "What would do Marta good"
    assert nameless(dialog) == []
    qtbot.mouseClick(dialog.save_button, LEFT)
    assert dialog.isVisible(), "an idea needs words"
    qtbot.keyClicks(dialog.text, "Lend the long ladder")
    qtbot.mouseClick(dialog.effort.button(Effort.MEDIUM), LEFT)
    qtbot.mouseClick(dialog.save_button, LEFT)
    assert rows_in(notebook_path, IDEAS) == [
        ("Lend the long ladder", "medium", None, None, None, 1)
    ]
    assert panel(window).person_id == marta


def test_an_idea_is_changed_done_and_thanked_for_in_place(
    window: MainWindow, marta: int, notebook: Notebook, notebook_path: Path, qtbot: QtBot
) -> None:
    window.notifier.tell(notebook.value_ideas.add(marta, "Lend the ladder", Effort.SMALL))
    rows = panel(window).ideas
    press(rows, "Change the idea: Lend the ladder", qtbot)
    dialog = dialog_of(window, IdeaDialog)
    dialog.text.setPlainText("Lend the long ladder")
    qtbot.mouseClick(dialog.save_button, LEFT)
    press(rows, "Done: Lend the long ladder", qtbot)
    press(rows, "They thanked us: Lend the long ladder", qtbot)
    day = "2026-11-22"
    assert rows_in(notebook_path, IDEAS) == [("Lend the long ladder", "small", day, day, None, 1)]
    qtbot.keyClicks(rows.field, "A plan of the colours")
    ana = notebook.people.add("Ana Pereira", date(2026, 11, 22)).new_id
    window.notifier.tell(notebook.value_ideas.add(ana, "Lend the van", Effort.SMALL))
    window.people.show_person(ana)
    assert rows.field.text() == ""
    window.people.show_person(marta)
    assert rows.field.text() == "A plan of the colours"
    qtbot.keyClick(rows.field, Qt.Key.Key_Return)
    assert len(rows_in(notebook_path, IDEAS)) == 3
    press(rows, "Delete the idea: A plan of the colours", qtbot)
    assert rows_in(notebook_path, IDEAS)[2][-1] == 0


def test_the_ideas_of_a_project_stay_with_the_project(
    window: MainWindow, notebook: Notebook, today: date
) -> None:
    project = finish(notebook)
    marta = notebook.drafts.read(project).facts.person_id
    notebook.value_ideas.add(marta, "Within", Effort.SMALL, project)
    assert notebook.cards.card(marta, today).ideas == ()
    notebook.value_ideas.add(marta, "Besides", Effort.SMALL)
    assert [each.text for each in notebook.cards.card(marta, today).ideas] == ["Besides"]
