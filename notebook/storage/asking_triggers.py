"""The triggers that keep on which day a delivery, or a question left for later, asks for a word.

What is delivered, answered, or of a project that is over asks nothing and has no such day. So the
panel finds what is due by an index, however many projects there were.
"""

from collections.abc import Iterator
from typing import NamedTuple

from notebook.domain.reminders import DAYS_UNTIL_ASKED


class _Asking(NamedTuple):
    """What of a table asks: on which day, as long as what holds, in which states of the project."""

    table: str
    day: str
    holds: str
    states: str
    columns: str
    """The columns that the day and the condition are made of."""


_ASKING = (
    _Asking(
        "deliverable",
        "due_on",
        "delivered_on IS NULL",
        "'agreed', 'under-way', 'delivered'",
        "due_on, delivered_on, project_id",
    ),
    _Asking(
        "answer",
        f"date(answered_on, '+{DAYS_UNTIL_ASKED} days')",
        "ask_later",
        "'exploring', 'agreed', 'under-way', 'delivered'",
        "answered_on, ask_later, project_id",
    ),
)


def asking_triggers() -> Iterator[str]:
    """Yield the triggers of whatever moves such a day."""
    for asking in _ASKING:
        for event, changed in (
            (f"INSERT ON {asking.table}", "id = NEW.id"),
            (f"UPDATE OF {asking.columns} ON {asking.table}", "id = NEW.id"),
            ("UPDATE OF state, deleted_at ON project", "project_id = NEW.id"),
        ):
            name = f"{asking.table}_asks_{event.split()[-1]}_{event.split()[0].lower()}"
            yield f"CREATE TRIGGER {name} AFTER {event} BEGIN {_day(asking)} WHERE {changed}; END"


def _day(asking: _Asking) -> str:
    return f"""
        UPDATE {asking.table} SET asks_on = (SELECT {asking.day} FROM project
            WHERE project.id = {asking.table}.project_id AND {asking.holds}
                AND state IN ({asking.states}) AND deleted_at IS NULL)"""
