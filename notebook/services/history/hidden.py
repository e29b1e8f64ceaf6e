"""What the history keeps to itself: facts of sensitive groups that are switched off."""

from collections.abc import Collection, Iterable, Iterator

from notebook.domain.facts import SENSITIVE, FactGroup
from notebook.services.history.rows import JournalRow, Values
from notebook.services.preferences import sensitive_groups


def without_hidden(rows: Iterable[JournalRow]) -> Iterator[JournalRow]:
    """Return the rows but for facts that are hidden now, or were of such a group before."""
    hidden = set(SENSITIVE) - set(sensitive_groups())
    for row in rows:
        if row.table != "fact" or not (_is_of(row.old, hidden) or _is_of(row.new, hidden)):
            yield row


def _is_of(values: Values | None, groups: Collection[FactGroup]) -> bool:
    return values is not None and values.get("fact_group") in groups
