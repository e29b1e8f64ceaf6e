"""Bringing appointments in, as a person does it: choose, look, say who it is, bring in."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from notebook.services.notebook import Notebook
from notebook.services.people import PersonDraft
from notebook.ui.calendar.appointments_dialog import AppointmentsDialog
from notebook.ui.main_window import MainWindow
from tests.formats.test_ical_read import calendar
from tests.reading import rows_in
from tests.ui.scripted_prompts import ScriptedPrompts

LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier
TAKING_PART = """
    SELECT m.state, substr(m.happened_at, 1, 10), group_concat(p.name)
    FROM moment m JOIN moment_person mp ON mp.moment_id = m.id JOIN person p ON p.id = mp.person_id
    WHERE m.deleted_at IS NULL GROUP BY m.id ORDER BY m.happened_at"""


@pytest.fixture
def work(tmp_path: Path) -> Path:
    path = tmp_path / "work.ics"
    path.write_bytes(
        calendar(
            ("UID:1", "DTSTART:20261127T090000", "DTEND:20261127T093000", "SUMMARY:Call Ana"),
            ("UID:2", "DTSTART;VALUE=DATE:20261128", "SUMMARY:Fair & market <b>"),
            ("UID:3", "DTSTART:20261101T100000", "SUMMARY:Ana Pereira"),
            ("UID:4", "DTSTART:20261123T080000", "RRULE:FREQ=MONTHLY", "SUMMARY:Ana: figures"),
            ("UID:5", "DTSTART:20261124T080000", "SUMMARY:Ana", "STATUS:CANCELLED"),
            ("UID:6", "DTSTART:INVALID-DATE"),
        )
    )
    return path


@pytest.fixture
def dialog(
    window: MainWindow,
    notebook: Notebook,
    prompts: ScriptedPrompts,
    work: Path,
    today: date,
    qtbot: QtBot,
) -> AppointmentsDialog:
    """Return the dialog with the appointments of a calendar."""
    for name in ("Ana Pereira", "Ben Ode"):
        window.notifier.tell(notebook.people.save(None, PersonDraft(name), today))
    window.commands.actions["calendar-import"].trigger()
    (opened,) = window.findChildren(AppointmentsDialog)
    prompts.files.append([work])
    qtbot.mouseClick(opened.choose_button, LEFT)
    qtbot.waitUntil(opened.page.isVisible)
    return opened


def rows(dialog: AppointmentsDialog) -> list[tuple[str, ...]]:
    model = dialog.page.model
    return [
        tuple(model.index(row, column).data() for column in range(4))
        for row in range(model.rowCount())
    ]


def outcomes(dialog: AppointmentsDialog) -> list[str]:
    return [row[3] for row in rows(dialog)]


def choose(dialog: AppointmentsDialog, title: str) -> None:
    row = next(place for place, row in enumerate(rows(dialog)) if row[1] == title)
    dialog.page.table.selectRow(row)


def press_go(dialog: AppointmentsDialog, qtbot: QtBot) -> None:
    qtbot.mouseClick(dialog.go_button, LEFT)
    qtbot.waitUntil(lambda: dialog.close_button.text() == "Close")


def test_one_looks_says_who_it_is_and_brings_in(
    dialog: AppointmentsDialog, window: MainWindow, notebook_path: Path, qtbot: QtBot
) -> None:
    assert rows(dialog) == [
        ("work.ics line 31", "–", "–", "This event can’t be read: what it says is no date."),
        ("Sun 1 Nov, 10:00", "Ana Pereira", "Ana Pereira", "Left out"),
        ("Mon 23 Nov, 8:00", "Ana: figures", "Ana Pereira", "Will be planned"),
        ("Tue 24 Nov, 8:00", "Ana", "Ana Pereira", "Cancelled"),
        ("Fri 27 Nov, 9:00", "Call Ana", "Ana Pereira", "Will be planned"),
        ("Sat 28 Nov", "Fair & market <b>", "–", "Say whom it concerns"),
        ("Wed 23 Dec, 8:00", "Ana: figures", "Ana Pereira", "Will be planned"),
        ("Sat 23 Jan, 8:00", "Ana: figures", "Ana Pereira", "Will be planned"),
    ]
    assert dialog.page.counts.text() == "6 new · 1 cancelled · 1 that can't be read"
    assert dialog.go_button.text() == "Bring in 4 appointments"
    assert rows_in(notebook_path, TAKING_PART) == []

    choose(dialog, "Fair & market <b>")
    assert not dialog.page.wanted.isEnabled()
    qtbot.keyClicks(dialog.page.chooser.field, "ben")
    qtbot.keyClick(dialog.page.chooser.field, Qt.Key.Key_Return)
    assert outcomes(dialog)[5] == "Will be planned"
    choose(dialog, "Call Ana")
    qtbot.keyClick(dialog.page.table, Qt.Key.Key_Space)
    assert outcomes(dialog)[4] == "Left out"
    assert not dialog.page.wanted.isChecked()

    assert dialog.go_button.text() == "Bring in 4 appointments"
    press_go(dialog, qtbot)
    assert dialog.page.headline.text() == "Brought in 4 appointments"
    assert outcomes(dialog)[1:6] == [
        "Left out",
        "Planned already",
        "Cancelled",
        "Left out",
        "Planned already",
    ]
    assert window.quiet_line.text() == "Brought in 4 appointments"
    assert rows_in(notebook_path, TAKING_PART) == [
        ("planned", "2026-11-23", "Ana Pereira"),
        ("planned", "2026-11-28", "Ben Ode"),
        ("planned", "2026-12-23", "Ana Pereira"),
        ("planned", "2027-01-23", "Ana Pereira"),
    ]
    with qtbot.waitActive(window):
        qtbot.keyClick(dialog.close_button, Qt.Key.Key_Return)
        window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
    assert rows_in(notebook_path, TAKING_PART) == []


def test_who_is_picked_for_one_turn_is_there_at_all_of_the_series_however_far_one_looks(
    dialog: AppointmentsDialog, notebook_path: Path, qtbot: QtBot
) -> None:
    choose(dialog, "Ana: figures")
    qtbot.keyClicks(dialog.page.chooser.field, "ben")
    qtbot.keyClick(dialog.page.chooser.field, Qt.Key.Key_Return)
    figures = [row[2] for row in rows(dialog) if row[1] == "Ana: figures"]
    assert figures == ["Ana Pereira, Ben Ode"] * 3
    half_a_year = dialog.page.horizon.menu().actions()[2]
    half_a_year.trigger()
    qtbot.waitUntil(dialog.page.isVisible)
    figures = [row[2] for row in rows(dialog) if row[1] == "Ana: figures"]
    assert figures == ["Ana Pereira, Ben Ode"] * 7


def test_what_has_passed_is_logged_where_one_wants(
    dialog: AppointmentsDialog, notebook_path: Path, qtbot: QtBot
) -> None:
    _leave_out, log = dialog.page.past.menu().actions()
    log.trigger()
    assert outcomes(dialog)[1] == "Will be logged"
    assert dialog.go_button.text() == "Bring in 5 appointments"
    press_go(dialog, qtbot)
    assert rows_in(notebook_path, TAKING_PART)[0] == ("logged", "2026-11-01", "Ana Pereira")


def test_a_second_import_brings_in_only_what_is_new(
    dialog: AppointmentsDialog,
    window: MainWindow,
    notebook_path: Path,
    work: Path,
    qtbot: QtBot,
) -> None:
    press_go(dialog, qtbot)
    before = rows_in(notebook_path, TAKING_PART)
    dialog.close()
    work.write_bytes(work.read_bytes().replace(b"20261127T09", b"20261127T11"))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(work))])
    window.commands.actions["calendar-import"].trigger()
    again = next(each for each in window.findChildren(AppointmentsDialog) if each.isVisible())
    copy, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    again.dropEvent(QDropEvent(QPoint(5, 5), copy, data, LEFT, none))
    qtbot.waitUntil(again.page.isVisible)
    assert outcomes(again)[4] == "Changed: the plan will follow"
    assert again.go_button.text() == "Bring the plans up to date"
    press_go(again, qtbot)
    assert again.page.headline.text() == "Brought the plans up to date with the calendar"
    assert len(rows_in(notebook_path, TAKING_PART)) == len(before)
    when = "SELECT happened_at FROM moment ORDER BY happened_at"
    assert ("2026-11-27T11:00",) in rows_in(notebook_path, when)


def test_plans_that_are_no_longer_in_the_file_are_kept_or_called_off(
    dialog: AppointmentsDialog,
    window: MainWindow,
    prompts: ScriptedPrompts,
    notebook_path: Path,
    work: Path,
    qtbot: QtBot,
) -> None:
    press_go(dialog, qtbot)
    before = rows_in(notebook_path, TAKING_PART)
    dialog.close()
    work.write_bytes(work.read_bytes().replace(b"FREQ=MONTHLY", b"FREQ=MONTHLY;COUNT=1"))
    window.commands.actions["calendar-import"].trigger()
    again = next(each for each in window.findChildren(AppointmentsDialog) if each.isVisible())
    prompts.files.append([work])
    qtbot.mouseClick(again.choose_button, LEFT)
    qtbot.waitUntil(again.page.isVisible)
    assert "2 no longer in the file" in again.page.counts.text()
    assert outcomes(again)[-2:] == ["Gone: will be called off"] * 2
    call_off, keep = again.page.gone.menu().actions()
    keep.trigger()
    assert outcomes(again)[-2:] == ["Left as it is"] * 2
    assert not again.go_button.isEnabled()
    call_off.trigger()
    again.page.table.selectRow(again.page.model.rowCount() - 1)
    qtbot.keyClick(again.page.table, Qt.Key.Key_Space)
    assert outcomes(again)[-1] == "Left as it is"
    assert again.go_button.text() == "Bring the plans up to date"
    press_go(again, qtbot)
    after = rows_in(notebook_path, TAKING_PART)
    assert set(before) - set(after) == {("planned", "2026-12-23", "Ana Pereira")}


def test_another_file_may_follow_when_one_is_brought_in(
    dialog: AppointmentsDialog, notebook_path: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    press_go(dialog, qtbot)
    before = rows_in(notebook_path, TAKING_PART)
    more = tmp_path / "more.ics"
    more.write_bytes(
        calendar(("UID:9", "DTSTART:20261130T100000", "DURATION:PT1M", "SUMMARY:Ben Ode"))
    )
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(more))])
    copy, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    dialog.dropEvent(QDropEvent(QPoint(5, 5), copy, data, LEFT, none))
    qtbot.waitUntil(lambda: len(rows(dialog)) == 1)
    qtbot.waitUntil(dialog.page.isVisible)
    assert outcomes(dialog) == ["Will be planned"]
    assert dialog.close_button.text() == "Cancel"
    assert dialog.page.about.text() == "Mon 30 Nov, 10:00 · 1 minute"
    dialog.page.wanted.click()
    assert dialog.go_button.text() == dialog.go_button.accessibleName() == "Bring in"
    dialog.page.wanted.click()
    press_go(dialog, qtbot)
    assert len(rows_in(notebook_path, TAKING_PART)) == len(before) + 1


def test_a_file_that_is_none_is_said_and_leads_no_further(
    window: MainWindow, prompts: ScriptedPrompts, tmp_path: Path, qtbot: QtBot
) -> None:
    broken = tmp_path / "broken.ics"
    broken.write_bytes(b"\x00\x01\x02")
    window.commands.actions["calendar-import"].trigger()
    (dialog,) = window.findChildren(AppointmentsDialog)
    prompts.files.append([broken])
    qtbot.mouseClick(dialog.choose_button, LEFT)
    qtbot.waitUntil(dialog.page.isVisible)
    assert dialog.page.headline.text() == "There are no appointments in these files"
    assert outcomes(dialog) == ["This is not a calendar file. Nothing was read from it."]
    assert not dialog.go_button.isVisible()
    assert dialog.close_button.hasFocus()


def test_the_keyboard_reaches_everything(dialog: AppointmentsDialog, qtbot: QtBot) -> None:
    assert dialog.page.table.hasFocus()
    choose(dialog, "Call Ana")
    reached = []
    for _ in range(12):
        focused = QApplication.focusWidget()
        assert focused is not None
        assert focused.accessibleName() or getattr(focused, "text", str)()
        reached.append(focused)
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    page = dialog.page
    for widget in (page.table, page.wanted, page.chooser.field, page.horizon, page.past):
        assert widget in reached
    assert dialog.go_button in reached
