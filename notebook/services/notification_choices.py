"""What the user of this computer wants to be told outside the window, kept with its settings."""

from contextlib import suppress
from dataclasses import fields
from datetime import date, datetime, time
from typing import Any

from notebook.domain.notifying import NotifyingChoices
from notebook.settings import Settings

_USUAL = NotifyingChoices()
_SINCE = "notify-since"


class NotificationChoices:
    """Reads and changes the choices; they belong to the computer, as its tray and its noise do."""

    def __init__(self, settings: Settings) -> None:
        """Keep them in the settings of this computer."""
        self._settings = settings

    def now(self) -> NotifyingChoices:
        """Return what is chosen; whatever is missing or odd is as usual."""
        found: dict[str, Any] = {
            field.name: self._read(field.name) for field in fields(NotifyingChoices)
        }
        return NotifyingChoices(**found)

    def keep(self, choices: NotifyingChoices) -> None:
        """Choose; raises OSError when there is no room to write it down.

        What came while nothing was to be told is not told afterwards.
        """
        if choices.at_its_time and not self.now().at_its_time:
            self._settings.set(_SINCE, "")
        for field in fields(choices):
            self._settings.set(_name(field.name), _written(getattr(choices, field.name)))
        self._settings.save()

    def since(self, now: datetime) -> datetime:
        """Return since when things are told; from `now` on, where that is new or lies ahead."""
        known = None
        with suppress(ValueError):
            known = datetime.fromisoformat(self._settings.get(_SINCE, ""))
        if known is not None and known.tzinfo is None and known <= now:
            return known
        self._settings.set(_SINCE, now.isoformat())
        self._settings.save()
        return now

    def _read(self, name: str) -> object:
        usual = getattr(_USUAL, name)
        if isinstance(usual, int):
            return self._settings.get(_name(name), usual)
        text = self._settings.get(_name(name), "")
        try:
            return _day(text) if usual is None else time.fromisoformat(text)
        except ValueError:
            return usual


def _name(field: str) -> str:
    return "notify-" + field.replace("_", "-")


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _written(value: object) -> int | str:
    if isinstance(value, int):
        return value
    return value.isoformat() if isinstance(value, time | date) else ""
