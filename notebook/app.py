"""The program itself: arguments, and then a command or the window.

Only the standard library is imported at the top: commands stay free of Qt, and the window is
there as fast as an empty one.
"""

import gc
import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from io import TextIOWrapper
from pathlib import Path

DISTRIBUTION = "relationship-notebook"
_LARGEST_LOG = 200_000  # bytes


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program with `arguments` (those of the process if None); return its exit code."""
    wanted = _parse(sys.argv[1:] if arguments is None else arguments)
    return _run_window(wanted) if wanted.run is None else _run_command(wanted)


def _parse(arguments: Sequence[str]) -> Namespace:
    if not arguments:  # the usual start need not wait for what reads arguments
        return Namespace(data_dir=None, sample=False, hidden=False, run=None)
    from notebook import cli

    parser = ArgumentParser(
        prog=DISTRIBUTION,
        description="A private, offline notebook of the people behind a small business. "
        "Without a command its window opens.",
    )
    cli.add_data_dir(parser)
    parser.add_argument(
        "--sample", action="store_true", help="open a notebook of invented people to look around"
    )
    parser.add_argument(
        "--hidden", action="store_true", help="begin in the tray, without showing the window"
    )
    parser.set_defaults(run=None)
    cli.add_commands(parser)
    wanted = parser.parse_args(arguments)
    if wanted.sample and wanted.run is not None:
        parser.error("--sample opens a window, and commands have none: they read your own notebook")
    return wanted


def _data_dir(wanted: Namespace) -> Path:
    from notebook.paths import data_dir

    chosen: Path | None = wanted.data_dir
    return chosen.expanduser().absolute() if chosen else data_dir()


def _run_command(wanted: Namespace) -> int:
    from notebook import cli
    from notebook.paths import Paths

    _speak_every_language()
    try:
        code = cli.run(wanted, Paths(_data_dir(wanted)), datetime.now().astimezone())
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
    with collecting_nothing():
        from signal import SIG_DFL, SIGINT, signal

        from PySide6.QtWidgets import QApplication

        from notebook.paths import Paths
        from notebook.ui.clock import SystemClock
        from notebook.ui.crash_report import CrashReport
        from notebook.ui.icons import Icons
        from notebook.ui.main_window import MainWindow
        from notebook.ui.prompts import WindowPrompts
        from notebook.ui.session import Session
        from notebook.ui.theme import Theme

        application = QApplication(sys.argv[:1])
        application.setApplicationName(DISTRIBUTION)
        application.setDesktopFileName(DISTRIBUTION)
        signal(SIGINT, SIG_DFL)  # Ctrl+C in the terminal: Qt's loop would not hear of it
        theme = Theme(application)
        application.setWindowIcon(Icons(theme).icon("book-heart", "accent"))
        clock, prompts = SystemClock(), WindowPrompts()
        session = Session(
            clock,
            prompts,
            lambda ways, notebook, settings: MainWindow(
                notebook, settings, clock, theme, ways=ways
            ),
        )
        paths = Paths(_data_dir(wanted))
        if not wanted.sample:
            _start_log(paths.log)
        report = CrashReport(session.notebook_path, prompts.show_problem)
        report.install()
        if wanted.sample:
            session.begin_sample()
        elif not session.begin(paths, is_hidden=wanted.hidden):
            session.end()
            return 0
    try:
        return application.exec()
    finally:
        session.end()


@contextmanager
def collecting_nothing() -> Iterator[None]:
    """Start without looking for rubbish: what the window is made of stays, now and later on."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def _start_log(path: Path) -> None:
    """Let errors be written to a small file beside the notebook, the one before kept once."""
    import logging
    from contextlib import suppress

    with suppress(OSError):  # the session says what is wrong with the folder
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if path.exists() and path.stat().st_size > _LARGEST_LOG:
            path.replace(path.with_name(path.name + ".1"))
        os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600))
        logging.basicConfig(
            filename=path, encoding="utf-8", format="%(asctime)s %(levelname)s %(message)s"
        )
