"""Windows: a value of the user's own Run key in the registry."""

import subprocess
from collections.abc import Sequence

from PySide6.QtCore import QSettings

from notebook.ui.autostart.autostart import NAME

_RUN = r"HKEY_CURRENT_USER\Software\Microsoft\Windows\CurrentVersion\Run"


class RunKey:
    """One value; where it is not, nothing starts."""

    def __init__(self, command: Sequence[str], settings: QSettings | None = None) -> None:
        """`settings` is the Run key of the registry unless given."""
        self._command = command
        self._settings = settings or QSettings(_RUN, QSettings.Format.NativeFormat)

    def is_on(self) -> bool:
        """Return whether there is such a value."""
        return bool(self._settings.value(NAME, ""))

    def switch(self, *, on: bool) -> None:
        """Write the value, or remove it; raises OSError when the registry does not take it."""
        if on:
            # Windows splits a command line as `list2cmdline` joins it, and no shell reads it.
            self._settings.setValue(NAME, subprocess.list2cmdline(self._command))
        else:
            self._settings.remove(NAME)
        self._settings.sync()
        if self._settings.status() != QSettings.Status.NoError:
            raise OSError(self._settings.fileName())
