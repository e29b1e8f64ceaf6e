"""What is still open when a project is closed: each thing with what becomes of it."""

from collections.abc import Sequence
from datetime import date
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout

from notebook.domain.dates_in_words import day_within
from notebook.domain.outcomes import Leftover
from notebook.services.outcome_words import leftover_word
from notebook.services.phrases import filled
from notebook.services.still_open import OpenPromise, OpenReminder
from notebook.services.words import side_word
from notebook.translate import translate
from notebook.ui.widgets.clearing import clear_layout
from notebook.ui.widgets.labels import text_label
from notebook.ui.widgets.panel import Panel
from notebook.ui.widgets.pick_button import PickButton
from notebook.ui.widgets.wrapping_label import WrappingLabel

_TOP = Qt.AlignmentFlag.AlignTop


class Leftovers(Panel):
    """The open promises and reminders of a project; everything stays open unless it is said."""

    def __init__(
        self, promises: Sequence[OpenPromise], reminders: Sequence[OpenReminder], today: date
    ) -> None:
        super().__init__(translate("closing", "Still open"))
        self._rows = QGridLayout()
        self._rows.setColumnStretch(0, 1)
        self._rows.setHorizontalSpacing(12)
        self._rows.setVerticalSpacing(8)
        self.body.addLayout(self._rows)
        self._promises: dict[int, PickButton] = {}
        self._reminders: dict[int, PickButton] = {}
        for promise in promises:
            about = _when(side_word(promise.side), promise.due_on, today)
            self._promises[promise.id] = self._add(promise.text, about, _promise_options())
        if promises:
            hint = translate(
                "closing",
                "“Let go” is for what neither side needs any more. It counts as neither kept nor"
                " broken.",
            )
            self.body.addWidget(text_label(hint, "second", wrap=True))
        for reminder in reminders:
            about = _when(translate("closing", "reminder"), reminder.due_on, today)
            self._reminders[reminder.id] = self._add(reminder.text, about, _reminder_options())
        self.setHidden(not promises and not reminders)

    def promises(self) -> dict[int, Leftover]:
        """Return what becomes of each promise."""
        return {key: cast("Leftover", pick.value()) for key, pick in self._promises.items()}

    def reminders(self) -> dict[int, Leftover]:
        """Return what becomes of each reminder."""
        return {key: cast("Leftover", pick.value()) for key, pick in self._reminders.items()}

    def pick(self, thing_id: int) -> PickButton:
        """Return what says what becomes of a promise or a reminder."""
        return (self._promises | self._reminders)[thing_id]

    def _add(self, text: str, about: str, options: list[tuple[object, str]]) -> PickButton:
        row = self._rows.rowCount()
        words = WrappingLabel(filled(translate("closing", "%1 · %2"), text, about))
        pick = PickButton(text, options, plain=True)
        self._rows.addWidget(words, row, 0, _TOP)
        self._rows.addWidget(pick, row, 1, _TOP)
        return pick


class EndsToo(Panel):
    """What ends with the project by itself; hidden where there is nothing."""

    def __init__(self, lines: Sequence[str]) -> None:
        super().__init__(translate("closing", "Ends with the project"))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        self.body.addLayout(self._lines)
        hint = translate("closing", "Nobody will be reminded of these any more.")
        self.body.addWidget(text_label(hint, "second", wrap=True))
        self.show_lines(lines)

    def show_lines(self, lines: Sequence[str]) -> None:
        """Show these in place of those before."""
        clear_layout(self._lines)
        for line in lines:
            self._lines.addWidget(WrappingLabel(line))
        self.setHidden(not lines)


def _promise_options() -> list[tuple[object, str]]:
    return [(leftover, leftover_word(leftover)) for leftover in Leftover]


def _reminder_options() -> list[tuple[object, str]]:
    return [
        (Leftover.STAYS, translate("closing", "Stays")),
        (Leftover.DROPPED, translate("closing", "Delete")),
    ]


def _when(words: str, day: date | None, today: date) -> str:
    if day is None:
        return words
    return filled(translate("closing", "%1, %2"), words, day_within(day, today))
