"""When two people may be one, and which of two values is taken."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notebook.domain.duplicates import (
    Choice,
    Likelihood,
    Reason,
    birthdays_differ,
    blocking_keys,
    default_choice,
    fits_into,
    joined,
    likelihood,
    ordered,
    same_name,
    says_all,
)
from notebook.domain.partial_date import PartialDate
from notebook.domain.text import name_words


@pytest.mark.parametrize(
    ("reasons", "sure"),
    [
        ({Reason.SAME_NAME}, Likelihood.PERHAPS),
        ({Reason.ALIKE_NAME, Reason.SAME_NAME}, Likelihood.PERHAPS),
        ({Reason.EMAIL}, Likelihood.LIKELY),
        ({Reason.PHONE}, Likelihood.LIKELY),
        ({Reason.EMAIL, Reason.PHONE}, Likelihood.VERY_LIKELY),
        ({Reason.PHONE, Reason.ALIKE_NAME}, Likelihood.VERY_LIKELY),
    ],
)
def test_a_name_alone_never_says_more_than_perhaps(reasons: set[Reason], sure: Likelihood) -> None:
    assert likelihood(reasons) is sure


def test_another_birthday_speaks_against_it() -> None:
    found = likelihood({Reason.EMAIL, Reason.SAME_NAME}, contradicts=True)
    assert found is Likelihood.LIKELY


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        (PartialDate(1980, 3, 12), PartialDate(None, 3, 12), False),
        (PartialDate(1980, 3, 12), PartialDate(1980), False),
        (PartialDate(1980, 3, 12), PartialDate(1981, 3, 12), True),
        (PartialDate(None, 3, 12), PartialDate(None, 3, 13), True),
        (PartialDate(1980, 3, 12), None, False),
    ],
)
def test_birthdays_that_no_person_has_both(
    one: PartialDate | None, other: PartialDate | None, differ: bool
) -> None:
    assert birthdays_differ(one, other) is differ
    assert birthdays_differ(other, one) is differ


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Marta Lindqvist", "LINDQVIST, Marta"),
        ("Dr. Marta Lindqvist", "marta lindqvist"),
        ("José Núñez", "Jose Nunez"),
    ],
)
def test_names_that_are_the_same(one: str, other: str) -> None:
    assert same_name(name_words(one), name_words(other))


@pytest.mark.parametrize(
    ("short", "long", "fits"),
    [
        ("M. Lindqvist", "Marta Lindqvist", True),
        ("Lindqvist", "Marta Lindqvist", True),
        ("Marta L.", "Marta Lindqvist", True),
        ("P. Lindqvist", "Marta Lindqvist", False),
        ("M. L.", "Marta Lindqvist", False),
        ("", "Marta Lindqvist", False),
    ],
)
def test_short_forms_of_a_name(short: str, long: str, fits: bool) -> None:
    assert fits_into(name_words(short), name_words(long)) is fits


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Marta Lindqvist", "Martha Lindquist"),
        ("Hana Cohen", "Hana Kohen"),
        ("Yusuf Demir", "Yusuf Demire"),
        ("Anna Meier", "Anna Meyer"),
        ("Jon Smith", "Jon Smyth"),
        ("Peter Maier", "Peter Mayer"),
        ("Kristina Holm", "Christina Holm"),
    ],
)
def test_alike_names_lie_in_one_drawer(one: str, other: str) -> None:
    assert set(blocking_keys(name_words(one))) & set(blocking_keys(name_words(other)))


def test_short_names_lie_in_no_drawer() -> None:
    assert blocking_keys(name_words("Bo Li")) == ()


@pytest.mark.parametrize(
    ("kept", "other", "joins", "choice"),
    [
        ("Ana", "", False, Choice.KEPT),
        ("", "Ana", False, Choice.OTHER),
        ("Ana", "Ana", True, Choice.KEPT),
        ("Ana", "Ana Silva", False, Choice.OTHER),
        ("Ana Silva", "Ana", False, Choice.KEPT),
        ("na", "Ana", False, Choice.KEPT),
        ("mornings", "by noon", True, Choice.BOTH),
        ("12 March", "12 March 1980", False, Choice.OTHER),
    ],
)
def test_what_is_taken_by_itself(kept: str, other: str, joins: bool, choice: Choice) -> None:
    assert default_choice(kept, other, joins=joins, contains=True) is choice


def test_a_number_is_not_part_of_another_one() -> None:
    assert default_choice("5", "5 000", joins=False, contains=False) is Choice.KEPT


@given(st.text(), st.text())
def test_two_texts_as_one_say_all_of_both(one: str, other: str) -> None:
    whole = joined(one, other, "\n\n")
    assert says_all(whole, one)
    assert says_all(whole, other)


@given(st.integers(), st.integers())
def test_a_pair_has_one_order(one: int, other: int) -> None:
    assert ordered(one, other) == ordered(other, one) == tuple(sorted((one, other)))
