"""Bringing people in: choose files, look at who is in them, bring them in, read what became of each."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from notebook.domain.changes import Changes
from notebook.services.imports import Imports, Preview, Report
from notebook.storage.file import NotebookFile
from notebook.ui.dialogs.bring_in_dialog import BringInDialog
from notebook.ui.dialogs.import_pages import ChoosePage, PreviewPage
from notebook.ui.icons import Icons
from notebook.ui.jobs import Progress
from notebook.ui.prompts import Prompts


class ImportDialog(BringInDialog):
    """Leads through the four steps; until the third nothing is written, and each can be left.

    Attributes:
        choose_page, preview_page: the first and the last step.

    Signals:
        brought_in(Changes): somebody was brought in, or more about somebody.
    """

    brought_in = Signal(object)

    def __init__(
        self,
        imports: Imports,
        file: NotebookFile,
        icons: Icons,
        prompts: Prompts,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("Bring people in"), prompts, parent)
        self._imports, self._file, self._today = imports, file, today
        self._preview: Preview | None = None
        self.choose_page = ChoosePage(icons)
        self.preview_page = PreviewPage(icons)
        self.lay_out(self.choose_page, self.preview_page, QSize(760, 520), QSize(480, 360))
        self.choose_page.choose_button.clicked.connect(self._on_choose)
        self.go_back()

    @override
    def read(self, paths: Sequence[Path]) -> None:
        imports, file = self._imports, self._file

        def work(report: Progress) -> Preview:
            with file.connected():
                return imports.preview(paths, report)

        self.run(self.tr("Reading…"), work, self._on_read)

    @override
    @Slot()
    def bring_in(self) -> None:
        imports, file, preview, today = self._imports, self._file, self._preview, self._today()
        assert preview is not None

        from notebook.ui.pictures import small_square

        def work(_report: Progress) -> tuple[Changes, Report]:
            with file.connected():
                return imports.bring_in(preview, today, small_square)

        words = self.tr("Making a backup, then bringing them in…")
        self.run(words, work, self._on_brought_in, writes=True)

    @override
    def go_back(self) -> str:
        self.show_page(self.choose_page)
        self.go_button.hide()
        self.choose_page.choose_button.setFocus()
        return self.tr("Nobody was brought in")

    @Slot()
    def _on_choose(self) -> None:
        kinds = self.tr("Address books (*.vcf *.vcard);;All files (*)")
        paths = self._prompts.open_files(self.tr("Address books to bring in"), kinds)
        if paths:
            self.read(paths)

    def _on_read(self, preview: Preview) -> None:
        self._preview = preview
        self.preview_page.show_preview(preview)
        self.show_page(self.preview_page)
        if preview.new:
            words = self.tr("Bring in %n people", "", preview.new)
            if preview.new == 1:
                words = self.tr("Bring in 1 person")
        else:
            words = self.tr("Add what is new about them")
        self.offer(words)
        self.go_button.setVisible(bool(preview.cards))
        (self.go_button if preview.cards else self.close_button).setFocus()

    def _on_brought_in(self, result: tuple[Changes, Report]) -> None:
        changes, report = result
        self.preview_page.show_report(changes, report)
        self.finish(self.preview_page)
        if changes.ids:
            self.brought_in.emit(changes)
