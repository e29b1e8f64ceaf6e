"""What we expect ourselves: fee, decisions, access. It is kept beside the checklist's questions."""

from collections.abc import Sequence
from typing import Protocol

from notebook.domain.checklists import AnswerKind, Checklist, Question, Step
from notebook.services.answer_words import choice_in_words
from notebook.services.draft import Draft, Said
from notebook.translate import translate

OUR_SIDE = "we-expect"
"""The key of the answer; a checklist that uses it asks for itself."""
_ASKED_IN = frozenset({OUR_SIDE, "fee", "deposit"})
"""Keys of questions about our side that checklists bring along."""


def our_heading() -> str:
    """Return what it is called."""
    return translate("own side", "What we expect")


def our_question(checklist: Checklist) -> Question | None:
    """Return the question to ourselves; None where the checklist has one about our side.

    It is no question to the customer, so it is never left open and never counted.
    """
    if our_questions(checklist):
        return None
    return Question(
        OUR_SIDE,
        translate("own side", "And what do we expect of {name}?"),
        AnswerKind.TEXT,
        translate(
            "own side",
            "For ourselves, if you like: our fee and when it is paid, who decides and by when,"
            " access. It stands in the agreement.",
        ),
    )


def our_questions(checklist: Checklist) -> tuple[Question, ...]:
    """Return the questions about our side that the checklist itself asks."""
    return tuple(question for question in checklist.questions if question.key in _ASKED_IN)


def our_step(checklist: Checklist) -> Step:
    """Return the step in which we ask ourselves: where one says how we work, else the last one."""
    about_work = (
        step
        for step in checklist.steps
        if any(question.kind is AnswerKind.NEEDS for question in step.questions)
    )
    return next(about_work, checklist.steps[-1])


def question_on_page(draft: Draft, step: Step) -> Question | None:
    """Return what we ask ourselves on the page of a step; it is agreed anew afterwards."""
    is_here = not draft.is_agreed and step == our_step(draft.checklist)
    return our_question(draft.checklist) if is_here else None


class Answered(Protocol):
    """A project with its questions and answers."""

    @property
    def checklist(self) -> Checklist:
        """The questions."""
        ...

    @property
    def first_name(self) -> str:
        """What the customer is called."""
        ...

    def said(self, question: Question) -> Said:
        """Return what was said to a question."""
        ...


def expected_by_us(project: Answered) -> tuple[str, ...]:
    """Return what we expect, line by line; nothing where nobody said."""
    own = our_question(project.checklist)
    asked: Sequence[Question] = (own,) if own else our_questions(project.checklist)
    return tuple(line for question in asked for line in _lines(question, project))


def _lines(question: Question, project: Answered) -> list[str]:
    """Return an answer; a bare yes or no says little without its question, so its note does."""
    said = project.said(question)
    if said.ask_later:
        return []
    noted = [line.strip() for line in said.text.splitlines() if line.strip()]
    if noted or not said.choice:
        return noted
    chosen = choice_in_words(question, said.choice, project.first_name)
    return [f"{question.text} {chosen}"]
