"""A line on the card in which something worth remembering is written down, one after the other."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from notebook.domain.facts import FactGroup
from notebook.translate import translate
from notebook.ui.icons import Icons
from notebook.ui.widgets.buttons import link_button
from notebook.ui.widgets.fact_rows import FactRow, new_row


class NewFact(QWidget):
    """What it is about, its words, and a way to keep it; Enter keeps it too, Escape leaves.

    Attributes:
        row: the fields.
        save_button: keeps it.

    Signals:
        written(FactDraft): keep this.
        left(): the line is no longer wanted.
    """

    written = Signal(object)
    left = Signal()

    def __init__(self, icons: Icons, sensitive: Iterable[FactGroup]) -> None:
        super().__init__()
        self.row: FactRow = new_row(icons, sensitive)
        self.save_button = link_button(translate("card", "Save"), second=True)
        self.row.line.removeWidget(self.row.text)  # it has a line of its own: a card is narrow
        self.row.line.insertWidget(1, self.save_button)
        self.row.line.insertStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.row.text)
        column.addWidget(self.row)
        self.row.text.returnPressed.connect(self._on_save)
        self.save_button.clicked.connect(self._on_save)
        self.row.remove_button.clicked.connect(self.left)

    @property
    def has_text(self) -> bool:
        """Whether something was typed that is not kept."""
        return self.row.draft() is not None

    def begin_another(self) -> None:
        """Empty the line for the next one, with the keyboard on it."""
        self.row.text.clear()
        self.row.text.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_save(self) -> None:
        draft = self.row.draft()
        if draft is None:
            self.row.text.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.written.emit(draft)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
