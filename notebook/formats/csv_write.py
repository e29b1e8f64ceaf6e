"""Tables as CSV files that spreadsheets open with every letter, and without running anything."""

import csv
import io
from collections.abc import Iterable, Sequence

_DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n")
"""What makes a spreadsheet take a text for a formula (OWASP, CSV injection)."""


def write_csv(rows: Iterable[Sequence[str | int]]) -> bytes:
    """Return the rows as CSV: UTF-8 with its mark, lines that end as Windows wants them.

    A text that a spreadsheet would take for a formula gets an apostrophe before it; numbers stay
    numbers.
    """
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows([_safe(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _safe(cell: str | int) -> str | int:
    if isinstance(cell, str) and cell.lstrip(" ").startswith(_DANGEROUS):
        return f"'{cell}"
    return cell
