"""Linux and its like: a .desktop file in the folder of autostarts (XDG Autostart 0.5)."""

import os
import re
from collections.abc import Sequence
from pathlib import Path

from notebook.translate import translate
from notebook.ui.autostart.autostart import NAME, written_whole

_RESERVED = re.compile(r'["`$\\]')


class DesktopEntry:
    """One file; where it is not, nothing starts."""

    def __init__(self, command: Sequence[str], folder: Path | None = None) -> None:
        """`folder` is the one of autostarts, the user's own unless given."""
        self._command = command
        self.path = (folder or _autostarts()) / f"{NAME}.desktop"

    def is_on(self) -> bool:
        """Return whether there is such a file, and no desktop has switched it off."""
        try:
            lines = self.path.read_text(encoding="utf-8").splitlines()
        except (FileNotFoundError, UnicodeDecodeError):
            return False
        off = {"Hidden=true", "X-GNOME-Autostart-enabled=false"}
        return off.isdisjoint(line.strip() for line in lines)

    def switch(self, *, on: bool) -> None:
        """Write the file, or remove it."""
        if on:
            written_whole(self.path, self._entry().encode())
        else:
            self.path.unlink(missing_ok=True)

    def _entry(self) -> str:
        name = translate("autostart", "Relationship notebook")
        return (
            "[Desktop Entry]\n"
            "Type=Application\n"
            f"Name={name}\n"
            f"Exec={' '.join(_quoted(word) for word in self._command)}\n"
            f"Icon={NAME}\n"
            "Terminal=false\n"
            "X-GNOME-Autostart-enabled=true\n"
        )


def _quoted(word: str) -> str:
    """Return a word of an Exec line: quoted, then escaped once more as every value of the file."""
    quoted = _RESERVED.sub(r"\\\g<0>", word).replace("%", "%%")
    value = '"' + quoted.replace("\\", "\\\\") + '"'
    return value.replace("\n", "\\n").replace("\t", "\\t")


def _autostarts() -> Path:
    home = os.environ.get("XDG_CONFIG_HOME", "")
    config = Path(home) if home.startswith("/") else Path.home() / ".config"
    return config / "autostart"
