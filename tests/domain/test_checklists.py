"""Checklist files: what is read, what is refused, and the one that is built in."""

import json
import tomllib
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from notebook.domain.checklist_parsing import ChecklistError, parse_checklist
from notebook.domain.checklists import (
    MOST_QUESTIONS,
    AnswerKind,
    Checklist,
    Question,
    Step,
    personalise,
)

ANY_PROJECT = Path(__file__).parents[2] / "resources" / "checklists" / "any-project.toml"


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
        [AnswerKind.YES_NO, AnswerKind.NEEDS, AnswerKind.RESPONSIBILITIES],
        [AnswerKind.PEOPLE],
    ]
    assert len(checklist.questions) == 11


def step(data: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = data["steps"][0]
    return found


def question(data: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = step(data)["questions"][0]
    return found


def again(data: dict[str, Any], key: str = "again") -> str:
    step(data)["questions"].append({**question(data), "key": key})
    return key


REFUSED: list[tuple[Callable[[dict[str, Any]], object], str]] = [
    (lambda data: data.pop("name"), "“name” is missing"),
    (lambda data: data.update(steps=[]), "needs at least one of “steps”"),
    (lambda data: data.update(steps="many"), "“steps” begins with two brackets"),
    (lambda data: data.update(steps=["one"]), "has to be a table"),
    (lambda data: data.update(author="Ana"), "“author” is not known here"),
    (lambda data: data.update(key="Any Project"), "may have only a to z"),
    (lambda data: data["steps"].append(step(data)), "“past” is there twice"),
    (lambda data: step(data).pop("questions"), r"\(step 1 “Past”\): It needs at least one"),
    (lambda data: step(data).update(title=7), r"\(step 1 “past”\): “title” has to be text"),
    (
        lambda data: step(data).update(title="R" * 300, intro=7),
        "step 1 “R{59}…”",
    ),
    (
        lambda data: data["steps"].append({**step(data), "key": "other"}),
        "“pleased” is there twice",
    ),
    (
        lambda data: question(data).update(kind="{0}"),
        r"question 1 “pleased”\): “\{0\}” is no kind of answer. The kinds are: text, points, choice",
    ),
    (
        lambda data: question(data).update(text=" "),
        r"\(step 1 “Past”, question 1 “pleased”\): “text” is missing",
    ),
    (
        lambda data: question(data).update(kind="rhythm", key="{kind}") or again(data),
        r"key “\{kind\}” may have only",
    ),
    (
        lambda data: question(data).update(kind="rhythm") or again(data),
        r"question 2 “again”\): Only one question can be of the kind “rhythm”",
    ),
    (lambda data: question(data).update(kind="choice"), "A choice needs 2 to 12 different"),
    (
        lambda data: question(data).update(kind="choice", options=["One", " One "]),
        "A choice needs 2 to 12 different",
    ),
    (
        lambda data: question(data).update(kind="choice", options=["One", ""]),
        "“options” has to be a list of texts",
    ),
    (
        lambda data: question(data).update(kind="choice", options="One"),
        "“options” has to be a list of texts",
    ),
    (
        lambda data: question(data).update(options=["One", "Two"]),
        "Only the kind “choice” has “options”",
    ),
    (
        lambda data: [again(data, f"again-{n}") for n in range(MOST_QUESTIONS)],
        "at most",
    ),
]


@pytest.mark.parametrize(("spoil", "sentence"), REFUSED, ids=[sentence for _, sentence in REFUSED])
def test_what_cannot_be_used_is_refused_with_its_place(
    spoil: Callable[[dict[str, Any]], object], sentence: str
) -> None:
    data = small()
    spoil(data)
    with pytest.raises(ChecklistError, match=sentence):
        parse_checklist(data)


def test_an_unfinished_one_may_have_empty_steps() -> None:
    data = small()
    data["steps"].append({"key": "empty", "title": "Empty", "questions": []})
    with pytest.raises(ChecklistError):
        parse_checklist(data)

    checklist = parse_checklist(data, unfinished=True)

    assert [step.key for step in checklist.steps] == ["past", "empty"]
    assert [step.key for step in checklist.without_empty_steps().steps] == ["past"]
    assert parse_checklist({"key": "new", "name": "New"}, unfinished=True).steps == ()


def test_a_choice_has_its_own_options() -> None:
    data = small()
    question(data).update(kind="choice", options=["Stop {name}", "Go on"])

    assert parse_checklist(data).questions[0].options == ("Stop {name}", "Go on")


def test_what_nobody_asks_is_named() -> None:
    data = small()
    question(data).update(kind="rhythm")

    missing = parse_checklist(data).missing_kinds

    assert AnswerKind.RHYTHM not in missing
    assert AnswerKind.POINTS in missing


def test_a_name_is_put_in_as_it_is() -> None:
    assert personalise("What did {name} say? {name} {", "R&D {name}") == (
        "What did R&D {name} say? R&D {name} {"
    )
