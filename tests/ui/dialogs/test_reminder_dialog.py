"""Own reminders as a person writes them: on one line, or field by field."""

from datetime import date, time, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from notebook.domain.recurrence import Frequency, NthWeekday, Recurrence
from notebook.services.own_reminders import OwnReminderDraft
from notebook.ui.dialogs.reminder_dialog import ReminderDialog
from notebook.ui.main_window import MainWindow
from tests.reading import rows_in
from tests.services.reminders.conftest import World
from tests.ui.samples import HOSTILE_NAMES
from tests.ui.scripted_prompts import ScriptedPrompts

COLUMNS = "text, due_on, at, rule, anchor, from_completion, lead_days, person_id"


@pytest.fixture
def world(window: MainWindow) -> World:
    return World(window.notebook.file)


@pytest.fixture
def ana(world: World) -> int:
    return world.person("Ana Pereira")


@pytest.fixture
def dialog(window: MainWindow, ana: int, qtbot: QtBot) -> ReminderDialog:
    """Return the dialog that Ctrl+R opens, with the cursor in its line."""
    qtbot.keyClick(window, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    return opened(window, qtbot)


def opened(window: MainWindow, qtbot: QtBot) -> ReminderDialog:
    (found,) = (each for each in window.findChildren(ReminderDialog) if each.isVisible())
    qtbot.waitUntil(found.isActiveWindow)
    return found


def press_enter(qtbot: QtBot) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, Qt.Key.Key_Return)


def test_one_line_and_enter(
    dialog: ReminderDialog, ana: int, qtbot: QtBot, notebook_path: Path
) -> None:
    assert dialog.line.field.hasFocus()
    qtbot.keyClicks(dialog.line.field, "call Ana next Tuesday 10:00")
    assert dialog.line.understood.text() == "Tuesday 24 November, 10:00, for Ana Pereira"
    assert dialog.line.field.accessibleDescription() == dialog.line.understood.text()
    press_enter(qtbot)
    assert not dialog.isVisible()
    assert rows_in(notebook_path, f"SELECT {COLUMNS} FROM reminder") == [
        ("call Ana", "2026-11-24", "10:00", None, None, 0, 0, ana)
    ]


def test_the_line_fills_the_fields_and_gives_back_what_is_deleted(
    dialog: ReminderDialog, qtbot: QtBot, today: date
) -> None:
    fields = dialog.fields
    qtbot.keyClicks(dialog.line.field, "Invoices every first Monday at 9")
    assert dialog.line.understood.text() == (
        "Every first Monday of the month, first on Monday 7 December, 9:00"
    )
    assert fields.draft() == OwnReminderDraft(
        "Invoices",
        date(2026, 12, 7),
        at=time(9),
        recurrence=Recurrence(Frequency.MONTHLY, nth_weekday=NthWeekday(1, 0)),
    )
    dialog.line.field.selectAll()
    qtbot.keyClick(dialog.line.field, Qt.Key.Key_Delete)
    assert fields.draft() == OwnReminderDraft("", today)
    assert "on one line" in dialog.line.understood.text()


def test_what_was_chosen_in_a_field_stays(
    dialog: ReminderDialog, qtbot: QtBot, notebook_path: Path
) -> None:
    fields = dialog.fields
    qtbot.keyClicks(dialog.line.field, "water the plants daily")
    qtbot.mouseClick(fields.quick.button(date(2026, 11, 29)), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(fields.repeat.counting.button(True), Qt.MouseButton.LeftButton)
    fields.text.selectAll()
    qtbot.keyClicks(fields.text, "Water")
    fields.lead.setFocus()
    fields.lead.selectAll()
    dialog.line.field.setFocus()
    dialog.line.field.end(False)
    qtbot.keyClicks(dialog.line.field, " from Friday at 8")
    press_enter(qtbot)
    assert rows_in(notebook_path, f"SELECT {COLUMNS} FROM reminder") == [
        ("Water", "2026-11-29", "08:00", "FREQ=DAILY", "2026-11-29", 1, 0, None)
    ]


def test_every_field_is_reached_by_tab_and_named(dialog: ReminderDialog, qtbot: QtBot) -> None:
    qtbot.keyClicks(dialog.line.field, "x every first Monday until 1.1.2028")
    qtbot.waitUntil(lambda: dialog.fields.repeat.month_day.button("weekday").isVisible())
    seen: list[QWidget] = []
    while (focused := QApplication.focusWidget()) is not None and focused not in seen:
        interface = QAccessible.queryAccessibleInterface(focused)
        assert interface.text(QAccessible.Text.Name), focused
        seen.append(focused)
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    fields = dialog.fields
    expected = [
        dialog.line.field,
        fields.text,
        fields.quick.button(date(2026, 11, 22)),
        fields.day.field,
        fields.day.button,
        fields.at.field,
        fields.repeat.frequency.button(Frequency.MONTHLY),
        fields.repeat.interval,
        fields.repeat.month_day.button("weekday"),
        fields.repeat.counting.button(False),
        fields.repeat.end.choice.button("until"),
        fields.repeat.end.day.field,
        fields.repeat.end.day.button,
        fields.lead,
        fields.person.field,
        fields.project,
        dialog.cancel_button,
        dialog.save_button,
    ]
    assert seen == expected


def test_it_says_what_is_missing_and_goes_there(
    dialog: ReminderDialog, qtbot: QtBot, notebook_path: Path
) -> None:
    press_enter(qtbot)
    assert dialog.banner.text() == "Say what to remind you of, then save again."
    qtbot.keyClicks(dialog.fields.text, "Call")
    qtbot.keyClicks(dialog.fields.at.field, "nine")
    press_enter(qtbot)
    assert dialog.banner.text().startswith("At what time?")
    assert dialog.fields.at.field.hasFocus()
    dialog.fields.at.field.clear()
    qtbot.mouseClick(
        dialog.fields.repeat.frequency.button(Frequency.WEEKLY), Qt.MouseButton.LeftButton
    )
    qtbot.mouseClick(dialog.fields.repeat.end.choice.button("until"), Qt.MouseButton.LeftButton)
    dialog.save_button.click()
    assert dialog.banner.text() == "Until which day?"
    qtbot.keyClicks(dialog.fields.repeat.end.day.field, "2026-11-01")
    dialog.save_button.click()
    assert dialog.banner.text().startswith("It ends before it begins")
    assert rows_in(notebook_path, "SELECT count(*) FROM reminder") == [(0,)]


def test_several_with_the_same_name_are_told(
    world: World, dialog: ReminderDialog, qtbot: QtBot
) -> None:
    world.person("Ana Sousa")
    qtbot.keyClicks(dialog.line.field, "call Ana tomorrow")
    assert dialog.line.understood.text() == (
        "Monday 23 November. Several people are called so, choose below: Ana Pereira, Ana Sousa"
    )
    assert dialog.fields.person.chosen() == ()
    qtbot.keyClicks(dialog.line.field, " for 2 times")
    assert dialog.line.understood.text().startswith(
        "Monday 23 November. Not sure about “for 2 times”: left in the text. Several people"
    )


def test_the_projects_are_those_of_the_person(
    world: World, ana: int, window: MainWindow, qtbot: QtBot, notebook_path: Path
) -> None:
    mural = world.project(ana, name="Mural & more")
    world.project(world.person("Ben"), name="Window")
    window.navigator.reminder_requested.emit(None, None)
    dialog = opened(window, qtbot)
    project = dialog.fields.project
    assert project.count() == 3
    qtbot.keyClicks(dialog.line.field, "call Ana")
    assert [project.itemText(row) for row in range(project.count())] == [
        "No project",
        "Mural & more (Ana Pereira)",
    ]
    project.setFocus()
    qtbot.keyClick(project, Qt.Key.Key_Down)
    assert project.value() == mural
    qtbot.keyClick(project, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert rows_in(notebook_path, "SELECT person_id, project_id FROM reminder") == [(ana, mural)]


def test_a_known_one_is_moved_by_its_line_and_keeps_the_rest(
    world: World, window: MainWindow, ana: int, qtbot: QtBot, notebook_path: Path
) -> None:
    rule = Recurrence(Frequency.MONTHLY, month_day=31, count=4)
    draft = OwnReminderDraft(
        "Rent", date(2026, 10, 31), ana, at=time(8), lead_days=3, recurrence=rule
    )
    reminder = world.reminders.own.save(None, draft).new_id
    before = rows_in(notebook_path, f"SELECT {COLUMNS} FROM reminder")
    window.panel.own_chosen.emit(reminder)
    dialog = opened(window, qtbot)
    assert dialog.fields.text.hasFocus()
    assert dialog.fields.lead.text() == "3 days before"
    dialog.save_button.click()
    assert rows_in(notebook_path, f"SELECT {COLUMNS} FROM reminder") == before
    window.panel.own_chosen.emit(reminder)
    dialog = opened(window, qtbot)
    qtbot.keyClicks(dialog.line.field, "next month")
    press_enter(qtbot)
    assert rows_in(notebook_path, "SELECT text, due_on, rule FROM reminder") == [
        ("Rent", "2026-12-31", "FREQ=MONTHLY;BYMONTHDAY=31;COUNT=4")
    ]
    undone = window.notebook.upkeep.undo()
    assert undone is not None
    assert rows_in(notebook_path, f"SELECT {COLUMNS} FROM reminder") == before


@pytest.mark.parametrize("name", HOSTILE_NAMES)
def test_names_are_shown_letter_for_letter(
    world: World, window: MainWindow, name: str, qtbot: QtBot
) -> None:
    person = world.person(name)
    world.project(person, name=name)
    window.navigator.reminder_requested.emit(person, None)
    dialog = opened(window, qtbot)
    assert dialog.width() < window.width()
    assert dialog.fields.project.itemText(1) == f"{name} ({name})"
    dialog.line._on_typed(f"{name} tomorrow")
    assert not dialog.grab().isNull()
    assert dialog.width() < window.width()


def test_it_stays_within_a_small_window(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(1024, 640)
    window.navigator.reminder_requested.emit(None, None)
    dialog = opened(window, qtbot)
    small = dialog.height()
    qtbot.keyClicks(dialog.line.field, "x every first Monday until 1.1.2028")
    qtbot.waitUntil(lambda: dialog.height() > small)
    assert dialog.height() <= 640
    assert window.geometry().contains(dialog.geometry())
    assert dialog.save_button.isVisible()


def test_words_of_a_reminder_are_not_thrown_away_by_escape(
    dialog: ReminderDialog, prompts: ScriptedPrompts, qtbot: QtBot
) -> None:
    qtbot.keyClicks(QApplication.focusWidget(), "call the bank next Tuesday")
    prompts.confirmations = [False, True]
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_what_was_chosen_for_a_known_reminder_is_not_thrown_away_by_escape(
    window: MainWindow, world: World, today: date, prompts: ScriptedPrompts, qtbot: QtBot
) -> None:
    draft = OwnReminderDraft("Invoices", today, at=time(9))
    known = world.reminders.own.save(None, draft).new_id
    window.navigator.own_reminder_requested.emit(known)
    dialog = opened(window, qtbot)
    dialog.fields.lead.setFocus()
    qtbot.keyClick(dialog.fields.lead, Qt.Key.Key_Up)
    prompts.confirmations += [False]
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    qtbot.keyClick(dialog.fields.lead, Qt.Key.Key_Down)
    asked = len(prompts.asked)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert len(prompts.asked) == asked, "all is as it was"
    window.navigator.own_reminder_requested.emit(known)
    dialog = opened(window, qtbot)
    tomorrow = dialog.fields.quick.button(today + timedelta(days=1))
    qtbot.mouseClick(tomorrow, Qt.MouseButton.LeftButton)
    prompts.confirmations += [True]
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert world.reminders.own.draft(known) == draft


def test_an_untouched_reminder_closes_at_once(dialog: ReminderDialog, qtbot: QtBot) -> None:
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
