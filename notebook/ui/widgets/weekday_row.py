"""The days of a week, any of which may be chosen."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from notebook.domain.recurrence_words import short_weekday_word, weekday_word
from notebook.ui.widgets.flow_layout import FlowLayout
from notebook.ui.widgets.labels import escape_mnemonic

_STEPS: dict[int, int] = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_WEEK = range(7)


class WeekdayRow(QWidget):
    """Tab reaches the row once; arrows move along it, and Space or a click chooses a day or not.

    Signals:
        changed(): other days are chosen.
    """

    changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        row = FlowLayout(self, gap=5)
        # Qt counts from 1, Monday too.
        first = self.locale().firstDayOfWeek().value - 1
        order = [(first + offset) % 7 for offset in _WEEK]
        self._buttons = {weekday: self._button(weekday, name) for weekday in order}
        for button in self._buttons.values():
            row.addWidget(button)
        self._stop_at(order[0])

    def value(self) -> tuple[int, ...]:
        """Return the chosen weekdays in their order, 0 being Monday."""
        return tuple(weekday for weekday in _WEEK if self._buttons[weekday].isChecked())

    def set_value(self, weekdays: tuple[int, ...]) -> None:
        """Show these as chosen; says nothing to listeners."""
        for weekday, button in self._buttons.items():
            button.setChecked(weekday in weekdays)
        self._stop_at(next(iter(weekdays), next(iter(self._buttons))))

    def button(self, weekday: int) -> QPushButton:
        """Return the button of a weekday."""
        return self._buttons[weekday]

    def _button(self, weekday: int, name: str) -> QPushButton:
        button = QPushButton(escape_mnemonic(short_weekday_word(weekday)), self)
        button.setCheckable(True)
        button.setAutoDefault(False)
        button.setProperty("kind", "choice")
        button.setProperty("compact", "true")
        button.setAccessibleName(weekday_word(weekday))
        button.setAccessibleDescription(name)
        button.clicked.connect(self.changed)
        button.installEventFilter(self)
        return button

    def _stop_at(self, stop: int) -> None:
        for weekday, button in self._buttons.items():
            is_stop = weekday == stop
            button.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if is_stop else Qt.FocusPolicy.ClickFocus
            )
        self.setFocusProxy(self._buttons[stop])

    def _move(self, button: QPushButton, step: int) -> None:
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            step = -step
        order = list(self._buttons)
        at = next(place for place, day in enumerate(order) if self._buttons[day] is button)
        weekday = order[(at + step) % len(order)]
        self._stop_at(weekday)
        self._buttons[weekday].setFocus(Qt.FocusReason.TabFocusReason)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = _STEPS.get(event.key(), 0)
            if step and isinstance(watched, QPushButton):
                self._move(watched, step)
                return True
        return super().eventFilter(watched, event)
