"""Checklist files: written and read back as they were; what is broken is found by its line."""

import contextlib
import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notebook.domain.checklist_parsing import ChecklistError
from notebook.domain.checklists import ASKED_ONCE, AnswerKind, Checklist, Question, Step
from notebook.formats.checklist_toml import (
    LARGEST,
    decode_checklist,
    read_checklist,
    write_checklist,
)
from notebook.formats.toml_lines import lines_of
from tests.ui.samples import HOSTILE_NAMES

GOOD = '''key = "garden"
name = "Garden"

[[steps]]
key = "past"
title = "Past"
intro = """
[[steps]]
is only a text here"""

[[steps.questions]]
key = "pleased"
text = "What pleased {name}?"
kind = "text"

[[steps.questions]]
key = "hedge"
text = "How high shall the hedge be?"
kind = "choice"
options = ["To the knee", "To the eyes"]
'''

texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40).map(str.strip)
words = texts.filter(bool)
optional = st.just("") | words
free_kinds = st.sampled_from(sorted(set(AnswerKind) - ASKED_ONCE))


@st.composite
def checklists(draw: st.DrawFn) -> Checklist:
    steps = []
    for number in range(draw(st.integers(1, 3))):
        questions = []
        for count in range(draw(st.integers(0, 3))):
            kind = draw(free_kinds)
            options = st.lists(words, min_size=2, max_size=4, unique=True)
            chosen = tuple(draw(options)) if kind is AnswerKind.CHOICE else ()
            key = f"q-{number}-{count}"
            questions.append(
                Question(key, draw(words), kind, draw(optional), draw(optional), chosen)
            )
        title = draw(words)
        heading = draw(st.just(title) | words)
        steps.append(Step(f"s-{number}", title, draw(optional), tuple(questions), heading))
    return Checklist("any", draw(words), tuple(steps))


@given(checklists())
def test_whatever_was_typed_comes_back(checklist: Checklist) -> None:
    text = write_checklist(checklist)
    assert read_checklist(text, unfinished=True) == checklist
    assert decode_checklist(text.encode(), unfinished=True) == checklist
    assert decode_checklist(text.replace("\n", "\r\n").encode("utf-8-sig"), unfinished=True) == (
        checklist
    )


@pytest.mark.parametrize("name", HOSTILE_NAMES)
def test_hostile_words_stay_letter_for_letter(name: str) -> None:
    question = Question("q", f'{name}\n"\\\x00\x7f', AnswerKind.TEXT)
    checklist = Checklist("any", name, (Step("s", name, name, (question,), name),))
    assert read_checklist(write_checklist(checklist)) == checklist


def test_the_file_is_pleasant_to_read() -> None:
    text = write_checklist(read_checklist(GOOD))
    assert 'text = "What pleased {name}?"' in text.splitlines()
    assert 'options = ["To the knee", "To the eyes"]' in text.splitlines()
    assert "heading" not in text
    assert tomllib.loads(text)["name"] == "Garden"


BROKEN = [
    ('name = "Garden"', "name = Garden", "(line 2): “name = Garden” is not TOML"),
    ('kind = "text"', 'kind = "song"', "(line 14, step 1 “Past”, question 1 “pleased”): “song” is"),
    ('key = "hedge"', 'key = "pleased"', "(line 17, step 1 “Past”, question 2 “pleased”): The key"),
    ('title = "Past"', "title = 3", "(line 6, step 1 “past”): “title” has to be text"),
    (', "To the eyes"', "", "(line 20, step 1 “Past”, question 2 “hedge”): A choice needs"),
    ('"To the eyes"]', '"To the eyes"', "(line 20): It ends too early"),
    ('name = "Garden"', 'name = "Garden"\nname = "x"', '(line 3): “name = "x"” is not TOML'),
    ('name = "Garden"', "", "(line 1): “name” is missing"),
    ('name = "Garden"', "name = 7", "(line 2): “name” has to be text"),
    ('key = "garden"\n', "", "(line 1): “key” is missing"),
    (
        'text = "What pleased {name}?"\n',
        "",
        "(line 11, step 1 “Past”, question 1 “pleased”): “text”",
    ),
    ("[[steps]]\nkey", "[steps]\nkey", "(line 4): Each of “steps” begins with two brackets"),
    ('name = "Garden"', 'name = "Garden"\ngroup = 1', "(line 3): “group” is not known here"),
    ('title = "Past"', 'title = "Past"\n group = "a"', "(line 7, step 1 “Past”): “group” is not"),
    ('["To the knee", "To the eyes"]', '"knee"', "(line 20, step 1 “Past”, question 2 “hedge”)"),
    ('["To the knee", "To the eyes"]', "[1, 2]", "(line 20, step 1 “Past”, question 2 “hedge”)"),
    ('name = "Garden"', "name = [" + "[" * 5000, "It is not written as a checklist file is"),
    ('name = "Garden"', "name = " + "9" * 5000, "It is not written as a checklist file is"),
]


@pytest.mark.parametrize(("before", "after", "sentence"), BROKEN)
def test_what_is_broken_is_named_with_its_line(before: str, after: str, sentence: str) -> None:
    assert before in GOOD
    with pytest.raises(ChecklistError) as caught:
        decode_checklist(GOOD.replace(before, after, 1).encode())
    assert sentence in str(caught.value)
    assert len(str(caught.value)) < 400


def test_other_files_are_refused_with_a_sentence() -> None:
    with pytest.raises(ChecklistError, match=r"line 2\): It is not a text file"):
        decode_checklist(b"key = 1\n\xff\xfe")
    with pytest.raises(ChecklistError, match="too large"):
        decode_checklist(b" " * (LARGEST + 1))
    for empty in (b"", b"\n \n", b"# nothing yet\n"):
        with pytest.raises(ChecklistError, match="used: There is nothing in the file"):
            decode_checklist(empty)
    with pytest.raises(ChecklistError, match=r"line 1\): It needs at least one of “steps”"):
        decode_checklist(b'key = "garden"\nname = "Garden"\n')
    with pytest.raises(ChecklistError, match="is not TOML"):
        decode_checklist(b"BEGIN:VCARD\nEND:VCARD\n")


@given(
    st.binary(max_size=60) | st.text(max_size=60).map(lambda text: text.encode("utf-8", "replace"))
)
def test_no_file_is_too_odd_for_a_sentence(content: bytes) -> None:
    with contextlib.suppress(ChecklistError):
        decode_checklist(GOOD.encode() + content)


INLINE = """key = "garden"
name = "Garden"
steps = [
  { key = "past", title = "Past", intro = '''
three { lines [
in one''', questions = [
    { key = "pleased", text = "What pleased?", kind = "text" },
    { key = "hedge", text = "How high?", kind = "choice", options = [
      "One", # and
      "Two"] },
  ] },
  { key = "more", title = "More", questions = [{ key = "a", text = "A?", kind = "text" }] },
]
"""


def test_tables_within_lines_are_read_too() -> None:
    assert [each.key for each in read_checklist(INLINE).questions] == ["pleased", "hedge", "a"]


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [
        ('title = "Past"', "title = 1", "(line 4, step 1 “past”): “title”"),
        (
            'text = "What pleased?", ',
            "",
            "(line 7, step 1 “Past”, question 1 “pleased”): “text” is",
        ),
        ('"Two"]', "2]", "(line 8, step 1 “Past”, question 2 “hedge”): “options”"),
        ('key = "a"', 'key = "hedge"', "(line 12, step 2 “More”, question 1 “hedge”): The key"),
        ("steps = [", "steps = 3 # [", "(line 3): Each of “steps” begins with two brackets"),
    ],
)
def test_what_is_broken_within_lines_is_named_too(before: str, after: str, sentence: str) -> None:
    text = INLINE.replace(before, after, 1)
    with pytest.raises(ChecklistError) as caught:
        read_checklist(text if "3 #" not in after else text[: text.index("  {")])
    assert sentence in str(caught.value)


@given(checklists())
def test_every_entry_is_found_in_its_line(checklist: Checklist) -> None:
    text = write_checklist(checklist)
    lines = text.split("\n")
    for path, line in lines_of(text).items():
        name = path[-1]
        if isinstance(name, str):
            assert lines[line - 1].startswith(f"{name} = ")
        elif len(path) == 2:
            assert lines[line - 1] == "[[steps]]"
