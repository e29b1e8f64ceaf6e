"""What somebody typed into a search: its words, and where they stand in a text that was found."""

import re
from collections.abc import Sequence

from notebook.domain.text import excerpt, fold

PIECE = re.compile(r'\{[^}]*\}\s*:|-\([^()]*\)?|"[^"]*"?|[^\s"()]+')
"""The parts of a typed text: column filters, excluded groups, quoted phrases, words."""

OPERATORS = {"AND", "OR", "NOT"}

_LETTERS = r"[\w\u0300-\u036f]+"  # a letter may be followed by its accent
_NOT_MEANT = re.compile(r"(?:^|(?<=\s))(?:-\([^()]*\)?|-\S+|NOT\s+\S+)|\b(?:AND|OR|NOT)\b")
_LOOKED_AT = 20_000  # characters: nobody reads further in a list
_LEAD = 24  # characters before the first match, so that one sees what it is about

Span = tuple[int, int]


def has_operators(text: str) -> bool:
    """Whether a typed text says more than words to be found together."""
    pieces = PIECE.findall(text)
    return any(
        piece in OPERATORS or piece[0] in '"{' or (piece[0] == "-" and len(piece) > 1)
        for piece in pieces
    ) or bool(re.search(r"\w:\S", text))


def typed_words(text: str) -> tuple[str, ...]:
    """Return the words that a typed text asks for, folded; exclusions are left out."""
    found = re.findall(_LETTERS, _NOT_MEANT.sub(" ", text))
    return tuple(dict.fromkeys(filter(None, map(fold, found))))


def matches(text: str, words: Sequence[str]) -> list[Span]:
    """Return (start, length) of the parts of `text` that begin with one of the folded words."""
    return [
        (token.start(), length)
        for token in re.finditer(_LETTERS, text[:_LOOKED_AT])
        if (length := _matching_length(token[0], words))
    ]


def has_all(text: str, words: Sequence[str]) -> bool:
    """Whether each of the folded words is the beginning of a word in `text`."""
    tokens = [fold(token) for token in re.findall(_LETTERS, text[:_LOOKED_AT])]
    return all(any(token.startswith(word) for token in tokens) for word in words)


def excerpt_at(text: str, words: Sequence[str], length: int) -> str:
    """Return at most some `length` characters of `text` on one line, with the first match in it."""
    line = " ".join(text[:_LOOKED_AT].split())
    if len(line) <= length:
        return line
    found = matches(line, words)
    first = found[0][0] if found else 0
    if first <= length // 2:
        return excerpt(line, length)
    start = line.rfind(" ", 0, first - _LEAD) + 1
    return "…" + excerpt(line[start:], length)


def _matching_length(token: str, words: Sequence[str]) -> int:
    folded = fold(token)
    longest = max((len(word) for word in words if folded.startswith(word)), default=0)
    # Where folding changed the number of letters, the whole word is stressed.
    return longest if len(folded) == len(token) else bool(longest) * len(token)
