"""A field for a date that may also be empty."""

from datetime import date

from PySide6.QtCore import QDate, QEvent, QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from notebook.ui.date_reading import days_later, read_date, write_date
from notebook.ui.icons import Icons
from notebook.ui.widgets.buttons import icon_button
from notebook.ui.widgets.labels import set_look, text_label


class OptionalDateEdit(QWidget):
    """Type "12 3", "12 Mar 2027" or "2027-03-12", or pick from a calendar (Alt+Down).

    Arrow up and down move by a day. What cannot be read is answered by a sentence below.

    Signals:
        changed(object): the date, or None.
    """

    changed = Signal(object)

    def __init__(self, icons: Icons, today: date, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._value: date | None = None
        self._calendar: _CalendarPopup | None = None
        self.field = QLineEdit()
        self.field.setAccessibleName(name)
        self.field.setPlaceholderText(self.tr("No date"))
        self.field.setMinimumWidth(120)
        self.button = icon_button(icons, "calendar", self.tr("Pick from a calendar"))
        self.trouble = text_label("", "warn", wrap=True)
        self.trouble.hide()
        self._lay_out()
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # so that the key of its label leads here
        self.setFocusProxy(self.field)
        self.field.installEventFilter(self)
        self.field.textEdited.connect(self._on_text_edited)
        self.field.editingFinished.connect(self._on_editing_finished)
        self.button.clicked.connect(self.open_calendar)

    def value(self) -> date | None:
        """Return the date, None when the field is empty or cannot be read."""
        return self._value

    def set_value(self, day: date | None) -> None:
        """Show a date, None for none; says nothing to listeners."""
        self._value = day
        self.field.setText("" if day is None else write_date(day, self.locale()))
        self._say("")

    def is_valid(self) -> bool:
        """Return whether the text is a date or empty."""
        return self._value is not None or not self.field.text().strip()

    @Slot()
    def open_calendar(self) -> None:
        """Show the calendar below the field."""
        if self._calendar is None:
            self._calendar = _CalendarPopup(self)
            self._calendar.picked.connect(self._on_picked)
        self._calendar.show_at(
            self.mapToGlobal(QPoint(0, self.height())), self._value or self._today
        )

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.field, 1)
        row.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.trouble)

    def _say(self, sentence: str) -> None:
        self.trouble.setText(sentence)
        self.trouble.setVisible(bool(sentence))
        self.field.setAccessibleDescription(sentence)
        set_look(self.field, "trouble", bool(sentence))

    def _take(self, day: date | None) -> None:
        if day != self._value:
            self._value = day
            self.changed.emit(day)

    @Slot(str)
    def _on_text_edited(self, text: str) -> None:
        self._say("")
        self._take(read_date(text, self._today, self.locale()))

    @Slot()
    def _on_editing_finished(self) -> None:
        if self._value is not None:
            self.field.setText(write_date(self._value, self.locale()))
        elif self.field.text().strip():
            self._say(self.tr("Write the date like this: 12 3 or 12 March 2027."))

    @Slot(object)
    def _on_picked(self, day: date) -> None:
        before = self._value
        self.set_value(day)
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)
        if day != before:
            self.changed.emit(day)

    def _step(self, days: int) -> None:
        self._on_picked(self._today if self._value is None else days_later(self._value, days))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Up.value: 1, Qt.Key.Key_Down.value: -1}.get(event.key(), 0)
            if step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self.open_calendar()
                return True
            if step:
                self._step(step)
                return True
        return super().eventFilter(watched, event)


class _CalendarPopup(QFrame):
    """A month to pick a day from; Escape leaves it."""

    picked = Signal(object)

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner, Qt.WindowType.Popup)
        self.setProperty("role", "popup")
        self.calendar = QCalendarWidget()
        self.calendar.setAccessibleName(self.tr("Calendar"))
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.calendar.setWeekdayTextFormat(day, QTextCharFormat())  # not in red
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self.calendar)
        self.calendar.clicked.connect(self._on_chosen)
        self.calendar.activated.connect(self._on_chosen)

    def show_at(self, place: QPoint, day: date) -> None:
        self.calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        self.move(place)
        self.show()
        self.calendar.setFocus(Qt.FocusReason.PopupFocusReason)

    @Slot(QDate)
    def _on_chosen(self, day: QDate) -> None:
        if self.isVisible():  # a click that is also an activation comes twice
            self.close()
            self.picked.emit(date(day.year(), day.month(), day.day()))
