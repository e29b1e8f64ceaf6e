"""A name is found in spite of one slip in each word, and only then."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from notebook.domain.text import fold, sort_key
from notebook.storage.file import NotebookFile
from notebook.storage.spelling import misspelt_query
from notebook.storage.tables import Person
from tests.storage.test_search import ANYTHING


def found(file: NotebookFile, typed: str) -> list[str]:
    query = misspelt_query(typed)
    if not query:
        return []
    rows = file.database.execute_sql(
        "SELECT name FROM person WHERE id IN (SELECT rowid FROM person_spelling"
        " WHERE person_spelling MATCH ?) ORDER BY id",
        (query,),
    )
    return [name for (name,) in rows.fetchall()]


def add(file: NotebookFile, name: str) -> None:
    with file.change("Added"):
        Person.create(name=name, sort_key=sort_key(name), known_since="2026-01-01")


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Marta Lindqvist", "lindquist"),  # another letter
        ("Marta Lindqvist", "Lindqvst"),  # one missing
        ("Marta Lindqvist", "linddqvist"),  # one too many
        ("Marta Lindqvist", "lidnqvist"),  # two swapped
        ("Marta Lindqvist", "mrata lindqist"),  # one slip in each word
        ("Marta Lindqvist", "m lindquist"),
        ("Marta Lindqvist", "lindqu"),  # still being typed
        ("Marta Lindqvist", "indqvist"),
        ("Marta Lindqvist", "xindqvist"),
        ("Marta Lindqvist", "lindqvisd"),
        ("Marta Lindqvist", "lindqvistt"),
        ("Jörg Müller", "Mueller"),
        ("Jörg Müller", "joerg muler"),
        ("Łukasz Żak", "Lukass"),
        ("Seán O'Neil", "oneill"),
        ("Anne-Marie Roy", "anemarie"),
        ("Anne-Marie Roy", "anne-marei"),
        ("Ελένη Παππάς", "Παπάς"),
        ("Иван Йовчев", "Йовчов"),
        ("Ana\u00a0Pereira \t Da Silva", "pereria slva"),
        ('"Bo" {Smith} \\o/', "smyth"),
        ("Wolfeschlegelsteinhausenbergerdorff", "wolfeschlegelsteinhausenbergerdorf"),
    ],
)
def test_one_slip_in_a_word_is_forgiven(file: NotebookFile, name: str, typed: str) -> None:
    add(file, "Quentin Unrelated")
    add(file, name)
    assert found(file, typed) == [name]


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Marta Lindqvist", "lundquist"),  # two slips
        ("Marta Lindqvist", "marta lundquist"),
        ("Maria Berg", "mart"),  # any name might begin like this
        ("Bob Ro", "bib"),  # too short to be sure
        ("Bob Ro", "bob -ro"),
        ("Marta Lindqvist", '"lindquist"'),
        ("Room 4511", "4512"),  # numbers are meant as they are
        ("Marta Lindqvist", ""),
    ],
)
def test_more_than_a_slip_is_not(file: NotebookFile, name: str, typed: str) -> None:
    add(file, name)
    assert found(file, typed) == []


WORDS = st.text(st.sampled_from("abcdeéłßя"), min_size=4, max_size=12)


@given(WORDS, st.integers(0, 30), st.sampled_from("abcdeя"), st.integers(0, 3))
def test_any_single_slip_is_found(
    spelling_file: NotebookFile, word: str, place: int, letter: str, kind: int
) -> None:
    folded = fold(word)
    place %= len(folded)
    before, after = folded[:place], folded[place + 1 :]
    typed = (
        f"{before}{letter}{after}",
        f"{before}{after}",
        f"{before}{letter}{folded[place:]}",
        f"{before}{after[:1]}{folded[place]}{after[1:]}",
    )[kind]
    assume(len(typed) >= 4)
    if word not in found(spelling_file, typed):
        add(spelling_file, word)
        assert word in found(spelling_file, typed)


@pytest.fixture(scope="module")
def spelling_file(tmp_path_factory: pytest.TempPathFactory) -> NotebookFile:
    return NotebookFile(tmp_path_factory.mktemp("spelling") / "notebook.db")


@given(ANYTHING)
def test_any_text_can_be_misspelt(spelling_file: NotebookFile, typed: str) -> None:
    found(spelling_file, typed)


def test_a_name_of_any_length_and_kind_can_be_kept(file: NotebookFile) -> None:
    for name in (
        "x" * 5_000,
        "<table><tr><td>" * 24,
        "😀",
        "!?",
        "a\tb - c",
        "-",
        "\x1f",
        "王小明",
    ):
        add(file, name)
    assert found(file, "xxxx") == ["x" * 5_000]


def test_a_renamed_person_is_found_by_the_new_name_only(file: NotebookFile) -> None:
    add(file, "Marta Lindqvist")
    person = Person.get()
    with file.change("Renamed"):
        person.amend(name="Ana Pereira", sort_key="ana pereira")
    assert (found(file, "lindquist"), found(file, "perera")) == ([], ["Ana Pereira"])
    file.undo()
    assert (found(file, "lindquist"), found(file, "perera")) == (["Marta Lindqvist"], [])
