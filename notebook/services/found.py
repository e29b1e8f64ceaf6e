"""What a search for everything finds, line by line, and in which order it is shown."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum, StrEnum


class Kind(StrEnum):
    """What kind of thing was found; groups of the same rank stand in this order."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PROJECT = "project"
    COMMAND = "command"
    MOMENT = "moment"
    PROMISE = "promise"
    CONCERN = "concern"
    NEED = "need"
    OFFERING = "offering"
    REFERRAL = "referral"
    REMINDER = "reminder"
    ANSWER = "answer"
    DELIVERABLE = "deliverable"
    RESPONSIBILITY = "responsibility"


class Rank(IntEnum):
    """How well the best line of a group fits what was typed."""

    NAMED = 0
    """It stands in a name."""
    MENTIONED = 1
    """It stands somewhere else."""
    ALIKE = 2
    """A name is spelt nearly so."""


@dataclass(frozen=True, slots=True)
class Found:
    """One thing that was found, and where it stands.

    `aside` is a word or two for the far end of the line. `person_id` is the person whose card it
    is on, `project_id` the project that it belongs to; `key` is the question that may still be
    answered, or the command. `photo_at` is when the photo of a person changed last.
    """

    kind: Kind
    id: int
    title: str
    second_line: str = ""
    aside: str = ""
    person_id: int | None = None
    project_id: int | None = None
    key: str = ""
    photo_at: str = ""


@dataclass(frozen=True, slots=True)
class FoundGroup:
    """The best lines of one kind; `count` says how many there are, at least so many if `is_more`."""

    kind: Kind
    rank: Rank
    lines: tuple[Found, ...]
    count: int
    is_more: bool = False


def in_order(groups: Iterable[FoundGroup]) -> tuple[FoundGroup, ...]:
    """Return the groups that found something, the best first."""
    kinds = list(Kind)
    some = (group for group in groups if group.lines)
    return tuple(sorted(some, key=lambda group: (group.rank, kinds.index(group.kind))))
