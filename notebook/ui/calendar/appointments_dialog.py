"""Bringing appointments in: choose files, look at them and say whom they concern, bring them in."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from notebook.domain.changes import Changes
from notebook.services.calendar.appointments import CalendarPreview
from notebook.ui.calendar.appointments_page import AppointmentsPage
from notebook.ui.dialogs.bring_in_dialog import BringInDialog
from notebook.ui.errands.desk import Desk
from notebook.ui.jobs import Progress
from notebook.ui.widgets.buttons import primary_button
from notebook.ui.widgets.empty_state import EmptyState


class AppointmentsDialog(BringInDialog):
    """Leads through the steps; nothing is written until the last, and each can be left.

    Attributes:
        choose_button: asks for files.
        page: the appointments.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Bring appointments in"), desk.prompts, parent)
        self._desk = desk
        self._paths: Sequence[Path] = ()
        self._preview: CalendarPreview | None = None
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
        self.page = AppointmentsPage(desk)
        self.lay_out(self.start, self.page, QSize(860, 560), QSize(560, 420))
        self.choose_button.clicked.connect(self._on_choose)
        self.page.choices_changed.connect(self._show_go)
        self.page.horizon_chosen.connect(self._on_horizon)
        self.go_back()

    @override
    def read(self, paths: Sequence[Path]) -> None:
        notebook, now, days = self._desk.notebook, self._desk.clock.now(), self.page.days
        self._paths = paths

        def work(report: Progress) -> CalendarPreview:
            with notebook.file.connected():
                return notebook.appointments.preview(
                    paths, now, days, go_on=lambda: report(0, len(paths))
                )

        self.run(self.tr("Reading…"), work, self._on_read)

    @override
    @Slot()
    def bring_in(self) -> None:
        notebook, preview, now = self._desk.notebook, self._preview, self._desk.clock.now()
        wanted = self.page.wanted_ones()
        assert preview is not None

        def work(_report: Progress) -> tuple[Changes, CalendarPreview]:
            with notebook.file.connected():
                return notebook.appointments.bring_in(preview, wanted, now)

        self.run(self.tr("Bringing them in…"), work, self._on_brought_in, writes=True)

    @override
    def go_back(self) -> str:
        if self._preview is None:
            self.show_page(self.start)
            self.go_button.hide()
            self.choose_button.setFocus()
        else:
            self._on_read(self._preview)
        return self.tr("Nothing was brought in")

    @Slot()
    def _show_go(self) -> None:
        count, is_any = self.page.count_new(), bool(self.page.wanted_ones())
        words = self.tr("Bring in %n appointments", "", count) if count else self.tr("Bring in")
        if count == 1:
            words = self.tr("Bring in 1 appointment")
        elif is_any and not count:
            words = self.tr("Bring the plans up to date")
        self.offer(words)
        self.go_button.setEnabled(is_any)

    @Slot()
    def _on_choose(self) -> None:
        kinds = self.tr("Calendar files (*.ics *.ical *.ifb *.icalendar);;All files (*)")
        paths = self._prompts.open_files(self.tr("Calendar files to bring in"), kinds)
        if paths:
            self.read(paths)

    @Slot()
    def _on_horizon(self) -> None:
        self.read(self._paths)

    def _on_read(self, preview: CalendarPreview) -> None:
        self._preview = preview
        self.page.show_preview(preview)
        self.show_page(self.page)
        self.go_button.setVisible(bool(preview.lines))
        self._show_go()
        (self.page.table if preview.lines else self.close_button).setFocus()

    @override
    def begin_anew(self) -> None:
        super().begin_anew()
        self.page.begin_anew()

    def _on_brought_in(self, result: tuple[Changes, CalendarPreview]) -> None:
        changes, preview = result
        self.page.show_report(changes.label if changes.ids else "", preview)
        self.finish(self.page)
        if changes.ids:
            self._desk.notifier.tell(changes)
