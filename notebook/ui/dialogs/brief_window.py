"""The brief in a window of its own: to read at once, to copy, to print, to save."""

import re

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from notebook.errors import NotebookError
from notebook.services.brief_page import Brief, as_text
from notebook.services.phrases import filled
from notebook.ui.brief_paper import brief_document
from notebook.ui.icons import Icons
from notebook.ui.paper import print_document, write_pdf
from notebook.ui.photo_shelf import PhotoShelf
from notebook.ui.prompts import Prompts
from notebook.ui.widgets.banner import Banner
from notebook.ui.widgets.brief_sheet import BriefSheet
from notebook.ui.widgets.buttons import plain_button, primary_button
from notebook.ui.widgets.dialog_frame import fit_above
from notebook.ui.widgets.scrolling import scrolling

_USUAL = (920, 780)
_NOT_IN_FILE_NAMES = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')
_LONGEST_FILE_NAME = 80


class BriefWindow(QDialog):
    """One brief, or a page of its shape, with the ways to take it along; Escape closes it.

    Attributes:
        save_title: what the dialog is called that asks where to save it.
    """

    def __init__(
        self,
        brief: Brief,
        icons: Icons,
        prompts: Prompts,
        parent: QWidget | None = None,
        *,
        shelf: PhotoShelf | None = None,
    ) -> None:
        super().__init__(parent)
        self._brief, self._prompts = brief, prompts
        self.setWindowTitle(filled(self.tr("Brief: %1"), brief.name))
        self.save_title = self.tr("Save the brief as PDF")
        self.sheet = BriefSheet(brief, shelf)
        self.banner = Banner(icons)
        self.copy_button = plain_button(self.tr("Copy text"), icons, "copy")
        self.print_button = plain_button(self.tr("Print…"), icons, "printer")
        self.save_button = primary_button(self.tr("Save as PDF…"), icons, "file-down")
        self.close_button = plain_button(self.tr("Close"))
        self._lay_out()
        self.copy_button.clicked.connect(self._on_copy)
        self.print_button.clicked.connect(self._on_print)
        self.save_button.clicked.connect(self._on_save)
        self.close_button.clicked.connect(self.reject)
        fit_above(self, _USUAL, parent)
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        ground = QWidget()
        middle = QHBoxLayout(ground)
        middle.setContentsMargins(22, 16, 22, 12)
        middle.addWidget(self.sheet)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(22, 4, 22, 16)
        buttons.setSpacing(8)
        buttons.addWidget(self.close_button)
        buttons.addStretch(1)
        for button in (self.copy_button, self.print_button, self.save_button):
            buttons.addWidget(button)
        above = QVBoxLayout()
        above.setContentsMargins(22, 6, 22, 0)
        above.addWidget(self.banner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(above)
        outer.addWidget(scrolling(ground), 1)
        outer.addLayout(buttons)

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(as_text(self._brief))
        self.banner.show_message(self.tr("Copied. Paste it wherever you like."), "ok")

    @Slot()
    def _on_print(self) -> None:
        print_document(self, brief_document(self._brief), one_page=True)

    @Slot()
    def _on_save(self) -> None:
        place = self._prompts.save_file(
            self.save_title,
            f"{file_name(self._brief.name)}.pdf",
            self.tr("PDF (*.pdf)"),
        )
        if place is None:
            return
        place = place if place.suffix else place.with_suffix(".pdf")
        try:
            write_pdf(place, brief_document(self._brief), one_page=True)
        except NotebookError as problem:
            self.banner.show_message(str(problem), "warn")
            return
        self.banner.show_message(filled(self.tr("Saved as %1"), str(place)), "ok")


def file_name(name: str) -> str:
    """Return a name that every system takes for a file, as like a person's as possible."""
    kept = " ".join(_NOT_IN_FILE_NAMES.sub(" ", name).split())[:_LONGEST_FILE_NAME]
    return kept.strip(". ") or "brief"
