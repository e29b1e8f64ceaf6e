"""Who sent whom in three numbers; the picture of it is one click away."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from notebook.services.insights.insight import Insight
from notebook.ui.icons import Icons
from notebook.ui.widgets.buttons import plain_button
from notebook.ui.widgets.labels import text_label


class SentSummary(QWidget):
    """The numbers beside each other, and the button that leads to the picture.

    Signals:
        picture_requested(): show the picture.
    """

    picture_requested = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._numbers: list[QLabel] = []
        row = QHBoxLayout()
        row.setSpacing(40)
        for words in (
            self.tr("sent us somebody"),
            self.tr("times sent"),
            self.tr("became projects"),
        ):
            row.addLayout(self._number(words))
        row.addStretch(1)
        self.button = plain_button(self.tr("See who sent whom"), icons, "users")
        self.button.clicked.connect(self.picture_requested)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 12)
        column.setSpacing(16)
        column.addLayout(row)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def show_insight(self, insight: Insight) -> None:
        """Show other numbers."""
        became = sum(row.values[0] for row in insight.rows)
        for label, number in zip(
            self._numbers, (len(insight.rows), insight.total, became), strict=True
        ):
            label.setText(str(number))
        self.setAccessibleName(insight.sentence)

    def _number(self, words: str) -> QVBoxLayout:
        number = text_label("", "title")
        self._numbers.append(number)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(number)
        column.addWidget(text_label(words, "second"))
        return column
