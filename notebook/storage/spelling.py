"""Names found in spite of one slip in a word: a letter wrong, missing or too many, or two swapped.

The index of spellings holds every word of a name whole, and once more with each of its letters
replaced by a gap. A slip of the pen is then an ordinary lookup, with no candidates to be compared:
"lindqvist" and "lindquist" meet at "lindq⎵ist". Source of the idea: W. Garbe's symmetric deletes,
with the place of the letter kept, so that nothing but a single slip is ever found.
"""

import re
from collections.abc import Iterator

from notebook.domain.matching import has_operators
from notebook.domain.text import fold
from notebook.storage.name_parts import endings, folded_name, listed
from notebook.storage.search import plain

_GAP = "\ue000"  # a letter to the tokenizer, and nobody's
_FEWEST = 4  # letters that a word needs: shorter ones are too much alike
_ENOUGH = 5  # letters that tell the beginning of a name from most others
_MOST = 16  # letters of a word that may be wrong
_MOST_WORDS = 6
_PLACES = ",".join(str(place) for place in range(1, _MOST + 1))


def spelling(row: str) -> str:
    """Return the SQL for a name in `row`: its words, then all their spellings with a gap.

    The sort key is folded and has no punctuation, so that O'Neil is one word; the parts of
    Anne-Marie are words of their own beside it, and so are the endings of an East Asian name.
    """
    parts = plain(f"replace({row}.name, '-', ' ')")
    words = f"{folded_name(row)} || iif(instr({row}.name, '-'), ' ' || {parts}, '')"
    with_gap = f"substr(w.value, 1, n.value - 1) || '{_GAP}' || substr(w.value, n.value + 1)"
    gaps = (
        f"SELECT group_concat({with_gap}, ' ') FROM json_each({listed(words)}) w,"
        f" json_each('[{_PLACES}]') n WHERE n.value <= length(w.value)"
    )
    return f"{words} || ' ' || coalesce(({gaps}), '') || {endings(row)}"


def misspelt_query(text: str) -> str:
    """Return an FTS5 query for names with at most one slip in each of the typed words.

    The words may be incomplete. Empty when none is long enough, or when operators say that the
    user means the text as it is.
    """
    words = re.findall(r"[^\W_]+", fold(text[:200]))
    long_enough = any(len(word) >= _FEWEST and not word.isdecimal() for word in words)
    if not long_enough or len(words) > _MOST_WORDS or has_operators(text):
        return ""
    return " AND ".join(f"({' OR '.join(dict.fromkeys(_ways(word)))})" for word in words)


def _ways(word: str) -> Iterator[str]:
    yield f'"{word}"*'
    if len(word) < _FEWEST or len(word) > 2 * _MOST or word.isdecimal():
        return
    last = len(word) - 1
    for place in range(min(len(word), _MOST)):
        before, letter, after = word[:place], word[place], word[place + 1 :]
        # A slip in the last letter of a few: any name might begin like this, so it has to end there.
        star = "" if place == last and last < _ENOUGH else "*"
        yield f'"{before}{_GAP}{after}"{star}'  # another letter
        yield f'"{before}{after}"{star}'  # one too many
        yield f'"{before}{_GAP}{letter}{after}"*'  # one missing
        if after:
            yield f'"{before}{after[0]}{letter}{after[1:]}"*'  # two swapped
