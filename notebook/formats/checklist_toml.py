"""One checklist as one TOML file: read with a sentence for what is wrong, and written back."""

import json
import re
import tomllib
from collections.abc import Iterator

from notebook.domain.checklist_parsing import ChecklistError, Place, parse_checklist
from notebook.domain.checklists import Checklist, Question, Step
from notebook.translate import translate

LARGEST = 500_000
"""Bytes; nobody asks that many questions."""

_HEADER = re.compile(r"\s*\[\[\s*steps\s*(\.\s*questions\s*)?\]\]")
_LINE = re.compile(r"\(at line (\d+), column \d+\)$")
_SHOWN = 60  # characters of a line that is wrong


def read_checklist(text: str, *, unfinished: bool = False) -> Checklist:
    """Return the checklist in the text of a TOML file.

    A ChecklistError says what is wrong, in which line, step and question. For `unfinished` see
    `parse_checklist`.
    """
    try:
        return parse_checklist(_parsed(text), unfinished=unfinished)
    except ChecklistError as error:
        line = error.line or _line_of(text, error.place)
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


def _line_of(text: str, place: Place) -> int:
    """Return the line in which a step or question begins; 0 for neither, or when not found."""
    step = question = 0
    for number, line in _lines_outside_texts(text):
        header = _HEADER.match(line)
        if header is None:
            continue
        step, question = (step, question + 1) if header[1] else (step + 1, 0)
        if (step, question) == (place.step, place.question):
            return number
    return 0


def _lines_outside_texts(text: str) -> Iterator[tuple[int, str]]:
    """Yield the lines that do not begin within a text of several lines, counted from 1."""
    is_within = False
    for number, line in enumerate(text.split("\n"), start=1):
        if not is_within:
            yield number, line
        if (line.count('"""') + line.count("'''")) % 2:
            is_within = not is_within


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
