"""The questions for the start of a project, as read from a checklist file."""

from dataclasses import dataclass
from enum import StrEnum


class AnswerKind(StrEnum):
    """What an answer looks like."""

    TEXT = "text"
    POINTS = "points"
    """Several short lines."""
    RHYTHM = "rhythm"
    CHANNEL = "channel"
    DELIVERABLES = "deliverables"
    NEEDS = "needs"
    """What we need from them: what, who, by when."""
    PEOPLE = "people"
    YES_NO = "yes-no"
    """Yes or no, with a note."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question; `{name}` in its words stands for the person asked."""

    key: str
    text: str
    kind: AnswerKind
    hint: str = ""
    note_text: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One page of the wizard."""

    key: str
    title: str
    intro: str
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Checklist:
    """A named list of questions, in steps."""

    key: str
    name: str
    steps: tuple[Step, ...]
