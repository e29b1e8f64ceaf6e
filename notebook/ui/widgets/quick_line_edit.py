"""One line for everything, with what was understood of it below."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from notebook.ui.widgets.labels import set_rank
from notebook.ui.widgets.wrapping_label import WrappingLabel


class QuickLineEdit(QWidget):
    """Type, and read below what it means.

    Signals:
        typed(str): the line is another one.
    """

    typed = Signal(str)

    def __init__(self, name: str, example: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = QLineEdit(placeholderText=example)
        self.field.setAccessibleName(name)
        self.understood = WrappingLabel("", "second")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.field)
        column.addWidget(self.understood)
        self.setFocusProxy(self.field)
        self.field.textEdited.connect(self._on_typed)

    def say(self, sentence: str, *, is_hint: bool = False) -> None:
        """Show what was understood, or a hint as long as nothing was."""
        self.understood.setText(sentence)
        self.understood.setAccessibleName(sentence)
        self.understood.updateGeometry()
        set_rank(self.understood, "second" if is_hint else "link")
        self.field.setAccessibleDescription(sentence)

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        self.typed.emit(text)
