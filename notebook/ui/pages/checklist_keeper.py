"""Saves the words of a checklist while they are typed, so that a crash loses at most a second."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from notebook.domain.changes import Changes
from notebook.errors import NotebookError
from notebook.ui.notifier import Notifier

_SAVES_AFTER_MS = 700

Save = Callable[[bool], Changes | None]
"""Saves what stands in the fields, as more of the change before if True; None when it can't be."""


class ChecklistKeeper(QObject):
    """Keeps one form at a time; what is typed into one field is one thing to undo.

    Attributes:
        trouble: why the last save failed, empty when it did not.

    Signals:
        saved(): words were saved.
        refused(str): they could not be, and why.
    """

    saved = Signal()
    refused = Signal(str)

    def __init__(self, notifier: Notifier, parent: QObject) -> None:
        super().__init__(parent)
        self._notifier = notifier
        self._save: Save | None = None
        self._goes_on = False
        self._untold = Changes("")
        self.trouble = ""
        self._timer = QTimer(self, singleShot=True, interval=_SAVES_AFTER_MS)
        self._timer.timeout.connect(self._write)

    @property
    def is_dirty(self) -> bool:
        """Whether something was typed that is not in the file yet."""
        return self._timer.isActive() or bool(self.trouble)

    def enter(self, save: Save, *, goes_on: bool = False) -> None:
        """Keep another form from now on; its first words may go on with the change before."""
        self._save, self._goes_on = save, goes_on

    @Slot()
    def touch(self) -> None:
        """Something was typed: it is in the file within a second."""
        self._timer.start()

    @Slot()
    def settle(self) -> bool:
        """A field was left: save it for good, let the window hear of it; return whether it is."""
        if self.is_dirty:
            self._write()
        self._goes_on = False
        untold, self._untold = self._untold, Changes("")
        if untold.ids:
            self._notifier.tell(untold)
        return not self.trouble

    def forget(self) -> None:
        """Let go of the form and of what could not be saved."""
        self._timer.stop()
        self._save, self.trouble = None, ""

    @Slot()
    def _write(self) -> None:
        self._timer.stop()
        if self._save is None:
            return
        try:
            changes = self._save(self._goes_on)
        except NotebookError as problem:
            self.trouble = str(problem)
            self.refused.emit(self.trouble)
            return
        self.trouble = ""
        if changes is not None and changes.ids:
            self._untold, self._goes_on = changes, True
            self.saved.emit()
