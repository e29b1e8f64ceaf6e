"""Patterns of the quick line as regular expressions, made once for each table of words.

They are for text in lower case.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from notebook.domain.quick_words import Meaning, QuickWords

_ELEMENT = re.compile(r"\[[^\]]*\]|\([^)]*\)|\S+")
_KIND = re.compile(r"\{(\w+)\}")
_GAP = r"(?:\s*,)?\s+"
_BEGIN = r"(?<![\w:./-])"
_END = r"(?!\w|[:/.-]\w)"


@lru_cache(maxsize=8)
def patterns_of(
    words: QuickWords, meanings: frozenset[Meaning], before: tuple[str, ...] = ()
) -> tuple[tuple[Meaning, re.Pattern[str]], ...]:
    """Return the patterns of some meanings; `before` are words that may stand in front of each."""
    kinds = _kinds(words)
    front = f"(?:{_one_of(before)}{_GAP})?" if before else ""
    return tuple(
        (meaning, _compiled(front + _expression(template, kinds)))
        for meaning, templates in words.patterns.items()
        if meaning in meanings
        for template in templates
    )


def lowered(text: str) -> str:
    """Return `text` in lower case, letter by letter, so that every place stays the same."""
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)


def spoken(text: str) -> str:
    """Return a found text as the tables have it, with single spaces."""
    return " ".join(text.split())


def _compiled(expression: str) -> re.Pattern[str]:
    return re.compile(f"{_BEGIN}{expression}{_END}")


def _kinds(words: QuickWords) -> dict[str, str]:
    any_weekday = _one_of([*words.weekdays, *words.short_weekdays])
    each_weekday = _one_of(words.each_weekday)
    join = rf"(?:\s*,\s*(?:{_one_of(words.and_words)}\s+)?|\s+{_one_of(words.and_words)}\s+)"
    return {
        "weekday": _one_of(words.weekdays),
        "any_weekday": any_weekday,
        "weekdays": f"{any_weekday}(?:{join}{any_weekday})*",
        "each_weekday": f"{each_weekday}(?:{join}{each_weekday})*",
        "month": _one_of(words.months) + r"\.?",
        "number": rf"(?:\d{{1,4}}|{_one_of(words.numbers)})",
        "unit": _one_of(words.units),
        "ordinal": _one_of(words.ordinals),
        "named_day": _one_of(words.named_days),
        "often": _one_of(words.often),
        "clock_unit": _one_of(words.clock_units),
        "half_day": _one_of(words.half_days),
        "clock_word": _one_of(words.clock_words),
        "day": rf"\d{{1,2}}{_one_of([*words.day_endings, '.'])}?",
        "ordinal_day": rf"\d{{1,2}}{_one_of(words.day_endings)}",
        "year": r"(?:19|20|21)\d\d",
        "iso": r"\d{4}-\d{1,2}-\d{1,2}",
        "dotted": r"\d{1,2}\.\s?\d{1,2}\.(?:\s?\d{4}|\d{2})?",
        "slashed": r"\d{1,2}/\d{1,2}(?:/\d{4}|/\d{2})?",
        "clock": r"\d{1,2}:\d{2}",
        "dotted_clock": r"\d{1,2}\.\d{2}",
        "hour": r"\d{1,2}",
        "words": r"\w+(?:\s+\w+){0,2}",
    }


def _expression(template: str, kinds: dict[str, str]) -> str:
    """Return the expression of a template: gaps go with what may be left out."""
    expression, is_begun = "", False
    for element in _ELEMENT.findall(template):
        inner = _element(element.strip("[]()") if element[0] in "[(" else element, kinds)
        if element.startswith("["):
            expression += f"(?:{_GAP}{inner})?" if is_begun else f"(?:{inner}{_GAP})?"
        else:
            expression += f"{_GAP}{inner}" if is_begun else inner
            is_begun = True
    return expression


def _element(text: str, kinds: dict[str, str]) -> str:
    found = _KIND.findall(text)
    return r"\s*".join(f"(?P<{kind}>{kinds[kind]})" for kind in found) or _one_of(text.split("|"))


def _one_of(words: Iterable[str]) -> str:
    longest_first = sorted(words, key=len, reverse=True)
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest_first) + ")"
