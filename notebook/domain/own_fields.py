"""Fields that the user defines: their kinds, and what can stand in one."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from notebook.domain.partial_date import parse
from notebook.domain.text import fold
from notebook.translate import translate

YES, NO = "yes", "no"
_MOST_DIGITS = 15  # beyond which numbers no longer sort exactly
_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?", re.ASCII)
_MAYBE_THOUSANDS = re.compile(r"[+-]?\d{1,3},\d{3}", re.ASCII)
_THOUSANDS = re.compile(r"[+-]?\d{1,3}(?:,\d{3}){2,}|[+-]?\d{1,3}(?:,\d{3})+\.\d+", re.ASCII)
_GAPS = re.compile(r"(?<=\d)[\s'’](?=\d)")


class FieldKind(StrEnum):
    """What a field holds."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    YES_NO = "yes-no"
    CHOICE = "choice"


class Reminds(StrEnum):
    """When a date reminds."""

    NEVER = "never"
    ONCE = "once"
    YEARLY = "yearly"


MOST_LEAD_DAYS = 60


@dataclass(frozen=True, slots=True)
class DateReminder:
    """When the dates in a field remind, and how many days before."""

    reminds: Reminds = Reminds.NEVER
    lead_days: int = 0


NO_REMINDER = DateReminder()


def usual_lead_days(reminds: Reminds) -> int:
    """Return how many days before one wants to know: a week, where a present may be sought."""
    return 7 if reminds is Reminds.YEARLY else 0


def sort_value(kind: FieldKind, typed: str, choices: Sequence[str] = ()) -> str | float:
    """Return what a value is sorted by; a `ValueError` says in words why it can't stand there.

    Choices sort in the order in which they are offered, numbers and dates by what they mean.
    """
    text = typed.strip()
    match kind:
        case FieldKind.NUMBER:
            return _number(text)
        case FieldKind.DATE:
            return parse(text).iso()
        case FieldKind.YES_NO:
            return _yes_or_no(text)
        case FieldKind.CHOICE:
            return _place(text, choices)
    return fold(text)


def _number(text: str) -> float:
    plain = _GAPS.sub("", text).replace("\N{MINUS SIGN}", "-")
    if _THOUSANDS.fullmatch(plain):
        plain = plain.replace(",", "")
    elif _MAYBE_THOUSANDS.fullmatch(plain):
        sentence = translate(
            "fields", "Is {text} more than a thousand? Write {large}, or {small} if it is less."
        )
        large, small = plain.replace(",", ""), plain.replace(",", ".")
        raise ValueError(sentence.format(text=text, large=large, small=small))
    plain = plain.replace(",", ".")
    if not _NUMBER.fullmatch(plain):
        raise ValueError(translate("fields", "Write a number, such as 12 or 3.5."))
    if sum(char.isdigit() for char in plain) > _MOST_DIGITS:
        raise ValueError(translate("fields", "This number is too long: 15 digits are the most."))
    return float(plain)


def _yes_or_no(text: str) -> str:
    folded = fold(text)
    if folded not in (YES, NO):
        raise ValueError(translate("fields", "Only yes or no can stand here."))
    return folded


def _place(text: str, choices: Sequence[str]) -> float:
    if text not in choices:
        sentence = translate("fields", "Choose one of these: {choices}.")
        raise ValueError(sentence.format(choices=", ".join(choices)))
    return float(choices.index(text))
