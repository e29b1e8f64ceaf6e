"""When two people may be one, how sure that is, and which of two values is taken by itself."""

from collections.abc import Iterable, Sequence
from enum import IntEnum, StrEnum

from notebook.domain.partial_date import PartialDate

FEWEST_LETTERS = 5
"""Shorter names are alike by chance."""
_END_OF_NAME = 3  # letters


class Reason(StrEnum):
    """Why two people may be one."""

    EMAIL = "email"
    PHONE = "phone"
    SAME_NAME = "same-name"
    ALIKE_NAME = "alike-name"


class Likelihood(IntEnum):
    """How sure it is; nobody is ever merged without being asked about."""

    PERHAPS = 1
    LIKELY = 2
    VERY_LIKELY = 3


class Choice(StrEnum):
    """Whose value the one card gets."""

    KEPT = "kept"
    OTHER = "other"
    BOTH = "both"


_BY_NAME = frozenset({Reason.SAME_NAME, Reason.ALIKE_NAME})


def likelihood(reasons: Iterable[Reason], *, contradicts: bool = False) -> Likelihood:
    """Return how sure two people are one; a name alone never says more than perhaps.

    `contradicts` says that something speaks against it, such as another birthday.
    """
    found = set(reasons)
    if found <= _BY_NAME:
        return Likelihood.PERHAPS
    sure = bool(found & _BY_NAME) or {Reason.EMAIL, Reason.PHONE} <= found
    return Likelihood.VERY_LIKELY if sure and not contradicts else Likelihood.LIKELY


def ordered(one: int, other: int) -> tuple[int, int]:
    """Return a pair in the one order in which it is kept."""
    return (one, other) if one < other else (other, one)


def birthdays_differ(one: PartialDate | None, other: PartialDate | None) -> bool:
    """Whether both are known, and no person has both."""
    if one is None or other is None:
        return False
    parts = ((one.year, other.year), (one.month, other.month), (one.day, other.day))
    return any(mine and theirs and mine != theirs for mine, theirs in parts)


def same_name(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two names (their folded words) have the same words, in whatever order."""
    return bool(one) and sorted(one) == sorted(other)


def fits_into(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether a name of fewer words, or with initials, is a short form of the other one.

    "M. Lindqvist" and "Lindqvist" are of "Marta Lindqvist", "Marta" alone is too.
    """
    short, long = sorted((one, other), key=lambda words: sum(map(len, words)))
    rest = list(long)
    for word in short:
        found = next((each for each in rest if each == word or _is_initial(word, each)), None)
        if found is None:
            return False
        rest.remove(found)
    return any(len(word) > 1 for word in short)


def _is_initial(word: str, of: str) -> bool:
    return len(word) == 1 and of.startswith(word)


def blocking_keys(words: Sequence[str]) -> tuple[str, ...]:
    """Return the drawers in which a name lies: only names in one drawer are compared.

    Wherever there is a slip, in the first name or the last, one of them forgives it: at the end
    of either, at the beginning of the last, in the middle of the last (Meier and Meyer), and at
    the beginning of the first (Kristina and Christina).
    """
    if sum(map(len, words)) < FEWEST_LETTERS:
        return ()
    if len(words) == 1:
        return (f"1 {words[0][:_END_OF_NAME]}",)
    first, last = words[0], words[-1]
    return (
        f"2 {first[0]} {last[:_END_OF_NAME]}",
        f"3 {first} {last[-_END_OF_NAME:]}",
        f"4 {first} {last[0]} {last[-1]}",
        f"5 {first[-_END_OF_NAME:]} {last}",
    )


def default_choice(kept: str, other: str, *, joins: bool, contains: bool) -> Choice:
    """Return which of two values as words is taken unless the user says otherwise.

    What only one card knows is taken from it, texts that can stand together stay together, and
    of two names or dates the one that `contains` the other: of two numbers, choices or people
    none does, however they are written.
    """
    if not kept or not other or kept == other:
        return Choice.KEPT if kept else Choice.OTHER
    if contains and says_all(other, kept):
        return Choice.OTHER
    if contains and says_all(kept, other):
        return Choice.KEPT
    return Choice.BOTH if joins else Choice.KEPT


def joined(kept: str, other: str, between: str) -> str:
    """Return two texts as one; a text that is part of the other one stands once."""
    if says_all(kept, other):
        return kept
    return other if says_all(other, kept) else f"{kept}{between}{other}"


def says_all(text: str, part: str) -> bool:
    """Whether a text has all the words of another one, one behind the other."""
    words = " ".join(part.split())
    return not words or f" {words} " in f" {' '.join(text.split())} "
