"""Long lists in a question: as many lines as one reads before one answers."""

from collections.abc import Sequence

from notebook.translate import translate

_MOST = 8


def first_lines(lines: Sequence[str]) -> list[str]:
    """Return the first lines, each as a point, and how many more there are."""
    rest = len(lines) - _MOST
    if rest <= 1:  # "1 more" takes the room of that one
        return [f"• {line}" for line in lines]
    return [*(f"• {line}" for line in lines[:_MOST]), translate("closing", "and %n more", rest)]
