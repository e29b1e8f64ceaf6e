"""What a page says while there is nothing on it yet, and the ways on from there."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from notebook.ui.icons import IconMark, Icons
from notebook.ui.widgets.labels import text_label


class EmptyState(QWidget):
    """An icon, a headline, a sentence and the buttons that lead on, in the middle of the room."""

    def __init__(
        self,
        icons: Icons,
        icon: str,
        headline: str,
        text: str = "",
        actions: Sequence[QPushButton] = (),
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.headline = text_label(headline, "heading", wrap=True)
        self.text = text_label(text, "second", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 22, 22, 22)
        column.setSpacing(8)
        column.addStretch(2)
        if icon:
            column.addWidget(IconMark(icons, icon, "soft", 32), 0, Qt.AlignmentFlag.AlignHCenter)
        for label in (self.headline, self.text):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
            label.setVisible(bool(label.text()))  # in its place: else it would be a window
        column.addSpacing(8)
        column.addLayout(_row_of(actions))
        column.addStretch(3)

    def say(self, headline: str, text: str = "") -> None:
        """Say something else from now on."""
        for label, words in ((self.headline, headline), (self.text, text)):
            label.setText(words)
            label.setVisible(bool(words))


def _row_of(actions: Sequence[QPushButton]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addStretch(1)
    for action in actions:
        row.addWidget(action)
    row.addStretch(1)
    return row
