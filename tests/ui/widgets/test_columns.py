"""Panels stand side by side where there is room for both."""

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from notebook.ui.widgets.columns import Columns
from notebook.ui.widgets.labels import text_label

GAP = 12


class Box(QWidget):
    """As tall as it is told, and at least as wide."""

    def __init__(self, height: int = 40, least: int = 100) -> None:
        super().__init__()
        self._least = QSize(least, height)

    @override
    def minimumSizeHint(self) -> QSize:
        return self._least

    @override
    def sizeHint(self) -> QSize:
        return self._least


def shown(qtbot: QtBot, *rows: tuple[QWidget, ...], width: int = 812) -> Columns:
    columns = Columns(rows)
    qtbot.addWidget(columns)
    columns.resize(width, columns.heightForWidth(width))
    columns.show()
    return columns


def test_two_stand_beside_each_other_and_are_as_tall_as_the_taller(qtbot: QtBot) -> None:
    one, other, below = Box(40), Box(60), Box(30)
    columns = shown(qtbot, (one, other), (below,))
    assert one.geometry() == QRect(0, 0, 400, 60)
    assert other.geometry() == QRect(400 + GAP, 0, 400, 60)
    assert below.geometry() == QRect(0, 60 + GAP, 812, 30)
    assert columns.height() == 60 + GAP + 30


def test_of_a_longer_row_those_shown_stand_two_by_two(qtbot: QtBot) -> None:
    first, hidden, second, third = Box(), Box(), Box(), Box()
    hidden.hide()
    _columns = shown(qtbot, (first, hidden, second, third))
    assert (first.y(), second.y(), third.y()) == (0, 0, 40 + GAP)
    assert third.width() == 812
    hidden.show()
    second.hide()
    third.hide()
    qtbot.waitUntil(lambda: hidden.geometry() == QRect(400 + GAP, 0, 400, 40))


@pytest.mark.parametrize(("width", "least"), [(500, 100), (812, 420)])
def test_they_stand_below_each_other_without_room(qtbot: QtBot, width: int, least: int) -> None:
    one, other = Box(least=least), Box(least=least)
    _columns = shown(qtbot, (one, other), width=width)
    assert one.geometry() == QRect(0, 0, width, 40)
    assert other.geometry() == QRect(0, 40 + GAP, width, 40)


def test_one_that_needs_more_than_half_gets_it(qtbot: QtBot) -> None:
    wide, other = Box(least=500), Box()
    _columns = shown(qtbot, (wide, other))
    assert (wide.width(), other.width()) == (500, 300)


def test_the_first_stands_on_the_reading_side(qtbot: QtBot) -> None:
    one, other = Box(), Box()
    columns = shown(qtbot, (one, other))
    columns.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    qtbot.waitUntil(lambda: one.x() == 400 + GAP and other.x() == 0)


def test_words_that_wrap_get_the_lines_that_they_need(qtbot: QtBot) -> None:
    panel = QWidget()
    label = text_label("Hates phone calls before ten, and says so. " * 8, wrap=True)
    column = QVBoxLayout(panel)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(label)
    columns = shown(qtbot, (panel, Box()))
    assert label.width() == 400
    assert label.height() == label.heightForWidth(400) > 40
    columns.resize(600, columns.heightForWidth(600))
    assert label.height() == label.heightForWidth(294)


def test_nothing_shown_takes_no_room(qtbot: QtBot) -> None:
    box = Box()
    box.hide()
    columns = shown(qtbot, (box,), ())
    assert columns.heightForWidth(812) == 0
