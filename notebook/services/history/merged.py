"""What the history leaves out of a change that made one card of two: its label says it all."""

from collections.abc import Iterable, Iterator

from notebook.services.history.rows import JournalRow


def without_merging(rows: Iterable[JournalRow]) -> Iterator[JournalRow]:
    """Return the rows but for the card that became part of another one, and what both had."""
    rows = list(rows)
    merged = {(row.change_id, row.row_id) for row in rows if _becomes_part(row)}
    for row in rows:
        owner = (row.old or {}).get("person_id")
        said_twice = row.new is None and (row.change_id, owner) in merged
        if not said_twice and not _becomes_part(row):
            yield row


def _becomes_part(row: JournalRow) -> bool:
    if row.table != "person" or row.old is None or row.new is None:
        return False
    into = row.new.get("merged_into_id")
    return into is not None and into != row.old.get("merged_into_id")
