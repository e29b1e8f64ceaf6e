"""The notebook's own checks: pages, links between rows, and the search index."""

from typing import Any


def problems_in(connection: Any) -> list[str]:
    """Return what is wrong with the open file, in technical words; empty when all is well."""
    problems = [
        verdict for (verdict,) in connection.execute("PRAGMA integrity_check(5)") if verdict != "ok"
    ]
    problems += [
        f"{table} {row} points to a missing {parent}"
        for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check")
    ]
    for index, table in (("person_search", "person"), ("moment_search", "moment")):
        (difference,) = connection.execute(
            f"SELECT count(*) FROM (SELECT rowid FROM {index}_docsize EXCEPT SELECT id FROM {table}"
            " WHERE deleted_at IS NULL UNION SELECT * FROM"
            f" (SELECT id FROM {table} WHERE deleted_at IS NULL EXCEPT SELECT id FROM {index}_docsize))"
        ).fetchone()
        if difference:
            problems.append(f"{index} differs from {table} in {difference} rows")
    return problems
