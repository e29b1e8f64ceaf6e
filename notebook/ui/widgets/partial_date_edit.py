"""A field for a birthday or another date of which only a part may be known."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from notebook.domain.partial_date import PartialDate
from notebook.services.phrases import filled
from notebook.ui.date_reading import month_names, read_typed
from notebook.ui.widgets.labels import set_look, text_label

_SEPARATORS = set(" ./-,")


class PartialDateEdit(QWidget):
    """Day, month and year, typed as "12 3 1980"; a space or a dot leads to the next part.

    The year may be left out, or day, or day and month. What cannot be a date is answered by a
    sentence below; the value is then None and `is_valid` says no.

    Signals:
        changed(): the user changed a part.
    """

    changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.day = QLineEdit()
        self.month = _MonthBox(month_names(self.locale()), self.tr("Month"))
        self.year = QLineEdit()
        self.trouble = text_label("", "warn", wrap=True)
        self.trouble.hide()
        self.setAccessibleName(name)
        self._dress(self.day, self.tr("Day"), self.tr("%1, day"), 56)
        self._dress(self.year, self.tr("Year"), self.tr("%1, year, if known"), 72)
        self.month.setAccessibleName(filled(self.tr("%1, month"), name))
        self._lay_out()
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # so that the key of its label leads here
        self.setFocusProxy(self.day)
        self._connect()

    def value(self) -> PartialDate | None:
        """Return what is known, None when nothing is, or when it cannot be a date."""
        value, _sentence = self._read()
        return value

    def is_valid(self) -> bool:
        """Return whether the parts make a date, or are all empty."""
        return not self._read()[1]

    def set_value(self, value: PartialDate | None) -> None:
        """Show `value`, None for nothing; says nothing to listeners."""
        day, month, year = (value.day, value.month, value.year) if value else (None, None, None)
        self.day.setText(str(day or ""))
        self.month.setCurrentIndex(month or 0)
        self.year.setText("" if year is None else f"{year:04}")
        self._say("")

    def _dress(self, field: QLineEdit, placeholder: str, name: str, width: int) -> None:
        field.setPlaceholderText(placeholder)
        field.setAccessibleName(name.replace("%1", self.accessibleName()))
        field.setFixedWidth(width)
        field.installEventFilter(self)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.day)
        row.addWidget(self.month)
        row.addWidget(self.year)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.trouble)

    def _connect(self) -> None:
        self.day.textEdited.connect(self._on_day_edited)
        self.year.textEdited.connect(self._on_edited)
        self.month.activated.connect(self._on_edited)
        self.month.left.connect(lambda: self._go_to(self.year))
        self.month.focus_left.connect(self._on_focus_left)

    def _read(self) -> tuple[PartialDate | None, str]:
        day, year = self.day.text().strip(), self.year.text().strip()
        month = self.month.currentIndex() or None
        if not (day or month or year):
            return None, ""
        if not all(part.isdecimal() and part.isascii() for part in (day, year) if part):
            return None, self.tr("Day and year are written as numbers.")
        if year and len(year) != 4:
            return None, self.tr("Write the year with four digits.")
        sentence = self._missing(day, month, year)
        if sentence:
            return None, sentence
        try:
            known = (int(year) if year else None, month, int(day) if day else None)
            return PartialDate(*known), ""
        except ValueError as problem:
            return None, str(problem)

    def _missing(self, day: str, month: int | None, year: str) -> str:
        if day and month is None:
            return self.tr("Which month?")
        if month is not None and not day and not year:
            return self.tr("Add the day or the year.")
        return ""

    def _say(self, sentence: str) -> None:
        self.trouble.setText(sentence)
        self.trouble.setVisible(bool(sentence))
        for field in (self.day, self.year):
            field.setAccessibleDescription(sentence)
            set_look(field, "trouble", bool(sentence))

    def _go_to(self, field: QWidget) -> None:
        field.setFocus(Qt.FocusReason.TabFocusReason)

    def _leads_on(self, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        return event.text() in _SEPARATORS and self.day.text().isdecimal()

    @Slot()
    def _on_edited(self) -> None:
        if self.is_valid():
            self._say("")
        self.changed.emit()

    @Slot(str)
    def _on_day_edited(self, text: str) -> None:
        typed = read_typed(text, self.locale())
        if typed is not None:  # a whole date was pasted
            self.day.setText(str(typed.day))
            self.month.setCurrentIndex(typed.month if 1 <= typed.month <= 12 else 0)
            self.year.setText("" if typed.year is None else str(typed.year))
        self._on_edited()

    @Slot()
    def _on_focus_left(self) -> None:
        QTimer.singleShot(0, self, self._judge_when_left)

    def _judge_when_left(self) -> None:
        if not any(field.hasFocus() for field in (self.day, self.month, self.year)):
            self._say(self._read()[1])

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self._on_focus_left()
        elif watched is self.day and self._leads_on(event):
            self._go_to(self.month)
            return True
        return super().eventFilter(watched, event)


class _MonthBox(QComboBox):
    """The months by name; digits choose by number, letters by name.

    Signals:
        left(): a separator was typed after a number.
        focus_left(): another widget has the focus now.
    """

    left = Signal()
    focus_left = Signal()

    def __init__(self, names: list[str], nothing: str) -> None:
        super().__init__()
        self._digits = ""
        self.addItem(nothing)
        self.addItems(names)

    def _choose(self, digits: str) -> None:
        if not 0 <= int(digits) <= 12:
            digits = digits[-1]
        self._digits = digits
        self.setCurrentIndex(int(digits))
        self.activated.emit(self.currentIndex())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text()
        if text and text in "0123456789":
            self._choose(self._digits + text)
        elif self._digits and text and text in _SEPARATORS:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self._choose("0")
            self._digits = ""
        else:
            self._digits = ""
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self._digits = ""
        super().focusInEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focus_left.emit()
