"""On which day of the month something comes round, offered in the words of the day it begins on."""

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QWidget

from notebook.domain.recurrence import LAST_DAY, Frequency, NthWeekday, Recurrence
from notebook.domain.recurrence_words import month_day_words
from notebook.services.phrases import filled
from notebook.ui.widgets.choice_row import ChoiceRow

_DAY, _KEPT = "day", "kept"


class MonthDayRow(ChoiceRow):
    """Choose "On day 24", "On the fourth Tuesday", "On the last Tuesday" or "On the last day".

    Beginning on another day, the choice follows: the fourth Tuesday becomes the first Monday.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__([], name, compact=True, optional=False, parent=parent)
        self._rules: dict[object, Recurrence] = {}

    def offer(self, frequency: Frequency, day: date, chosen: Recurrence | None = None) -> None:
        """Offer the days of a monthly or yearly rule that begins on `day`.

        What is `chosen` is kept, also where that day would not lead to it.
        """
        rules = _rules(frequency, day)
        kind = self.value() if self.value() in rules else _DAY
        if chosen is not None:
            days = _days_of(Recurrence(frequency), chosen)
            kind = next((each for each, rule in rules.items() if rule == days), _KEPT)
            if kind == _KEPT:
                rules = {_KEPT: days} | rules
        if list(rules.items()) != list(self._rules.items()):  # new buttons only for other words
            self._rules, on = rules, self.tr("On %1")
            self.set_options([(key, filled(on, month_day_words(rules[key]))) for key in rules])
        self.set_value(kind)

    def applied(self, rule: Recurrence) -> Recurrence:
        """Return `rule` on the chosen day."""
        chosen = self._rules.get(self.value())
        return rule if chosen is None else _days_of(rule, chosen)


def _rules(frequency: Frequency, day: date) -> dict[object, Recurrence]:
    rule = Recurrence(frequency)
    weekday = day.weekday()
    rules = {
        _DAY: replace(rule, month_day=day.day),
        "weekday": replace(rule, nth_weekday=NthWeekday((day.day + 6) // 7, weekday)),
        "last-weekday": replace(rule, nth_weekday=NthWeekday(LAST_DAY, weekday)),
        "last-day": replace(rule, month_day=LAST_DAY),
    }
    return {kind: each.anchored(day) for kind, each in rules.items()}


def _days_of(rule: Recurrence, other: Recurrence) -> Recurrence:
    return replace(
        rule, nth_weekday=other.nth_weekday, month_day=other.month_day, month=other.month
    )
