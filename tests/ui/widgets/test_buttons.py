"""Buttons: Enter presses what has the focus, and the filled one from a field."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from notebook.ui.icons import Icons
from notebook.ui.widgets.buttons import icon_button, link_button, plain_button, primary_button
from notebook.ui.widgets.labels import text_label


@pytest.mark.parametrize(
    ("focused", "pressed"), [(0, "Ask"), (1, "Add"), (2, "Save"), (3, "Later"), (4, "Save")]
)
def test_enter_in_a_dialog(focused: int, pressed: str, icons: Icons, qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    link, bare = link_button("Ask"), icon_button(icons, "plus", "Add")
    later, save = plain_button("Later"), primary_button("Save", icons, "check")
    widgets = [link, bare, QLineEdit(), later, save]
    column = QVBoxLayout(dialog)
    for widget in widgets:
        column.addWidget(widget)
    seen: list[str] = []
    for button in (link, bare, later, save):
        button.pressed.connect(partial(seen.append, button.accessibleName()))
    dialog.show()
    dialog.activateWindow()
    widgets[focused].setFocus()
    qtbot.waitUntil(widgets[focused].hasFocus)
    qtbot.keyClick(widgets[focused], Qt.Key.Key_Return)
    assert seen == [pressed]


@pytest.mark.usefixtures("theme")
def test_a_link_stands_below_a_text_without_a_step(qtbot: QtBot) -> None:
    column = QWidget()
    qtbot.addWidget(column)
    rows = QVBoxLayout(column)
    below = (text_label("Does it suit?", "second"), link_button("Does it suit?", second=True))
    for each in below:
        rows.addWidget(each, 0, Qt.AlignmentFlag.AlignLeft)
    column.show()
    first, second = map(_ink_from, below)
    assert abs(first - second) <= 1


def _ink_from(widget: QWidget) -> int:
    """Return the first column of pixels that is not all paper."""
    image = widget.grab().toImage()
    paper = image.pixel(0, 0)
    height, width = range(2, image.height() - 2), range(image.width())
    return next(x for x in width if any(image.pixel(x, y) != paper for y in height))
