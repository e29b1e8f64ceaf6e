"""What the lines of all that can be found are made with."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from notebook.services.found import Found

LONGEST = 160
"""Characters of a text, more than a line has room for."""

Row = dict[str, Any]
Reader = tuple[str, Callable[[Row, Sequence[str], date], Found]]
"""A statement for the rows of some {ids}, and the line of one row, for the typed words."""


def joined(*parts: str) -> str:
    """Return those parts of a second line that there are."""
    return " · ".join(part for part in parts if part)


def day_of(text: str | None) -> date | None:
    """Return a day as it is in the file, or none."""
    return date.fromisoformat(text) if text else None
