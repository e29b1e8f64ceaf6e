"""The white card that a subject lies on."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from notebook.ui.widgets.labels import text_label


class Panel(QFrame):
    """A rounded card with an optional title.

    Attributes:
        body: the layout for what is on the card.
        title_row: the layout of the title, for a small button at its end.
    """

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(16, 13, 16, 16)
        outer.setSpacing(8)
        self.title_row = QHBoxLayout()
        self.title_label: QLabel = text_label(title, "panelTitle", wrap=True)
        self.title_row.addWidget(self.title_label, 1)
        outer.addLayout(self.title_row)
        self.title_label.setVisible(bool(title))
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        outer.addLayout(self.body)
        outer.addStretch(1)
        self.setAccessibleName(title)

    def set_title(self, title: str) -> None:
        """Show another title; an empty one takes no room."""
        self.title_label.setText(title)
        self.title_label.setVisible(bool(title))
        self.setAccessibleName(title)


def divider(*, upright: bool = False) -> QFrame:
    """Return a line of one pixel between two things."""
    line = QFrame()
    line.setProperty("role", "divider")
    line.setProperty("upright", upright)
    line.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    return line
