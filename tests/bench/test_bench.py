"""The measuring itself works, on a small file; what it measures is for the bench to say."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from notebook.services.notebook import Notebook
from tests.bench.big_file import TODAY, big_notebook, person_id
from tests.bench.measure import p95
from tests.bench.saving import saving_row, search_row
from tests.bench.typed import amiss
from tests.bench.window import (
    card_row,
    everything_row,
    idle_row,
    keystroke_row,
    open_window,
    panel_row,
)

PEOPLE, MOMENTS = 300, 3_000


@pytest.fixture(scope="module")
def big(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Notebook]:
    path = tmp_path_factory.mktemp("bench") / "big" / "notebook.db"
    notebook = Notebook.open(big_notebook(PEOPLE, MOMENTS, path))
    yield notebook
    notebook.file.close()


def test_the_big_file_is_a_sound_notebook(big: Notebook) -> None:
    big.upkeep.check()
    assert big.people_list.count() == PEOPLE
    assert big.cards.card(person_id(0), TODAY).moment_count >= 1_000
    assert len(big.reminders.due(TODAY).groups) == 4
    assert big.upkeep.next_undo == ""


def test_it_is_used_again(big: Notebook) -> None:
    before = big.file.path.stat().st_mtime_ns
    assert big_notebook(PEOPLE, MOMENTS, big.file.path) == big.file.path
    assert big.file.path.stat().st_mtime_ns == before


# The offscreen platform has no tray; the bench begins one all the same.
@pytest.mark.qt_log_ignore("systemTrayWindowChanged", extend=True)
def test_every_row_of_the_window_can_be_measured(
    big: Notebook, tmp_path: Path, qtbot: QtBot
) -> None:
    with open_window(big, tmp_path) as window:
        qtbot.addWidget(window)
        rows = [
            keystroke_row(window, ["maria", "x", "99920", "åsa"]),
            everything_row(window, ["maria", '"wall l"', *amiss(["lukasz"])]),
            card_row(window, rounds=3),
            panel_row(window, rounds=2),
            idle_row(window, seconds=0.2),
        ]
    assert all(" ms" in str(row) for row in rows[:4])
    assert "timers that fired" in rows[4].figure


def test_every_row_without_a_window_can_be_measured(big: Notebook, tmp_path: Path) -> None:
    assert "x (" in search_row(big, ["maria", "wall l"], rounds=1).figure
    assert "one fsync" in saving_row(big, tmp_path, PEOPLE, rounds=5).figure
    big.upkeep.check()


def test_percentiles() -> None:
    assert p95([3.0]) == 3.0
    assert p95([float(number) for number in range(101)]) == 95.0
