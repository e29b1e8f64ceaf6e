"""The promises and own reminders of the sample."""

from collections.abc import Mapping
from datetime import date, timedelta

from notebook.domain.moves import NewDay
from notebook.domain.promises import Side
from notebook.domain.quick_line import QuickLine, read_quick_line
from notebook.domain.quick_words import ENGLISH
from notebook.services.notebook import Notebook
from notebook.services.own_reminders import OwnReminderDraft
from notebook.services.sample.told import Told, day


def write_ledger(
    notebook: Notebook,
    told: Told,
    people: Mapping[str, int],
    projects: Mapping[str, int],
    today: date,
) -> None:
    """Write down what was promised, what of it was kept, and what to be reminded of."""
    for promise in told["promises"]:
        made = notebook.promises.add(
            people[promise["person"]],
            Side(promise["side"]),
            promise["text"],
            day(today, promise, "due"),
            project_id=projects.get(promise.get("project", "")),
        )
        _tell_what_became(notebook, made.new_id, promise, today)
    for line in told["lines"]:
        _write_line(notebook, read_quick_line(line, today, ENGLISH))
    for reminder in told["reminders"]:
        notebook.reminders.add_own(
            reminder["text"],
            today + timedelta(days=reminder["due"]),
            people.get(reminder.get("person", "")),
            projects.get(reminder.get("project", "")),
        )


def _tell_what_became(notebook: Notebook, promise_id: int, promise: Told, today: date) -> None:
    due_on, moved_to = day(today, promise, "due"), day(today, promise, "moved_to")
    if due_on and moved_to:
        said_on = day(today, promise, "said")
        new = NewDay(moved_to, said_on, promise["why"])
        notebook.promises.move(promise_id, new, said_on or due_on)
    if kept_on := day(today, promise, "kept"):
        notebook.promises.keep(promise_id, kept_on)
    if given_up_on := day(today, promise, "given_up"):
        told_on = day(today, promise, "told")
        notebook.promises.give_up_all([promise_id], given_up_on, promise["why"], told_on)


def _write_line(notebook: Notebook, line: QuickLine) -> None:
    assert line.day is not None, line.text
    draft = OwnReminderDraft(
        line.text,
        line.day,
        at=line.at,
        recurrence=line.recurrence,
        from_completion=line.from_completion,
    )
    notebook.reminders.own.save(None, draft)
