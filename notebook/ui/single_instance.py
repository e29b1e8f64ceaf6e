"""One window for each data folder: a second start raises the first window instead."""

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QLockFile, QObject, QThread, Signal, Slot

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

_LOCK = ".open"
_RETRY_MS = 50


class SingleInstance(QObject):
    """Holds the lock of a data folder, and hears when the program is started for it once more.

    The lock is the truth, and it falls with its process; the socket only carries the wish. So a
    socket that was left behind is simply replaced by whoever holds the lock.

    Signals:
        started_again(): somebody started the program for this folder; show the window.
    """

    started_again = Signal()

    def __init__(self, data_dir: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        folder = data_dir.resolve()
        self.name = "relationship-notebook-" + hashlib.sha256(bytes(folder)).hexdigest()[:16]
        self._lock = QLockFile(str(folder / _LOCK))
        self._lock.setStaleLockTime(0)  # however long it is open, it stays ours
        self._server: QLocalServer | None = None

    def is_first(self) -> bool:
        """Take the lock; False when another process holds it.

        A folder that can't be written has no lock: opening the notebook will say what is wrong.
        """
        self._lock.tryLock(0)
        return self._lock.error() != QLockFile.LockError.LockFailedError

    def listen(self) -> None:
        """Hear of further starts from now on."""
        from PySide6.QtNetwork import QLocalServer

        QLocalServer.removeServer(self.name)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_started_again)
        self._server.listen(self.name)

    def raise_first(self, patience_ms: int = 5000) -> bool:
        """Ask the process that holds the lock to show its window; False when it doesn't answer.

        It may still be starting, so that it is asked again until `patience_ms` are over.
        """
        from PySide6.QtNetwork import QLocalSocket

        clock = QElapsedTimer()
        clock.start()
        while clock.elapsed() < patience_ms:
            socket = QLocalSocket()
            socket.connectToServer(self.name)
            if socket.waitForConnected(_RETRY_MS):
                socket.disconnectFromServer()
                return True
            QThread.msleep(_RETRY_MS)
        return False

    def release(self) -> None:
        """Let another process be the first."""
        if self._server is not None:
            self._server.close()
            self._server = None
        self._lock.unlock()

    @Slot()
    def _on_started_again(self) -> None:
        assert self._server is not None
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            socket.disconnectFromServer()
        self.started_again.emit()
