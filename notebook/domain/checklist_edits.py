"""Changes to a checklist: each returns a new one, the old one stays as it is.

Steps and questions are named by their keys; a place counts from 0 and is the place afterwards.
A key that is not there raises KeyError.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from notebook.domain.checklists import ASKED_ONCE, Checklist, Question, Step

Item = TypeVar("Item")


def find_question(checklist: Checklist, key: str) -> tuple[int, int]:
    """Return the place of a question's step, and its place there."""
    for number, step in enumerate(checklist.steps):
        for place, question in enumerate(step.questions):
            if question.key == key:
                return number, place
    raise KeyError(key)


def question_of(checklist: Checklist, key: str) -> Question:
    """Return a question."""
    step, place = find_question(checklist, key)
    return checklist.steps[step].questions[place]


def step_of(checklist: Checklist, key: str) -> Step:
    """Return a step."""
    return checklist.steps[_place_of(checklist, key)]


def with_step(checklist: Checklist, step: Step) -> Checklist:
    """Put other words into a step."""
    return _with_steps(checklist, _put(checklist.steps, _place_of(checklist, step.key), step))


def with_new_step(checklist: Checklist, step: Step, place: int) -> Checklist:
    """Add a step."""
    return _with_steps(checklist, _inserted(checklist.steps, place, step))


def without_step(checklist: Checklist, key: str) -> Checklist:
    """Take a step away with its questions."""
    return _with_steps(checklist, _without(checklist.steps, _place_of(checklist, key)))


def with_step_at(checklist: Checklist, key: str, place: int) -> Checklist:
    """Move a step."""
    rest = without_step(checklist, key)
    return with_new_step(rest, step_of(checklist, key), place)


def with_question(checklist: Checklist, question: Question) -> Checklist:
    """Put other words or another kind of answer into a question."""
    number, place = find_question(checklist, question.key)
    step = checklist.steps[number]
    return with_step(checklist, replace(step, questions=_put(step.questions, place, question)))


def with_new_question(
    checklist: Checklist, step_key: str, question: Question, place: int
) -> Checklist:
    """Add a question to a step."""
    step = step_of(checklist, step_key)
    questions = _inserted(step.questions, place, question)
    return with_step(checklist, replace(step, questions=questions))


def without_question(checklist: Checklist, key: str) -> Checklist:
    """Take a question away; its step stays, even without any."""
    number, place = find_question(checklist, key)
    step = checklist.steps[number]
    return with_step(checklist, replace(step, questions=_without(step.questions, place)))


def with_question_at(checklist: Checklist, key: str, step_key: str, place: int) -> Checklist:
    """Move a question, perhaps to another step."""
    question = question_of(checklist, key)
    return with_new_question(without_question(checklist, key), step_key, question, place)


def with_step_nudged(checklist: Checklist, key: str, by: int) -> Checklist:
    """Move a step one place up (-1) or down (1), as far as that goes."""
    place = _place_of(checklist, key) + by
    return with_step_at(checklist, key, place) if 0 <= place < len(checklist.steps) else checklist


def with_question_nudged(checklist: Checklist, key: str, by: int) -> Checklist:
    """Move a question one place up (-1) or down (1), beyond its step's end into the next step."""
    number, place = find_question(checklist, key)
    if 0 <= place + by < len(checklist.steps[number].questions):
        return with_question_at(checklist, key, checklist.steps[number].key, place + by)
    if not 0 <= number + by < len(checklist.steps):
        return checklist
    beside = checklist.steps[number + by]
    return with_question_at(checklist, key, beside.key, 0 if by > 0 else len(beside.questions))


def new_questions(kept: Checklist, newest: Checklist) -> tuple[Question, ...]:
    """Return what the newest version asks and the kept one does not, as far as both go together."""
    known = {question.key for question in kept.questions}
    kinds = {question.kind for question in kept.questions} & ASKED_ONCE
    return tuple(
        question
        for question in newest.questions
        if question.key not in known and question.kind not in kinds
    )


def with_new_questions(kept: Checklist, newest: Checklist) -> Checklist:
    """Return the kept version with the new questions, each where the newest one has it.

    What was there keeps its words and its order.
    """
    added = {question.key for question in new_questions(kept, newest)}
    result = kept
    for number, step in enumerate(newest.steps):
        if not any(question.key in added for question in step.questions):
            continue
        if not _has_step(result, step.key):
            before = {each.key for each in newest.steps[:number]}
            result = with_new_step(result, replace(step, questions=()), _after(result, before))
        for place, question in enumerate(step.questions):
            if question.key in added:
                here = step_of(result, step.key).questions
                earlier = {each.key for each in step.questions[:place]}
                after = max((n + 1 for n, q in enumerate(here) if q.key in earlier), default=0)
                result = with_new_question(result, step.key, question, after)
    return result


def _after(checklist: Checklist, keys: set[str]) -> int:
    places = (number + 1 for number, step in enumerate(checklist.steps) if step.key in keys)
    return max(places, default=0)


def _has_step(checklist: Checklist, key: str) -> bool:
    return any(step.key == key for step in checklist.steps)


def _place_of(checklist: Checklist, key: str) -> int:
    for place, step in enumerate(checklist.steps):
        if step.key == key:
            return place
    raise KeyError(key)


def _with_steps(checklist: Checklist, steps: Sequence[Step]) -> Checklist:
    return replace(checklist, steps=tuple(steps))


def _put(items: Sequence[Item], place: int, item: Item) -> tuple[Item, ...]:
    return (*items[:place], item, *items[place + 1 :])


def _inserted(items: Sequence[Item], place: int, item: Item) -> tuple[Item, ...]:
    return (*items[:place], item, *items[place:])


def _without(items: Sequence[Item], place: int) -> tuple[Item, ...]:
    return (*items[:place], *items[place + 1 :])
