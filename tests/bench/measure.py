"""How the figures are made: rounds, percentiles, and a line for each row of the budget table."""

import os
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import quantiles
from typing import Any

from typing_extensions import override


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the report: what it is about, the figure in words, and whether it is in budget."""

    what: str
    figure: str
    budget: str
    is_ok: bool

    @override
    def __str__(self) -> str:
        verdict = "ok" if self.is_ok else "OVER"
        return f"{self.what:<46} {self.figure:<58} {self.budget:<26} {verdict}"


def p95(values: Sequence[float]) -> float:
    """Return the value that 95 of a hundred stay below."""
    return quantiles(values, n=20, method="inclusive")[-1] if len(values) > 1 else values[0]


def milliseconds(act: Callable[[], object]) -> float:
    """Return how long `act` takes, in milliseconds."""
    begin = time.perf_counter()
    act()
    return (time.perf_counter() - begin) * 1000


def statements_of(connection: Any, act: Callable[[], object]) -> list[str]:
    """Return the SQL that `act` runs, with its values in place."""
    statements: list[str] = []
    connection.set_trace_callback(statements.append)
    try:
        act()
    finally:
        connection.set_trace_callback(None)
    # What triggers do, and what FTS5 does within, is told as a comment.
    return [each for each in statements if not each.startswith("--")]


def bare(connection: Any, statements: Iterable[str]) -> float:
    """Return how long the statements take without the program around them, in milliseconds."""
    statements = list(statements)

    def run() -> None:
        for statement in statements:
            connection.execute(statement).fetchall()

    return milliseconds(run)


def fsync(path: Path) -> float:
    """Return how long it takes to make 4 kB in a file last, in milliseconds."""
    handle = os.open(path, os.O_CREAT | os.O_WRONLY | os.O_APPEND)
    try:
        os.write(handle, b"x" * 4096)
        return milliseconds(lambda: os.fsync(handle))
    finally:
        os.close(handle)
