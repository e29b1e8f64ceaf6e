"""Names that the user gives to things of their own: groups, filters, fields."""

from collections.abc import Iterable

from notebook.domain.text import fold
from notebook.errors import Refused
from notebook.services.phrases import filled
from notebook.translate import translate

LONGEST_NAME = 60  # letters


def short_name(text: str) -> str:
    """Return what was typed as a name: on one line, and no longer than names are."""
    return " ".join(text.split())[:LONGEST_NAME].rstrip()


def checked_name(text: str, others: Iterable[str], *, missing: str, taken: str) -> str:
    """Return what was typed as a new name beside those of `others`.

    Raises Refused when there is none (`missing` says so), when it is too long, or when another
    one is called so already, however it is spelt (`taken`, with %1 for the name).
    """
    name = " ".join(text.split())
    if not name:
        raise Refused(missing)
    if len(name) > LONGEST_NAME:
        too_long = translate("names", "This name is too long: %n letters are the most.", 60)
        raise Refused(too_long)
    if fold(name) in map(fold, others):
        raise Refused(filled(taken, name))
    return name
