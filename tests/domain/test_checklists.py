"""Checklist files: what is read, what is refused, and the one that is built in."""

import json
import tomllib
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from notebook.domain.checklists import (
    AnswerKind,
    Checklist,
    ChecklistError,
    Question,
    Step,
    parse_checklist,
    personalise,
)

BUILT_IN = sorted(Path(__file__).parents[2].joinpath("resources", "checklists").glob("*.toml"))
ANY_PROJECT = next(path for path in BUILT_IN if path.stem == "any-project")


def small() -> dict[str, Any]:
    question = {"key": "pleased", "text": "What pleased {name}?", "kind": "text"}
    step = {"key": "past", "title": "Past", "questions": [question]}
    return {"key": "shop", "name": "Shop order", "steps": [step]}


def test_a_small_checklist_is_read() -> None:
    question = Question("pleased", "What pleased {name}?", AnswerKind.TEXT)
    step = Step("past", "Past", "", (question,), heading="Past")
    assert parse_checklist(small()) == Checklist("shop", "Shop order", (step,))


def test_the_version_that_a_project_keeps_is_read_back() -> None:
    checklist = parse_checklist(tomllib.loads(ANY_PROJECT.read_text("utf-8")))
    assert parse_checklist(asdict(checklist)) == checklist
    assert parse_checklist(json.loads(json.dumps(asdict(checklist)))) == checklist


def test_any_project_asks_the_eleven_questions_of_the_wizard() -> None:
    checklist = parse_checklist(tomllib.loads(ANY_PROJECT.read_text("utf-8")))
    assert [[question.kind for question in step.questions] for step in checklist.steps] == [
        [AnswerKind.TEXT, AnswerKind.TEXT],
        [AnswerKind.POINTS],
        [AnswerKind.RHYTHM, AnswerKind.CHANNEL, AnswerKind.TEXT],
        [AnswerKind.DELIVERABLES],
        [AnswerKind.YES_NO, AnswerKind.NEEDS, AnswerKind.TEXT],
        [AnswerKind.PEOPLE],
    ]
    assert len(checklist.questions) == 11


@pytest.mark.parametrize("path", BUILT_IN, ids=lambda path: path.stem)
def test_what_is_built_in_can_be_read_and_is_named_after_its_key(path: Path) -> None:
    checklist = parse_checklist(tomllib.loads(path.read_text("utf-8")))
    assert checklist.key == path.stem
    words = [step.intro for step in checklist.steps]
    words += [f"{q.text}{q.hint}{q.note_text}" for q in checklist.questions]
    assert all("!" not in each for each in words)
    assert all("{" not in personalise(each, "Marta") for each in words)


def step(data: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = data["steps"][0]
    return found


def question(data: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = step(data)["questions"][0]
    return found


REFUSED: list[tuple[Callable[[dict[str, Any]], object], str]] = [
    (lambda data: data.pop("name"), "“name” is missing"),
    (lambda data: data.update(steps=[]), "needs at least one of “steps”"),
    (lambda data: data.update(steps="many"), "needs at least one of “steps”"),
    (lambda data: data.update(steps=["one"]), "has to be a table"),
    (lambda data: data.update(author="Ana"), "“author” is not known here"),
    (lambda data: data.update(key="Any Project"), "may have only a to z"),
    (lambda data: data["steps"].append(step(data)), "“past” is there twice"),
    (lambda data: step(data).pop("questions"), r"\(step 1\): It needs at least one"),
    (lambda data: step(data).update(title=7), r"\(step 1\): “title” has to be text"),
    (
        lambda data: data["steps"].append({**step(data), "key": "other"}),
        "“pleased” is there twice",
    ),
    (
        lambda data: question(data).update(kind="{0}"),
        r"\(step 1, question 1\): “\{0\}” is no kind of answer. The kinds are: text, points",
    ),
    (lambda data: question(data).update(text=" "), r"\(step 1, question 1\): “text” is missing"),
]


@pytest.mark.parametrize(("spoil", "sentence"), REFUSED, ids=[sentence for _, sentence in REFUSED])
def test_what_cannot_be_used_is_refused_with_its_place(
    spoil: Callable[[dict[str, Any]], object], sentence: str
) -> None:
    data = small()
    spoil(data)
    with pytest.raises(ChecklistError, match=sentence):
        parse_checklist(data)


def test_a_name_is_put_in_as_it_is() -> None:
    assert personalise("What did {name} say? {name} {", "R&D {name}") == (
        "What did R&D {name} say? R&D {name} {"
    )
