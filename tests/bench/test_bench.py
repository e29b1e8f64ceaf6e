"""The measuring itself works, on a small file; what it measures is for the bench to say."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from notebook.domain.reminders import Source
from notebook.services.notebook import Notebook
from tests.bench.asked import brief_row, filter_rows, growth_row, next_day_row, picture_row
from tests.bench.big_file import TODAY, big_notebook, person_id
from tests.bench.measure import p95
from tests.bench.saving import saving_row, search_row
from tests.bench.typed import amiss
from tests.bench.window import (
    card_rows,
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
    due = big.reminders.due(TODAY, per_group=1_000)
    assert len(due.groups) == 4
    assert {line.source for line in due.lines} == set(Source)
    assert big.upkeep.next_undo == ""


def test_the_long_card_that_is_measured_is_long(big: Notebook) -> None:
    card = big.cards.card(person_id(1), TODAY)
    assert card.moment_count >= 1_000
    assert len(big.people.draft(person_id(1)).facts) == 100


def test_the_card_that_is_measured_has_what_a_rich_card_has(big: Notebook) -> None:
    card = big.cards.card(person_id(0), TODAY)
    facts = big.people.draft(person_id(0)).facts
    assert (len(facts), len(card.related), len(card.needs)) == (100, 12, 20)
    assert (len(card.referrals), len(card.groups), len(card.own_values)) == (15, 20, 10)
    assert card.suggested


def test_it_is_used_again(big: Notebook) -> None:
    before = big.file.path.stat().st_mtime_ns
    assert big_notebook(PEOPLE, MOMENTS, big.file.path) == big.file.path
    assert big.file.path.stat().st_mtime_ns == before


# The offscreen platform has no tray; the bench begins one all the same.
@pytest.mark.qt_log_ignore("systemTrayWindowChanged", extend=True)
def test_every_row_of_the_window_can_be_measured(
    big: Notebook, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    with open_window(big, tmp_path) as window:
        qtbot.addWidget(window)
        rows = [
            keystroke_row(window, ["maria", "x", "99920", "åsa"]),
            everything_row(window, ["maria", '"wall l"', *amiss(["lukasz"])]),
            *card_rows(window, rounds=3),
            panel_row(window, rounds=2),
            *filter_rows(window, rounds=2),
            idle_row(window, seconds=0.2),
        ]
    assert all(" ms" in str(row) for row in rows[:-1])
    assert "timers that fired" in rows[-1].figure


def test_every_row_without_a_window_can_be_measured(big: Notebook, tmp_path: Path) -> None:
    assert "x (" in search_row(big, ["maria", "wall l"], rounds=1).figure
    assert "one fsync" in saving_row(big, tmp_path, PEOPLE, rounds=5).figure
    assert "median" in next_day_row(big, rounds=2).figure
    assert "median" in brief_row(big, rounds=2).figure
    assert "median" in picture_row(big, rounds=2).figure
    big.upkeep.check()


def test_the_panel_of_a_small_notebook_is_beside_that_of_a_large_one(tmp_path: Path) -> None:
    path = big_notebook(PEOPLE, MOMENTS, tmp_path / "notebook.db")
    assert "20 to 300 people" in growth_row(path, PEOPLE, few=20).what


def test_percentiles() -> None:
    assert p95([3.0]) == 3.0
    assert p95([float(number) for number in range(101)]) == 95.0
