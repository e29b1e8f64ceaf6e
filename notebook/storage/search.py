"""The two sides of a search that must agree: how text is indexed, and how a typed text asks for it.

FTS5's unicode61 takes accents away by itself. Letters with a stroke have no accent to remove, yet
are typed without it, so both sides replace them; everything else is left to the one tokenizer.
"""

import re
import unicodedata

from notebook.domain.text import fold

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
    return " AND ".join(_either(word.translate(_TRANSLATION), fold(word)) for word in words)


def _either(typed: str, folded: str) -> str:
    # The tokenizer takes no accent from Greek letters; sort keys, which are folded, stand beside
    # the names in the index.
    spellings = dict.fromkeys(spelling.replace('"', '""') for spelling in (typed, folded))
    return "(" + " OR ".join(f'"{spelling}"*' for spelling in spellings) + ")"
