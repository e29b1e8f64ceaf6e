"""A single short field for a day, a month or a year: since when, until when."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from notebook.domain.partial_date import PartialDate
from notebook.ui.date_reading import read_partial, write_partial
from notebook.ui.widgets.labels import plain_tool_tip, set_look


class PartialDateField(QLineEdit):
    """Type "2019", "5/2019" or "12 5 2019"; what can't be read is marked when it is left."""

    def __init__(self, name: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.textEdited.connect(self._on_edited)
        self.editingFinished.connect(self._on_left)

    def value(self) -> PartialDate | None:
        """Return the date, None when the field is empty or can't be read."""
        try:
            return read_partial(self.text(), self.locale())
        except ValueError:
            return None

    def set_value(self, known: PartialDate | None) -> None:
        """Show a date, None for none."""
        self.setText(write_partial(known, self.locale()))
        self._say("")

    def is_valid(self) -> bool:
        """Return whether the text is a date or empty."""
        return self.value() is not None or not self.text().strip()

    def _say(self, sentence: str) -> None:
        self.setAccessibleDescription(sentence)
        self.setToolTip(plain_tool_tip(sentence))
        set_look(self, "trouble", bool(sentence))

    @Slot()
    def _on_edited(self) -> None:
        self._say("")

    @Slot()
    def _on_left(self) -> None:
        if self.is_valid():
            self.set_value(self.value())
        else:
            self._say(self.tr("Write 2019, May 2019 or 12 May 2019."))
