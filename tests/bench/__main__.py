"""Measures the program against its budgets: python -m tests.bench [--people N] [--moments N]."""

import os
import platform
import shutil
import sys
import tempfile
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path

from notebook.app import DISTRIBUTION
from tests.bench.big_file import big_notebook
from tests.bench.measure import Row


def main() -> int:
    """Print a line for each row of the budget table; return 1 when one is over its budget."""
    wanted = _parse()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    begin = time.monotonic()
    kept = big_notebook(wanted.people, wanted.moments, wanted.keep)
    _say(f"{wanted.people:,} people and {wanted.moments:,} moments in {kept}")
    _say(f"{kept.stat().st_size / 1e6:,.0f} MB, ready after {time.monotonic() - begin:.0f} s")
    _say(f"Python {platform.python_version()}, {os.cpu_count()} processors, {platform.platform()}")
    is_ok = True
    with tempfile.TemporaryDirectory(prefix="notebook-bench-") as folder:
        data_dir = Path(folder) / DISTRIBUTION
        data_dir.mkdir()
        shutil.copyfile(kept, data_dir / "notebook.db")
        os.sync()  # what the copy left to write must not slow down what is measured
        for row in _rows(data_dir, wanted.people, wanted.idle):
            _say(str(row))
            is_ok = is_ok and row.is_ok
    return 0 if is_ok else 1


def _parse() -> Namespace:
    parser = ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--people", type=int, default=100_000, metavar="N")
    parser.add_argument("--moments", type=int, default=1_000_000, metavar="N")
    parser.add_argument("--keep", type=Path, metavar="FILE", help="build the file here, or use it")
    parser.add_argument("--idle", type=float, default=60, metavar="SECONDS", help="to do nothing")
    return parser.parse_args()


def _rows(data_dir: Path, people: int, idle: float) -> Iterator[Row]:
    from notebook.services.notebook import Notebook
    from tests.bench.asked import brief_row, filter_rows, growth_row, next_day_row, picture_row
    from tests.bench.projects import project_rows
    from tests.bench.saving import saving_row, search_row
    from tests.bench.start import start_rows
    from tests.bench.typed import OPERATORS, amiss, typed_texts
    from tests.bench.window import (
        card_rows,
        everything_row,
        idle_row,
        keystroke_row,
        open_window,
        panel_row,
    )

    texts = typed_texts()
    yield from start_rows(data_dir)
    yield growth_row(data_dir / "notebook.db", people)
    notebook = Notebook.open(data_dir / "notebook.db")
    try:
        with open_window(notebook, data_dir) as window:
            yield keystroke_row(window, texts)
            yield everything_row(window, [*texts, *amiss(texts), *OPERATORS])
            yield search_row(notebook, texts)
            yield from card_rows(window)
            yield panel_row(window)
            yield next_day_row(notebook)
            yield brief_row(notebook)
            yield picture_row(notebook)
            yield from filter_rows(window)
            yield from project_rows(window)
            yield idle_row(window, idle)
        yield saving_row(notebook, data_dir, people)
    finally:
        notebook.file.close()


def _say(text: str) -> None:
    print(text, flush=True)


if __name__ == "__main__":
    sys.exit(main())
