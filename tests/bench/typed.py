"""What people type into the search field: names, words, numbers, and what nobody has."""

from collections.abc import Sequence
from random import Random

from tests.bench.words import make_words

_FIXED = (
    *("a", "e", "maria", "ana m", "zoë", "asa", "nguyen", "lukasz z", "m b", "xyzzy", "王"),
    *("hotel", "owner", "bakery t", "wall", "wall l", "invoice", "garden w", "the letter"),
    *("person", "person.77", "example.com", "020 7", "99920", "9992025", "77", "5", "1234567"),
)
OPERATORS = (
    '"garden wall"',
    "wall -garden",
    "wall OR invoice letter",
    "hotel (maria OR anna)",
    "name:maria",
)


def amiss(texts: Sequence[str]) -> list[str]:
    """Return the longer ones of these texts with another letter somewhere in each."""
    random = Random(12)
    longer = [text for text in texts if len(text) > 4]
    places = [random.randrange(len(text)) for text in longer]
    return [
        f"{text[:place]}{random.choice('aeionrst')}{text[place + 1 :]}"
        for text, place in zip(longer, places, strict=True)
    ]


def typed_texts(count: int = 40) -> list[str]:
    """Return texts to be typed letter by letter, at most six letters of most names."""
    random = Random(11)
    words = make_words(Random(2026))
    names = [words.name(random) for _ in range(count - len(_FIXED))]
    return [*_FIXED, *(name[: random.randint(3, 9)] for name in names)]
