"""The promise ledger, used as a person does: chosen, kept together, moved, closed as not kept."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from notebook.domain.promises import Side
from notebook.services.notebook import Notebook
from notebook.services.promise_ledger import Standing
from notebook.ui.areas import PROMISES
from notebook.ui.card.card_page import PROMISES_TAB
from notebook.ui.card.promise_ledger import CardLedger
from notebook.ui.dialogs.correct_promise import CorrectPromise
from notebook.ui.dialogs.day_dialog import DayDialog
from notebook.ui.dialogs.move_day import MoveDay
from notebook.ui.dialogs.not_kept import NotKept
from notebook.ui.dialogs.promise_dialog import PromiseDialog
from notebook.ui.dialogs.said_later import SaidLater
from notebook.ui.main_window import MainWindow
from notebook.ui.models.promises_model import PROMISE_ROLE
from notebook.ui.promises.ledger_view import LedgerView
from notebook.ui.promises.promises_page import PromisesPage
from notebook.ui.widgets.pick_button import PickButton
from tests.reading import rows_in
from tests.ui.conftest import FixedClock

DAY = timedelta(days=1)
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def marta(notebook: Notebook, today: date) -> int:
    return notebook.people.add("Marta Lindqvist", today).new_id


@pytest.fixture
def page(window: MainWindow, notebook: Notebook, marta: int, today: date) -> PromisesPage:
    """Return the page with three promises on it, opened by its key."""
    ana = notebook.people.add("Ana Pereira", today).new_id
    for person, side, text, days in (
        (marta, Side.OURS, "Revised sketch", -3),
        (marta, Side.THEIRS, "Key for the door", 2),
        (ana, Side.OURS, "Window sketches", 4),
    ):
        notebook.promises.add(person, side, text, today + days * DAY)
    window.commands.actions[PROMISES].trigger()
    shown = window.areas.page(PROMISES)
    assert isinstance(shown, PromisesPage)
    assert shown.isVisible()
    return shown


def shown(ledger: LedgerView) -> list[str]:
    rows = [ledger.model.index(row, 0) for row in range(ledger.model.rowCount())]
    return [index.data(PROMISE_ROLE).text for index in rows]


def states(path: Path) -> list[tuple[object, ...]]:
    return rows_in(path, "SELECT text, state FROM promise ORDER BY id")


def test_several_are_kept_at_once_and_come_back(
    page: PromisesPage, window: MainWindow, notebook_path: Path, qtbot: QtBot
) -> None:
    ledger = page.ledger
    assert shown(ledger) == ["Revised sketch", "Key for the door", "Window sketches"]
    assert ledger.totals.text() == "Ours: 2 open, 1 overdue\nTheirs: 1 open"
    ledger.list.setFocus()
    qtbot.keyClick(ledger.list, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert [line.text for line in ledger.selected()] == ["Revised sketch", "Key for the door"]
    assert ledger.buttons.correct.isHidden()
    qtbot.mouseClick(ledger.buttons.keep, LEFT)
    assert shown(ledger) == ["Window sketches"]
    assert [state for _, state in states(notebook_path)] == ["kept", "kept", "open"]
    window.commands.undo()
    assert [state for _, state in states(notebook_path)] == ["open", "open", "open"]
    assert len(shown(ledger)) == 3
    ledger.list.selectAll()
    qtbot.mouseClick(ledger.buttons.let_go, LEFT)
    assert {state for _, state in states(notebook_path)} == {"let-go"}
    assert ledger.totals.text() == (
        "Ours: 0 open. 0 kept, 2 let go, 0 broken\nTheirs: 0 open. 0 kept, 1 let go, 0 broken"
    )


def test_another_day_is_asked_for_and_written_down(
    page: PromisesPage, window: MainWindow, notebook_path: Path, today: date, qtbot: QtBot
) -> None:
    qtbot.keyClick(page.ledger.list, Qt.Key.Key_Down)
    qtbot.mouseClick(page.ledger.buttons.postpone, LEFT)
    (dialog,) = window.findChildren(MoveDay)
    assert "Move “Key for the door”" in dialog.windowTitle()
    dialog.day.field.selectAll()
    qtbot.keyClicks(dialog.day.field, "30 Nov 2026")
    qtbot.keyClicks(dialog.reason, "on a journey until the end of the fair, with no telephone")
    assert page.ledger.whole.isHidden()
    qtbot.mouseClick(dialog.save_button, LEFT)
    moves = "SELECT from_on, to_on, said_on, reason FROM promise_move"
    assert rows_in(notebook_path, moves) == [
        (
            "2026-11-24",
            "2026-11-30",
            "2026-11-22",
            "on a journey until the end of the fair, with no telephone",
        )
    ]
    assert shown(page.ledger)[-1] == "Key for the door"
    row = page.ledger.model.index(2, 0).data(PROMISE_ROLE)
    assert row.second_line == (
        "Marta Lindqvist · moved from 24 Nov, Marta said so in time, on 22 Nov (on a journey until the end of the fair, with no telephone)"
    )
    window.resize(760, 700)
    page.ledger.list.select_row(2)
    assert page.ledger.whole.label.text() == row.second_line
    page.ledger.list.select_row(0)
    assert page.ledger.whole.isHidden()


def test_not_kept_says_why_and_is_opened_again(
    page: PromisesPage, window: MainWindow, notebook_path: Path, qtbot: QtBot
) -> None:
    qtbot.mouseClick(page.ledger.buttons.give_up, LEFT)
    (dialog,) = window.findChildren(NotKept)
    qtbot.keyClicks(dialog.note, "No time")
    qtbot.mouseClick(dialog.save_button, LEFT)
    assert states(notebook_path)[0] == ("Revised sketch", "broken")
    qtbot.mouseClick(page.ledger.standing.button(Standing.CLOSED), LEFT)
    row = page.ledger.model.index(0, 0).data(PROMISE_ROLE)
    assert (row.tag, row.second_line) == (
        "ours, broken", "Marta Lindqvist · not kept, 22 Nov (No time)",
    )  # fmt: skip
    qtbot.mouseClick(page.ledger.buttons.reopen, LEFT)
    assert page.ledger.nothing.headline.text() == "No promise was closed yet"
    assert states(notebook_path)[0] == ("Revised sketch", "open")


def test_what_is_not_kept_can_be_owned_up_to(
    page: PromisesPage, window: MainWindow, notebook_path: Path, qtbot: QtBot
) -> None:
    qtbot.mouseClick(page.ledger.buttons.give_up, LEFT)
    (dialog,) = window.findChildren(NotKept)
    assert not dialog.said.said_on.isVisible()
    qtbot.mouseClick(dialog.said.told.button(True), LEFT)
    dialog.said.said_on.set_value(None)
    qtbot.mouseClick(dialog.save_button, LEFT)
    assert dialog.banner.text() == "On which day was it said?"
    qtbot.keyClicks(dialog.said.said_on.field, "20 Nov 2026")
    qtbot.mouseClick(dialog.save_button, LEFT)
    assert states(notebook_path)[0] == ("Revised sketch", "admitted")
    qtbot.mouseClick(page.ledger.standing.button(Standing.CLOSED), LEFT)
    row = page.ledger.model.index(0, 0).data(PROMISE_ROLE)
    assert (row.tag, row.second_line) == (
        "ours, owned up to",
        "Marta Lindqvist · not kept, 22 Nov, Marta was told late, on 20 Nov",
    )
    assert page.ledger.totals.text().startswith("Ours: 1 open. 0 kept, 1 owned up to, 0 broken")
    assert choices(page.ledger.outcome)[3] == "Owned up to"
    choose(page.ledger.outcome, "Broken")
    assert page.ledger.nothing.headline.text() == "Nothing found"
    choose(page.ledger.outcome, "Owned up to")
    assert shown(page.ledger) == ["Revised sketch"]
    qtbot.mouseClick(page.ledger.standing.button(Standing.OPEN), LEFT)
    assert page.ledger.outcome.isHidden()
    assert shown(page.ledger) == ["Key for the door", "Window sketches"]


def test_what_nobody_said_is_said_later(
    page: PromisesPage, window: MainWindow, notebook_path: Path, qtbot: QtBot
) -> None:
    buttons = page.ledger.buttons
    assert buttons.say.isHidden()
    qtbot.mouseClick(buttons.give_up, LEFT)
    (not_kept,) = window.findChildren(NotKept)
    qtbot.mouseClick(not_kept.save_button, LEFT)
    qtbot.mouseClick(page.ledger.standing.button(Standing.CLOSED), LEFT)
    qtbot.mouseClick(buttons.say, LEFT)
    (dialog,) = window.findChildren(SaidLater)
    assert dialog.windowTitle() == "It was said: Revised sketch"
    qtbot.mouseClick(dialog.save_button, LEFT)
    assert rows_in(notebook_path, "SELECT told_on FROM promise WHERE state = 'admitted'") == [
        ("2026-11-22",)
    ]
    assert buttons.say.isHidden()


def test_several_get_another_day_are_not_kept_and_owed_again(
    page: PromisesPage, window: MainWindow, notebook_path: Path, today: date, qtbot: QtBot
) -> None:
    ledger = page.ledger
    ledger.list.selectAll()
    qtbot.mouseClick(ledger.buttons.postpone, LEFT)
    (move,) = window.findChildren(MoveDay)
    assert move.windowTitle() == "Move 3 promises"
    qtbot.keyClicks(move.day.field, "20 Nov 2026")
    qtbot.mouseClick(move.save_button, LEFT)
    assert move.banner.text() == "The new day is over already. Choose today or a later day."
    move.day.field.selectAll()
    qtbot.keyClicks(move.day.field, "1 Dec 2026")
    qtbot.mouseClick(move.save_button, LEFT)
    assert rows_in(notebook_path, "SELECT DISTINCT due_on FROM promise") == [("2026-12-01",)]
    ledger.list.selectAll()
    qtbot.mouseClick(ledger.buttons.give_up, LEFT)
    (not_kept,) = window.findChildren(NotKept)
    qtbot.keyClicks(not_kept.note, "The project ended")
    qtbot.mouseClick(not_kept.save_button, LEFT)
    assert {state for _, state in states(notebook_path)} == {"broken"}
    qtbot.mouseClick(ledger.standing.button(Standing.CLOSED), LEFT)
    ledger.list.selectAll()
    qtbot.mouseClick(ledger.buttons.reopen, LEFT)
    assert {state for _, state in states(notebook_path)} == {"open"}
    window.commands.undo()
    assert {state for _, state in states(notebook_path)} == {"broken"}


def test_words_are_corrected_and_a_day_is_set(
    page: PromisesPage,
    window: MainWindow,
    notebook: Notebook,
    marta: int,
    notebook_path: Path,
    qtbot: QtBot,
) -> None:
    window.notifier.tell(notebook.promises.add(marta, Side.OURS, "Prise of the frame"))
    ledger = page.ledger
    qtbot.keyClick(ledger.list, Qt.Key.Key_End)
    assert ledger.buttons.postpone.text() == "Set a day…"
    qtbot.mouseClick(ledger.buttons.correct, LEFT)
    (dialog,) = window.findChildren(CorrectPromise)
    dialog.text.selectAll()
    qtbot.keyClicks(dialog.text, "Price of the frame")
    qtbot.mouseClick(dialog.save_button, LEFT)
    assert shown(ledger)[-1] == "Price of the frame"
    qtbot.mouseClick(ledger.buttons.postpone, LEFT)
    (move,) = window.findChildren(MoveDay)
    assert move.windowTitle() == "By when: “Price of the frame”"
    assert not move.reason.isVisible()
    qtbot.keyClicks(move.day.field, "3 Dec 2026")
    qtbot.keyClick(move.day.field, Qt.Key.Key_Return)
    assert shown(ledger)[-1] == "Price of the frame"
    rows = rows_in(notebook_path, "SELECT due_on FROM promise WHERE text LIKE 'Price%'")
    assert rows == [("2026-12-03",)]
    assert rows_in(notebook_path, "SELECT count(*) FROM promise_move") == [(0,)]


def test_each_ledger_is_sorted_as_makes_sense_there(
    page: PromisesPage, window: MainWindow, marta: int, qtbot: QtBot
) -> None:
    ledger = page.ledger
    assert choices(ledger.order) == ["By day", "By person", "By project"]
    choose(ledger.order, "By person")
    assert shown(ledger) == ["Window sketches", "Revised sketch", "Key for the door"]
    ledger.list.selectAll()
    qtbot.mouseClick(ledger.buttons.keep, LEFT)
    qtbot.mouseClick(ledger.standing.button(Standing.CLOSED), LEFT)
    assert shown(ledger)[0] == "Window sketches"
    assert "1 of those kept came late" in ledger.totals.text()
    ledger.list.select_row(shown(ledger).index("Revised sketch"))
    qtbot.mouseClick(ledger.buttons.kept_on, LEFT)
    (dialog,) = window.findChildren(DayDialog)
    dialog.day.field.selectAll()
    qtbot.keyClicks(dialog.day.field, "19 Nov 2026")
    qtbot.keyClick(dialog.day.field, Qt.Key.Key_Return)
    assert "came late" not in ledger.totals.text()
    window.navigator.person_requested.emit(marta)
    tabs = window.people.card.tabs
    tabs.strip.setCurrentIndex(PROMISES_TAB)
    tab = tabs.tab(PROMISES_TAB)
    assert isinstance(tab, CardLedger)
    assert choices(tab.ledger.order) == ["By day", "By project"]


def choices(pick: PickButton) -> list[str]:
    return [action.text() for action in pick.menu().actions()]


def choose(pick: PickButton, word: str) -> None:
    next(each for each in pick.menu().actions() if each.text() == word).trigger()


def test_it_is_searched_by_typing_and_narrowed_by_side(
    page: PromisesPage, window: MainWindow, qtbot: QtBot
) -> None:
    qtbot.keyClicks(page.ledger.list, "s")
    assert page.search_field.text() == "s"
    page.search_field.clear()
    qtbot.keyClicks(page.search_field, "marta")
    assert shown(page.ledger) == ["Revised sketch", "Key for the door"]
    qtbot.mouseClick(page.ledger.side.button(Side.THEIRS), LEFT)
    assert shown(page.ledger) == ["Key for the door"]
    qtbot.keyClicks(page.search_field, "xyzzy")
    assert page.ledger.nothing.headline.text() == "Nothing found"
    assert not page.ledger.selected()


def test_delete_moves_to_the_trash_and_enter_opens_the_card(
    page: PromisesPage, window: MainWindow, marta: int, notebook_path: Path, qtbot: QtBot
) -> None:
    ledger = page.ledger
    ledger.list.setFocus()
    qtbot.keyClick(ledger.list, Qt.Key.Key_Delete)
    assert shown(ledger) == ["Key for the door", "Window sketches"]
    qtbot.keyClick(ledger.list, Qt.Key.Key_Return)
    assert window.people.person_id == marta


def test_a_card_has_its_own_ledger(
    page: PromisesPage, window: MainWindow, marta: int, clock: FixedClock, qtbot: QtBot
) -> None:
    window.navigator.person_requested.emit(marta)
    tabs = window.people.card.tabs
    assert tabs.strip.tabText(PROMISES_TAB) == "Promises 2"
    tabs.strip.setCurrentIndex(PROMISES_TAB)
    tab = tabs.tab(PROMISES_TAB)
    assert isinstance(tab, CardLedger)
    assert shown(tab.ledger) == ["Revised sketch", "Key for the door"]
    assert tab.ledger.buttons.open_card.isHidden()
    qtbot.mouseClick(tab.ledger.buttons.keep, LEFT)
    assert shown(tab.ledger) == ["Key for the door"]
    assert QApplication.activeModalWidget() is None


def test_a_promise_is_written_down_without_a_contact(
    page: PromisesPage, window: MainWindow, marta: int, notebook_path: Path, qtbot: QtBot
) -> None:
    window.navigator.person_requested.emit(marta)
    tabs = window.people.card.tabs
    tabs.strip.setCurrentIndex(PROMISES_TAB)
    tab = tabs.tab(PROMISES_TAB)
    assert isinstance(tab, CardLedger)
    qtbot.mouseClick(tab.ledger.new_button, LEFT)
    (dialog,) = window.findChildren(PromiseDialog)
    assert [person.name for person in dialog.person.chosen()] == ["Marta Lindqvist"]
    qtbot.mouseClick(dialog.save_button, LEFT)
    assert dialog.banner.text() == "Say what was promised, then save again."
    qtbot.mouseClick(dialog.side.button(Side.THEIRS), LEFT)
    qtbot.keyClicks(dialog.text, "Plan of the cellar")
    qtbot.keyClicks(dialog.due.field, "1 Dec 2026")
    qtbot.mouseClick(dialog.save_button, LEFT)
    assert not dialog.isVisible()
    assert shown(tab.ledger)[-1] == "Plan of the cellar"
    row = "SELECT side, due_on, person_id FROM promise WHERE text = 'Plan of the cellar'"
    assert rows_in(notebook_path, row) == [("theirs", "2026-12-01", marta)]


def test_a_promise_needs_somebody(page: PromisesPage, window: MainWindow, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.ledger.new_button, LEFT)
    (dialog,) = window.findChildren(PromiseDialog)
    qtbot.keyClicks(dialog.text, "Something")
    qtbot.mouseClick(dialog.save_button, LEFT)
    assert "With whom?" in dialog.banner.text()
    assert dialog.isVisible()
