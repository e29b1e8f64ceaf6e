"""One signal that says what changed; every screen decides for itself whether to look again."""

from PySide6.QtCore import QObject, Signal

from notebook.domain.changes import Changes


class Notifier(QObject):
    """Passes on the changes that services return.

    Signals:
        changed(Changes): after each change that was saved, undone or redone.
    """

    changed = Signal(object)

    def tell(self, changes: Changes) -> Changes:
        """Let everybody know; returns the changes, for callers that need the new id."""
        self.changed.emit(changes)
        return changes

    def look_again(self) -> None:
        """Let everybody look again at everything."""
        self.changed.emit(Changes("", everything=True))
