"""One checklist as one TOML file: read with a sentence for what is wrong, and written back."""

import json
import re
import tomllib

from notebook.domain.checklist_parsing import ChecklistError, Place, parse_checklist
from notebook.domain.checklists import Checklist, Question, Step
from notebook.formats.toml_lines import Path as TomlPath
from notebook.formats.toml_lines import line_of
from notebook.translate import translate

LARGEST = 500_000
"""Bytes; nobody asks that many questions."""

_LINE = re.compile(r"\(at line (\d+), column \d+\)$")
_SHOWN = 60  # characters of a line that is wrong


def read_checklist(text: str, *, unfinished: bool = False) -> Checklist:
    """Return the checklist in the text of a TOML file.

    A ChecklistError says what is wrong, in which line, step and question. For `unfinished` see
    `parse_checklist`.
    """
    parsed = _parsed(text)
    if not parsed:
        raise ChecklistError(translate("checklists", "There is nothing in the file."))
    try:
        return parse_checklist(parsed, unfinished=unfinished)
    except ChecklistError as error:
        line = error.line or line_of(text, _way_to(error.place, error.name))
        raise ChecklistError(error.why, error.place, line) from error


def decode_checklist(content: bytes, *, unfinished: bool = False) -> Checklist:
    """Return the checklist in a TOML file, whatever the file turns out to be."""
    if len(content) > LARGEST:
        raise ChecklistError(translate("checklists", "The file is too large for a checklist."))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        sentence = translate("checklists", "It is not a text file in UTF-8.")
        raise ChecklistError(sentence, line=line) from error
    return read_checklist(text, unfinished=unfinished)


def write_checklist(checklist: Checklist) -> str:
    """Return a checklist as TOML that `read_checklist` reads back as it was."""
    lines = [_pair("key", checklist.key), _pair("name", checklist.name)]
    for step in checklist.steps:
        lines += ["", "[[steps]]", *_step(step)]
        for question in step.questions:
            lines += ["", "[[steps.questions]]", *_question(question)]
    return "\n".join(lines) + "\n"


def _parsed(text: str) -> dict[str, object]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _unreadable(text, str(error)) from error
    except (RecursionError, ValueError) as error:  # brackets or numbers beyond all reason
        sentence = translate("checklists", "It is not written as a checklist file is.")
        raise ChecklistError(sentence) from error


def _unreadable(text: str, reason: str) -> ChecklistError:
    found = _LINE.search(reason)
    if found is None:
        sentence = translate(
            "checklists", "It ends too early: a quotation mark or a bracket is never closed."
        )
        return ChecklistError(sentence, line=max(1, len(text.splitlines())))
    number = int(found[1])
    shown = (text.split("\n") + [""] * number)[number - 1].strip()
    shown = shown if len(shown) <= _SHOWN else shown[: _SHOWN - 1] + "…"
    sentence = translate(
        "checklists", "“{text}” is not TOML ({reason}). Texts stand between quotation marks."
    )
    why = sentence.format(text=shown, reason=reason[: found.start()].strip())
    return ChecklistError(why, line=number)


def _way_to(place: Place, name: str) -> TomlPath:
    """Return where an entry stands in the file; without a name the whole step or question."""
    way: TomlPath = ()
    if place.step:
        way = ("steps", place.step - 1)
    if place.question:
        way = (*way, "questions", place.question - 1)
    return (*way, name) if name else way


def _step(step: Step) -> list[str]:
    lines = [_pair("key", step.key), _pair("title", step.title)]
    if step.heading != step.title:
        lines.append(_pair("heading", step.heading))
    return lines + _pairs_with_words(intro=step.intro)


def _question(question: Question) -> list[str]:
    lines = [_pair("key", question.key), _pair("text", question.text)]
    lines += _pairs_with_words(hint=question.hint)
    lines.append(_pair("kind", question.kind))
    if question.options:
        lines.append(f"options = [{', '.join(map(_quoted, question.options))}]")
    return lines + _pairs_with_words(note_text=question.note_text)


def _pairs_with_words(**values: str) -> list[str]:
    return [_pair(name, value) for name, value in values.items() if value]


def _pair(name: str, value: str) -> str:
    return f"{name} = {_quoted(value)}"


def _quoted(text: str) -> str:
    """Return a TOML basic string: JSON's escapes are TOML's, but for the character DEL."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
