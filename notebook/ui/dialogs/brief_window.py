"""The brief in a window of its own: to read at once, to copy, to print, to save."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from notebook.errors import NotebookError
from notebook.services.brief_page import Brief, as_text
from notebook.services.phrases import filled
from notebook.ui.brief_paper import READABLE, brief_document
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


@dataclass(frozen=True, slots=True)
class OpenerWays:
    """How to say of a fact that a talk began with it, and how to take that back.

    Each returns why it can't be done, or nothing.
    """

    use: Callable[[int], str]
    take_back: Callable[[], str]


class BriefWindow(QDialog):
    """One brief, or a page of its shape, with the ways to take it along; Escape closes it.

    Attributes:
        save_title: what the dialog is called that asks where to save it.
        smallest: how small the letters may become on paper before lines are left out.
    """

    def __init__(
        self,
        brief: Brief,
        icons: Icons,
        prompts: Prompts,
        parent: QWidget | None = None,
        *,
        shelf: PhotoShelf | None = None,
        openers: OpenerWays | None = None,
    ) -> None:
        super().__init__(parent)
        self._brief, self._prompts = brief, prompts
        self.setWindowTitle(filled(self.tr("Brief: %1"), brief.name))
        self.save_title = self.tr("Save the brief as PDF")
        self.smallest = READABLE
        self._openers, self._used_last = openers, 0
        self.sheet = BriefSheet(brief, shelf, can_use=openers is not None)
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
        self.sheet.used.connect(self._on_used)
        self.banner.action_chosen.connect(self._on_not_used)
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
        print_document(self, brief_document(self._brief, self.smallest), one_page=True)

    @Slot(object)
    def _on_used(self, fact_id: int) -> None:
        assert self._openers is not None, "there are no buttons without it"
        if trouble := self._openers.use(fact_id):
            self.banner.show_message(trouble, "warn")
            return
        self._used_last = fact_id
        self.sheet.mark_used(fact_id, is_used=True)
        words = self.tr("Noted. Next time the brief begins with something else.")
        self.banner.show_message(words, "ok", self.tr("Undo"))

    @Slot()
    def _on_not_used(self) -> None:
        assert self._openers is not None, "only this offers an action"
        if trouble := self._openers.take_back():
            self.banner.show_message(trouble, "warn")
            return
        self.sheet.mark_used(self._used_last, is_used=False)
        self.banner.clear()

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
            write_pdf(place, brief_document(self._brief, self.smallest), one_page=True)
        except NotebookError as problem:
            self.banner.show_message(str(problem), "warn")
            return
        self.banner.show_message(filled(self.tr("Saved as %1"), str(place)), "ok")


def file_name(name: str) -> str:
    """Return a name that every system takes for a file, as like a person's as possible."""
    kept = " ".join(_NOT_IN_FILE_NAMES.sub(" ", name).split())[:_LONGEST_FILE_NAME]
    return kept.strip(". ") or "brief"
