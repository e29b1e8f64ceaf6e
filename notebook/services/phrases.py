"""Sentences with gaps: filled in one go, so that what a user typed is never taken for a gap."""

import re

_GAP = re.compile(r"%([1-9])")


def filled(sentence: str, *values: str) -> str:
    """Return `sentence` with %1, %2 ... replaced by the values, whatever these contain."""
    return _GAP.sub(lambda gap: _value(gap, values), sentence)


def _value(gap: re.Match[str], values: tuple[str, ...]) -> str:
    index = int(gap[1]) - 1
    return values[index] if index < len(values) else gap[0]
