"""macOS: a property list in the user's own folder of launch agents."""

from collections.abc import Sequence
from pathlib import Path

from notebook.ui.autostart.autostart import NAME, written_whole


class LaunchAgent:
    """One file; where it is not, nothing starts."""

    def __init__(self, command: Sequence[str], folder: Path | None = None) -> None:
        """`folder` is the one of launch agents, the user's own unless given."""
        self._command = command
        self.path = (folder or Path.home() / "Library" / "LaunchAgents") / f"{NAME}.plist"

    def is_on(self) -> bool:
        """Return whether there is such a file, and it asks to be started."""
        import plistlib
        from xml.parsers.expat import ExpatError

        try:
            found = plistlib.loads(self.path.read_bytes())
        except (FileNotFoundError, plistlib.InvalidFileException, ExpatError, ValueError):
            return False
        return isinstance(found, dict) and found.get("RunAtLoad") is True

    def switch(self, *, on: bool) -> None:
        """Write the file, or remove it; the system reads it at the next log-in."""
        import plistlib

        if not on:
            self.path.unlink(missing_ok=True)
            return
        agent = {
            "Label": NAME,
            "ProgramArguments": list(self._command),
            "RunAtLoad": True,
            "ProcessType": "Interactive",
        }
        written_whole(self.path, plistlib.dumps(agent))
