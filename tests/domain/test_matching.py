"""Where typed words stand in a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notebook.domain.matching import excerpt_at, has_all, has_operators, matches, typed_words


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("Marta  LINDQVIST", ("marta", "lindqvist")),
        ("Åsa Łu", ("asa", "lu")),
        ("garden -wall", ("garden",)),
        ("garden -(wall OR paint) wet", ("garden", "wet")),
        ("wet NOT inn OR dry", ("wet", "dry")),
        ("Anne-Marie", ("anne", "marie")),
        ('"garden wall', ("garden", "wall")),
        ("Jose\u0301", ("jose",)),
        ("a a", ("a",)),
        ("- ( ) *", ()),
        ("", ()),
    ],
)
def test_typed_words_are_those_that_are_wanted(typed: str, words: tuple[str, ...]) -> None:
    assert typed_words(typed) == words


@pytest.mark.parametrize(
    ("text", "typed", "stressed"),
    [
        ("The garden wall", "wal", ["wal"]),
        ("Wallpaper, Wall", "wall", ["Wall", "Wall"]),
        ("Jose\u0301 Rene\u0301e", "renee", ["Rene\u0301e"]),
        ("Łukasz Żak", "luk", ["Łuk"]),
        ("Große Straße", "strasse", ["Straße"]),
        ("<b>x</b>", "b", ["b", "b"]),
        ("snowball", "ball", []),
        ("anything", "", []),
    ],
)
def test_matches_begin_words(text: str, typed: str, stressed: list[str]) -> None:
    found = matches(text, typed_words(typed))
    assert [text[start : start + length] for start, length in found] == stressed


def test_all_words_are_asked_for() -> None:
    assert has_all("Marta Lindqvist · Owner", ("lind", "own"))
    assert not has_all("Marta Lindqvist", ("lind", "own"))


@pytest.mark.parametrize(
    ("text", "word", "shown"),
    [
        ("Short and sweet", "sweet", "Short and sweet"),
        ("Over\n two  lines", "two", "Over two lines"),
        ("wall " + "and so on " * 20, "wall", "wall and so on and so on and so on and…"),
        ("so on and " * 20 + "the wall", "wall", "…so on and so on and the wall"),
        ("so on and " * 20, "absent", "so on and so on and so on and so on and…"),
    ],
)
def test_an_excerpt_has_the_match_in_it(text: str, word: str, shown: str) -> None:
    assert excerpt_at(text, [word], 40) == shown


@given(st.text(), st.text())
def test_matches_stay_within_the_text(text: str, typed: str) -> None:
    for start, length in matches(text, typed_words(typed)):
        assert 0 <= start < start + length <= len(text)
    assert len(excerpt_at(text, typed_words(typed), 40)) <= 41


@pytest.mark.parametrize(
    ("typed", "says_more"),
    [
        ("Marta Lindqvist", False),
        ("Anne-Marie O'Neil", False),
        ("(07700) 900-123", False),
        ("either or", False),
        ("-", False),
        ("marta -lind", True),
        ('"marta"', True),
        ("marta OR ana", True),
        ("name:marta", True),
    ],
)
def test_operators_are_recognised(typed: str, says_more: bool) -> None:
    assert has_operators(typed) is says_more
