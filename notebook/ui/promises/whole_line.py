"""What the ledger's list has no room for: the whole of one promise, its words and its history."""

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from notebook.domain.text import excerpt
from notebook.ui.models.promises_model import PromiseRow
from notebook.ui.widgets.labels import text_label

_LONGEST = 600  # characters
_EDGES = 34  # pixels at the sides of a row, with the bar beside it


class WholeLine(QWidget):
    """Shows the promise that is selected, where its row is cut off; hidden otherwise.

    Attributes:
        label: the words.
    """

    def __init__(self) -> None:
        super().__init__()
        self.label: QLabel = text_label("", "second", wrap=True, selectable=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.label)
        self.hide()

    def show_row(self, row: PromiseRow | None, width: int) -> None:
        """Show a promise whose row is `width` pixels wide; None for none or several."""
        parts = []
        if row is not None:
            room, font = width - _EDGES, QFontMetrics(self.label.font())
            beside = room - font.horizontalAdvance(row.tag) - _EDGES
            parts = [
                excerpt(" ".join(text.split()), _LONGEST)
                for text, has in ((row.text, beside), (row.second_line, room))
                if font.horizontalAdvance(text) > has
            ]
        self.label.setText("\n".join(parts))
        self.setVisible(bool(parts))
