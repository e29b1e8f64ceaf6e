"""The seam: whether the program starts with the session, and what it is started with."""

import sys
from pathlib import Path
from typing import Protocol

from notebook.paths import data_dir

NAME = "relationship-notebook"
_HIDDEN = "--hidden"


class Autostart(Protocol):
    """Lets the system start the program when its user logs in; both may raise OSError."""

    def is_on(self) -> bool:
        """Return whether it does."""

    def switch(self, *, on: bool) -> None:
        """Let it do so, or not any more."""


def this_system(folder: Path) -> Autostart:
    """Return the way of this system, for the notebook in `folder`."""
    command = start_command(sys.argv[0], sys.executable, folder)
    if sys.platform == "win32":
        from notebook.ui.autostart.windows import RunKey

        return RunKey(command)
    if sys.platform == "darwin":
        from notebook.ui.autostart.macos import LaunchAgent

        return LaunchAgent(command)
    from notebook.ui.autostart.linux import DesktopEntry

    return DesktopEntry(command)


def start_command(program: str, python: str, folder: Path) -> list[str]:
    """Return how to start what runs now again, out of sight, for the notebook in `folder`.

    `program` is what Python was given to run, `python` the interpreter.
    """
    path = Path(program).absolute()
    if path.name == "__main__.py":
        command = [python, "-m", path.parent.name]
    elif path.suffix in {".py", ".pyw"}:
        command = [python, str(path)]
    else:
        command = [str(path)]
    if folder != data_dir():
        command += ["--data-dir", str(folder)]
    return [*command, _HIDDEN]


def written_whole(path: Path, content: bytes) -> None:
    """Write a small file whole or not at all, with its folder."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(path.name + ".part")
    try:
        part.write_bytes(content)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
