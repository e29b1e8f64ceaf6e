"""Work that takes longer than a blink, done beside the window."""

import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QRunnable, QThreadPool, Signal, Slot
from typing_extensions import override

Progress = Callable[[int, int], None]
"""Takes how much is done, and of how much; raises `Stopped` when nobody wants the rest."""


class Stopped(Exception):
    """The user thought better of it; the work ends here."""


class Job(QObject):
    """One piece of work in another thread. It belongs to the main thread, where it is heard of.

    Signals:
        progressed(int, int): how much is done, of how much.
        ended(): it is over, whatever came of it; after `done` or `failed` was called.
    """

    progressed = Signal(object, object)
    ended = Signal()
    _succeeded = Signal(object)
    _raised = Signal(object)

    def __init__(self, done: Callable[[Any], None], failed: Callable[[Exception], None]) -> None:
        super().__init__(QCoreApplication.instance())  # it must outlive the work
        self._done = done
        self._failed = failed
        self._stop = threading.Event()
        self._succeeded.connect(self._on_succeeded)
        self._raised.connect(self._on_raised)

    @Slot()
    def stop(self) -> None:
        """Ask the work to end at its next report; neither `done` nor `failed` is called then."""
        self._stop.set()

    def start(self, work: Callable[[Progress], Any]) -> None:
        """Begin."""
        runnable = _Work(
            work,
            self._stop,
            self.progressed.emit,
            self._succeeded.emit,
            self._raised.emit,
        )
        QThreadPool.globalInstance().start(runnable)

    @Slot(object)
    def _on_succeeded(self, result: object) -> None:
        if not self._stop.is_set():
            self._done(result)
        self._end()

    @Slot(object)
    def _on_raised(self, error: Exception) -> None:
        if not self._stop.is_set():
            self._failed(error)
        self._end()

    def _end(self) -> None:
        self.ended.emit()
        self.deleteLater()


class _Work(QRunnable):
    """Carries the work to the other thread; the signals belong to the job."""

    def __init__(
        self,
        work: Callable[[Progress], Any],
        stop: threading.Event,
        progressed: Callable[[int, int], None],
        succeeded: Callable[[object], None],
        raised: Callable[[Exception], None],
    ) -> None:
        super().__init__()
        self._work = work
        self._stop = stop
        self._progressed = progressed
        self._succeeded = succeeded
        self._raised = raised

    def _report(self, done: int, of: int) -> None:
        if self._stop.is_set():
            raise Stopped
        self._progressed(done, of)

    @override
    def run(self) -> None:
        try:
            result = self._work(self._report)
        except Exception as error:  # noqa: BLE001 - the job's boundary: the window decides
            self._raised(error)
        else:
            self._succeeded(result)


def run_in_background(
    owner: QObject,
    work: Callable[[Progress], Any],
    done: Callable[[Any], None],
    failed: Callable[[Exception], None],
    progressed: Callable[[int, int], None] | None = None,
) -> Job:
    """Do `work` in another thread, then call `done` with its result, or `failed`, in this one.

    `work` gets a function to report how far it is; through it the job can be stopped, and what it
    reports arrives at `progressed`, in this thread. A result
    that `owner` does not live to see is dropped, and the work stopped at its next report.
    """
    job = Job(done, failed)
    owner.destroyed.connect(job.stop)
    if progressed is not None:
        job.progressed.connect(progressed)
    job.start(work)
    return job
