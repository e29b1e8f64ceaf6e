"""What was understood of a quick line, said back: "Tuesday 24 November, 10:00, for Ana Pereira"."""

from datetime import date

from notebook.domain.dates_in_words import clock_words, long_day
from notebook.domain.quick_line import QuickLine
from notebook.domain.recurrence_words import recurrence_words
from notebook.translate import translate

_MOST_LEFT = 3


def understood_words(line: QuickLine, today: date, who: str = "") -> str:
    """Return what was understood besides the text, for whom included; empty for nothing."""
    parts = []
    if line.recurrence is not None:
        words = recurrence_words(line.recurrence, from_completion=line.from_completion)
        parts.append(words[:1].upper() + words[1:])
    if line.day is not None:
        first = translate("quick line", "first on {day}") if parts else "{day}"
        parts.append(first.replace("{day}", long_day(line.day, today)))
    if line.at is not None:
        parts.append(clock_words(line.at))
    if who:
        whom = (
            translate("quick line", "for {name}")
            if parts
            else translate("quick line", "For {name}")
        )
        parts.append(whom.replace("{name}", who))
    return ", ".join(parts)


def left_words(line: QuickLine) -> str:
    """Return what was not understood although it says when; empty where there is nothing."""
    if not line.left:
        return ""
    quoted = ", ".join(f"“{part}”" for part in line.left[:_MOST_LEFT])
    words = translate("quick line", "Not sure about {words}: left in the text")
    return words.replace("{words}", quoted)
