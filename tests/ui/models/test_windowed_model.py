"""A long list reads few windows, keeps those in use, and asks once where a line stands."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from typing_extensions import override

from notebook.ui.models.windowed_model import WINDOW, WindowedModel

LAST = 100 * WINDOW - 1


@dataclass(frozen=True, slots=True)
class Number:
    id: int


class Numbers(WindowedModel[Number]):
    """Six thousand numbers, each ten times as large as its row."""

    def __init__(self) -> None:
        super().__init__(Qt.ItemDataRole.UserRole)
        self.read: list[int] = []
        self.looked_for: list[int] = []
        self.reload()

    def row(self, line_id: int) -> int | None:
        return self.row_remembered(line_id, self._find)

    def _find(self, line_id: int) -> int | None:
        self.looked_for.append(line_id)
        row, rest = divmod(line_id, 10)
        return None if rest else row

    @override
    def count_lines(self) -> int:
        return LAST + 1

    @override
    def read_lines(self, offset: int, limit: int) -> list[Number]:
        self.read.append(offset // WINDOW)
        return [Number(10 * row) for row in range(offset, offset + limit)]

    @override
    def title_of(self, line: Number) -> str:
        return str(line.id)

    @override
    def spoken(self, line: Number) -> str:
        return str(line.id)


@pytest.fixture
def numbers(qtbot: QtBot) -> Numbers:
    return Numbers()


def test_a_window_that_is_looked_at_all_the_time_stays(numbers: Numbers) -> None:
    for window in range(40):
        assert numbers.line(window * WINDOW) == Number(10 * window * WINDOW)
        assert numbers.line(LAST) == Number(10 * LAST)
    assert numbers.read.count(99) == 1
    assert numbers.line(0) == Number(0)
    assert numbers.read.count(0) == 2


def test_where_a_line_stands_is_asked_for_once(numbers: Numbers) -> None:
    assert [numbers.row(5_550), numbers.row(5_550)] == [555, 555]
    assert numbers.looked_for == [5_550]
    numbers.line(700)
    assert numbers.row(7_000) == 700
    assert numbers.looked_for == [5_550]
    assert [numbers.row(3), numbers.row(3)] == [None, None]
    numbers.reload()
    assert numbers.row(7_000) == 700
    assert numbers.looked_for == [5_550, 3, 3, 7_000]
