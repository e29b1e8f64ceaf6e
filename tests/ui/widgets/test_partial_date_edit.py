"""Birthdays typed from the keyboard, whole or in part."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from notebook.domain.partial_date import PartialDate
from notebook.ui.widgets.partial_date_edit import PartialDateEdit

pytestmark = pytest.mark.usefixtures("theme")


@pytest.fixture
def edit(qtbot: QtBot) -> PartialDateEdit:
    edit = PartialDateEdit("Birthday")
    qtbot.addWidget(edit)
    edit.show()
    edit.activateWindow()
    edit.setFocus()
    qtbot.waitUntil(edit.day.hasFocus)
    return edit


def _type(qtbot: QtBot, text: str) -> None:
    """Type into whatever has the focus."""
    for letter in text:
        focused = QApplication.focusWidget()
        assert focused is not None
        if letter == "\t":
            qtbot.keyClick(focused, Qt.Key.Key_Tab)
        else:
            qtbot.keyClicks(focused, letter)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("12 3 1980", PartialDate(1980, 3, 12)),
        ("1.12.1999", PartialDate(1999, 12, 1)),
        ("12/10/", PartialDate(None, 10, 12)),
        ("29\tfeb", PartialDate(None, 2, 29)),
        ("\t\t1980", PartialDate(1980)),
        ("\t3 1980", PartialDate(1980, 3)),
        ("7 0 ", None),
        ("", None),
    ],
)
def test_a_date_is_typed_as_one_says_it(
    typed: str, expected: PartialDate | None, edit: PartialDateEdit, qtbot: QtBot
) -> None:
    _type(qtbot, typed)
    assert edit.value() == expected


def test_a_whole_date_may_be_pasted(edit: PartialDateEdit, qtbot: QtBot) -> None:
    QApplication.clipboard().setText("1980-03-12")
    with qtbot.waitSignal(edit.changed):
        qtbot.keyClick(edit.day, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert edit.value() == PartialDate(1980, 3, 12)


@pytest.mark.parametrize(
    "value",
    [
        None,
        PartialDate(1980, 3, 12),
        PartialDate(None, 2, 29),
        PartialDate(1980, 3),
        PartialDate(1),
    ],
)
def test_what_is_set_comes_back(
    value: PartialDate | None, edit: PartialDateEdit, qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(edit.changed):
        edit.set_value(PartialDate(1999, 9, 9))
        edit.set_value(value)
    assert edit.value() == value
    assert edit.is_valid()


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("31 2 ", "There is no such day in the calendar."),
        ("12", "Which month?"),
        ("\t3", "Add the day or the year."),
        ("1 2 80", "Write the year with four digits."),
        ("x", "Day and year are written as numbers."),
    ],
)
def test_what_cannot_be_is_said_calmly_when_one_leaves(
    typed: str, sentence: str, edit: PartialDateEdit, qtbot: QtBot
) -> None:
    _type(qtbot, typed)
    assert not edit.trouble.isVisible()
    assert edit.value() is None
    assert not edit.is_valid()
    edit.day.setFocus()
    edit.day.clearFocus()
    qtbot.waitUntil(edit.trouble.isVisible)
    assert edit.trouble.text() == sentence
    assert edit.day.accessibleDescription() == sentence


def test_the_sentence_goes_when_the_date_is_right(edit: PartialDateEdit, qtbot: QtBot) -> None:
    _type(qtbot, "31")
    edit.day.clearFocus()
    qtbot.waitUntil(edit.trouble.isVisible)
    edit.day.setFocus()
    _type(qtbot, " 3")
    assert not edit.trouble.isVisible()


def test_backspace_empties_the_month(edit: PartialDateEdit, qtbot: QtBot) -> None:
    edit.set_value(PartialDate(1980, 3, 12))
    qtbot.keyClick(edit.month, Qt.Key.Key_Backspace)
    assert edit.month.currentIndex() == 0


def test_each_part_says_what_it_is(edit: PartialDateEdit) -> None:
    names = [part.accessibleName() for part in (edit.day, edit.month, edit.year)]
    assert names == ["Birthday, day", "Birthday, month", "Birthday, year, if known"]
