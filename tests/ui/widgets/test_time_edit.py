"""A time of day that may be empty: typed and stepped."""

from datetime import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from notebook.domain.quick_words import ENGLISH
from notebook.ui.theme import Theme
from notebook.ui.widgets.time_edit import OptionalTimeEdit


@pytest.fixture
def edit(theme: Theme, qtbot: QtBot) -> OptionalTimeEdit:
    edit = OptionalTimeEdit(ENGLISH, "Time")
    qtbot.addWidget(edit)
    edit.show()
    edit.activateWindow()
    edit.setFocus()
    qtbot.waitUntil(edit.field.hasFocus)
    return edit


@pytest.mark.parametrize(
    ("typed", "at", "shown"),
    [("9", time(9), "9:00"), ("3.30", time(15, 30), "15:30"), ("03:30", time(3, 30), "3:30"),
     ("8 pm", time(20), "20:00"), ("12am", time(0), "0:00"), ("Noon", time(12), "12:00")],
)  # fmt: skip
def test_a_time_is_typed_and_read_back(
    edit: OptionalTimeEdit, qtbot: QtBot, typed: str, at: time, shown: str
) -> None:
    qtbot.keyClicks(edit.field, typed)
    qtbot.keyClick(edit.field, Qt.Key.Key_Return)
    assert (edit.value(), edit.field.text()) == (at, shown)


@pytest.mark.parametrize("typed", ["25", "9:75", "soon", "13 pm", "9:5"])
def test_what_is_no_time_is_answered_by_a_sentence(
    edit: OptionalTimeEdit, qtbot: QtBot, typed: str
) -> None:
    qtbot.keyClicks(edit.field, typed)
    qtbot.keyClick(edit.field, Qt.Key.Key_Return)
    assert (edit.value(), edit.is_valid()) == (None, False)
    assert edit.trouble.text() == "Write the time like this: 9:30."
    edit.field.selectAll()
    qtbot.keyClick(edit.field, Qt.Key.Key_Delete)
    assert edit.is_valid()
    assert edit.trouble.isHidden()


def test_arrows_move_by_a_quarter_of_an_hour(edit: OptionalTimeEdit, qtbot: QtBot) -> None:
    seen: list[object] = []
    edit.changed.connect(seen.append)
    qtbot.keyClick(edit.field, Qt.Key.Key_Up)
    qtbot.keyClick(edit.field, Qt.Key.Key_Up)
    edit.set_value(time(0, 5))
    qtbot.keyClick(edit.field, Qt.Key.Key_Down)
    assert seen == [time(9), time(9, 15), time(23, 50)]


def test_the_field_is_named(edit: OptionalTimeEdit) -> None:
    assert edit.field.accessibleName() == "Time"
    assert isinstance(edit, QWidget)
