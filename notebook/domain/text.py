"""Names and numbers made comparable, sortable, searchable and short; what is stored stays as typed."""

import re
import unicodedata

from notebook.domain.alphabets import alphabet

_WITHOUT_STROKES = str.maketrans(
    {"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ŧ": "t",
     "ı": "i", "ŋ": "n", "ə": "e"}
)  # fmt: skip
"""Letters that Unicode does not take apart, as people type them without such a key."""

_OWN_LETTERS = (("и\u0306", "й"), ("і\u0308", "ї"), ("у\u0306", "ў"))
"""No more accented than Q is an accented O."""

_NEXT_LEVEL = "\x1f"
"""Parts the levels of a sort key: below a space, so that Ana comes before Ana Maria."""

_FEWEST_DIGITS = 4
_MOST_DIGITS = 40

_TITLES = frozenset(
    {"dr", "prof", "mr", "mrs", "ms", "miss", "mx", "sir", "dame", "herr", "frau", "hr", "fr", "mme",
     "mlle", "sra", "srta", "don", "doña", "dott", "ing", "mag", "dipl-ing", "rev"}
)  # fmt: skip
_SUFFIXES = frozenset(["jr", "sr", "ii", "iii", "iv", "phd", "md", "esq", "mba"])
_EAST_ASIAN = re.compile(
    "[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff]"
)
"""Kana, Han and Hangul, where the family's name comes first and is rarely parted by a space."""


def fold(text: str) -> str:
    """Return `text` for comparing: without case, accents, strokes or other forms of a letter.

    Marks that make another letter (Indic vowels, Japanese voicing, й) stay. Folding twice
    changes nothing. Source: Unicode normalisation form KD and canonical combining classes.
    """
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text).casefold()
    apart = unicodedata.normalize("NFKD", apart)
    for parts, letter in _OWN_LETTERS:
        apart = apart.replace(parts, letter)
    plain = "".join(char for char in apart if not _is_accent(char))
    return unicodedata.normalize("NFC", plain.translate(_WITHOUT_STROKES))


def _is_accent(char: str) -> bool:
    # 200 and above: marks over and under European letters; 10 to 36: Hebrew and Arabic points.
    combining = unicodedata.combining(char)
    return combining >= 200 or 10 <= combining <= 36


def sort_key(name: str, language: str = "en") -> str:
    """Return a text to store beside `name`: comparing two of them as bytes sorts the names.

    As in a dictionary of `language` ("sv", "de_AT" ...): letters first, without case and
    punctuation; where these are the same, accents decide. Names in scripts that are not sorted
    by letter (Chinese) come in the order of their code points. Source: Unicode collation
    algorithm (UTS 10), reduced to two levels.
    """
    letters = alphabet(language)
    lower = letters.lower(unicodedata.normalize("NFC", name))
    plain = _without_punctuation(unicodedata.normalize("NFC", lower))
    first = fold(letters.weigh(plain))
    return first if first == plain else f"{first}{_NEXT_LEVEL}{plain}"


def sort_prefix(beginning: str, language: str = "en") -> str:
    """Return what the sort keys of all names with this beginning begin with, accents aside."""
    return sort_key(beginning, language).split(_NEXT_LEVEL, 1)[0]


def _without_punctuation(text: str) -> str:
    kept = (" " if char.isspace() else char for char in text if not _is_ignored(char))
    return " ".join("".join(kept).split())


_FEWEST_NATIONAL = 6
"""Digits of a number without its country: fewer would be part of too many others."""


def _is_ignored(char: str) -> bool:
    if char.isalnum() or char.isspace():
        return False
    category = unicodedata.category(char)
    return category[0] == "P" or category in {"Cc", "Cf", "Cs", "Sc", "Sk", "Sm"}


def digits(text: str) -> str:
    """Return the digits in `text`, those of other scripts as 0 to 9."""
    found = (unicodedata.decimal(char, None) for char in text)
    return "".join(str(digit) for digit in found if digit is not None)


def phone_tokens(text: str) -> str:
    """Return the endings, of four digits and more, of a telephone number, joined by spaces.

    Indexed as words, a search for their beginnings finds any part of the number. The 0 in
    "+49 (0)30" is dialled or not, so that both numbers are kept.
    """
    numbers = dict.fromkeys((digits(text.replace("(0)", "")), digits(text)))
    endings = (
        number[start:]
        for number in (each[:_MOST_DIGITS] for each in numbers if each)
        for start in range(max(len(number) - _FEWEST_DIGITS, 0) + 1)
    )
    return " ".join(dict.fromkeys(endings))


def phone_queries(text: str) -> tuple[str, ...]:
    """Return the digits to look for among `phone_tokens` when somebody types `text`.

    Zeros in front are left out: 030 is dialled +49 30, and 0049 is +49. A number that begins with
    a country may stand on a card without it; codes of countries have one to three digits.
    """
    number = digits(text.replace("(0)", "")).lstrip("0")
    if len(number) < 2:
        return ()
    if not text.strip().startswith(("+", "00")):
        return (number,)
    national = (number[length:].lstrip("0") for length in (1, 2, 3))
    return (number, *(each for each in national if len(each) >= _FEWEST_NATIONAL))


def excerpt(text: str, length: int) -> str:
    """Return the beginning of `text` on one line, at most `length` characters with its "…"."""
    line = " ".join(text.split())
    if len(line) <= length:
        return line
    end = max(length - 1, 0)
    space = line.rfind(" ", 0, end + 1)
    if space > length // 2:
        end = space
    while end and _belongs_to_the_last(line[end]):
        end -= 1
    return re.sub(r"[\s,;:–-]+$", "", line[:end]) + "…"


def _belongs_to_the_last(char: str) -> bool:
    return unicodedata.category(char) in {"Mn", "Mc", "Me", "Cf"}


def initials(name: str) -> str:
    """Return one or two letters for a picture: ML for Marta Lindqvist, LB for Ludwig van Beethoven.

    One sign for East Asian names, the first emoji if there are no letters, else "?".
    """
    words = _words(name)
    if not words:
        return next((char for char in name if unicodedata.category(char) == "So"), "?")
    letters = [_first_letter(word) for word in _without_particles(words)]
    if _EAST_ASIAN.match(letters[0]) or len(letters) == 1:
        return _capital(letters[0])
    return _capital(letters[0]) + _capital(letters[-1])


def short_name(given_name: str, name: str) -> str:
    """Return what somebody is called in a sentence: the given name, or what of the name serves."""
    return given_name.strip() or first_name(name)


def first_name(name: str) -> str:
    """Return what to call somebody in a sentence: Marta for "Dr. Marta Lindqvist".

    The whole name where a part of it would be wrong: Frau Schmidt, J. Smith, van Gogh, 王小明.
    """
    whole = " ".join(name.split())
    words = _words(name)
    if not words or _EAST_ASIAN.search(words[0]):
        return whole
    stands_alone = len(words) == 1 and _bare(whole.split()[0]) in _TITLES
    if stands_alone or len(_bare(words[0])) == 1 or words[0] != _without_particles(words)[0]:
        return whole
    return words[0].strip("\"'“”„‘’(),")


def name_words(name: str) -> tuple[str, ...]:
    """Return the words of a name for comparing: folded, without titles, the given name first."""
    folded = (fold("".join(filter(str.isalnum, word))) for word in _words(name))
    return tuple(word for word in folded if word)


def _words(name: str) -> list[str]:
    """Return the words with letters, titles left out, the given name first."""
    name = unicodedata.normalize("NFC", name)
    family, _, given = name.partition(",")
    parted = [_real_words(part) for part in (family, given)]
    if all(parted) and len(_without_particles(parted[0])) == 1:
        return parted[1] + parted[0]
    return _real_words(name) or [word for word in name.split() if _first_letter(word)]


def _real_words(text: str) -> list[str]:
    words = [word for word in text.split() if _first_letter(word)]
    while words and _bare(words[0]) in _TITLES:
        words.pop(0)
    while words and _bare(words[-1]) in _SUFFIXES:
        words.pop()
    return words


def _without_particles(words: list[str]) -> list[str]:
    return [word for word in words if not _first_letter(word).islower()] or words


def _first_letter(word: str) -> str:
    return next((char for char in word if char.isalnum()), "")


def _bare(word: str) -> str:
    return word.strip(".,;()").lower()


def _capital(letter: str) -> str:
    upper = letter.upper()
    return upper if len(upper) == 1 else letter
