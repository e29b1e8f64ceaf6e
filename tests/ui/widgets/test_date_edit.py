"""A date that may be empty: typed, stepped, picked."""

from datetime import date

import pytest
from PySide6.QtCore import QDate, QLocale, Qt
from pytestqt.qtbot import QtBot

from notebook.ui.icons import Icons
from notebook.ui.widgets.date_edit import OptionalDateEdit


@pytest.fixture
def edit(icons: Icons, today: date, qtbot: QtBot) -> OptionalDateEdit:
    edit = OptionalDateEdit(icons, today, "Due")
    edit.setLocale(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    qtbot.addWidget(edit)
    edit.show()
    edit.activateWindow()
    edit.setFocus()
    qtbot.waitUntil(edit.field.hasFocus)
    return edit


def test_a_date_is_typed_and_read_back(edit: OptionalDateEdit, qtbot: QtBot) -> None:
    seen: list[object] = []
    edit.changed.connect(seen.append)
    qtbot.keyClicks(edit.field, "5 1")
    qtbot.keyClick(edit.field, Qt.Key.Key_Return)
    assert edit.value() == date(2027, 1, 5)
    assert edit.field.text() == "5 Jan 2027"
    assert seen == [date(2027, 1, 5)]


def test_an_emptied_field_is_no_date(edit: OptionalDateEdit, qtbot: QtBot) -> None:
    edit.set_value(date(2026, 12, 1))
    edit.field.selectAll()
    with qtbot.waitSignal(edit.changed) as changed:
        qtbot.keyClick(edit.field, Qt.Key.Key_Delete)
    assert changed.args == [None]
    assert edit.value() is None
    assert edit.is_valid()


def test_what_cannot_be_read_is_said_calmly(edit: OptionalDateEdit, qtbot: QtBot) -> None:
    qtbot.keyClicks(edit.field, "31 2")
    assert not edit.trouble.isVisible()
    qtbot.keyClick(edit.field, Qt.Key.Key_Return)
    assert edit.trouble.isVisible()
    assert not edit.is_valid()
    assert edit.field.text() == "31 2"
    qtbot.keyClick(edit.field, Qt.Key.Key_Backspace)
    assert not edit.trouble.isVisible()


def test_arrows_move_by_a_day_from_today(edit: OptionalDateEdit, today: date, qtbot: QtBot) -> None:
    qtbot.keyClick(edit.field, Qt.Key.Key_Up)
    assert edit.value() == today
    qtbot.keyClick(edit.field, Qt.Key.Key_Up)
    assert edit.value() == date(2026, 11, 23)
    qtbot.keyClick(edit.field, Qt.Key.Key_Down)
    assert edit.value() == today


def test_a_day_is_picked_from_the_calendar(edit: OptionalDateEdit, qtbot: QtBot) -> None:
    qtbot.keyClick(edit.field, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    popup = edit._calendar
    assert popup is not None
    assert popup.isVisible()
    assert popup.calendar.selectedDate() == QDate(2026, 11, 22)
    popup.calendar.setSelectedDate(QDate(2026, 12, 24))
    with qtbot.waitSignal(edit.changed) as changed:
        popup.calendar.activated.emit(QDate(2026, 12, 24))
    assert changed.args == [date(2026, 12, 24)]
    assert not popup.isVisible()


def test_it_says_what_it_is(edit: OptionalDateEdit) -> None:
    assert edit.field.accessibleName() == "Due"
    assert edit.button.accessibleName() == "Pick from a calendar"
