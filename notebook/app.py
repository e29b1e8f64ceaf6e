"""The program itself: arguments, and then a command or the window.

Only the standard library is imported at the top: commands stay free of Qt, and the window is
there as fast as an empty one.
"""

import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from datetime import datetime
from io import TextIOWrapper
from pathlib import Path

DISTRIBUTION = "relationship-notebook"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program with `arguments` (those of the process if None); return its exit code."""
    wanted = _parse(sys.argv[1:] if arguments is None else arguments)
    return _run_window(wanted) if wanted.run is None else _run_command(wanted)


def _parse(arguments: Sequence[str]) -> Namespace:
    if not arguments:  # the usual start need not wait for what reads arguments
        return Namespace(data_dir=None, run=None)
    from notebook import cli

    parser = ArgumentParser(
        prog=DISTRIBUTION,
        description="A private, offline notebook of the people behind a small business. "
        "Without a command its window opens.",
    )
    cli.add_data_dir(parser)
    parser.set_defaults(run=None)
    cli.add_commands(parser)
    return parser.parse_args(arguments)


def _data_dir(wanted: Namespace) -> Path:
    from notebook.paths import data_dir

    chosen: Path | None = wanted.data_dir
    return chosen.expanduser().absolute() if chosen else data_dir()


def _run_command(wanted: Namespace) -> int:
    from notebook import cli
    from notebook.paths import Paths

    _speak_every_language()
    today = datetime.now().astimezone().date()
    try:
        code = cli.run(wanted, Paths(_data_dir(wanted)), today)
        sys.stdout.flush()
    except BrokenPipeError:  # `people | head` has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 1
    return code


def _speak_every_language() -> None:
    """Let any name be printed, wherever the output goes: as UTF-8 to files and programs."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            encoding = stream.encoding if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace")


def _run_window(wanted: Namespace) -> int:
    from PySide6.QtWidgets import QApplication

    from notebook.paths import Paths
    from notebook.services.notebook import Notebook
    from notebook.settings import Settings
    from notebook.ui.clock import SystemClock
    from notebook.ui.main_window import MainWindow
    from notebook.ui.theme import Theme

    paths = Paths(_data_dir(wanted))
    notebook = Notebook.open(paths.notebook)
    try:
        application = QApplication(sys.argv[:1])
        settings = Settings(paths.settings)
        window = MainWindow(notebook, settings, SystemClock(), Theme(application))
        window.show()
        return application.exec()
    finally:
        notebook.close()
