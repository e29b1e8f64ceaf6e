"""Several lines of the panel at once, by keys and by clicks; and one key for each thing to do."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QMenu
from pytestqt.qtbot import QtBot

from notebook.domain.promises import Side
from notebook.services.notebook import Notebook
from notebook.ui.delegates.reminder_layout import Part
from notebook.ui.dialogs.day_dialog import DayDialog
from notebook.ui.dialogs.keys_dialog import KeysDialog
from notebook.ui.dialogs.log_sheet import LogSheet
from notebook.ui.main_window import MainWindow
from tests.reading import rows_in
from tests.services.project_samples import contacts_with
from tests.services.reminders.conftest import World
from tests.ui.conftest import FixedClock

DAY = timedelta(days=1)
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def world(notebook: Notebook) -> World:
    return World(notebook.file)


@pytest.fixture
def five(window: MainWindow, world: World, today: date, qtbot: QtBot) -> MainWindow:
    """Return a window with five own reminders of today, the cursor on the first."""
    for name in ("one", "two", "three", "four", "five"):
        world.reminders.add_own(name, today)
    window.panel.reload()
    qtbot.keyClick(window, Qt.Key.Key_F6)
    return window


def left(window: MainWindow) -> list[str]:
    return [line.what for line in window.panel.due.lines]


def chosen(window: MainWindow) -> list[str]:
    return [line.what for line in window.panel.view.lines()]


def click(window: MainWindow, qtbot: QtBot, number: int, modifier: Qt.KeyboardModifier) -> None:
    view = window.panel.view
    place = view.place_of(window.panel.due.lines[number], Part.TEXT)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, modifier, place)


def test_shift_and_an_arrow_choose_and_d_makes_all_done(
    five: MainWindow, qtbot: QtBot, notebook_path: Path
) -> None:
    view, strip = five.panel.view, five.panel.strip
    assert strip.isHidden()
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Down, SHIFT)
    assert chosen(five) == ["two", "three"]
    assert strip.isVisible()
    assert strip.heading.text() == "2 chosen"
    assert strip.accessibleName() == "2 chosen"
    qtbot.keyClick(view, Qt.Key.Key_D)
    assert left(five) == ["one", "four", "five"]
    assert chosen(five) == ["four"]
    assert strip.isHidden()
    assert five.quiet_line.text() == "Done with 2 reminders"
    assert view.hasFocus()
    qtbot.keyClick(five, Qt.Key.Key_Z, CTRL)
    assert left(five) == ["one", "two", "three", "four", "five"]
    done = "SELECT count(*) FROM reminder WHERE done_on IS NOT NULL"
    assert rows_in(notebook_path, done) == [(0,)]


def test_ctrl_and_a_click_choose_and_the_buttons_act(five: MainWindow, qtbot: QtBot) -> None:
    click(five, qtbot, 0, Qt.KeyboardModifier.NoModifier)
    click(five, qtbot, 2, CTRL)
    click(five, qtbot, 4, CTRL)
    assert chosen(five) == ["one", "three", "five"]
    strip = five.panel.strip
    qtbot.mouseClick(strip.skip_button, Qt.MouseButton.LeftButton)
    assert left(five) == ["two", "four"]
    assert five.quiet_line.text() == "Skipped 3 reminders"
    assert five.panel.view.hasFocus()
    assert chosen(five) == ["four"]


def test_ctrl_a_chooses_all_and_escape_one_again(five: MainWindow, qtbot: QtBot) -> None:
    view = five.panel.view
    qtbot.keyClick(view, Qt.Key.Key_A, CTRL)
    assert len(chosen(five)) == 5
    assert five.panel.strip.heading.text() == "5 chosen"
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert chosen(five) == ["one"]
    assert five.panel.strip.isHidden()


@pytest.mark.parametrize(("key", "days"), [(Qt.Key.Key_T, 1), (Qt.Key.Key_M, 1), (Qt.Key.Key_W, 7)])
def test_one_letter_puts_all_off(
    five: MainWindow, qtbot: QtBot, key: Qt.Key, days: int, today: date
) -> None:
    view = five.panel.view
    qtbot.keyClick(view, Qt.Key.Key_Down, SHIFT)
    qtbot.keyClick(view, key)
    assert [line.due for line in five.panel.due.lines] == [today] * 3 + [today + days * DAY] * 2
    assert five.quiet_line.text().startswith("Put off 2 reminders until 2")
    assert chosen(five) == ["three"]


def test_a_day_is_picked_for_all(five: MainWindow, qtbot: QtBot, today: date) -> None:
    view = five.panel.view
    qtbot.keyClick(view, Qt.Key.Key_A, CTRL)
    qtbot.keyClick(view, Qt.Key.Key_P)
    (dialog,) = five.findChildren(DayDialog)
    assert "5 reminders" in [label.text() for label in dialog.findChildren(QLabel)]
    dialog.day.set_value(today + 9 * DAY)
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    assert {line.due for line in five.panel.due.lines} == {today + 9 * DAY}


def test_the_days_open_at_the_strip(five: MainWindow, qtbot: QtBot, today: date) -> None:
    qtbot.keyClick(five.panel.view, Qt.Key.Key_A, CTRL)
    qtbot.mouseClick(five.panel.strip.put_off_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.actions()[0].trigger()
    menu.close()
    assert {line.due for line in five.panel.due.lines} == {today + DAY}


def test_contacts_are_explained_before_and_said_after(
    window: MainWindow, world: World, notebook: Notebook, qtbot: QtBot, today: date
) -> None:
    ana = world.person("Ana Pereira", rhythm_days=10, known_since=today - 12 * DAY)
    notebook.promises.add(ana, Side.OURS, "Send the sketch", today)
    window.panel.reload()
    qtbot.keyClick(window, Qt.Key.Key_F6)
    qtbot.keyClick(window.panel.view, Qt.Key.Key_A, CTRL)
    note = window.panel.strip.note
    assert note.text() == "Done logs a contact today with Ana Pereira."
    assert note.isVisible()
    qtbot.keyClick(window.panel.view, Qt.Key.Key_D)
    said = "Done with 2 reminders · logged a contact with Ana Pereira"
    assert window.quiet_line.text() == said
    assert contacts_with(notebook, ana) == 1
    assert not [each for each in window.findChildren(LogSheet) if each.isVisible()]


def test_what_cant_be_done_together_is_off(
    window: MainWindow, world: World, qtbot: QtBot, today: date
) -> None:
    mural = world.project(world.person("Ana"))
    for key in ("in-person", "rave-review"):
        world.answer(mural, key, answered_on=today - 5 * DAY, ask_later=True)
    window.panel.reload()
    qtbot.keyClick(window, Qt.Key.Key_F6)
    qtbot.keyClick(window.panel.view, Qt.Key.Key_A, CTRL)
    strip = window.panel.strip
    assert not strip.done_button.isEnabled()
    assert strip.skip_button.isEnabled()
    assert strip.note.text() == "2 ask for an answer of their own."
    menu = window.panel.menus.menu_for(window.panel.view.lines())
    offered = {action.text().split("\t")[0]: action.isEnabled() for action in menu.actions()}
    assert offered == {"Done with these": False, "Put these off": True, "Skip these": True}
    menu.close()
    qtbot.keyClick(window.panel.view, Qt.Key.Key_D)
    assert strip.note.text() == "Each of these asks for an answer of its own."
    assert len(left(window)) == 2


def test_a_look_at_another_hour_keeps_what_is_chosen(
    five: MainWindow, qtbot: QtBot, clock: FixedClock
) -> None:
    qtbot.keyClick(five.panel.view, Qt.Key.Key_Down, SHIFT)
    clock.moment += timedelta(hours=1)
    five.panel.reload()
    assert chosen(five) == ["one", "two"]
    assert five.panel.strip.isVisible()
    assert five.panel.view.line() == five.panel.due.lines[1]


def test_the_selection_is_heard(five: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(five.panel.view, Qt.Key.Key_Down, SHIFT)
    spoken = QAccessible.queryAccessibleInterface(five.panel.view)
    assert spoken is not None
    table = spoken.selectionInterface()
    assert table is not None
    assert table.selectedItemCount() == 2


@pytest.mark.parametrize(("key", "days"), [(Qt.Key.Key_T, 1), (Qt.Key.Key_M, 1), (Qt.Key.Key_W, 7)])
def test_one_letter_puts_one_line_off(
    five: MainWindow, qtbot: QtBot, key: Qt.Key, days: int, today: date
) -> None:
    qtbot.keyClick(five.panel.view, key)
    assert {line.what: line.due for line in five.panel.due.lines}["one"] == today + days * DAY
    assert chosen(five) == ["two"]


def test_a_line_to_come_is_put_off_from_its_own_day(
    window: MainWindow, world: World, qtbot: QtBot, today: date
) -> None:
    world.reminders.add_own("to come", today + 3 * DAY)  # a Wednesday
    window.panel.reload()
    qtbot.keyClick(window, Qt.Key.Key_F6)
    qtbot.keyClick(window.panel.view, Qt.Key.Key_M)
    assert window.panel.due.lines[0].due == today + 8 * DAY


def test_a_contact_is_logged_from_any_line_about_somebody(
    window: MainWindow, world: World, notebook: Notebook, qtbot: QtBot, today: date
) -> None:
    ana = world.person("Ana")
    notebook.promises.add(ana, Side.OURS, "Send the sketch", today)
    window.panel.reload()
    qtbot.keyClick(window, Qt.Key.Key_F6)
    qtbot.keyClick(window.panel.view, Qt.Key.Key_L)
    (sheet,) = (each for each in window.findChildren(LogSheet) if each.isVisible())
    qtbot.keyClicks(sheet.text, "Said it comes later")
    qtbot.keyClick(sheet.text, Qt.Key.Key_Return)
    assert contacts_with(notebook, ana) == 1
    assert left(window) == ["Send the sketch"]


def test_the_keys_are_listed(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F1)
    (dialog,) = window.findChildren(KeysDialog)
    words = [label.text() for label in dialog.findChildren(QLabel)]
    for expected in (
        "In the reminders: choose several lines",
        "In the reminders: choose all lines",
        "In the reminders: put off until tomorrow",
        "In the reminders: log a contact",
    ):
        assert expected in words


@pytest.mark.parametrize("key", [Qt.Key.Key_D, Qt.Key.Key_K, Qt.Key.Key_T])
def test_undo_leads_back_to_the_line_that_it_brings_back(
    five: MainWindow, qtbot: QtBot, key: Qt.Key
) -> None:
    view = five.panel.view
    qtbot.keyClick(view, Qt.Key.Key_Down)
    for name in ("two", "three"):
        assert chosen(five) == [name]
        qtbot.keyClick(view, key)
    assert chosen(five) == ["four"]
    qtbot.keyClick(view, Qt.Key.Key_Down)
    for name in ("three", "two"):
        five.commands.undo()
        assert chosen(five) == [name]
        assert view.hasFocus()
    five.commands.redo()
    assert chosen(five) == ["three"]
    five.commands.undo()
    assert chosen(five) == ["two"]


def test_undo_leads_back_to_several_lines(five: MainWindow, qtbot: QtBot) -> None:
    view = five.panel.view
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Down, SHIFT)
    qtbot.keyClick(view, Qt.Key.Key_D)
    assert chosen(five) == ["four"]
    five.commands.undo()
    assert chosen(five) == ["two", "three"]
    assert five.panel.strip.isVisible()


def test_undo_of_something_else_leaves_the_cursor_alone(
    five: MainWindow, qtbot: QtBot, world: World, today: date
) -> None:
    qtbot.keyClick(five.panel.view, Qt.Key.Key_D)
    five.notifier.tell(world.reminders.add_own("six", today))
    five.commands.undo()
    assert chosen(five) == ["two"]
    five.commands.undo()
    assert chosen(five) == ["one"]
