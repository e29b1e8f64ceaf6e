"""Birthdays as contact files write them: in full, without the year, with a made-up year, with a time."""

import re

from notebook.domain.partial_date import PartialDate
from notebook.formats.vcard_property import Params, param_values
from notebook.formats.vcard_records import Property
from notebook.formats.vcard_text import readable

_MADE_UP_YEAR = "X-APPLE-OMIT-YEAR"
_DATE = re.compile(
    r"(?:(?P<year>\d{4})(?:-?(?P<month>\d\d)-?(?P<day>\d\d)|-(?P<only_month>\d\d))?"
    r"|--(?P<yearless_month>\d\d)-?(?P<yearless_day>\d\d))(?P<time>[T ].*)?",
    re.ASCII,
)
_MIDNIGHT = re.compile(r"[T ](?:00:?){1,3}(?:\.0+)?(?:Z|[+-]\d\d:?(?:\d\d)?)?", re.ASCII)


def birthday_of(prop: Property) -> PartialDate | None:
    """Return the date in a BDAY; None for one in words, an impossible one, or none."""
    found = _DATE.fullmatch(readable(prop.value).strip())
    if found is None or "text" in _values(prop, "VALUE"):
        return None
    year = found["year"]
    if year == "0000" or year in _values(prop, _MADE_UP_YEAR):
        year = None
    month = found["month"] or found["only_month"] or found["yearless_month"]
    day = found["day"] or found["yearless_day"]
    try:
        return PartialDate(*(int(part) if part else None for part in (year, month, day)))
    except ValueError:
        return None


def birthday_property(date: PartialDate) -> Property:
    """Return a new BDAY; a day without a year gets Apple's made-up one, as version 3.0 needs a year."""
    if date.year is not None:
        return Property("", "BDAY", (), date.iso())
    params: Params = ((_MADE_UP_YEAR, ("1604",)),)
    return Property("", "BDAY", params, f"1604{date.iso()[1:]}")


def birthday_says_all(prop: Property) -> bool:
    """Whether the date is all that this BDAY says: no time of day, nothing beside it."""
    found = _DATE.fullmatch(readable(prop.value).strip())
    if found is None or not {key for key, _ in prop.params} <= {"VALUE", _MADE_UP_YEAR}:
        return False
    return not found["time"] or bool(_MIDNIGHT.fullmatch(found["time"]))


def _values(prop: Property, name: str) -> list[str]:
    return [text.lower() for text in param_values(prop, name)]
