"""Calendar files: kept, saved once, and brought in."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from notebook.errors import NotebookError
from notebook.services.phrases import filled
from notebook.settings import Settings
from notebook.ui.actions import ActionSpec
from notebook.ui.calendar.keeper import CalendarKeeper
from notebook.ui.errands.desk import Desk

if TYPE_CHECKING:
    from notebook.ui.calendar.calendar_panel import CalendarPanel
    from notebook.ui.jobs import Progress


class CalendarErrands(QObject):
    """Saves calendar files, and opens the dialog that brings appointments in.

    Attributes:
        keeper: keeps the file up to date.

    Signals:
        said(str): what is worth a quiet line.
    """

    said = Signal(str)

    def __init__(self, desk: Desk, settings: Settings) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self.keeper = CalendarKeeper(desk.notebook, settings, desk.notifier, desk.clock, self)
        self.keeper.failed.connect(self._on_failed)

    def specs(self) -> list[ActionSpec]:
        """Return the actions for the window's menu."""
        return [
            ActionSpec(
                "calendar-import",
                self.tr("Bring appointments in…"),
                self.bring_in,
                "",
                "calendar-plus",
            ),
            ActionSpec(
                "calendar-save", self.tr("Save as calendar file…"), self.save, "", "calendar"
            ),
        ]

    def panel(self) -> "CalendarPanel":
        """Return the choices about calendar files, for the settings."""
        from notebook.ui.calendar.calendar_panel import CalendarPanel

        return CalendarPanel(self._desk, self.keeper, self.save, self.bring_in)

    @Slot()
    def save(self) -> None:
        """Write a calendar file to a place that the user chooses, beside the window."""
        from notebook.services.calendar.export import KEPT_NAME
        from notebook.ui.jobs import run_in_background

        desk, notebook, now = self._desk, self._desk.notebook, self._desk.clock.now()
        kinds = self.tr("Calendar files (*.ics)")
        path = desk.prompts.save_file(self.tr("Save as calendar file"), KEPT_NAME, kinds)
        if path is None:
            return

        def work(_report: "Progress") -> int:
            with notebook.file.connected():
                return notebook.calendar_export.write(path, now, replace=True)

        run_in_background(self, work, lambda _count: self._on_saved(path), self._on_not_saved)

    @Slot()
    def bring_in(self, paths: Sequence[Path] = ()) -> None:
        """Open the import, with these files at once if any are named."""
        from notebook.ui.calendar.appointments_dialog import AppointmentsDialog

        dialog = AppointmentsDialog(self._desk, self._desk.window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.show()
        if paths:
            dialog.read(paths)

    def _on_saved(self, path: Path) -> None:
        self.said.emit(filled(self.tr("Saved the calendar file %1"), path.name))

    def _on_not_saved(self, error: Exception) -> None:
        if not isinstance(error, NotebookError):
            raise error
        self._desk.prompts.show_problem(self.tr("The calendar file was not saved"), str(error))

    @Slot()
    def _on_failed(self) -> None:
        self.said.emit(
            self.tr("The calendar file can’t be written. Nothing is lost; the settings say why.")
        )
