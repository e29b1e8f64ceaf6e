"""The days of a week, any of which may be chosen."""

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from notebook.domain.recurrence_words import short_weekday_word, weekday_word
from notebook.ui.widgets.toggle_row import ToggleRow

_WEEK = range(7)


class WeekdayRow(ToggleRow[int]):
    """The weekdays as short words, beginning as weeks do where the user is; 0 is Monday."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        # Qt counts from 1, Monday too.
        first = QLocale().firstDayOfWeek().value - 1
        order = [(first + offset) % 7 for offset in _WEEK]
        days = [(day, short_weekday_word(day), weekday_word(day)) for day in order]
        super().__init__(days, name, compact=True, parent=parent)

    @override
    def value(self) -> tuple[int, ...]:
        """Return the chosen weekdays in their order, 0 being Monday."""
        return tuple(sorted(super().value()))
