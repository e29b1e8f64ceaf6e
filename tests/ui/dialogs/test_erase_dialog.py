"""From a card's menu: everything written out, and everything erased once the name is typed."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlcipher3 import dbapi2 as driver

from notebook.domain.promises import Side
from notebook.errors import DiskFull
from notebook.services.notebook import Notebook
from notebook.services.people import PersonDraft
from notebook.storage import erasing
from notebook.ui.dialogs.backups_dialog import BackupsDialog
from notebook.ui.dialogs.erase_dialog import EraseDialog
from notebook.ui.dialogs.leaving_dialog import LeavingDialog
from notebook.ui.main_window import MainWindow
from tests.conftest import TODAY
from tests.reading import rows_in
from tests.ui.helping.help import dialog_of
from tests.ui.scripted_prompts import ScriptedPrompts


@pytest.fixture
def ana(window: MainWindow, notebook: Notebook, today: date) -> int:
    ana = notebook.people.add("Ana  & Co", today).new_id
    notebook.promises.add(ana, Side.OURS, "a swatch", None)
    window.notifier.tell(notebook.people.add("Ben Ode", today))
    window.people.show_person(ana)
    return ana


def opened(window: MainWindow, qtbot: QtBot) -> EraseDialog:
    window.people.card.header.erase_action.trigger()
    qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), EraseDialog))
    found = QApplication.activeWindow()
    assert isinstance(found, EraseDialog)
    return found


def test_the_name_has_to_be_typed(
    window: MainWindow, notebook: Notebook, ana: int, qtbot: QtBot
) -> None:
    assert window.people.card.header.erase_action.text() == "Erase Ana && Co for good…"
    dialog = opened(window, qtbot)
    told = [line.text() for line in dialog.lines]
    assert told[1] == (
        "What goes: the card and its history, one promise, and all else that belongs to it."
    )
    assert "Backups" in told[-1]
    qtbot.keyClicks(dialog.typed, "Ana")
    qtbot.keyClick(dialog.typed, Qt.Key.Key_Return)
    assert dialog.isVisible()
    qtbot.keyClicks(dialog.typed, " & co")
    with qtbot.waitSignal(dialog.erased):
        qtbot.mouseClick(dialog.erase_button, Qt.MouseButton.LeftButton)
        assert dialog.wait_page.isVisible()
        assert dialog.wait_page.words.text() == "Erasing Ana  & Co…"
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        assert dialog.isVisible(), "it can't be left half-way"
    assert "written anew" in dialog.wait_page.words.text()
    assert not dialog.isVisible()
    assert rows_in(notebook.file.path, "SELECT name FROM person") == [("Ben Ode",)]
    assert window.people.column.model.rowCount() == 1
    assert window.people.person_id is None
    assert window.banner.text() == "Ana  & Co is erased for good."


def test_one_of_us_is_erased_after_another_one_took_over(
    window: MainWindow, notebook: Notebook, ana: int, today: date, qtbot: QtBot
) -> None:
    notebook.people.save(ana, replace(notebook.people.draft(ana), is_team=True), today)
    notebook.people.save(None, PersonDraft("Ines", is_team=True), today)
    cleo = notebook.people.save(None, PersonDraft("Cleo", looked_after_by=ana), today).new_id
    window.people.card.header.erase_action.trigger()
    leaving = dialog_of(window, LeavingDialog)
    leaving.taker.setCurrentText("Ines")
    qtbot.mouseClick(leaving.save_button, Qt.MouseButton.LeftButton)
    dialog = dialog_of(window, EraseDialog)
    assert not leaving.isVisible()
    told = [line.text() for line in dialog.lines]
    assert "Ines takes over all that Ana  & Co looks after." in told
    assert notebook.cards.card(cleo, today).looked_after_by == "Ana  & Co"
    qtbot.keyClicks(dialog.typed, "Ana & Co")
    with qtbot.waitSignal(dialog.erased):
        qtbot.keyClick(dialog.typed, Qt.Key.Key_Return)
    assert notebook.cards.card(cleo, today).looked_after_by == "Ines"
    assert [member.name for member in notebook.people.team()] == ["Ines"]
    assert "Ana" not in notebook.upkeep.next_undo


def test_it_says_who_is_left_without_anybody(
    window: MainWindow, notebook: Notebook, ana: int, today: date, qtbot: QtBot
) -> None:
    for name in ("Cleo", "Dora"):
        notebook.people.save(None, PersonDraft(name, looked_after_by=ana), today)
    window.people.card.header.erase_action.trigger()
    assert "2 people are looked after by nobody then." in [
        line.text() for line in dialog_of(window, EraseDialog).lines
    ]


def test_escape_erases_nobody(
    window: MainWindow, notebook: Notebook, ana: int, qtbot: QtBot
) -> None:
    dialog = opened(window, qtbot)
    qtbot.keyClick(dialog.typed, Qt.Key.Key_Escape)
    assert len(rows_in(notebook.file.path, "SELECT id FROM person")) == 2


def test_everything_is_written_where_the_user_says(
    window: MainWindow, ana: int, prompts: ScriptedPrompts, tmp_path: Path
) -> None:
    folder = tmp_path / "out"
    prompts.folders.append(folder)
    window.people.card.header.export_action.trigger()
    assert sorted(path.name for path in folder.iterdir()) == [
        "About Ana Co.html",
        "About Ana Co.json",
    ]
    assert str(folder) in window.banner.text()


def test_nothing_is_written_without_a_folder_or_into_a_file(
    window: MainWindow, ana: int, prompts: ScriptedPrompts, tmp_path: Path
) -> None:
    place = tmp_path / "a file"
    place.write_text("", encoding="utf-8")
    prompts.folders += [None, place]
    window.people.card.header.export_action.trigger()
    assert prompts.problems == []
    window.people.card.header.export_action.trigger()
    assert [title for title, _ in prompts.problems] == ["Nothing was written"]


def test_a_backup_made_by_hand_cleans_the_others(
    window: MainWindow, notebook: Notebook, ana: int, qtbot: QtBot
) -> None:
    old = notebook.upkeep.back_up()
    dialog = opened(window, qtbot)
    assert "Those of the notebook are cleaned" in dialog.lines[-1].text()
    qtbot.keyClicks(dialog.typed, "Ana & Co")
    with qtbot.waitSignal(dialog.erased):
        qtbot.keyClick(dialog.typed, Qt.Key.Key_Return)
    backups = BackupsDialog(notebook.upkeep, window.desk.icons, TODAY, window)
    qtbot.addWidget(backups)
    backups.show()
    qtbot.mouseClick(backups.make_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "verified" in backups.banner.text())
    assert rows_in(old, "SELECT name FROM person") == [("Ben Ode",)]


def test_what_could_not_be_cleaned_is_said_and_nothing_else_is(
    window: MainWindow,
    notebook: Notebook,
    ana: int,
    prompts: ScriptedPrompts,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def no_room(_connection: object) -> None:
        raise driver.OperationalError("database or disk is full")

    monkeypatch.setattr(erasing, "forget_traces", no_room)
    dialog = opened(window, qtbot)
    qtbot.keyClicks(dialog.typed, "Ana & Co")
    qtbot.keyClick(dialog.typed, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(prompts.problems))
    ((title, words),) = prompts.problems
    assert title == "Ana  & Co is erased, and traces are left in the file"
    assert "tried again whenever the notebook is opened" in words
    assert "not saved" not in words
    assert window.people.column.model.rowCount() == 1


def test_nobody_is_erased_and_nothing_is_handed_over_when_it_fails(
    notebook: Notebook, ana: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(_connection: object, _person_id: int) -> None:
        raise driver.OperationalError("database or disk is full")

    monkeypatch.setattr(erasing, "erase", no_room)
    ben = notebook.people_list.called("Ben Ode")[0]
    with pytest.raises(DiskFull):
        notebook.erasing.erase(ana, before=lambda: notebook.people.trash(ben))
    assert notebook.people_list.called("Ben Ode") == [ben]
