"""How long something comes round: for ever, until a day, or a number of times."""

from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from notebook.domain.recurrence import MOST
from notebook.ui.icons import Icons
from notebook.ui.widgets.choice_row import ChoiceRow
from notebook.ui.widgets.date_edit import OptionalDateEdit
from notebook.ui.widgets.fields import number_field
from notebook.ui.widgets.labels import text_label

_FOR_EVER, _UNTIL, _COUNT = "for-ever", "until", "count"
_USUAL_COUNT = 10


class RepeatEnd(QWidget):
    """One choice, and the day or the number that it needs.

    Signals:
        changed(): the user chose something else.
    """

    changed = Signal()

    def __init__(self, icons: Icons, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice = ChoiceRow(
            [
                (_FOR_EVER, self.tr("Without an end")),
                (_UNTIL, self.tr("Until a day")),
                (_COUNT, self.tr("A number of times")),
            ],
            self.tr("How long"),
            compact=True,
            optional=False,
        )
        self.day = OptionalDateEdit(icons, today, self.tr("Until which day"))
        self.number = number_field(self.tr("How many times"), 1, MOST)
        self._times = QWidget()
        times = QHBoxLayout(self._times)
        times.setContentsMargins(0, 0, 0, 0)
        times.setSpacing(8)
        times.addWidget(self.number)
        times.addWidget(text_label(self.tr("times")))
        times.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.choice)
        column.addWidget(self.day, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._times)
        self.choice.chosen.connect(self._on_chosen)
        self.day.changed.connect(self.changed)
        self.number.valueChanged.connect(self.changed)
        self.set_value(None, None)

    def until(self) -> date | None:
        """Return the last day, None where another end is chosen or none."""
        return self.day.value() if self.choice.value() == _UNTIL else None

    def count(self) -> int | None:
        """Return the number of times, None where another end is chosen or none."""
        return self.number.value() if self.choice.value() == _COUNT else None

    def set_value(self, until: date | None, count: int | None) -> None:
        """Show an end; says nothing to listeners."""
        self.day.set_value(until)
        self.number.blockSignals(True)  # noqa: FBT003 - Qt's
        self.number.setValue(count or _USUAL_COUNT)
        self.number.blockSignals(False)  # noqa: FBT003 - Qt's
        self.choice.set_value(_UNTIL if until else _COUNT if count else _FOR_EVER)
        self._show_what_is_needed()

    def trouble(self) -> str:
        """Return a sentence about a missing day, empty when there is none missing."""
        if self.choice.value() == _UNTIL and self.day.value() is None:
            return self.tr("Until which day?")
        return ""

    def _show_what_is_needed(self) -> None:
        self.day.setVisible(self.choice.value() == _UNTIL)
        self._times.setVisible(self.choice.value() == _COUNT)

    @Slot()
    def _on_chosen(self) -> None:
        self._show_what_is_needed()
        self.changed.emit()
