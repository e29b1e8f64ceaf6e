"""Whose fault is it? What nobody caught becomes a sentence, or one dialog and a line in the log."""

import logging
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from traceback import extract_tb
from types import TracebackType

from PySide6.QtCore import QObject, Signal, Slot

from notebook.errors import NotebookError

_log = logging.getLogger("notebook")


class CrashReport(QObject):
    """Hears of every error that reaches no one else, from any thread, and tells the user.

    Signals:
        noticed(Exception): an error arrived; used to come from any thread to the main one.
    """

    noticed = Signal(object)

    def __init__(
        self,
        notebook: Callable[[], Path],
        tell: Callable[[str, str], None],
        parent: QObject | None = None,
    ) -> None:
        """Tell through `tell(title, text)`; `notebook()` is the file that problems are about."""
        super().__init__(parent)
        self._notebook = notebook
        self._tell = tell
        self._telling = False
        self.noticed.connect(self._on_noticed)

    def install(self) -> None:
        """Take over from Python's own hooks."""
        sys.excepthook = self._take
        threading.excepthook = self._take_from_thread

    def _take(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if isinstance(error, Exception):
            self.noticed.emit(error)
        else:  # Ctrl+C in the terminal
            sys.__excepthook__(kind, error, trace)

    def _take_from_thread(self, arguments: threading.ExceptHookArgs) -> None:
        if isinstance(arguments.exc_value, Exception):
            self.noticed.emit(arguments.exc_value)

    @Slot(object)
    def _on_noticed(self, error: Exception) -> None:
        sentence = self._sentence(error)
        if sentence is None:
            write_down(error)
        if self._telling:  # one dialog, however many errors follow from the first
            return
        self._telling = True
        try:
            if sentence is not None:
                self._tell(self.tr("That did not work"), sentence)
            else:
                self._tell(
                    self.tr("Something went wrong in the notebook itself"),
                    self.tr(
                        "What you saved is safe. You can go on, or close the notebook and open it "
                        "again. What happened was written to the log beside your notebook, "
                        "without names or anything that you wrote."
                    ),
                )
        finally:
            self._telling = False

    def _sentence(self, error: Exception) -> str | None:
        from notebook.storage.problems import problem_of

        if isinstance(error, NotebookError):
            return str(error)
        problem = problem_of(error, self._notebook())
        return str(problem) if problem else None


def write_down(error: BaseException) -> None:
    """Write an error to the log: what kind, and where; its words might be somebody's name."""
    cause = error.__cause__ or error.__context__
    if cause is not None:
        write_down(cause)
    where = " < ".join(
        f"{Path(frame.filename).name}:{frame.lineno} {frame.name}"
        for frame in reversed(extract_tb(error.__traceback__))
    )
    _log.error("%s at %s", type(error).__qualname__, where)
