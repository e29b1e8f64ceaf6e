"""Choices that belong to the notebook and travel with it, whichever computer opens it."""

from notebook.domain.changes import Changes
from notebook.domain.partial_date import LeapDay
from notebook.services.turns import move_leap_days
from notebook.storage.file import NotebookFile
from notebook.storage.tables import Setting
from notebook.translate import translate

_LEAP_DAY = "leap-day"


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
            row = _row(_LEAP_DAY)
            if row is None:
                Setting.create(key=_LEAP_DAY, value=leap_day)
            else:
                row.amend(value=leap_day)
            move_leap_days(leap_day)
        return change.changes


def chosen_leap_day() -> LeapDay:
    """Return the choice of the open notebook."""
    row = _row(_LEAP_DAY)
    if row is None or row.value not in set(LeapDay):
        return LeapDay.FEBRUARY_28
    return LeapDay(row.value)


def _row(key: str) -> Setting | None:
    row: Setting | None = Setting.get_or_none(Setting.key == key)
    return row
