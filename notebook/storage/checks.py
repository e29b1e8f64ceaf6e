"""The notebook's own checks: pages, links between rows, and the search indexes."""

from typing import Any

from notebook.storage.search_index import INDEXES, missing_or_left_over


def problems_in(connection: Any) -> list[str]:
    """Return what is wrong with the open file, in technical words; empty when all is well."""
    problems = [
        verdict for (verdict,) in connection.execute("PRAGMA integrity_check(5)") if verdict != "ok"
    ]
    problems += [
        f"{table} {row} points to a missing {parent}"
        for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check")
    ]
    for index in INDEXES:
        difference = missing_or_left_over(connection, index)
        if difference:
            problems.append(f"{index.name} differs from {index.table} in {difference} rows")
    return problems
