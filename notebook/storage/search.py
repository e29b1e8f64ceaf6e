"""The two sides of a search that must agree: how text is indexed, and how a typed text asks for it.

FTS5's unicode61 takes accents away by itself. Letters with a stroke have no accent to remove, yet
are typed without it, so both sides replace them; everything else is left to the one tokenizer.
"""

import re
import unicodedata
from collections.abc import Iterable
from enum import Enum

from playhouse.fts_parser import parse

from notebook.domain.matching import OPERATORS, PIECE
from notebook.domain.text import fold, phone_queries

_LETTERS = {
    "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ŧ": "t",
    "ŋ": "n", "ə": "e", "ß": "ss", "ẞ": "ss",
}  # fmt: skip
_PLAIN_LETTERS = {
    "ı": "i",  # its capital is an ordinary I
    **_LETTERS,
    **{letter.upper(): plain for letter, plain in _LETTERS.items() if len(letter.upper()) == 1},
}
_TRANSLATION = str.maketrans(_PLAIN_LETTERS)

_LONGEST = 400  # characters of a typed text; FTS5 refuses expressions that are nested too deep
_MOST_WORDS = 100  # of any_query; each is looked up by itself
_TERM = re.compile(r'"([^"]*)"(\*?)')


class Incomplete(Enum):
    """Which of the typed words may be just the beginnings of words."""

    NONE = "none"
    LAST = "last"
    ALL = "all"


def plain(expression: str) -> str:
    """Return the SQL for `expression` with its letters made plain, as the index holds them."""
    for letter, replacement in _PLAIN_LETTERS.items():
        expression = f"replace({expression}, '{letter}', '{replacement}')"
    return expression


def full_text_query(text: str) -> str:
    """Return an FTS5 query for what somebody types; empty when there is no word in it.

    Each word is a quoted prefix, so that any text is safe, and every word may be incomplete.
    """
    words = re.findall(r"\w+", unicodedata.normalize("NFC", text))
    return " AND ".join(_spellings(word, "*") for word in words)


def number_query(text: str) -> str:
    """Return an FTS5 query for a typed telephone number, or part of one; empty for other texts."""
    if re.search(r"[^\W\d]", text):
        return ""
    return " OR ".join(f'contact : "{number}"*' for number in phone_queries(text))


def web_query(
    text: str, columns: tuple[str, ...] = (), incomplete: Incomplete = Incomplete.ALL
) -> str:
    """Return an FTS5 query for a text typed with operators; empty when there is nothing to find.

    The operators are those of peewee's `FTS5Model.web_query`: "quoted phrases", OR, AND, NOT,
    -exclusion, (groups) and column:filters. Whatever else is typed is taken for words, so that
    any text is safe. Words within quotes and exclusions are always whole.
    """
    text = _cleaned(text)
    pieces = list(PIECE.finditer(text))
    wanted = {Incomplete.NONE: [], Incomplete.LAST: pieces[-1:], Incomplete.ALL: pieces}
    for piece in reversed(wanted[incomplete]):
        text = f"{text[: piece.start()]}{_incomplete(piece[0])}{text[piece.end() :]}"
    query: str = parse(text, columns)
    if query == '""':
        return ""
    return _TERM.sub(lambda term: _spellings(term[1], term[2]), query)


def _cleaned(text: str) -> str:
    """Leave out what no query may contain: zero bytes, and halves of characters."""
    text = unicodedata.normalize("NFC", text[:_LONGEST])
    return "".join(" " if char == "\0" or "\ud800" <= char <= "\udfff" else char for char in text)


def _incomplete(text: str) -> str:
    if text[0] == '"':
        is_open = len(text) == 1 or text[-1] != '"'
        return f'{text}"*' if is_open else text
    as_it_is = text in OPERATORS or text[0] in "-{" or text[-1] in "*:"
    return text if as_it_is else f"{text}*"


def any_query(beginnings: Iterable[str]) -> str:
    """Return an FTS5 query for any word that begins so; empty without beginnings."""
    words = [word for each in beginnings for word in re.findall(r"\w+", each)]
    return " OR ".join(_spellings(word, "*") for word in words[:_MOST_WORDS])


def name_query(words: list[str]) -> str:
    """Return an FTS5 query for these words, whole and side by side, in a name; empty without any."""
    found = re.findall(r"\w+", unicodedata.normalize("NFC", " ".join(words)))
    return f"name : {_spellings(' '.join(found), '')}" if found else ""


def _spellings(word: str, star: str) -> str:
    # The tokenizer takes no accent from Greek letters; sort keys, which are folded, stand beside
    # the names in the index.
    typed, folded = (each.replace('"', '""') for each in (word.translate(_TRANSLATION), fold(word)))
    if typed == folded:
        return f'"{typed}"{star}'
    return f'("{typed}"{star} OR "{folded}"{star})'
