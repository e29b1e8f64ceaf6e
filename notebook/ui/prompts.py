"""The one seam for every question that stops the window, so that tests can answer."""

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from notebook.ui.widgets.buttons import plain_button, primary_button
from notebook.ui.widgets.labels import text_label


class Prompts(Protocol):
    """What a screen may ask; all texts are shown letter for letter.

    File filters are Qt's: "Address books (*.vcf);;All files (*)".
    """

    def confirm(self, title: str, text: str, yes_text: str) -> bool:
        """Ask before something that is hard to take back; return whether to do it."""
        ...

    def open_files(self, title: str, filters: str) -> list[Path]:
        """Return the files to read, none when the user thought better of it."""
        ...

    def save_file(self, title: str, suggested: str, filters: str) -> Path | None:
        """Return where to write; `suggested` is a file name or a path."""
        ...

    def choose_folder(self, title: str) -> Path | None:
        """Return a folder."""
        ...

    def show_problem(self, title: str, text: str) -> None:
        """Say what is wrong and wait until it was read."""
        ...


def may_leave(prompts: Prompts, lost: str) -> bool:
    """Ask before something unsaved is left behind; `lost` says what that is."""
    title = _tr("Leave without saving?")
    return prompts.confirm(title, lost, _tr("Leave without saving"))


class QuestionDialog(QDialog):
    """A heading, a text and one or two buttons."""

    def __init__(self, title: str, text: str, yes: str, no: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(380)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 22, 22, 16)
        column.setSpacing(8)
        column.addWidget(text_label(title, "heading", wrap=True))
        column.addWidget(text_label(text, wrap=True, selectable=True))
        column.addSpacing(12)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        self.no_button = plain_button(no)
        self.no_button.setVisible(bool(no))
        self.yes_button = primary_button(yes)
        row.addWidget(self.no_button)
        row.addWidget(self.yes_button)
        column.addLayout(row)
        self.no_button.clicked.connect(self.reject)
        self.yes_button.clicked.connect(self.accept)
        self.yes_button.setFocus()


class WindowPrompts:
    """Asks with real dialogs over a window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._parent = parent

    def confirm(self, title: str, text: str, yes_text: str) -> bool:
        """Ask, with Cancel as the other answer."""
        dialog = QuestionDialog(title, text, yes_text, _tr("Cancel"), self._parent)
        return dialog.exec() == QDialog.DialogCode.Accepted

    def open_files(self, title: str, filters: str) -> list[Path]:
        """Show the system's dialog for files."""
        names, _filter = QFileDialog.getOpenFileNames(self._parent, title, "", filters)
        return [Path(name) for name in names]

    def save_file(self, title: str, suggested: str, filters: str) -> Path | None:
        """Show the system's dialog for a place to save, which asks before overwriting."""
        name, _filter = QFileDialog.getSaveFileName(self._parent, title, suggested, filters)
        return Path(name) if name else None

    def choose_folder(self, title: str) -> Path | None:
        """Show the system's dialog for a folder."""
        name = QFileDialog.getExistingDirectory(self._parent, title)
        return Path(name) if name else None

    def show_problem(self, title: str, text: str) -> None:
        """Say it, with Close as the only answer."""
        QuestionDialog(title, text, _tr("Close"), "", self._parent).exec()


def _tr(text: str) -> str:
    return QCoreApplication.translate("WindowPrompts", text)
