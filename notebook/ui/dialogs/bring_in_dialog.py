"""What bringing something in from files has in common: choose or drop, wait, look, bring in, read on."""

from abc import abstractmethod
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from notebook.errors import NotebookError
from notebook.ui.dialogs.import_pages import WaitPage
from notebook.ui.jobs import Job, Progress, run_in_background
from notebook.ui.prompts import Prompts
from notebook.ui.widgets.buttons import plain_button, primary_button
from notebook.ui.widgets.labels import escape_mnemonic

Result = TypeVar("Result")


class BringInDialog(QDialog):
    """Reading and writing happen in another thread; only while it writes the dialog can't be left.

    Attributes:
        close_button, go_button: the ways out and on.
        wait_page: shown while something is read or written.
    """

    def __init__(self, title: str, prompts: Prompts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._prompts = prompts
        self._job: Job | None = None
        self.setWindowTitle(title)
        self.setAcceptDrops(True)
        self.wait_page = WaitPage()
        self._pages = QStackedWidget()
        self.close_button = plain_button(self.tr("Cancel"))
        self.go_button = primary_button(self.tr("Bring in"))
        self.close_button.clicked.connect(self.close)
        self.go_button.clicked.connect(self.bring_in)

    @abstractmethod
    def read(self, paths: Sequence[Path]) -> None:
        """Read files and show what is in them."""

    @abstractmethod
    @Slot()
    def bring_in(self) -> None:
        """Write what the user wants of it."""

    @abstractmethod
    def go_back(self) -> str:
        """Show what can be done after something went wrong, and return a title for the problem."""

    def lay_out(self, start: QWidget, content: QWidget, size: QSize, least: QSize) -> None:
        """Place the pages, the start shown first, and the buttons below them."""
        for page in (start, self.wait_page, content):
            self._pages.addWidget(page)
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
        self.resize(size)
        self.setMinimumSize(least)

    def show_page(self, page: QWidget) -> None:
        """Show one of the pages."""
        self._pages.setCurrentWidget(page)

    def offer(self, words: str) -> None:
        """Name what the button would do."""
        self.go_button.setText(escape_mnemonic(words))
        self.go_button.setAccessibleName(words)

    def run(
        self,
        words: str,
        work: Callable[[Progress], Result],
        finished: Callable[[Result], None],
        *,
        writes: bool = False,
    ) -> None:
        """Do work in the background while its words are shown; what writes holds the window."""
        self.wait_page.begin(words)
        self.show_page(self.wait_page)
        self.go_button.hide()
        if writes:
            self.close_button.setEnabled(False)
            self._hold_the_window()

        def done(result: Result) -> None:
            self._job = None
            finished(result)

        progressed = self.wait_page.show_progress
        self._job = run_in_background(self, work, done, self._on_failed, progressed)

    def finish(self, page: QWidget) -> None:
        """Show what became of it; from there one can only close."""
        self.show_page(page)
        self.close_button.setEnabled(True)
        self._say_how_to_close(self.tr("Close"))
        self.close_button.setFocus()

    def begin_anew(self) -> None:
        """Forget what was brought in: another file is dropped."""
        self._say_how_to_close(self.tr("Cancel"))

    def _say_how_to_close(self, words: str) -> None:
        self.close_button.setText(words)
        self.close_button.setAccessibleName(words)

    def _hold_the_window(self) -> None:
        """Let nobody write elsewhere meanwhile: thousands of rows hold the file for seconds."""
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.hide()  # it holds from the next time it is shown
        self.show()

    def _on_failed(self, error: Exception) -> None:
        self._job = None
        self.close_button.setEnabled(True)
        title = self.go_back()
        if not isinstance(error, NotebookError):
            raise error
        self._prompts.show_problem(title, str(error))

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
        self.begin_anew()
        self.read(files_in(event))


def files_in(event: QDropEvent) -> list[Path]:
    """Return the files of this computer that are dropped."""
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
