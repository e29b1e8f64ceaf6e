"""The calendar file in the settings: what goes in, and how it is kept up to date."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QThreadPool
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from notebook.services.calendar.choices import Part, Wording
from notebook.services.calendar.export import KEPT_NAME
from notebook.services.notebook import Notebook
from notebook.services.own_reminders import OwnReminderDraft
from notebook.services.people import PersonDraft
from notebook.settings import Settings
from notebook.ui.calendar import keeper
from notebook.ui.calendar.calendar_panel import CalendarPanel
from notebook.ui.main_window import MainWindow
from notebook.ui.pages.settings_page import SettingsPage
from notebook.ui.theme import Theme
from tests.ui.conftest import FixedClock
from tests.ui.scripted_prompts import ScriptedPrompts

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the file follow changes at once: a user has the two seconds, a test has not."""
    monkeypatch.setattr(keeper, "_AFTER_MS", 50)


@pytest.fixture
def panel(window: MainWindow, notebook: Notebook, today: date) -> CalendarPanel:
    window.notifier.tell(notebook.people.save(None, PersonDraft("Ana Pereira"), today))
    remind(window, "Order clay", today)
    window.areas.go_to("settings")
    QApplication.processEvents()
    page = window.areas.page("settings")
    assert isinstance(page, SettingsPage)
    return page.calendar


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "calendars"
    made.mkdir()
    return made


def remind(window: MainWindow, text: str, day: date) -> None:
    window.notifier.tell(window.notebook.reminders.own.save(None, OwnReminderDraft(text, day)))


def content(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.exists() else ""


def test_what_is_chosen_is_kept_and_undo_shows_it(
    panel: CalendarPanel, window: MainWindow, notebook: Notebook, qtbot: QtBot
) -> None:
    qtbot.mouseClick(panel.parts.button(Part.BIRTHDAYS), LEFT)
    panel.parts.button(Part.OTHERS).setFocus()
    qtbot.keyClick(panel.parts.button(Part.OTHERS), Qt.Key.Key_Space)
    qtbot.mouseClick(panel.wording.button(Wording.NOTHING), LEFT)
    qtbot.mouseClick(panel.kind.button(True), LEFT)
    for box in (panel.brought_in, panel.alarms):
        qtbot.mouseClick(box, LEFT, pos=QPoint(8, box.height() // 2))
    chosen = notebook.calendar_export.choices()
    assert Part.BIRTHDAYS not in chosen.parts
    assert Part.OTHERS in chosen.parts
    assert (chosen.wording, chosen.as_to_dos, chosen.with_alarms) == (Wording.NOTHING, True, False)
    assert not chosen.with_brought_in
    assert window.quiet_line.text() == "Changed what goes into the calendar file"
    window.commands.undo()
    assert panel.alarms.isChecked()
    assert notebook.calendar_export.choices().wording is Wording.NOTHING


def test_the_file_is_kept_up_to_date_after_changes(
    panel: CalendarPanel,
    window: MainWindow,
    prompts: ScriptedPrompts,
    settings: Settings,
    folder: Path,
    today: date,
    qtbot: QtBot,
) -> None:
    assert panel.place.text() == "It is not kept anywhere yet."
    assert not panel.stop_button.isVisible()
    prompts.folders.append(folder)
    qtbot.mouseClick(panel.folder_button, LEFT)
    path = folder / KEPT_NAME
    qtbot.waitUntil(lambda: "Order clay" in content(path))
    assert str(path) in panel.place.text()
    assert Settings(settings.path).get("calendar-folder", "") == str(folder)  # at once

    remind(window, "Fire the kiln", today)
    assert "Fire the kiln" not in content(path)  # it waits for more
    remind(window, "Send the offer", today)
    qtbot.waitUntil(lambda: "Send the offer" in content(path))
    assert "Fire the kiln" in content(path)
    window.commands.undo()
    qtbot.waitUntil(lambda: "Send the offer" not in content(path))

    qtbot.mouseClick(panel.stop_button, LEFT)
    remind(window, "Nobody hears of this", today)
    assert panel.place.text() == "It is not kept anywhere yet."
    assert "Fire the kiln" in content(path)


def test_a_window_that_closes_writes_what_still_waits(
    panel: CalendarPanel,
    window: MainWindow,
    prompts: ScriptedPrompts,
    folder: Path,
    today: date,
    qtbot: QtBot,
) -> None:
    prompts.folders.append(folder)
    qtbot.mouseClick(panel.folder_button, LEFT)
    qtbot.waitUntil((folder / KEPT_NAME).exists)
    remind(window, "Fire the kiln", today)
    window.close()
    QThreadPool.globalInstance().waitForDone()
    assert "Fire the kiln" in content(folder / KEPT_NAME)


def test_a_folder_that_is_gone_is_said_once_and_nothing_is_lost(
    panel: CalendarPanel,
    window: MainWindow,
    prompts: ScriptedPrompts,
    folder: Path,
    today: date,
    qtbot: QtBot,
) -> None:
    prompts.folders.append(folder)
    qtbot.mouseClick(panel.folder_button, LEFT)
    path = folder / KEPT_NAME
    qtbot.waitUntil(lambda: "Order clay" in content(path))
    away = folder.rename(folder.with_name("unplugged"))
    remind(window, "Fire the kiln", today)
    qtbot.waitUntil(panel.trouble.isVisible)
    assert "there is no such place" in panel.trouble.text()
    assert window.quiet_line.text() == (
        "The calendar file can’t be written. Nothing is lost; the settings say why."
    )
    assert prompts.problems == []
    assert not folder.exists()

    window.quiet_line.clear()
    qtbot.mouseClick(panel.again_button, LEFT)
    with qtbot.waitSignal(panel._keeper.state_changed):
        pass
    assert window.quiet_line.text() == ""
    away.rename(folder)
    qtbot.mouseClick(panel.again_button, LEFT)
    qtbot.waitUntil(lambda: "Fire the kiln" in content(path))
    qtbot.waitUntil(panel.trouble.isHidden)
    assert not panel.again_button.isVisible()


def test_a_file_of_another_program_is_left_alone(
    panel: CalendarPanel, prompts: ScriptedPrompts, folder: Path, qtbot: QtBot
) -> None:
    (folder / KEPT_NAME).write_text("BEGIN:VCALENDAR\nEND:VCALENDAR\n")
    prompts.folders.append(folder)
    qtbot.mouseClick(panel.folder_button, LEFT)
    qtbot.waitUntil(panel.trouble.isVisible)
    assert panel.trouble.text().startswith("There is another file at ")
    assert "PRODID" not in content(folder / KEPT_NAME)


def test_the_next_window_goes_on_with_the_folder(
    notebook: Notebook,
    settings: Settings,
    clock: FixedClock,
    theme: Theme,
    prompts: ScriptedPrompts,
    folder: Path,
    today: date,
    qtbot: QtBot,
) -> None:
    settings.set("calendar-folder", str(folder))
    notebook.reminders.own.save(None, OwnReminderDraft("Order clay", today))
    window = MainWindow(notebook, settings, clock, theme, prompts)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: "Order clay" in content(folder / KEPT_NAME))


def test_a_file_is_saved_once_from_the_menu(
    panel: CalendarPanel,
    window: MainWindow,
    prompts: ScriptedPrompts,
    folder: Path,
    qtbot: QtBot,
) -> None:
    prompts.places += [folder / "mine.ics", folder / "gone" / "mine.ics", None]
    window.commands.actions["calendar-save"].trigger()
    qtbot.waitUntil(lambda: window.quiet_line.text() == "Saved the calendar file mine.ics")
    assert "SUMMARY:Order clay" in content(folder / "mine.ics")
    qtbot.mouseClick(panel.save_button, LEFT)
    qtbot.waitUntil(lambda: len(prompts.problems) == 1)
    assert prompts.problems[0][0] == "The calendar file was not saved"
    qtbot.mouseClick(panel.save_button, LEFT)
    assert prompts.places == []


def test_the_folder_is_remembered_also_when_the_program_is_killed(
    panel: CalendarPanel, prompts: ScriptedPrompts, settings: Settings, folder: Path, qtbot: QtBot
) -> None:
    prompts.folders.append(folder)
    qtbot.mouseClick(panel.folder_button, LEFT)
    qtbot.waitUntil(lambda: bool(content(folder / KEPT_NAME)))
    assert Settings(settings.path).get("calendar-folder", "") == str(folder)
    qtbot.mouseClick(panel.stop_button, LEFT)
    assert Settings(settings.path).get("calendar-folder", "") == ""
