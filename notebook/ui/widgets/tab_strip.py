"""The words under a page's title that lead to its parts."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QTabBar, QWidget
from typing_extensions import override

from notebook.ui.widgets.labels import escape_mnemonic


class TabStrip(QTabBar):
    """Words on a thin line, the chosen one underlined; use `add_tab` so that & stays a letter."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setExpanding(False)
        self.setDrawBase(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setUsesScrollButtons(True)

    def add_tab(self, text: str) -> int:
        """Add a word, shown letter for letter; return its index."""
        return self.addTab(escape_mnemonic(text))

    def set_tab_text(self, index: int, text: str) -> None:
        """Change a word, for example its count."""
        self.setTabText(index, escape_mnemonic(text))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        bottom = self.rect().adjusted(0, self.height() - 1, 0, 0)
        painter.fillRect(bottom, self.palette().color(QPalette.ColorRole.Mid))
        painter.end()
        super().paintEvent(event)
