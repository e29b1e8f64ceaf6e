"""Notices without asking that time has jumped: after sleep, or when the clock or its zone is set."""

import ctypes
import os
import sys
import time
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QSocketNotifier, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication

_ZONE = Path("/etc/localtime")
_REALTIME = 0
_CLOSED_ON_EXEC_WITHOUT_WAIT = os.O_NONBLOCK | getattr(os, "O_CLOEXEC", 0)
_AT_THAT_TIME, _UNLESS_CLOCK_IS_SET = 1, 2
_FAR = 2**40  # seconds since 1970: never
_BLIND_WAIT = 10 * 60.0
_LONGEST_WAIT = 20 * 24 * 3600.0  # a QTimer counts milliseconds in 31 bits: 24 days


class Waking(QObject):
    """Tells when one should look at the clock again.

    Linux says by itself when the clock makes a jump, and sleep is one: it cancels a timer that
    counts on the clock. Elsewhere whoever waits must not wait too long at a time.

    Attributes:
        longest_wait: how long one may wait without a look, in seconds.

    Signals:
        woke(): time may have made a jump.
    """

    woke = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._handle = _clock_watch()
        self.longest_wait = _BLIND_WAIT if self._handle is None else _LONGEST_WAIT
        if self._handle is not None:
            self._jumps = QSocketNotifier(self._handle, QSocketNotifier.Type.Read, self)
            self._jumps.activated.connect(self._on_jump)
        self._zone = _zone()
        if self._zone is not None:
            self._files = QFileSystemWatcher([str(_ZONE.parent)], self)
            self._files.directoryChanged.connect(self._on_files)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication), "there are no windows without it"
        application.applicationStateChanged.connect(self._on_state)

    def close(self) -> None:
        """Notice nothing more."""
        if self._handle is not None:
            self._jumps.setEnabled(False)
            os.close(self._handle)
            self._handle = None

    @Slot()
    def _on_jump(self) -> None:
        if self._handle is None:
            return
        try:
            os.read(self._handle, 8)
        except OSError:  # cancelled: this is how the jump is told
            _arm(self._handle)
        self._wake()

    @Slot(str)
    def _on_files(self, _folder: str) -> None:
        zone = _zone()
        if zone != self._zone:
            self._zone = zone
            self._wake()

    @Slot(Qt.ApplicationState)
    def _on_state(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive:
            self._wake()

    def _wake(self) -> None:
        if sys.platform != "win32":
            time.tzset()  # else a running program stays in the zone in which it was started
        self.woke.emit()


def _zone() -> str | None:
    return os.path.realpath(_ZONE) if _ZONE.exists() else None


class _Spec(ctypes.Structure):
    _fields_ = (
        ("interval_seconds", ctypes.c_long),
        ("interval_nanoseconds", ctypes.c_long),
        ("seconds", ctypes.c_long),
        ("nanoseconds", ctypes.c_long),
    )


def _clock_watch() -> int | None:
    """Return a handle that can be read once the clock has made a jump; None where there is none."""
    if sys.platform != "linux":
        return None
    handle = int(_libc().timerfd_create(_REALTIME, _CLOSED_ON_EXEC_WITHOUT_WAIT))
    if handle < 0:
        return None
    if _arm(handle):
        return handle
    os.close(handle)
    return None


def _arm(handle: int) -> bool:
    how = _AT_THAT_TIME | _UNLESS_CLOCK_IS_SET
    never = _Spec(0, 0, _FAR, 0)
    return int(_libc().timerfd_settime(handle, how, ctypes.byref(never), None)) == 0


def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)
