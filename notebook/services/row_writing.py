"""Writing the rows of a list back: only where something differs."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

from notebook.storage.record import Record

Row = TypeVar("Row", bound=Record)


def write_rows(
    table: type[Row],
    rows: Iterable[Row],
    wanted: Mapping[int, Mapping[str, object]],
    fixed: Mapping[str, object],
) -> None:
    """Make `wanted`, by id, of the `rows` there are; a new one gets the `fixed` values too."""
    present = {row.id: row for row in rows}
    for row_id, row in present.items():
        if row_id not in wanted:
            row.delete_instance()
    for row_id, values in wanted.items():
        if row_id not in present:
            table.create(id=row_id, **values, **fixed)
        elif differs(present[row_id], values):
            present[row_id].amend(**values)


def differs(row: Record, values: Mapping[str, object]) -> bool:
    """Return whether a row holds anything else."""
    return any(getattr(row, name) != value for name, value in values.items())
