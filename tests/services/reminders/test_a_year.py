"""A year of a busy notebook, day by day: what is due stands there, once, and nothing else does."""

import pickle
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest

from notebook.domain.reminders import Source
from notebook.services.notebook import Notebook
from notebook.services.reminders.line import ReminderLine
from tests.services.reminders.year.dates import note_dates
from tests.services.reminders.year.handling import Handling
from tests.services.reminders.year.life import Life
from tests.services.reminders.year.model import Model

DAY = timedelta(days=1)
SOON = timedelta(days=6)
ALL = 10_000


def panel(notebook: Notebook, today: date) -> list[ReminderLine]:
    return list(notebook.reminders.due(today, per_group=ALL).lines)


def check(life: Life) -> list[ReminderLine]:
    """Hold the panel to the model; return its lines."""
    lines, today = panel(life.notebook, life.today), life.today
    shown = {(line.source, line.subject_id): line.due for line in lines}
    assert len(shown) == len(lines), "a line stands there twice"
    expected = life.model.due(today)
    amiss = {
        key: (shown.get(key), expected.get(key))
        for key in shown.keys() | expected.keys()
        if shown.get(key) != expected.get(key) and not _is_far(key, shown, expected, today)
    }
    assert amiss == {}, today
    return lines


def _is_far(
    key: tuple[Source, int],
    shown: dict[tuple[Source, int], date],
    expected: dict[tuple[Source, int], date],
    today: date,
) -> bool:
    """What is due later may be left out, as nobody looks at it yet."""
    return key not in shown and expected[key] > today + SOON


def live_through(life: Life, handling: Handling, lines: list[ReminderLine]) -> None:
    """Do something about a few lines, as they stand, and let things come up."""
    near = [line for line in lines if line.due <= life.today + 2 * DAY]
    for line in life.random.sample(near, min(len(near), life.random.randint(0, 5))):
        expected = life.model.due(life.today)
        if expected.get((line.source, line.subject_id)) == line.due:
            handling.handle(line)
    for _ in range(life.random.randint(0, 3)):
        life.something_happens()


def take_back_and_do_again(life: Life) -> None:
    """One thing more, undone and done once more; sometimes it stays undone."""
    before = pickle.dumps(life.model)
    life.something_happens()
    if life.model == pickle.loads(before):
        return
    after = life.model
    life.notebook.file.undo()
    life.model = pickle.loads(before)
    check(life)
    if life.random.random() < 0.6:
        life.notebook.file.redo()
        life.model = after
        check(life)


@pytest.mark.parametrize("first_day", [date(2026, 11, 22), date(2027, 11, 22)])
def test_everything_that_is_due_stands_there_on_its_day_and_nothing_else(
    notebook_path: Path, first_day: date
) -> None:
    notebook = Notebook.open(notebook_path)
    notebook.file.database.execute_sql("PRAGMA synchronous = OFF")
    life = Life(notebook, Model(), Random(first_day.year), first_day)
    seen: Counter[Source] = Counter()
    for _ in range(12):
        life.meet_somebody_new()
    for _ in range(4):
        life.note_a_child()
    note_dates(life)
    for number in range(366):
        life.today = first_day + number * DAY
        lines = check(life)
        seen.update({line.source for line in lines})
        live_through(life, Handling(life), lines)
        check(life)
        if number % 5 == 0:
            take_back_and_do_again(life)
        if number % 30 == 0:
            life.notebook.file.close()
            life.notebook = Notebook.open(notebook_path)
            life.notebook.file.database.execute_sql("PRAGMA synchronous = OFF")
    life.notebook.upkeep.check()
    life.notebook.file.close()
    assert set(seen) == set(Source), "each source had something to say"
