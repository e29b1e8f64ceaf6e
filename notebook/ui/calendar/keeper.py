"""Keeps a calendar file up to date in a folder that a calendar program reads."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from notebook.domain.changes import Changes
from notebook.errors import NotebookError
from notebook.services.notebook import Notebook
from notebook.settings import Settings
from notebook.ui.clock import Clock
from notebook.ui.notifier import Notifier

if TYPE_CHECKING:
    from notebook.ui.jobs import Job, Progress

_FOLDER = "calendar-folder"  # of this computer, so it does not travel with the notebook
_AFTER_MS = 2000
"""How long it waits for more changes before it writes."""


class CalendarKeeper(QObject):
    """Writes the file anew after changes, beside the window; without a folder it does nothing.

    Nothing is asked again and again: a file that can't be written waits for the next change.

    Attributes:
        trouble: why the file could not be written last; empty when it was.

    Signals:
        state_changed(): the folder is another one, or it was written or could not be.
        failed(): it can't be written any more, though it could before.
    """

    state_changed = Signal()
    failed = Signal()

    def __init__(
        self,
        notebook: Notebook,
        settings: Settings,
        notifier: Notifier,
        clock: Clock,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._notebook, self._settings, self._clock = notebook, settings, clock
        self._job: Job | None = None
        self._is_stale = False
        self.trouble = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_AFTER_MS)
        self._timer.timeout.connect(self.write)
        notifier.changed.connect(self._on_changed)
        if self.folder is not None:  # another day has begun since, or a command has written
            self._timer.start()

    @property
    def folder(self) -> Path | None:
        """Where the file is kept, if anywhere."""
        chosen = self._settings.get(_FOLDER, "")
        return Path(chosen) if chosen else None

    @property
    def path(self) -> Path | None:
        """The file that is kept, if any."""
        from notebook.services.calendar.export import KEPT_NAME

        return None if self.folder is None else self.folder / KEPT_NAME

    def keep_in(self, folder: Path | None) -> None:
        """Keep the file in a folder from now on, or nowhere; one that was kept stays as it is.

        Raises OSError when there is no room to remember it; it holds until the program ends.
        """
        self._settings.set(_FOLDER, "" if folder is None else str(folder))
        self.trouble = ""
        self.state_changed.emit()
        if folder is not None:
            self.write()
        self._settings.save()

    @Slot()
    def write(self) -> None:
        """Write the file now; while it is being written, once more after that."""
        from notebook.ui.jobs import run_in_background

        path, notebook, now = self.path, self._notebook, self._clock.now()
        self._timer.stop()
        if path is None:
            return
        if self._job is not None:
            self._is_stale = True
            return

        def work(_report: "Progress") -> int:
            with notebook.file.connected():
                return notebook.calendar_export.write(path, now)

        self._job = run_in_background(self, work, self._on_written, self._on_failed)

    def finish(self) -> None:
        """Write what still waits to be written: the window closes."""
        if self._timer.isActive() or self._is_stale:
            self._job = None  # what runs already knows less
            self.write()

    def _on_written(self, _count: int) -> None:
        self.trouble = ""
        self._go_on()

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, NotebookError):
            self._go_on()
            raise error
        is_new = not self.trouble
        self.trouble = str(error)
        self._go_on()
        if is_new:
            self.failed.emit()

    def _go_on(self) -> None:
        self._job = None
        if self._is_stale:
            self._is_stale = False
            self._timer.start()
        self.state_changed.emit()

    @Slot(object)
    def _on_changed(self, _changes: Changes) -> None:
        if self.folder is not None:
            self._timer.start()
