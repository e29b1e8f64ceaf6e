"""Runs the notebook as a program of its own, as a user's script does."""

import subprocess
import sys
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

ROOT = Path(__file__).parent.parent

# Runs a command in this very process tree and says on the last line whether Qt was imported.
_WITHOUT_QT = """
import sys
from notebook.app import main
code = main(sys.argv[1:])
sys.stdout.flush()
assert not any(name.split(".")[0] in ("PySide6", "shiboken6") for name in sys.modules), "Qt"
sys.exit(code)
"""


def run_program(
    *arguments: str | Path, before: Sequence[str | Path] = ()
) -> subprocess.CompletedProcess[str]:
    """Run a command from the checkout; it fails when Qt was imported on the way.

    `before` is put before it: a program that runs programs under other circumstances.
    """
    command = [*before, sys.executable, "-c", _WITHOUT_QT, *arguments]
    return subprocess.run(
        command, capture_output=True, text=True, check=False, encoding="utf-8", cwd=ROOT, timeout=60
    )


def content_of(folder: Path) -> dict[str, str]:
    """Return a fingerprint of each file below `folder`."""
    return {
        str(path.relative_to(folder)): sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
