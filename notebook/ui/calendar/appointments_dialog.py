"""Bringing appointments in: choose files, look at them and say whom they concern, bring them in."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from notebook.domain.changes import Changes
from notebook.errors import NotebookError
from notebook.services.calendar.appointments import CalendarPreview
from notebook.ui.calendar.appointments_page import AppointmentsPage
from notebook.ui.dialogs.import_dialog import files_in
from notebook.ui.dialogs.import_pages import WaitPage
from notebook.ui.errands.desk import Desk
from notebook.ui.jobs import Job, Progress, run_in_background
from notebook.ui.widgets.buttons import plain_button, primary_button
from notebook.ui.widgets.empty_state import EmptyState
from notebook.ui.widgets.labels import escape_mnemonic


class AppointmentsDialog(QDialog):
    """Leads through the steps; nothing is written until the last, and each can be left.

    Attributes:
        choose_button, close_button, go_button: the buttons.
        page: the appointments.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._job: Job | None = None
        self._paths: Sequence[Path] = ()
        self._preview: CalendarPreview | None = None
        self.setWindowTitle(self.tr("Bring appointments in"))
        self.setAcceptDrops(True)
        self.choose_button = primary_button(self.tr("Choose files…"), desk.icons, "folder-open")
        self.start = EmptyState(
            desk.icons,
            "calendar",
            self.tr("Drop a calendar file here"),
            self.tr(
                "Calendar files of any program will do (.ics). You see what is in them and say "
                "whom it concerns before anything is written, and you can take it back afterwards."
            ),
            [self.choose_button],
        )
        self.wait_page = WaitPage()
        self.page = AppointmentsPage(desk)
        self._pages = QStackedWidget()
        for page in (self.start, self.wait_page, self.page):
            self._pages.addWidget(page)
        self.close_button = plain_button(self.tr("Cancel"))
        self.go_button = primary_button(self.tr("Bring in"))
        self._lay_out()
        self.choose_button.clicked.connect(self._on_choose)
        self.close_button.clicked.connect(self.close)
        self.go_button.clicked.connect(self._on_go)
        self.page.choices_changed.connect(self._show_go)
        self.page.horizon_chosen.connect(self._on_horizon)
        self._show_start()

    def read(self, paths: Sequence[Path]) -> None:
        """Read files and show what is in them."""
        notebook, now, days = self._desk.notebook, self._desk.clock.now(), self.page.days
        self._paths = paths

        def work(report: Progress) -> CalendarPreview:
            with notebook.file.connected():
                return notebook.appointments.preview(
                    paths, now, days, go_on=lambda: report(0, len(paths))
                )

        self._wait(self.tr("Reading…"))
        self._job = run_in_background(self, work, self._on_read, self._on_failed)

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
        self.resize(860, 560)
        self.setMinimumSize(560, 420)

    def _show_start(self) -> None:
        self._pages.setCurrentWidget(self.start)
        self.go_button.hide()
        self.choose_button.setFocus()

    def _wait(self, words: str) -> None:
        self.wait_page.begin(words)
        self._pages.setCurrentWidget(self.wait_page)
        self.go_button.hide()

    @Slot()
    def _show_go(self) -> None:
        count = len(self.page.wanted_ones())
        words = self.tr("Bring in %n appointments", "", count) if count else self.tr("Bring in")
        if count == 1:
            words = self.tr("Bring in 1 appointment")
        self.go_button.setText(escape_mnemonic(words))
        self.go_button.setAccessibleName(words)
        self.go_button.setEnabled(bool(count))

    @Slot()
    def _on_choose(self) -> None:
        kinds = self.tr("Calendar files (*.ics *.ical *.ifb *.icalendar);;All files (*)")
        paths = self._desk.prompts.open_files(self.tr("Calendar files to bring in"), kinds)
        if paths:
            self.read(paths)

    @Slot()
    def _on_horizon(self) -> None:
        self.read(self._paths)

    def _on_read(self, preview: CalendarPreview) -> None:
        self._job, self._preview = None, preview
        self.page.show_preview(preview)
        self._pages.setCurrentWidget(self.page)
        self.go_button.setVisible(bool(preview.lines))
        self._show_go()
        (self.page.table if preview.lines else self.close_button).setFocus()

    @Slot()
    def _on_go(self) -> None:
        notebook, preview, now = self._desk.notebook, self._preview, self._desk.clock.now()
        wanted = self.page.wanted_ones()
        assert preview is not None

        def work(_report: Progress) -> tuple[Changes, CalendarPreview]:
            with notebook.file.connected():
                return notebook.appointments.bring_in(preview, wanted, now)

        self._wait(self.tr("Bringing them in…"))
        self.close_button.setEnabled(False)
        self._hold_the_window()
        self._job = run_in_background(self, work, self._on_brought_in, self._on_failed)

    def _hold_the_window(self) -> None:
        """Let nobody write elsewhere meanwhile: many appointments hold the file for seconds."""
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.hide()  # it holds from the next time it is shown
        self.show()

    def _on_brought_in(self, result: tuple[Changes, CalendarPreview]) -> None:
        changes, preview = result
        self._job = None
        self.page.show_report(changes.label if changes.ids else "", preview)
        self._pages.setCurrentWidget(self.page)
        self.close_button.setEnabled(True)
        self._say_how_to_close(self.tr("Close"))
        self.close_button.setFocus()
        if changes.ids:
            self._desk.notifier.tell(changes)

    def _say_how_to_close(self, words: str) -> None:
        self.close_button.setText(words)
        self.close_button.setAccessibleName(words)

    def _on_failed(self, error: Exception) -> None:
        self._job = None
        self.close_button.setEnabled(True)
        if self._preview is None:
            self._show_start()
        else:
            self._on_read(self._preview)
        if not isinstance(error, NotebookError):
            raise error
        self._desk.prompts.show_problem(self.tr("Nothing was brought in"), str(error))

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
        self.page.begin_anew()
        self._say_how_to_close(self.tr("Cancel"))
        self.read(files_in(event))
