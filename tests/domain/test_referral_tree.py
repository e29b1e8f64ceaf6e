"""Who sent whom, laid out."""

from hypothesis import given
from hypothesis import strategies as st

from notebook.domain.referral_tree import Placed, Sent, lay_out


def placed(*pairs: str) -> dict[str, Placed[str]]:
    return {each.key: each for each in lay_out([Sent(pair[0], pair[1]) for pair in pairs])}


def test_generations_stand_beside_each_other_and_parents_amid_their_own() -> None:
    who = placed("ab", "ac", "cd", "ce", "xy")
    assert [who[key].generation for key in "abcdexy"] == [0, 1, 1, 2, 2, 0, 1]
    assert [who[key].row for key in "bdecaxy"] == [0, 1, 2, 1.5, 0.75, 3, 3]
    assert who["a"].parent is None
    assert who["d"].parent == "c"


def test_who_was_sent_twice_has_one_parent_and_another_line() -> None:
    who = placed("ac", "bc", "ac")
    assert (who["c"].parent, who["c"].others) == ("a", ("b",))
    assert who["b"].generation == 0


def test_a_circle_is_cut_where_it_closes() -> None:
    who = placed("ab", "bc", "ca")
    assert len(who) == 3
    roots = [key for key in who if who[key].parent is None]
    assert len(roots) == 1
    lines = sum(each.parent is not None for each in who.values())
    assert lines + sum(len(each.others) for each in who.values()) == 3


def test_somebody_sent_by_themselves_is_just_there() -> None:
    assert placed("aa")["a"].parent is None
    assert lay_out([]) == ()


def test_a_long_chain_is_no_trouble() -> None:
    chain = lay_out([Sent(number, number + 1) for number in range(3_000)])
    assert chain[-1].generation == 3_000
    assert {each.row for each in chain} == {0}


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9))))
def test_everybody_stands_once_behind_whom_sent_them_and_nobody_on_another(
    pairs: list[tuple[int, int]],
) -> None:
    everybody = lay_out([Sent(*pair) for pair in pairs])
    assert {each.key for each in everybody} == {key for pair in pairs for key in pair}
    by_key = {each.key: each for each in everybody}
    assert len(by_key) == len(everybody)
    for each in everybody:
        if each.parent is not None:
            assert each.generation == by_key[each.parent].generation + 1
            assert (each.parent, each.key) in pairs
    places = {(each.generation, each.row) for each in everybody}
    assert len(places) == len(everybody)
