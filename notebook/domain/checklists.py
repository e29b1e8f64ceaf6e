"""The questions for the start of a project, as read from a checklist file.

A checklist file is TOML (see resources/checklists/any-project.toml):

    key = "any-project"                   # small letters, digits and hyphens
    name = "Any project"
    [[steps]]                             # one page of the wizard each
    key = "staying-in-touch"
    title = "Staying in touch"            # beside the page, in the list of steps
    heading = "How should we stay in touch?"   # on the page; the title if left out
    intro = "Ask, and write down what {name} said."
    [[steps.questions]]
    key = "channel"                       # once in the whole checklist: answers are kept by it
    text = "By which channel?"
    kind = "channel"                      # one of AnswerKind
    hint = ""                             # small words below the question
    note_text = "Anything else?"          # asks for a note beside the answer
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from notebook.translate import translate

_KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


class ChecklistError(ValueError):
    """A checklist that cannot be used, with a sentence that says where and why."""


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


def parse_checklist(data: Mapping[str, object]) -> Checklist:
    """Return the checklist in a parsed TOML or JSON mapping, `dataclasses.asdict` included.

    A `ChecklistError` names the step and question that cannot be used, and why.
    """
    _refuse_unknown(data, {"key", "name", "steps"}, "")
    steps = [_step(each, _place(n)) for n, each in enumerate(_tables(data, "steps", ""), start=1)]
    checklist = Checklist(_key(data, ""), _words(data, "name", ""), tuple(steps))
    _refuse_twice([step.key for step in checklist.steps])
    _refuse_twice([question.key for question in checklist.questions])
    return checklist


def personalise(text: str, name: str) -> str:
    """Return `text` with the person's name in place of `{name}`."""
    return text.replace("{name}", name)


def _step(data: Mapping[str, object], place: str) -> Step:
    _refuse_unknown(data, {"key", "title", "heading", "intro", "questions"}, place)
    title = _words(data, "title", place)
    questions = [
        _question(each, _place_within(place, n))
        for n, each in enumerate(_tables(data, "questions", place), start=1)
    ]
    return Step(
        _key(data, place),
        title,
        _words(data, "intro", place, needed=False),
        tuple(questions),
        _words(data, "heading", place, needed=False) or title,
    )


def _question(data: Mapping[str, object], place: str) -> Question:
    _refuse_unknown(data, {"key", "text", "kind", "hint", "note_text"}, place)
    kind = _words(data, "kind", place)
    if kind not in set(AnswerKind):
        known = ", ".join(AnswerKind)
        raise _wrong(
            place,
            translate("checklists", "“{kind}” is no kind of answer. The kinds are: {known}."),
            kind=kind,
            known=known,
        )
    return Question(
        _key(data, place),
        _words(data, "text", place),
        AnswerKind(kind),
        _words(data, "hint", place, needed=False),
        _words(data, "note_text", place, needed=False),
    )


def _place(step: int) -> str:
    return translate("checklists", "step {step}").format(step=step)


def _place_within(place: str, question: int) -> str:
    return translate("checklists", "{place}, question {question}").format(
        place=place, question=question
    )


def _wrong(place: str, sentence: str, **words: str) -> ChecklistError:
    where = translate("checklists", "The checklist cannot be used")
    where = f"{where} ({place})" if place else where
    return ChecklistError(f"{where}: {sentence.format(**words)}")


def _words(data: Mapping[str, object], name: str, place: str, *, needed: bool = True) -> str:
    value = data.get(name, "")
    if not isinstance(value, str):
        raise _wrong(place, translate("checklists", "“{name}” has to be text."), name=name)
    if needed and not value.strip():
        raise _wrong(place, translate("checklists", "“{name}” is missing."), name=name)
    return value.strip()


def _key(data: Mapping[str, object], place: str) -> str:
    key = _words(data, "key", place)
    if not _KEY.fullmatch(key):
        sentence = translate(
            "checklists", "The key “{key}” may have only a to z, digits and single hyphens."
        )
        raise _wrong(place, sentence, key=key)
    return key


def _tables(data: Mapping[str, object], name: str, place: str) -> list[Mapping[str, object]]:
    value = data.get(name)
    if not isinstance(value, list | tuple) or not value:
        raise _wrong(
            place, translate("checklists", "It needs at least one of “{name}”."), name=name
        )
    tables = [each for each in value if isinstance(each, Mapping)]
    if len(tables) != len(value):
        sentence = translate("checklists", "Each of “{name}” has to be a table of its own.")
        raise _wrong(place, sentence, name=name)
    return tables


def _refuse_unknown(data: Mapping[str, object], known: set[str], place: str) -> None:
    for name in data:
        if name not in known:
            raise _wrong(place, translate("checklists", "“{name}” is not known here."), name=name)


def _refuse_twice(keys: list[str]) -> None:
    for key in keys:
        if keys.count(key) > 1:
            raise _wrong("", translate("checklists", "The key “{key}” is there twice."), key=key)
