"""Checklists from parsed TOML or JSON; what can't be used is refused with its place.

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
    options = ["One", "Another"]          # for the kind "choice" only
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from notebook.domain.checklists import (
    ASKED_ONCE,
    FEWEST_OPTIONS,
    MOST_OPTIONS,
    MOST_QUESTIONS,
    MOST_STEPS,
    AnswerKind,
    Checklist,
    Question,
    Step,
)
from notebook.translate import translate

_KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LONGEST_NAME = 60  # characters of a title or question that say which one is meant


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a checklist: step and question counted from 1, and what they are called."""

    step: int = 0
    step_name: str = ""
    question: int = 0
    question_name: str = ""

    def in_words(self) -> str:
        """Return "step 2 “The place”, question 3 “hours”"; empty for the checklist itself."""
        if not self.step:
            return ""
        step = translate("checklists", "step {number}").format(number=self.step)
        if not self.question:
            return step + _called(self.step_name)
        question = translate("checklists", "question {number}").format(number=self.question)
        return f"{step}{_called(self.step_name)}, {question}{_called(self.question_name)}"


class ChecklistError(ValueError):
    """A checklist that can't be used.

    Attributes:
        why: a sentence.
        place: where in the checklist.
        line: where in its file, 0 when nobody knows.
        name: which entry at that place, empty for the whole of it.
    """

    def __init__(self, why: str, place: Place | None = None, line: int = 0, name: str = "") -> None:
        self.why, self.place, self.line, self.name = why, place or Place(), line, name
        numbered = translate("checklists", "line {line}").format(line=line) if line else ""
        where = ", ".join(part for part in (numbered, self.place.in_words()) if part)
        beginning = translate("checklists", "The checklist cannot be used")
        super().__init__(f"{beginning} ({where}): {why}" if where else f"{beginning}: {why}")


def parse_checklist(data: Mapping[str, object], *, unfinished: bool = False) -> Checklist:
    """Return the checklist in a parsed TOML or JSON mapping, `dataclasses.asdict` included.

    A `ChecklistError` names the step and question that can't be used, and why. An `unfinished`
    one may have no steps, and steps without questions: somebody is still writing it.
    """
    start = Place()
    _refuse_unknown(data, {"key", "name", "steps"}, start)
    tables = _tables(data, "steps", start, may_be_none=unfinished)
    steps = [_step(each, n, unfinished=unfinished) for n, each in enumerate(tables, start=1)]
    checklist = Checklist(_key(data, start), _words(data, "name", start), tuple(steps))
    _refuse_too_much(checklist)
    _refuse_twice(checklist)
    return checklist


def _called(name: str) -> str:
    short = name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME - 1] + "…"
    return translate("checklists", " “{name}”").format(name=short) if name else ""


def _step(data: Mapping[str, object], number: int, *, unfinished: bool) -> Step:
    place = Place(number, _name(data, "title", "key"))
    _refuse_unknown(data, {"key", "title", "heading", "intro", "questions"}, place)
    title = _words(data, "title", place)
    tables = _tables(data, "questions", place, may_be_none=unfinished)
    questions = [_question(each, place, n) for n, each in enumerate(tables, start=1)]
    return Step(
        _key(data, place),
        title,
        _words(data, "intro", place, needed=False),
        tuple(questions),
        _words(data, "heading", place, needed=False) or title,
    )


def _question(data: Mapping[str, object], step: Place, number: int) -> Question:
    place = replace(step, question=number, question_name=_name(data, "key", "text"))
    _refuse_unknown(data, {"key", "text", "kind", "hint", "note_text", "options"}, place)
    kind = _kind(data, place)
    return Question(
        _key(data, place),
        _words(data, "text", place),
        kind,
        _words(data, "hint", place, needed=False),
        _words(data, "note_text", place, needed=False),
        _options(data, kind, place),
    )


def _kind(data: Mapping[str, object], place: Place) -> AnswerKind:
    kind = _words(data, "kind", place)
    if kind in set(AnswerKind):
        return AnswerKind(kind)
    sentence = translate("checklists", "“{kind}” is no kind of answer. The kinds are: {known}.")
    why = sentence.format(kind=kind, known=", ".join(AnswerKind))
    raise ChecklistError(why, place, name="kind")


def _options(data: Mapping[str, object], kind: AnswerKind, place: Place) -> tuple[str, ...]:
    options = _texts(data.get("options", ()), place)
    if kind is not AnswerKind.CHOICE:
        if options:
            sentence = translate("checklists", "Only the kind “choice” has “options”.")
            raise ChecklistError(sentence, place, name="options")
    elif not FEWEST_OPTIONS <= len(set(options)) == len(options) <= MOST_OPTIONS:
        sentence = translate("checklists", "A choice needs {few} to {many} different “options”.")
        why = sentence.format(few=FEWEST_OPTIONS, many=MOST_OPTIONS)
        raise ChecklistError(why, place, name="options")
    return options


def _texts(value: object, place: Place) -> tuple[str, ...]:
    if isinstance(value, list | tuple):
        texts = tuple(each.strip() for each in value if isinstance(each, str) and each.strip())
        if len(texts) == len(value):
            return texts
    sentence = translate("checklists", "“options” has to be a list of texts.")
    raise ChecklistError(sentence, place, name="options")


def _words(data: Mapping[str, object], name: str, place: Place, *, needed: bool = True) -> str:
    value = data.get(name, "")
    if not isinstance(value, str):
        sentence = translate("checklists", "“{name}” has to be text.")
        raise ChecklistError(sentence.format(name=name), place, name=name)
    if needed and not value.strip():
        sentence = translate("checklists", "“{name}” is missing.")
        raise ChecklistError(sentence.format(name=name), place, name=name)
    return value.strip()


def _name(data: Mapping[str, object], *names: str) -> str:
    found = (value.strip() for name in names if isinstance(value := data.get(name), str))
    return next((each for each in found if each), "")


def _key(data: Mapping[str, object], place: Place) -> str:
    key = _words(data, "key", place)
    if not _KEY.fullmatch(key):
        sentence = translate(
            "checklists", "The key “{key}” may have only a to z, digits and single hyphens."
        )
        raise ChecklistError(sentence.format(key=key), place, name="key")
    return key


def _tables(
    data: Mapping[str, object], name: str, place: Place, *, may_be_none: bool
) -> list[Mapping[str, object]]:
    value = data.get(name, ())
    if not isinstance(value, list | tuple):
        header = f"[[{name}]]" if name == "steps" else f"[[steps.{name}]]"
        sentence = translate("checklists", "Each of “{name}” begins with two brackets: {header}.")
        raise ChecklistError(sentence.format(name=name, header=header), place, name=name)
    if not (value or may_be_none):
        sentence = translate("checklists", "It needs at least one of “{name}”.")
        raise ChecklistError(sentence.format(name=name), place, name=name)
    tables = [each for each in value if isinstance(each, Mapping)]
    if len(tables) != len(value):
        sentence = translate("checklists", "Each of “{name}” has to be a table of its own.")
        raise ChecklistError(sentence.format(name=name), place, name=name)
    return tables


def _refuse_unknown(data: Mapping[str, object], known: set[str], place: Place) -> None:
    for name in data:
        if name not in known:
            sentence = translate("checklists", "“{name}” is not known here.")
            raise ChecklistError(sentence.format(name=name), place, name=name)


def _refuse_too_much(checklist: Checklist) -> None:
    if len(checklist.steps) > MOST_STEPS or len(checklist.questions) > MOST_QUESTIONS:
        sentence = translate(
            "checklists", "It may have {steps} steps and {questions} questions at most."
        )
        why = sentence.format(steps=MOST_STEPS, questions=MOST_QUESTIONS)
        raise ChecklistError(why, name="steps")


def _refuse_twice(checklist: Checklist) -> None:
    steps: set[str] = set()
    questions: set[str] = set()
    kinds: set[AnswerKind] = set()
    for number, step in enumerate(checklist.steps, start=1):
        place = Place(number, step.title)
        _refuse_known_key(step.key, steps, place)
        for count, question in enumerate(step.questions, start=1):
            within = replace(place, question=count, question_name=question.key)
            _refuse_known_key(question.key, questions, within)
            if question.kind in kinds & ASKED_ONCE:
                sentence = translate("checklists", "Only one question can be of the kind “{kind}”.")
                raise ChecklistError(sentence.format(kind=question.kind), within, name="kind")
            kinds.add(question.kind)


def _refuse_known_key(key: str, known: set[str], place: Place) -> None:
    if key in known:
        sentence = translate("checklists", "The key “{key}” is there twice.")
        raise ChecklistError(sentence.format(key=key), place, name="key")
    known.add(key)
