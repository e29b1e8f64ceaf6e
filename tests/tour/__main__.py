"""Walks all screens and writes their pictures: python -m tests.tour OUT [--only WORD] [--twice]."""

import json
import os
import subprocess
import sys
import tempfile
from argparse import ArgumentParser, Namespace
from pathlib import Path

SIZES = ((1280, 800), (1024, 640))
ENLARGED = ("people", "person-editor", "log-sheet", "wizard-staying-in-touch", "brief", "project")
"""The screens that are also looked at with everything twice as large."""


def main() -> int:
    """Write the pictures; return the exit code of the last process."""
    wanted = _parse()
    wanted.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        _choose_platform(Path(folder))
        _walk(wanted, Path(folder))
    if wanted.twice or wanted.only:
        return 0
    # The scale belongs to a process: the enlarged pictures need one of their own.
    command = [sys.executable, "-m", "tests.tour", str(wanted.folder), "--twice"]
    return subprocess.call(command, env={**os.environ, "QT_SCALE_FACTOR": "2"})


def _parse() -> Namespace:
    parser = ArgumentParser(prog="python -m tests.tour", description=__doc__)
    parser.add_argument("folder", metavar="OUT", type=Path, help="where the pictures go")
    parser.add_argument("--only", metavar="WORD", help="just the screens with WORD in their names")
    parser.add_argument("--twice", action="store_true", help="a few screens, for QT_SCALE_FACTOR=2")
    return parser.parse_args()


def _choose_platform(folder: Path) -> None:
    """Use a screen that is nobody's and large enough, so that dialogs stay where they belong."""
    screens = {"screens": [{"name": "Tour", "x": 0, "y": 0, "width": 3200, "height": 2000}]}
    config = folder / "screens.json"
    config.write_text(json.dumps(screens), encoding="utf-8")
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={config}"


def _walk(wanted: Namespace, folder: Path) -> None:
    from PySide6.QtCore import QSize
    from PySide6.QtWidgets import QApplication

    from notebook.ui.theme import Appearance, Theme
    from tests.tour.every_screen import SCREENS
    from tests.tour.scene import make_empty, make_sample, scene

    sample, empty = make_sample(folder / "sample.db"), make_empty(folder / "empty.db")
    application = QApplication(sys.argv[:1])
    theme = Theme(application)
    play = folder / "play"
    play.mkdir()
    for screen in SCREENS:
        if not _is_wanted(screen.name, wanted):
            continue
        for appearance in (Appearance.LIGHT, Appearance.DARK):
            theme.apply(appearance)
            for size in SIZES:
                with scene(empty if screen.is_empty else sample, play, theme, QSize(*size)) as at:
                    screen.walk(at)
                    enlarged = "@2x" if wanted.twice else ""
                    name = f"{screen.name}-{appearance.value}-{size[0]}x{size[1]}{enlarged}.png"
                    at.picture().save(str(wanted.folder / name))
        print(screen.name)


def _is_wanted(name: str, wanted: Namespace) -> bool:
    if wanted.twice:
        return name in ENLARGED
    return wanted.only is None or wanted.only in name


if __name__ == "__main__":
    sys.exit(main())
