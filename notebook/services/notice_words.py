"""The words of what is said outside the window."""

from collections.abc import Sequence
from dataclasses import dataclass

from notebook.domain.dates_in_words import clock_words
from notebook.domain.text import excerpt
from notebook.domain.urgency import ReminderGroup
from notebook.services.phrases import filled
from notebook.services.reminders.line import Due, ReminderLine
from notebook.translate import translate

_LINES = 3
_LONGEST = 80  # characters of a line


@dataclass(frozen=True, slots=True)
class Notice:
    """What appears at the edge of the screen; both are plain text."""

    title: str
    text: str


def notice_of(lines: Sequence[ReminderLine], *, hides_names: bool) -> Notice:
    """Return what is said of one line or more that are due at their time."""
    if len(lines) == 1:
        return _one(lines[0], hides_names=hides_names)
    title = translate("notices", "%n reminders", len(lines))
    return Notice(title, _hidden() if hides_names else _listed(lines))


def morning_notice(due: Due, *, hides_names: bool) -> Notice:
    """Return the word of the morning about what is overdue and due today."""
    lines = waiting_lines(due)
    people = len({line.person_id for line in lines if line.person_id is not None})
    if len(lines) < waiting(due) or not people:
        title = reminder_count(waiting(due))
    elif people == 1:
        title = translate("notices", "1 person needs a word today")
    else:
        title = translate("notices", "%n people need a word today", people)
    return Notice(title, _hidden() if hides_names else _listed(lines))


def waiting(due: Due) -> int:
    """Return how many lines are overdue or due today."""
    return due.total(ReminderGroup.OVERDUE) + due.total(ReminderGroup.TODAY)


def waiting_lines(due: Due) -> list[ReminderLine]:
    """Return the most urgent lines that are overdue or due today."""
    groups = (ReminderGroup.OVERDUE, ReminderGroup.TODAY)
    return [line for each in due.groups if each.group in groups for line in each.lines]


def reminder_count(count: int) -> str:
    """Return "1 reminder today" or "3 reminders today"."""
    if count == 1:
        return translate("notices", "1 reminder today")
    return translate("notices", "%n reminders today", count)


def count_words(due: Due) -> str:
    """Return what the number on the icon means."""
    overdue, count = due.total(ReminderGroup.OVERDUE), waiting(due)
    if not count:
        return translate("notices", "Nothing is due today")
    if not overdue:
        return reminder_count(count)
    return filled(
        translate("notices", "%1, %2 of them overdue"), reminder_count(count), str(overdue)
    )


def line_words(line: ReminderLine) -> str:
    """Return a line as it stands in a list, with its time where the words don't have it."""
    what = excerpt(line.what, _LONGEST)
    at = clock_words(line.at) if line.at is not None and not line.has_passed else ""
    return f"{at} {what}" if at and at not in line.what else what


def _one(line: ReminderLine, *, hides_names: bool) -> Notice:
    if not hides_names:
        return Notice(excerpt(line.what, _LONGEST), excerpt(line.why, _LONGEST))
    at = clock_words(line.at) if line.at is not None else ""
    return Notice(filled(translate("notices", "A reminder for %1"), at), _hidden())


def _listed(lines: Sequence[ReminderLine]) -> str:
    shown = [line_words(line) for line in lines[:_LINES]]
    if len(lines) > _LINES:
        shown.append(translate("notices", "and more"))
    return "\n".join(shown)


def _hidden() -> str:
    return translate("notices", "Open the notebook to see more.")
