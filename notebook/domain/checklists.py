"""The questions for the start of a project: a checklist, its steps, and what answers look like."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum


class AnswerKind(StrEnum):
    """What an answer looks like."""

    TEXT = "text"
    POINTS = "points"
    """Several short lines: what would make them recommend us."""
    CHOICE = "choice"
    """One of the question's own options, with a note."""
    YES_NO = "yes-no"
    """Yes or no, with a note."""
    DATE = "date"
    """A day, with a note."""
    RHYTHM = "rhythm"
    CHANNEL = "channel"
    DELIVERABLES = "deliverables"
    NEEDS = "needs"
    """What we need from them: what, who, by when."""
    RESPONSIBILITIES = "responsibilities"
    """Who answers for what: what, who, on which side, until when."""
    PEOPLE = "people"


ASKED_ONCE = frozenset(
    {
        AnswerKind.RHYTHM,
        AnswerKind.CHANNEL,
        AnswerKind.DELIVERABLES,
        AnswerKind.NEEDS,
        AnswerKind.RESPONSIBILITIES,
        AnswerKind.PEOPLE,
    }
)
"""Kinds whose answers belong to the project as a whole: a second question would share them."""

NEEDED_LATER = (
    AnswerKind.POINTS,
    AnswerKind.RHYTHM,
    AnswerKind.CHANNEL,
    AnswerKind.DELIVERABLES,
    AnswerKind.NEEDS,
    AnswerKind.PEOPLE,
)
"""Kinds that reminders, check-ins and the project's page are made from."""

WITH_NOTE = frozenset(
    {
        AnswerKind.CHOICE,
        AnswerKind.YES_NO,
        AnswerKind.DATE,
        AnswerKind.RHYTHM,
        AnswerKind.CHANNEL,
    }
)
"""Kinds that may ask for a note beside the answer."""

FEWEST_OPTIONS = 2
MOST_OPTIONS = 12
MOST_STEPS = 40
MOST_QUESTIONS = 200
"""Limits that no talk with a customer reaches, and that keep a window usable."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question; `{name}` in its words stands for the person asked.

    `note_text` asks for a note beside the answer, `options` are the words of a choice.
    """

    key: str
    text: str
    kind: AnswerKind
    hint: str = ""
    note_text: str = ""
    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """One page of the wizard; `title` is its line in the list of steps."""

    key: str
    title: str
    intro: str
    questions: tuple[Question, ...]
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Checklist:
    """A named list of questions, in steps."""

    key: str
    name: str
    steps: tuple[Step, ...]

    @property
    def questions(self) -> tuple[Question, ...]:
        """All questions in the order in which they are asked."""
        return tuple(question for step in self.steps for question in step.questions)

    @property
    def missing_kinds(self) -> tuple[AnswerKind, ...]:
        """The kinds of `NEEDED_LATER` that nobody asks for."""
        asked = {question.kind for question in self.questions}
        return tuple(kind for kind in NEEDED_LATER if kind not in asked)

    def without_empty_steps(self) -> "Checklist":
        """Return the checklist as it is asked: a step without questions is no page."""
        return replace(self, steps=tuple(step for step in self.steps if step.questions))

    def keys(self) -> Iterator[str]:
        """Yield the keys of all steps and questions."""
        for step in self.steps:
            yield step.key
            yield from (question.key for question in step.questions)


def personalise(text: str, name: str) -> str:
    """Return `text` with the person's name in place of `{name}`."""
    return text.replace("{name}", name)
