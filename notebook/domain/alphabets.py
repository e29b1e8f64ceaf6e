"""Letters that a language keeps apart, or puts elsewhere than their base letter.

Condensed from the collation tailorings of Unicode CLDR (common/collation/*.xml, "standard"):
only first-level differences, and only for letters that occur in names. What is not named here
sorts like its base letter, as in the root collation; so does German, where ä is an a.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

_AFTER_Z = "{|}~\x7f"
"""What follows a base letter to come after all its words; no letter or digit is written so."""

_GAJICA = "c č ć, d dž đ, l lj, n nj, s š, z ž"
_DANISH = "y=ü=ű, z æ=ä=ę ø=ö=ő=œ å"

# "s š z ž": š, then z, then ž come after all words in s. "y=ü": ü counts as y.
_RULES: Mapping[str, str] = {
    "az": "c ç, e ə, g ğ, h x ı, k q, o ö, s ş, u ü",
    "bs": _GAJICA,
    "cs": "c č, h ch, r ř, s š, z ž",
    "da": f"{_DANISH}=aa",
    "es": "n ñ",
    "et": "s š z ž, w õ ä ö ü",
    "fi": "y=ü=ű, z å ä=æ ö=ø=ő=õ=œ",
    "hr": _GAJICA,
    "hu": "c cs, d dz dzs, g gy, l ly, n ny, o ö=ő, s sz, t ty, u ü=ű, z zs",
    "is": "a á, d=đ ð, e é, i í, o ó, u ú, y ý, z þ æ=ä ö=ø å",
    "lt": "i=y, c č, s š, z ž",
    "lv": "c č, g ģ, k ķ, l ļ, n ņ, r ŗ, s š, z ž",
    "nb": _DANISH,
    "nn": _DANISH,
    "no": _DANISH,
    "pl": "a ą, c ć, e ę, l ł, n ń, o ó, s ś, z ź ż",
    "ro": "a ă â, i î, s ș=ş, t ț=ţ",
    "sk": "a ä, c č, h ch, o ô, s š, z ž",
    "sl": "c č ć, d đ, s š, z ž",
    "sq": "c ç, d dh, e ë, g gj, l ll, n nj, r rr, s sh, t th, x xh, z zh",
    "sv": "y=ü=ű, z å ä=æ=ę ö=ø=ő=œ=ô",
    "tr": "c ç, g ğ, h ı, o ö, s ş, u ü",
}

_DOTTED_I = str.maketrans({"I": "ı", "İ": "i"})


@dataclass(frozen=True, slots=True)
class Alphabet:
    """The letters of one language that don't sort as their base letters."""

    weights: Mapping[str, str]
    letters: re.Pattern[str] | None
    dotted_i: bool

    def lower(self, text: str) -> str:
        """Return `text` without the difference of case, I being the capital of ı in Turkish."""
        return (text.translate(_DOTTED_I) if self.dotted_i else text).casefold()

    def weigh(self, text: str) -> str:
        """Return lower-case `text` with its special letters in the places where they sort."""
        if self.letters is None:
            return text
        return self.letters.sub(lambda found: self.weights[found.group()], text)


@cache
def alphabet(language: str) -> Alphabet:
    """Return the alphabet of `language`, such as "sv", "sv_SE" or "sv-FI"; else the plain one."""
    code = re.split(r"[-_.@]", language.strip().lower())[0]
    weights = _weights(_RULES.get(code, ""))
    longest_first = sorted(weights, key=len, reverse=True)
    pattern = re.compile("|".join(map(re.escape, longest_first))) if weights else None
    return Alphabet(weights, pattern, dotted_i=code in {"az", "tr"})


def _weights(rules: str) -> dict[str, str]:
    weights = {}
    for rule in filter(None, rules.split(", ")):
        base, *followers = (place.split("=") for place in rule.split())
        weights.update(dict.fromkeys(base[1:], base[0]))
        for place, letters in zip(_AFTER_Z, followers, strict=False):
            weights.update(dict.fromkeys(letters, base[0] + place))
    return weights
