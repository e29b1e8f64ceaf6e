"""A field for a time of day that may also be empty."""

from datetime import time

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from notebook.domain.dates_in_words import clock_words
from notebook.domain.quick_meanings import read_clock
from notebook.domain.quick_words import QuickWords
from notebook.ui.widgets.labels import set_look, text_label

_STEP = 15  # minutes
_BEGIN = time(9)


class OptionalTimeEdit(QWidget):
    """Type "9", "9:30" or "3 pm"; arrow up and down move by a quarter of an hour.

    What cannot be read is answered by a sentence below.

    Signals:
        changed(object): the time, or None.
    """

    changed = Signal(object)

    def __init__(self, words: QuickWords, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._value: time | None = None
        self.field = QLineEdit(placeholderText=self.tr("Any time"))
        self.field.setAccessibleName(name)
        self.trouble = text_label("", "warn", wrap=True)
        self.trouble.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.field)
        column.addWidget(self.trouble)
        self.setFocusProxy(self.field)
        self.field.installEventFilter(self)
        self.field.textEdited.connect(self._on_text_edited)
        self.field.editingFinished.connect(self._on_editing_finished)

    def value(self) -> time | None:
        """Return the time, None when the field is empty or cannot be read."""
        return self._value

    def set_value(self, at: time | None) -> None:
        """Show a time, None for none; says nothing to listeners."""
        self._value = at
        self.field.setText("" if at is None else clock_words(at))
        self._say("")

    def is_valid(self) -> bool:
        """Return whether the text is a time or empty."""
        return self._value is not None or not self.field.text().strip()

    def _say(self, sentence: str) -> None:
        self.trouble.setText(sentence)
        self.trouble.setVisible(bool(sentence))
        self.field.setAccessibleDescription(sentence)
        set_look(self.field, "trouble", bool(sentence))

    def _take(self, at: time | None) -> None:
        if at != self._value:
            self._value = at
            self.changed.emit(at)

    @Slot(str)
    def _on_text_edited(self, text: str) -> None:
        self._say("")
        self._take(read_clock(text, self._words))

    @Slot()
    def _on_editing_finished(self) -> None:
        if self._value is not None:
            self.field.setText(clock_words(self._value))
        elif self.field.text().strip():
            self._say(self.tr("Write the time like this: 9:30."))

    def _step(self, minutes: int) -> None:
        before = self._value
        moved = _BEGIN if before is None else _later(before, minutes)
        self.set_value(moved)
        if moved != before:
            self.changed.emit(moved)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Up.value: _STEP, Qt.Key.Key_Down.value: -_STEP}.get(event.key(), 0)
            if step:
                self._step(step)
                return True
        return super().eventFilter(watched, event)


def _later(at: time, minutes: int) -> time:
    """Return the time so many minutes later, or earlier; midnight is passed."""
    moved = (at.hour * 60 + at.minute + minutes) % (24 * 60)
    return time(*divmod(moved, 60))
