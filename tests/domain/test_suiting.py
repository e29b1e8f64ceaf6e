"""What of ours may suit somebody: shared words, and nothing by chance."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notebook.domain.suiting import Offered, shared_words, stems, wishes_of
from notebook.domain.text import fold

PLAN = Offered(
    "Yearly touch-up plan\nguests, lobby", "Walls that stay fresh for a hotel's visitors"
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mural", "murals"),
        ("painting", "Painted"),
        ("holiday", "holidays"),
        ("story", "stories"),
        ("planning", "plans"),
        ("boxes", "box"),
        ("Café", "cafes"),
        ("glass", "glasses"),
        ("Übung", "ubung"),
    ],
)
def test_forms_of_a_word_meet(one: str, other: str) -> None:
    assert stems(one).keys() == stems(other).keys()


def test_different_words_do_not_meet() -> None:
    words = [
        "wall",
        "wheel",
        "guest",
        "ghost",
        "lobby",
        "hobby",
        "street",
        "stream",
        "paint",
        "pain",
    ]
    assert len(stems(" ".join(words))) == len(words)


def test_a_tag_alone_is_a_reason_and_is_named_as_they_said_it() -> None:
    assert shared_words(PLAN, "Guests should stop and look up.") == ("guests",)
    assert shared_words(PLAN, "LOBBIES for every guest") == ("lobbies", "guest")


def test_one_word_of_the_description_is_chance_and_two_are_not() -> None:
    assert shared_words(PLAN, "The walls of my office") == ()
    assert shared_words(PLAN, "Fresh walls at last") == ("fresh", "walls")


def test_words_that_everybody_uses_are_no_reason() -> None:
    common = Offered("for the and with you yearly", "what people need")
    assert shared_words(common, "What do people need for the year, and with you?") == ()
    assert shared_words(PLAN, "") == ()
    assert shared_words(Offered("", ""), "Guests") == ()


def test_other_scripts_are_words_too() -> None:
    assert shared_words(Offered("краска, 壁画", ""), "Нужна краска") == ("краска",)
    assert shared_words(Offered("краска, 壁画", ""), "壁画") == ("壁画",)


@given(st.text())
def test_a_stem_is_the_beginning_of_its_word(text: str) -> None:
    for stem, word in stems(text).items():
        assert fold(word).startswith(stem)


@given(st.text(), st.text())
def test_shared_words_stand_in_the_wish(tags: str, wish: str) -> None:
    for word in shared_words(Offered(tags, ""), wish):
        assert word in wish.lower()


WORDS = st.lists(st.sampled_from(["guests", "walls", "wall", "lobby", "paint", "the", "fresh"]))
TEXTS = WORDS.map(" ".join)


@given(st.lists(TEXTS, max_size=6).map(tuple), TEXTS, TEXTS)
def test_many_wishes_share_what_each_of_them_shares(
    wishes: tuple[str, ...], tags: str, description: str
) -> None:
    offered = Offered(tags, description)
    one_by_one = dict.fromkeys(word for wish in wishes for word in shared_words(offered, wish))
    assert wishes_of(wishes).shared_with(offered) == tuple(one_by_one)
    assert wishes_of(wishes).shared_with(offered) == tuple(one_by_one)
