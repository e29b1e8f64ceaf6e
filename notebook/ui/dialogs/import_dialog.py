"""Bringing people in: choose files, look at who is in them, bring them in, read what became of each."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from notebook.domain.changes import Changes
from notebook.errors import NotebookError
from notebook.services.imports import Imports, Preview, Report
from notebook.storage.file import NotebookFile
from notebook.ui.dialogs.import_pages import ChoosePage, PreviewPage, WaitPage
from notebook.ui.icons import Icons
from notebook.ui.jobs import Job, Progress, run_in_background
from notebook.ui.prompts import Prompts
from notebook.ui.widgets.buttons import plain_button, primary_button
from notebook.ui.widgets.labels import escape_mnemonic


class ImportDialog(QDialog):
    """Leads through the four steps; until the third nothing is written, and each can be left.

    Reading and writing happen in another thread, so that the notebook stays usable meanwhile.

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
        super().__init__(parent)
        self._imports, self._file, self._prompts, self._today = imports, file, prompts, today
        self._job: Job | None = None
        self._preview: Preview | None = None
        self.setWindowTitle(self.tr("Bring people in"))
        self.setAcceptDrops(True)
        self.choose_page = ChoosePage(icons)
        self.wait_page = WaitPage()
        self.preview_page = PreviewPage(icons)
        self._pages = QStackedWidget()
        for page in (self.choose_page, self.wait_page, self.preview_page):
            self._pages.addWidget(page)
        self.close_button = plain_button(self.tr("Cancel"))
        self.go_button = primary_button(self.tr("Bring in"))
        self._lay_out()
        self.choose_page.choose_button.clicked.connect(self._on_choose)
        self.close_button.clicked.connect(self.close)
        self.go_button.clicked.connect(self._on_go)
        self._show_start()

    def read(self, paths: Sequence[Path]) -> None:
        """Read files and show who is in them."""
        imports, file = self._imports, self._file

        def work(report: Progress) -> Preview:
            with file.connected():
                return imports.preview(paths, report)

        self._wait(self.tr("Reading…"))
        progressed = self.wait_page.show_progress
        self._job = run_in_background(self, work, self._on_read, self._on_failed, progressed)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 16)
        column.setSpacing(12)
        column.addWidget(self._pages, 1)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self.close_button)
        row.addWidget(self.go_button)
        column.addLayout(row)
        self.resize(760, 520)
        self.setMinimumSize(480, 360)

    def _show_start(self) -> None:
        self._pages.setCurrentWidget(self.choose_page)
        self.go_button.hide()
        self.choose_page.choose_button.setFocus()

    def _wait(self, words: str) -> None:
        self.wait_page.begin(words)
        self._pages.setCurrentWidget(self.wait_page)
        self.go_button.hide()

    @Slot()
    def _on_choose(self) -> None:
        kinds = self.tr("Address books (*.vcf *.vcard);;All files (*)")
        paths = self._prompts.open_files(self.tr("Address books to bring in"), kinds)
        if paths:
            self.read(paths)

    def _on_read(self, preview: Preview) -> None:
        self._job, self._preview = None, preview
        self.preview_page.show_preview(preview)
        self._pages.setCurrentWidget(self.preview_page)
        if preview.new:
            words = self.tr("Bring in %n people", "", preview.new)
            if preview.new == 1:
                words = self.tr("Bring in 1 person")
        else:
            words = self.tr("Add what is new about them")
        self.go_button.setText(escape_mnemonic(words))
        self.go_button.setAccessibleName(words)
        self.go_button.setVisible(bool(preview.cards))
        (self.go_button if preview.cards else self.close_button).setFocus()

    @Slot()
    def _on_go(self) -> None:
        imports, file, preview, today = self._imports, self._file, self._preview, self._today()
        assert preview is not None

        from notebook.ui.pictures import small_square

        def work(_report: Progress) -> tuple[Changes, Report]:
            with file.connected():
                return imports.bring_in(preview, today, small_square)

        self._wait(self.tr("Making a backup, then bringing them in…"))
        self.close_button.setEnabled(False)
        self._hold_the_window()
        self._job = run_in_background(self, work, self._on_brought_in, self._on_failed)

    def _hold_the_window(self) -> None:
        """Let nobody write elsewhere meanwhile: thousands of people hold the file for seconds."""
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.hide()  # it holds from the next time it is shown
        self.show()

    def _on_brought_in(self, result: tuple[Changes, Report]) -> None:
        changes, report = result
        self._job = None
        self.preview_page.show_report(changes, report)
        self._pages.setCurrentWidget(self.preview_page)
        self.close_button.setEnabled(True)
        self.close_button.setText(self.tr("Close"))
        self.close_button.setAccessibleName(self.tr("Close"))
        self.close_button.setFocus()
        if changes.ids:
            self.brought_in.emit(changes)

    def _on_failed(self, error: Exception) -> None:
        self._job = None
        self.close_button.setEnabled(True)
        self._show_start()
        if not isinstance(error, NotebookError):
            raise error
        self._prompts.show_problem(self.tr("Nobody was brought in"), str(error))

    @override
    def done(self, result: int) -> None:
        if not self.close_button.isEnabled():  # what is being written can't be left half-way
            return
        if self._job is not None:
            self._job.stop()
            self._job = None
        super().done(result)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._pages.currentWidget() is not self.wait_page and files_in(event):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.read(files_in(event))


def files_in(event: QDropEvent) -> list[Path]:
    """Return the files of this computer that are dropped."""
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
