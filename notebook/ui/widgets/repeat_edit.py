"""How a reminder comes round, in plain words: how often, on which days, and until when."""

from dataclasses import dataclass, replace
from datetime import date
from itertools import islice

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from notebook.domain.dates_in_words import day_month, short_weekday_name
from notebook.domain.partial_date import LeapDay
from notebook.domain.recurrence import MOST, Frequency, Recurrence, first_day, occurrences
from notebook.services.phrases import filled
from notebook.ui.icons import Icons
from notebook.ui.widgets.choice_row import ChoiceRow
from notebook.ui.widgets.fields import number_field
from notebook.ui.widgets.labels import text_label
from notebook.ui.widgets.month_day_row import MonthDayRow
from notebook.ui.widgets.repeat_end import RepeatEnd
from notebook.ui.widgets.weekday_row import WeekdayRow

_ONCE = "once"
_SHOWN = 3
_BY_MONTH = frozenset({Frequency.MONTHLY, Frequency.YEARLY})


@dataclass(frozen=True, slots=True)
class Repeat:
    """A rule, None for once, and whether it counts from the day on which it was done."""

    rule: Recurrence | None = None
    from_completion: bool = False


class RepeatEdit(QWidget):
    """Shows only what the chosen way of repeating needs; the days follow the day it begins on.

    Signals:
        changed(): the user chose something else.
    """

    changed = Signal()

    def __init__(
        self, icons: Icons, today: date, leap: LeapDay, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._today, self._day, self._leap = today, today, leap
        self.frequency = ChoiceRow(self._frequencies(), self.tr("Repeat"), optional=False)
        self.interval = number_field(self.tr("How many of them from one to the next"), 1, MOST)
        self.unit = text_label("")
        self.weekdays = WeekdayRow(self.tr("On which days of the week"))
        self.month_day = MonthDayRow(self.tr("On which day of the month"))
        self.month_day.offer(Frequency.MONTHLY, today)
        self.counting = ChoiceRow(
            [(False, self.tr("By the calendar")), (True, self.tr("From the day it was done"))],
            self.tr("What it counts from"),
            compact=True,
            optional=False,
        )
        self.end = RepeatEnd(icons, today)
        self.preview = text_label("", "second", wrap=True)
        self._lay_out()
        self._connect()
        self.set_value(Repeat())

    def value(self) -> Repeat:
        """Return what is chosen; a rule names its days itself."""
        frequency = self._frequency()
        if frequency is None:
            return Repeat()
        rule = Recurrence(
            frequency, self.interval.value(), until=self.end.until(), count=self.end.count()
        )
        if self.counting.value():
            return Repeat(rule, from_completion=True)
        if frequency is Frequency.WEEKLY:
            rule = replace(rule, weekdays=self.weekdays.value())
        elif frequency in _BY_MONTH:
            rule = self.month_day.applied(rule)
        return Repeat(rule.anchored(self._day))

    def set_value(self, repeat: Repeat) -> None:
        """Show a way of repeating; says nothing to listeners."""
        rule = repeat.rule
        self.frequency.set_value(rule.frequency if rule else _ONCE)
        self.interval.blockSignals(True)  # noqa: FBT003 - Qt's
        self.interval.setValue(rule.interval if rule else 1)
        self.interval.blockSignals(False)  # noqa: FBT003 - Qt's
        self.counting.set_value(repeat.from_completion)
        self.end.set_value(rule.until if rule else None, rule.count if rule else None)
        explicit = rule.anchored(self._day) if rule else Recurrence(Frequency.DAILY)
        self.weekdays.set_value(explicit.weekdays or (self._day.weekday(),))
        if explicit.frequency in _BY_MONTH:
            self.month_day.offer(explicit.frequency, self._day, explicit)
        self._show_what_is_needed()

    def set_day(self, day: date) -> None:
        """Let it begin on another day: what was chosen by the day before follows."""
        if self.weekdays.value() == (self._day.weekday(),):
            self.weekdays.set_value((day.weekday(),))
        self._day = day
        self._offer_days()
        self._show_what_is_needed()

    def trouble(self) -> str:
        """Return a sentence about what is missing, empty when nothing is."""
        return "" if self._frequency() is None else self.end.trouble()

    def _frequencies(self) -> list[tuple[object, str]]:
        return [
            (_ONCE, self.tr("Once")),
            (Frequency.DAILY, self.tr("Daily")),
            (Frequency.WEEKLY, self.tr("Weekly")),
            (Frequency.MONTHLY, self.tr("Monthly")),
            (Frequency.YEARLY, self.tr("Yearly")),
        ]

    def _frequency(self) -> Frequency | None:
        chosen = self.frequency.value()
        return chosen if isinstance(chosen, Frequency) else None

    def _lay_out(self) -> None:
        every = QHBoxLayout()
        every.setSpacing(8)
        every.addWidget(text_label(self.tr("Every")))
        every.addWidget(self.interval)
        every.addWidget(self.unit)
        every.addStretch(1)
        self.details = QWidget()
        below = QVBoxLayout(self.details)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(8)
        below.addLayout(every)
        for widget in (self.weekdays, self.month_day, self.counting, self.end, self.preview):
            below.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.frequency)
        column.addWidget(self.details)
        self.setFocusProxy(self.frequency)

    def _connect(self) -> None:
        self.frequency.chosen.connect(self._on_frequency_chosen)
        self.interval.valueChanged.connect(self._on_changed)
        self.weekdays.changed.connect(self._on_changed)
        self.month_day.chosen.connect(self._on_changed)
        self.counting.chosen.connect(self._on_changed)
        self.end.changed.connect(self._on_changed)

    def _offer_days(self) -> None:
        frequency = self._frequency()
        if frequency in _BY_MONTH:
            self.month_day.offer(frequency, self._day)

    def _show_what_is_needed(self) -> None:
        frequency = self._frequency()
        self.details.setVisible(frequency is not None)
        by_calendar = not self.counting.value()
        self.weekdays.setVisible(by_calendar and frequency is Frequency.WEEKLY)
        self.month_day.setVisible(by_calendar and frequency in _BY_MONTH)
        if frequency is not None:
            self.unit.setText(self._unit_word(frequency, self.interval.value()))
        days = ", ".join(self._next_days())
        self.preview.setText(filled(self.tr("On %1 …"), days) if days else "")
        self.preview.setVisible(bool(days))

    def _unit_word(self, frequency: Frequency, count: int) -> str:
        one, many = {
            Frequency.DAILY: (self.tr("day"), self.tr("days")),
            Frequency.WEEKLY: (self.tr("week"), self.tr("weeks")),
            Frequency.MONTHLY: (self.tr("month"), self.tr("months")),
            Frequency.YEARLY: (self.tr("year"), self.tr("years")),
        }[frequency]
        return one if count == 1 else many

    def _next_days(self) -> list[str]:
        """Return the first days in words; none where the days depend on when it is done."""
        repeat = self.value()
        if repeat.rule is None or repeat.from_completion:
            return []
        first = first_day(repeat.rule, self._day, self._leap)
        if first is None:
            return []
        days = islice(occurrences(repeat.rule, first, self._leap), _SHOWN)
        return [f"{short_weekday_name(day)} {day_month(day, self._today)}" for day in days]

    @Slot()
    def _on_frequency_chosen(self) -> None:
        self._offer_days()
        self._on_changed()

    @Slot()
    def _on_changed(self) -> None:
        self._show_what_is_needed()
        self.changed.emit()
