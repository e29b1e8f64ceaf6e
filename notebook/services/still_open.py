"""Promises and own reminders of a project that are still open when it is closed."""

from dataclasses import dataclass
from datetime import date

from notebook.domain.promises import PromiseState, Side
from notebook.storage.reading import lines_of
from notebook.storage.tables import Promise, Reminder


@dataclass(frozen=True, slots=True)
class OpenPromise:
    """A promise that is still open."""

    id: int
    side: Side
    text: str
    due_on: date | None


@dataclass(frozen=True, slots=True)
class OpenReminder:
    """An own reminder of the project that is still to come."""

    id: int
    text: str
    due_on: date


def open_promises(project_id: int) -> tuple[OpenPromise, ...]:
    """Return the open promises of a project, by their day."""
    query = (
        Promise.select(Promise.id, Promise.side, Promise.text, Promise.due_on)
        .where(
            Promise.project == project_id,
            Promise.state == PromiseState.OPEN,
            Promise.deleted_at.is_null(),
        )
        .order_by(Promise.due_on.is_null(), Promise.due_on)
    )
    return tuple(lines_of(query, OpenPromise))


def open_reminders(project_id: int) -> tuple[OpenReminder, ...]:
    """Return the own reminders of a project that are not done, by their day."""
    query = (
        Reminder.select(Reminder.id, Reminder.text, Reminder.due_on)
        .where(
            Reminder.project == project_id,
            Reminder.done_on.is_null(),
            Reminder.deleted_at.is_null(),
        )
        .order_by(Reminder.due_on)
    )
    return tuple(lines_of(query, OpenReminder))
