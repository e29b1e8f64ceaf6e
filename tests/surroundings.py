"""Bad surroundings that are real: a small disk, a folder that even root may not write to."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.programs import ROOT

_IS_ROOT = sys.platform != "win32" and os.geteuid() == 0

# Mounts a disk of half a megabyte more than an empty notebook, for this one program.
_SMALL_DISK = 'mount -t tmpfs -o size=2m none "$0" && exec "$@"'


def small_disk(folder: Path) -> list[str]:
    """Return what to put before a command, so that `folder` is a disk of 2 MB for it alone."""
    as_root = [] if _IS_ROOT else ["--map-root-user"]
    if sys.platform != "linux":
        pytest.skip("a small disk is made with Linux's mount namespaces")
    return ["unshare", "--mount", *as_root, "sh", "-c", _SMALL_DISK, str(folder)]


def without_privileges() -> list[str]:
    """Return what to put before a command, so that permissions hold for root, too."""
    if sys.platform != "linux":
        pytest.skip("permissions are taken away with Linux's capabilities")
    lose = "--bounding-set=-dac_override,-dac_read_search,-fowner"
    return ["setpriv", lose] if _IS_ROOT else []


def run_script(
    script: str, *arguments: str | Path, before: list[str]
) -> subprocess.CompletedProcess[str]:
    """Run a Python script from the checkout, with no display."""
    return subprocess.run(
        [*before, sys.executable, "-c", script, *arguments],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        timeout=60,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )
