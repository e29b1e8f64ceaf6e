"""The ways to somebody's photo: three actions of the card's menu, and files dropped on the mark."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from notebook.translate import translate
from notebook.ui.icons import Icons
from notebook.ui.widgets.file_drops import FileDrops


class PhotoWays(QObject):
    """Says what the user wants with the photo.

    Attributes:
        file_action, paste_action, remove_action, actions: what the menu offers.

    Signals:
        chosen(Path | None): from this file, or from one to be asked for.
        paste_chosen(), remove_chosen(): from the clipboard, or none at all.
    """

    chosen = Signal(object)
    paste_chosen = Signal()
    remove_chosen = Signal()

    def __init__(self, icons: Icons, mark: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self.file_action = QAction(
            icons.icon("upload", "soft"), translate("card", "Photo from a file…"), self
        )
        self.paste_action = QAction(
            icons.icon("copy", "soft"), translate("card", "Paste photo"), self
        )
        self.remove_action = QAction(
            icons.icon("x", "soft"), translate("card", "Remove photo"), self
        )
        self.actions = (self.file_action, self.paste_action, self.remove_action)
        self._drops = FileDrops(self)
        self._drops.let_in(mark)
        self.file_action.triggered.connect(lambda: self.chosen.emit(None))
        self.paste_action.triggered.connect(self.paste_chosen)
        self.remove_action.triggered.connect(self.remove_chosen)
        self._drops.dropped.connect(self._on_dropped)

    @Slot(object)
    def _on_dropped(self, paths: list[str]) -> None:
        self.chosen.emit(Path(paths[0]))
