"""The keys of the window on one page (F1)."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QVBoxLayout, QWidget

from notebook.ui.widgets.buttons import primary_button
from notebook.ui.widgets.labels import text_label
from notebook.ui.widgets.scrolling import scrolling


class KeysDialog(QDialog):
    """Lists what each key does: the window's actions, and the keys that only a list has."""

    def __init__(
        self,
        actions: Sequence[QAction],
        more: Sequence[tuple[str, str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        rows = [
            (action.shortcut().toString(QKeySequence.SequenceFormat.NativeText), action.text())
            for action in actions
            if not action.shortcut().isEmpty()
        ]
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(22, 0, 22, 8)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(6)
        for row, (keys, words) in enumerate([*rows, *more]):
            grid.addWidget(text_label(keys, "name"), row, 0)
            grid.addWidget(text_label(words.replace("…", ""), wrap=True), row, 1)
        grid.setColumnStretch(1, 1)
        close = primary_button(self.tr("Close"))
        close.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 20, 0, 16)
        column.setSpacing(12)
        heading = text_label(self.tr("Keys"), "heading")
        heading.setContentsMargins(22, 0, 22, 0)
        column.addWidget(heading)
        column.addWidget(scrolling(inside), 1)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignHCenter)
        self.resize(440, 520)
