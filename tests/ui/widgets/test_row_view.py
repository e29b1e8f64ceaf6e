"""Rows of one height: moved through by key, and only asked about when they are on the screen."""

from collections import Counter

import pytest
from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem
from pytestqt.qtbot import QtBot
from typing_extensions import override

from notebook.ui.widgets.row_view import RowView

ROW_HEIGHT = 57
NOWHERE = QModelIndex()


class Counting(QAbstractListModel):
    """A hundred thousand rows that note how often they are asked about."""

    def __init__(self, count: int = 100_000) -> None:
        super().__init__()
        self.count = count
        self.asked: Counter[str] = Counter()

    def begin_again(self, count: int) -> None:
        self.beginResetModel()
        self.count = count
        self.endResetModel()

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = NOWHERE) -> int:
        self.asked["rowCount"] += 1
        return 0 if parent.isValid() else self.count

    @override
    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        self.asked["data"] += 1
        return f"Row {index.row()}" if role == Qt.ItemDataRole.DisplayRole else None


class Tall(QStyledItemDelegate):
    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(200, ROW_HEIGHT)


@pytest.fixture
def model() -> Counting:
    return Counting()


@pytest.fixture
def view(model: Counting, qtbot: QtBot) -> RowView:
    rows = RowView(model, Tall(), "People")
    qtbot.addWidget(rows)
    rows.resize(300, 600)
    rows.show()
    rows.setFocus()
    return rows


def test_rows_are_as_tall_as_the_delegate_wants(view: RowView, model: Counting) -> None:
    first, second = (view.visualRect(model.index(row, 0)) for row in (0, 1))
    assert first.height() == ROW_HEIGHT
    assert second.top() - first.top() == ROW_HEIGHT
    assert first.width() == view.viewport().width()


def test_nothing_is_asked_about_rows_off_the_screen(
    view: RowView, model: Counting, qtbot: QtBot
) -> None:
    model.asked.clear()
    model.begin_again(99_000)
    view.select_row(50_000)
    qtbot.waitUntil(lambda: model.asked["data"] > 0)
    view.viewport().repaint()
    assert model.asked["rowCount"] < 500
    assert model.asked["data"] < 1_000
    assert view.visualRect(model.index(50_000, 0)).intersects(view.viewport().rect())


def test_keys_move_through_the_rows(view: RowView, qtbot: QtBot) -> None:
    view.select_row(0)
    chosen: list[int] = []
    view.row_chosen.connect(lambda index: chosen.append(index.row()))
    keys = (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_End, Qt.Key.Key_Home)
    for key in keys:
        qtbot.keyClick(view, key)
    assert chosen == [1, 2, 1, 99_999, 0]


def test_selecting_a_row_from_outside_is_no_choice(view: RowView) -> None:
    chosen: list[int] = []
    view.row_chosen.connect(lambda index: chosen.append(index.row()))
    view.select_row(7)
    assert view.currentIndex().row() == 7
    assert chosen == []
    view.select_row(None)
    assert not view.currentIndex().isValid()


def test_steps_stay_within_the_rows(view: RowView, model: Counting) -> None:
    model.begin_again(3)
    for rows, expected in ((1, 0), (1, 1), (5, 2), (1, 2), (-9, 0)):
        view.step(rows)
        assert view.currentIndex().row() == expected
    model.begin_again(0)
    view.step(1)
    assert not view.currentIndex().isValid()


def test_letters_are_for_the_search_field(view: RowView, model: Counting, qtbot: QtBot) -> None:
    view.select_row(3)
    model.asked.clear()
    with qtbot.waitSignal(view.typed) as typed:
        qtbot.keyClicks(view, "l")
    assert typed.args == ["l"]
    assert model.asked["data"] < 1_000
    assert view.currentIndex().row() == 3


def test_tab_leaves_the_rows(view: RowView, qtbot: QtBot) -> None:
    view.select_row(0)
    qtbot.keyClick(view, Qt.Key.Key_Tab)
    assert view.currentIndex().row() == 0


def test_a_larger_font_makes_taller_rows(view: RowView, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Tall, "sizeHint", lambda *_: QSize(200, 80))
    font = view.font()
    font.setPointSize(font.pointSize() + 6)
    view.setFont(font)
    assert view.rowHeight(0) == 80
