"""Names and keys for checklists and their parts that no other one has."""

import re
from collections.abc import Collection
from itertools import count

from notebook.domain.text import fold
from notebook.services.phrases import filled
from notebook.storage.ids import new_id
from notebook.translate import translate

_LONGEST_KEY = 40
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def free_name(wanted: str, taken: Collection[str]) -> str:
    """Return the wanted name, with a number when it is taken: "Garden, 2"."""
    names = (filled(translate("checklists", "%1, %2"), wanted, str(n)) for n in count(2))
    return wanted if wanted not in taken else next(name for name in names if name not in taken)


def slug(name: str) -> str:
    """Return a to z, digits and hyphens that remind of the name; at least "checklist"."""
    words = re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-")
    return words[:_LONGEST_KEY].strip("-") or "checklist"


def free_key(name: str, taken: Collection[str]) -> str:
    """Return a key for an own checklist, which no built-in one will ever have."""
    key = f"own-{slug(name)}"
    keys = (f"{key}-{n}" for n in count(2))
    return key if key not in taken else next(each for each in keys if each not in taken)


def new_part_key(kind: str) -> str:
    """Return a key for a new step or question that no other one will ever have."""
    number, digits = new_id(), ""
    while number:
        number, digit = divmod(number, len(_DIGITS))
        digits = _DIGITS[digit] + digits
    return f"{kind}-{digits}"
