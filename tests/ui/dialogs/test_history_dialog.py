"""From a card's menu to its history, and back to an earlier point of it."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from notebook.domain.promises import Side
from notebook.services.card_parts import DetailDraft
from notebook.services.notebook import Notebook
from notebook.services.people import PersonDraft
from notebook.ui.dialogs.history_dialog import HistoryDialog
from notebook.ui.main_window import MainWindow
from tests.reading import rows_in


def opened(window: MainWindow, qtbot: QtBot) -> HistoryDialog:
    window.people.card.header.history_action.trigger()
    qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), HistoryDialog))
    found = QApplication.activeWindow()
    assert isinstance(found, HistoryDialog)
    return found


@pytest.fixture
def ana(window: MainWindow, notebook: Notebook, today: date) -> int:
    draft = PersonDraft("Ana <b>", details=(DetailDraft("phone", "030 1"),))
    changes = notebook.people.save(None, draft, today)
    window.notifier.tell(changes)
    return changes.new_id


def test_the_card_goes_back_to_where_the_user_points(
    window: MainWindow, notebook: Notebook, ana: int, today: date, qtbot: QtBot
) -> None:
    changed = PersonDraft("Ana <b>", details=(DetailDraft("phone", "030 2"),), note="away")
    window.notifier.tell(notebook.people.save(ana, changed, today))
    dialog = opened(window, qtbot)
    assert [dialog.list.item(row).text().split(" · ", 1)[1] for row in (0, 1)] == [
        "Saved Ana <b>\nNote set to away\nTelephone changed from 030 1 to 030 2",
        "Added Ana <b>\nCard made: Ana <b>\nTelephone added: 030 1",
    ]
    assert dialog.preview.text() == "The card is now as it was then."
    assert not dialog.back_button.isEnabled()
    qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
    assert dialog.preview.text() == (
        "Going back would change: Note taken away: away; Telephone changed from 030 2 to 030 1"
    )
    qtbot.mouseClick(dialog.back_button, Qt.MouseButton.LeftButton)
    phones = "SELECT value FROM contact_detail"
    assert rows_in(notebook.file.path, phones) == [("030 1",)]
    assert window.people.card.card is not None
    assert window.people.card.card.note == ""
    assert window.quiet_line.isVisible()
    window.commands.undo()
    assert rows_in(notebook.file.path, phones) == [("030 2",)]


def test_a_card_without_a_history_says_so(
    window: MainWindow, notebook: Notebook, ana: int, qtbot: QtBot
) -> None:
    notebook.file.forget_changes()
    dialog = opened(window, qtbot)
    assert dialog.nothing.isVisible()
    assert not dialog.list.isVisible()
    assert not dialog.back_button.isEnabled()


def test_older_changes_are_shown_when_they_are_asked_for(
    window: MainWindow, notebook: Notebook, ana: int, today: date, qtbot: QtBot
) -> None:
    for number in range(201):
        notebook.people.save(ana, PersonDraft("Ana", note=str(number)), today)
    dialog = opened(window, qtbot)
    assert dialog.list.count() == 200
    qtbot.mouseClick(dialog.older_button, Qt.MouseButton.LeftButton)
    assert dialog.list.count() == 202
    assert not dialog.older_button.isVisible()


def test_there_is_no_way_back_to_when_only_the_other_card_was_there(
    window: MainWindow, notebook: Notebook, ana: int, today: date, qtbot: QtBot
) -> None:
    kept = notebook.people.add("Anna", today).new_id
    for note in ("one", "two"):
        notebook.promises.add(kept, Side.OURS, note)
    comparison = notebook.duplicates.compare(kept, ana, today)
    assert comparison.kept.id == kept
    window.notifier.tell(notebook.duplicates.merge(comparison, {}, today))
    window.people.show_person(kept)
    dialog = opened(window, qtbot)
    assert "Card made: Ana <b>" in dialog.list.item(dialog.list.count() - 1).text()
    qtbot.keyClick(dialog.list, Qt.Key.Key_End)
    assert dialog.preview.text() == "This card was not there yet."
    assert not dialog.back_button.isEnabled()
