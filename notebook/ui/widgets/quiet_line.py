"""What was just done, said quietly at the foot of the window, with the way back."""

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from notebook.ui.widgets.buttons import link_button
from notebook.ui.widgets.labels import ElidedLabel

_STAYS_FOR_MS = 8000


class QuietLine(QWidget):
    """One line such as "Logged a call with Ana Pereira.", which leaves after 8 seconds.

    Signals:
        undo_chosen(): the user wants it undone.
    """

    undo_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = ElidedLabel("", "second")
        self.undo = link_button(self.tr("Undo"), second=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 12, 4)
        row.setSpacing(8)
        row.addWidget(self.label, 1)
        row.addWidget(self.undo)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_STAYS_FOR_MS)
        self._timer.timeout.connect(self._on_time_over)
        self.undo.clicked.connect(self._on_undo)
        self.clear()

    def say(self, text: str, *, undo: bool = False) -> None:
        """Say `text` in place of what was said before; `undo` offers the way back."""
        self.label.setText(text)
        self.undo.setVisible(undo)
        self.show()
        self._timer.start()
        QAccessible.updateAccessibility(QAccessibleEvent(self.label, QAccessible.Event.Alert))

    def clear(self) -> None:
        """Say nothing any more: the next action has begun."""
        self._timer.stop()
        self.label.setText("")
        self.undo.hide()
        self.hide()

    def text(self) -> str:
        """Return what is being said, an empty text for nothing."""
        return self.label.text()

    @Slot()
    def _on_undo(self) -> None:
        self.clear()
        self.undo_chosen.emit()

    @Slot()
    def _on_time_over(self) -> None:
        if self.undo.hasFocus():  # somebody is about to press it
            self._timer.start()
        else:
            self.clear()
