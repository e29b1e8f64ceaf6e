"""One line of the reminder panel, the same for panel, command and brief."""

from dataclasses import dataclass
from datetime import date, time

from notebook.domain.moments import Channel
from notebook.domain.reminders import Source
from notebook.domain.urgency import ReminderGroup


@dataclass(frozen=True, slots=True)
class ReminderLine:
    """Who, what, why and since when; `occurrence` names it among its subject's reminders.

    `due` is the day it counts from: the occurrence, unless it was put off. `since` is the day from
    which on it has been waiting. `contact_like` lines are done by logging a contact, and
    `question_key` is the question to go on with where there is one. `at` is its time of day, and
    `has_passed` says that it lies behind. From `over_at` on, on
    its day, it lies behind. `called` is what the thing is called where `what` is not.
    `deliverable_id` is the delivery about which they are to be asked.
    """

    source: Source
    subject_id: int
    occurrence: date
    who: str
    person_id: int | None
    project_id: int | None
    what: str
    why: str
    since: date
    due: date
    urgency: float
    contact_like: bool = False
    channel: Channel | None = None
    question_key: str = ""
    at: time | None = None
    called: str = ""
    has_passed: bool = False
    over_at: time | None = None
    deliverable_id: int | None = None


@dataclass(frozen=True, slots=True)
class DueGroup:
    """A part of the panel: its most urgent lines, and how many there are in all."""

    group: ReminderGroup
    lines: tuple[ReminderLine, ...]
    total: int

    @property
    def more(self) -> int:
        """How many there are besides the lines."""
        return self.total - len(self.lines)


@dataclass(frozen=True, slots=True)
class Due:
    """Everything that is due, in the order of the panel; groups without a line are left out."""

    today: date
    groups: tuple[DueGroup, ...]

    @property
    def lines(self) -> tuple[ReminderLine, ...]:
        """All lines, the most urgent first."""
        return tuple(line for group in self.groups for line in group.lines)

    def total(self, group: ReminderGroup) -> int:
        """Return how many there are in a group."""
        return sum(each.total for each in self.groups if each.group is group)
