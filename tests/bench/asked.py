"""The rows about what is asked of the services over the whole file: panel, brief, filters, pictures."""

from collections.abc import Callable, Iterator
from datetime import date, time, timedelta
from functools import partial
from pathlib import Path

from notebook.domain.people_filters import PeopleFilter
from notebook.domain.periods import Period
from notebook.services.insights.insight import Asked, Subject
from notebook.services.notebook import Notebook
from notebook.services.people_filters import FilterLine
from notebook.ui.main_window import MainWindow
from tests.bench.big_file import TODAY, big_notebook, person_id
from tests.bench.measure import Row, milliseconds, p95
from tests.bench.painted import Painted, settle

FEW = 1_000
"""As many people as a small notebook has, which the big one is compared with."""
_PANEL_MS, _BRIEF_MS, _FILTER_MS, _PICTURE_MS = 50, 30, 50, 100
_MOST_GROWTH = 10
"""A hundred times as many people may cost ten times as much: all but the totals is read by index."""
_DAY, _NOON = timedelta(days=1), time(12, 0)


def panel_of(path: Path, rounds: int = 20) -> float:
    """Return how long it takes to ask what is due in a notebook, the median in milliseconds."""
    notebook = Notebook.open(path)
    try:
        ask = partial(notebook.reminders.due, TODAY, at=_NOON)
        ask()
        return sorted(milliseconds(ask) for _ in range(rounds))[rounds // 2]
    finally:
        notebook.file.close()


def growth_row(path: Path, people: int, few: int = FEW) -> Row:
    """Ask what is due in a small notebook and in the big one."""
    small, big = panel_of(big_notebook(few, 10 * few, None)), panel_of(path)
    return Row(
        f"  panel asked, {few:,} to {people:,} people",
        f"{big / small:.1f}x ({small:.1f} ms, {big:.1f} ms)",
        f"{_MOST_GROWTH}x",
        big / small <= _MOST_GROWTH,
    )


def next_day_row(notebook: Notebook, rounds: int = 30) -> Row:
    """Ask for one day after the other, each for the first time, as when the clock moves on."""
    days = iter(TODAY + number * _DAY for number in range(1, rounds + 1))

    def ask() -> None:
        day: date = next(days)
        notebook.reminders.due(day, at=_NOON)

    return _row("  panel asked on the next day, p95", ask, _PANEL_MS, rounds)


def brief_row(notebook: Notebook, rounds: int = 30) -> Row:
    """Make the brief about the person with a thousand moments."""
    ask = partial(notebook.briefs.brief, person_id(0), TODAY)
    return _row("brief of a rich card, p95", ask, _BRIEF_MS, rounds)


def picture_row(notebook: Notebook, rounds: int = 10) -> Row:
    """Count the contacts of a year, and who is behind the newest week."""
    asked = Asked(Period.YEAR, TODAY)
    ask = partial(notebook.insights.read, Subject.CONTACTS, asked)
    return _row("contacts per week, counted, p95", ask, _PICTURE_MS, rounds)


def filter_rows(window: MainWindow, rounds: int = 20) -> Iterator[Row]:
    """Show whom a group has, and who heard nothing for long; everybody again in between."""
    groups = tuple(line.id for line in window.notebook.groups.all()[:3])
    column = window.people.column
    painted = Painted(column.view.viewport())
    for name, conditions in (
        ("people in one group", PeopleFilter(groups=groups[:1])),
        ("people in three groups", PeopleFilter(groups=groups)),
        ("no contact for 60 days", PeopleFilter(silent_days=60)),
    ):
        times = []
        for _ in range(rounds):
            line = FilterLine(None, name, conditions)
            times.append(painted.after(partial(column.views.choose, line)))
            settle()
            found = column.model.rowCount()
            column.views.choose(None)
            settle()
        yield _said(f"{name}, painted, p95", times, _FILTER_MS, f"{found:,} people")


def _row(what: str, ask: Callable[[], object], budget: int, rounds: int) -> Row:
    return _said(what, [milliseconds(ask) for _ in range(rounds)], budget)


def _said(what: str, times: list[float], budget: int, more: str = "") -> Row:
    median = sorted(times)[len(times) // 2]
    parts = [f"median {median:.1f}", *([more] if more else [])]
    figure = f"{p95(times):.1f} ms ({', '.join(parts)})"
    return Row(what, figure, f"{budget} ms", p95(times) <= budget)
