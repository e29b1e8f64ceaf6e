"""Choices that belong to the notebook and travel with it, whichever computer opens it."""

import json
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass

from notebook.domain.changes import Changes
from notebook.domain.facts import SENSITIVE, FactGroup
from notebook.domain.partial_date import LeapDay
from notebook.errors import Refused
from notebook.services.phrases import filled
from notebook.services.turns import move_leap_days
from notebook.services.words import group_word
from notebook.storage.file import NotebookFile
from notebook.storage.sensitive import SETTING
from notebook.storage.tables import Setting
from notebook.translate import translate

_LEAP_DAY, _BUSINESS_NAME, _LOGO = "leap-day", "business-name", "logo"


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Whose paper it is: the name of the user's business, and its picture as a PNG; both may lack."""

    name: str = ""
    logo: bytes = b""


class Preferences:
    """Reads and changes the notebook's own settings."""

    def __init__(self, file: NotebookFile) -> None:
        """Keep them in this notebook."""
        self._file = file

    def leap_day(self) -> LeapDay:
        """Return when people born on 29 February celebrate in other years: the 28th unless chosen."""
        return chosen_leap_day()

    def set_leap_day(self, leap_day: LeapDay) -> Changes:
        """Choose when people born on 29 February celebrate in other years."""
        label = translate("preferences", "Changed the day for birthdays on 29 February")
        with self._file.change(label) as change:
            _keep(_LEAP_DAY, leap_day)
            move_leap_days(leap_day)
        return change.changes

    def business_name(self) -> str:
        """Return what the user's business is called on papers for customers; empty unless chosen."""
        return letterhead().name

    def set_business_name(self, name: str) -> Changes:
        """Choose what stands at the head and the foot of papers for customers."""
        with self._file.change(translate("preferences", "Changed the name on papers")) as change:
            _keep(_BUSINESS_NAME, name.strip())
        return change.changes

    def logo(self) -> bytes:
        """Return the picture at the head of papers for customers, as a PNG; nothing unless chosen."""
        return letterhead().logo

    def set_logo(self, png: bytes) -> Changes:
        """Choose the picture at the head of papers for customers; nothing takes it away."""
        with self._file.change(translate("preferences", "Changed the picture on papers")) as change:
            _keep(_LOGO, b64encode(png).decode("ascii"))
        return change.changes

    def kept(self, key: str) -> str:
        """Return what a part of the program keeps under a key of its own; empty unless chosen."""
        return _value(key)

    def keep(self, key: str, value: str, label: str) -> Changes:
        """Keep what a part of the program was told, as a change of that name."""
        with self._file.change(label) as change:
            _keep(key, value)
        return change.changes

    def sensitive_groups(self) -> Mapping[FactGroup, str]:
        """Return the sensitive groups that are switched on, with the reason why they are kept."""
        return sensitive_groups()

    def keep_sensitive_group(self, group: FactGroup, why: str) -> Changes:
        """Switch a sensitive group on, or give another reason; raises Refused without a reason."""
        if not why.strip():
            raise Refused(translate("preferences", "Say first why you keep such things."))
        words = translate("preferences", "Keeping what is sensitive: %1")
        return self._set_sensitive(words, group, {group: why.strip()})

    def hide_sensitive_group(self, group: FactGroup) -> Changes:
        """Switch a sensitive group off; what is kept in it is hidden, not lost."""
        words = translate("preferences", "Hid what is sensitive: %1")
        return self._set_sensitive(words, group, {})

    def _set_sensitive(
        self, words: str, group: FactGroup, kept: Mapping[FactGroup, str]
    ) -> Changes:
        others = {each: why for each, why in sensitive_groups().items() if each is not group}
        with self._file.change(filled(words, group_word(group))) as change:
            _keep(SETTING, json.dumps({**others, **kept}, ensure_ascii=False))
        return change.changes


def sensitive_groups() -> dict[FactGroup, str]:
    """Return what the open notebook keeps of sensitive things, and why."""
    kept = json.loads(_value(SETTING) or "{}")
    return {group: kept[group] for group in SENSITIVE if group in kept}


def letterhead() -> Letterhead:
    """Return whose papers the open notebook writes."""
    return Letterhead(_value(_BUSINESS_NAME), b64decode(_value(_LOGO)))


def chosen_leap_day() -> LeapDay:
    """Return the choice of the open notebook."""
    row = _row(_LEAP_DAY)
    if row is None or row.value not in set(LeapDay):
        return LeapDay.FEBRUARY_28
    return LeapDay(row.value)


def _value(key: str) -> str:
    row = _row(key)
    return row.value if row else ""


def _keep(key: str, value: str) -> None:
    row = _row(key)
    if row is None:
        Setting.create(key=key, value=value)
    else:
        row.amend(value=value)


def _row(key: str) -> Setting | None:
    row: Setting | None = Setting.get_or_none(Setting.key == key)
    return row
