"""The row of choices, by mouse and by keyboard."""

from enum import Enum

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from notebook.ui.widgets.choice_row import ChoiceRow

pytestmark = pytest.mark.usefixtures("theme")


class Grade(Enum):
    BELOW = 1
    AS = 2
    ABOVE = 3


OPTIONS = [(Grade.BELOW, "Below"), (Grade.AS, "As expected"), (Grade.ABOVE, "Above")]


@pytest.fixture
def row(qtbot: QtBot) -> ChoiceRow:
    row = ChoiceRow(OPTIONS, "Compared with what was expected", tones={Grade.BELOW: "bad"})
    qtbot.addWidget(row)
    row.show()
    return row


def _click(qtbot: QtBot, row: ChoiceRow, key: Grade) -> None:
    qtbot.mouseClick(row.button(key), Qt.MouseButton.LeftButton)


def test_a_click_chooses_and_takes_back(row: ChoiceRow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(row.chosen) as chosen:
        _click(qtbot, row, Grade.AS)
    assert chosen.args == [Grade.AS]
    assert row.value() is Grade.AS
    _click(qtbot, row, Grade.ABOVE)
    assert [row.button(key).isChecked() for key in Grade] == [False, False, True]
    with qtbot.waitSignal(row.chosen) as taken_back:
        _click(qtbot, row, Grade.ABOVE)
    assert taken_back.args == [None]
    assert row.value() is None


def test_a_choice_that_must_be_made_cannot_be_taken_back(qtbot: QtBot) -> None:
    row = ChoiceRow(OPTIONS, "Grade", optional=False)
    qtbot.addWidget(row)
    _click(qtbot, row, Grade.AS)
    with qtbot.assertNotEmitted(row.chosen):
        _click(qtbot, row, Grade.AS)
    assert row.value() is Grade.AS
    assert row.button(Grade.AS).isChecked()


def test_setting_a_value_is_no_choice_of_the_user(row: ChoiceRow, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(row.chosen):
        row.set_value(Grade.ABOVE)
        row.set_value("strange")
    assert row.value() is None
    row.set_value(Grade.AS)
    row.set_options(OPTIONS[1:])
    assert row.value() is Grade.AS
    row.set_options(OPTIONS[:1])
    assert row.value() is None


def test_arrows_choose_and_go_round(row: ChoiceRow, qtbot: QtBot) -> None:
    row.setFocus()
    qtbot.waitUntil(row.button(Grade.BELOW).hasFocus)
    qtbot.keyClick(row.button(Grade.BELOW), Qt.Key.Key_Right)
    assert row.value() is Grade.AS
    assert row.button(Grade.AS).hasFocus()
    qtbot.keyClick(row.button(Grade.AS), Qt.Key.Key_Left)
    qtbot.keyClick(row.button(Grade.BELOW), Qt.Key.Key_Up)
    assert row.value() is Grade.ABOVE
    qtbot.keyClick(row.button(Grade.ABOVE), Qt.Key.Key_Space)
    assert row.value() is None
    qtbot.keyClick(row.button(Grade.ABOVE), Qt.Key.Key_Return)
    assert row.value() is Grade.ABOVE


def test_arrows_follow_the_reading_direction(row: ChoiceRow, qtbot: QtBot) -> None:
    row.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    row.set_value(Grade.BELOW)
    qtbot.keyClick(row.button(Grade.BELOW), Qt.Key.Key_Left)
    assert row.value() is Grade.AS


def test_tab_stops_once_at_the_chosen_word(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    before, row, after = QLineEdit(), ChoiceRow(OPTIONS, "Grade"), QLineEdit()
    column = QVBoxLayout(window)
    for widget in (before, row, after):
        column.addWidget(widget)
    row.set_value(Grade.AS)
    window.show()
    window.activateWindow()
    before.setFocus()
    qtbot.waitUntil(before.hasFocus)
    qtbot.keyClick(before, Qt.Key.Key_Tab)
    assert row.button(Grade.AS).hasFocus()
    qtbot.keyClick(row.button(Grade.AS), Qt.Key.Key_Tab)
    assert after.hasFocus()
    qtbot.keyClick(after, Qt.Key.Key_Backtab)
    assert row.button(Grade.AS).hasFocus()


def test_words_wrap_where_the_room_ends(row: ChoiceRow) -> None:
    row.resize(600, 40)
    assert len({row.button(key).y() for key in Grade}) == 1
    row.resize(150, 200)
    assert len({row.button(key).y() for key in Grade}) > 1
    assert all(row.button(key).geometry().right() <= 150 for key in Grade)
    assert row.heightForWidth(150) > row.heightForWidth(600)


def test_it_says_what_it_is(row: ChoiceRow) -> None:
    assert row.accessibleName() == "Compared with what was expected"
    assert row.button(Grade.AS).accessibleName() == "As expected"
    assert row.button(Grade.AS).accessibleDescription() == row.accessibleName()
