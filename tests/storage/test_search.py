"""What a typed text asks for: operators, incomplete words, and nothing that could fail."""

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notebook.domain.matching import has_operators
from notebook.storage.file import NotebookFile
from notebook.storage.search import Incomplete, full_text_query, web_query
from tests.storage.search_help import full_text

NOTES = {
    1: "The garden wall is wet",
    2: "A wallpaper for the garden room",
    3: "Wet paint on the wall of the inn",
    4: "Śródmieście, Straße, Ελένη's café",
}


@pytest.fixture(scope="module")
def notes() -> Any:
    return full_text(NOTES)


def found(notes: Any, text: str, incomplete: Incomplete = Incomplete.ALL) -> set[int]:
    query = web_query(text, ("name",), incomplete)
    if not query:
        return set()
    return {row for (row,) in notes.execute("SELECT rowid FROM t WHERE t MATCH ?", (query,))}


@pytest.mark.parametrize(
    ("typed", "rows"),
    [
        ("garden wall", {1, 2}),
        ("WET gard", {1}),
        ('"garden wall"', {1}),
        ('"wall garden"', set()),
        ('"the garden wa', {1}),
        ('"wall"', {1, 3}),
        ("wet OR paper", {1, 3}),
        ("wet or paper", set()),
        ("wet AND inn", {3}),
        ("wet -inn", {1}),
        ("garden -wall", {2}),
        ("garden -(wall OR paper)", {2}),
        ("wet NOT inn", {1}),
        ("wet AND NOT inn", {1}),
        ("(garden OR inn) wet", {1, 3}),
        ("-garden", set()),
        ("name:wet", {1, 3}),
        ("{name}: wet", {1, 3}),
        ("other:wet", set()),
        ("inn's", set()),
        ("wal* inn", {3}),
        ("srodm", {4}),
        ("strasse", {4}),
        ("Straße", {4}),
        ("cafe\u0301", {4}),
        ("", set()),
        (" \t", set()),
        ("*", set()),
        ("OR", set()),
        ("()", set()),
        ("-", set()),
        ('""', set()),
    ],
)
def test_operators_and_words(notes: Any, typed: str, rows: set[int]) -> None:
    assert found(notes, typed) == rows


def test_whole_words_leave_longer_ones_out(notes: Any) -> None:
    assert found(notes, "wall", Incomplete.NONE) == {1, 3}
    assert found(notes, "wall") == {1, 2, 3}
    assert found(notes, "wallp*", Incomplete.NONE) == {2}
    assert found(notes, "wall gard") == {1, 2}
    assert found(notes, "wall gard", Incomplete.LAST) == {1}
    assert found(notes, "wall gard", Incomplete.NONE) == set()


ANYTHING = st.text(
    st.one_of(
        st.characters(exclude_categories=()),  # halves of characters too
        st.sampled_from('"()-*:{}^+ANDORT\0ab '),
    )
) | st.lists(
    st.sampled_from(
        ['"', "(", ")", "-", "OR", "AND", "NOT", "NEAR", "name:", "{name}:", "*", "wet", "a", "\0"]
    )
).map(" ".join)


@given(ANYTHING, st.sampled_from(Incomplete))
def test_any_text_can_be_searched_for(notes: Any, typed: str, incomplete: Incomplete) -> None:
    found(notes, typed, incomplete)
    has_operators(typed)
    query = full_text_query(typed)
    if query:
        notes.execute("SELECT rowid FROM t WHERE t MATCH ?", (query,)).fetchall()


@pytest.mark.parametrize(
    "typed",
    ["(" * 500 + "wet", "-a " * 500, "wet NOT " * 500, "wet OR " * 500, '"' * 501, "w" * 10_000],
)
def test_a_very_long_text_can_be_searched_for(notes: Any, typed: str) -> None:
    found(notes, typed)


def test_the_indexes_of_a_notebook_take_such_queries(file: NotebookFile) -> None:
    query = web_query('name:marta -(notes:wall OR "a b") contact:0', ("name", "notes", "contact"))
    assert re.search(r'"notes"', query)
    statement = "SELECT rowid FROM person_search WHERE person_search MATCH ?"
    assert file.database.execute_sql(statement, (f"name : ({query})",)).fetchall() == []
