"""The program as it is started: one window for a folder, and a log that tells nothing private."""

import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.programs import ROOT
from tests.surroundings import run_script

# Starts the window, and says so once it hears of further starts.
_START = """
import sys
from notebook.app import main
from notebook.ui.announcing import AnnouncingWindow
from notebook.ui.session import Session
from notebook.ui.single_instance import SingleInstance

listen, come_forward = SingleInstance.listen, AnnouncingWindow.come_forward

def say_listening(instance):
    listen(instance)
    print("listening", flush=True)

def say_coming(window):
    come_forward(window)
    print("came forward", flush=True)

SingleInstance.listen, AnnouncingWindow.come_forward = say_listening, say_coming
sys.exit(main(["--data-dir", *sys.argv[1:]]))
"""

# Says whether rubbish is looked for once the window is open.
_COLLECTING = """
import gc, sys
from PySide6.QtWidgets import QApplication
from notebook.app import main
QApplication.exec = lambda _: print(gc.isenabled(), gc.get_freeze_count() > 0) or 0
sys.exit(main(["--data-dir", sys.argv[1]]))
"""

_LOG = """
import logging, sys
from pathlib import Path
from notebook.app import _start_log
_start_log(Path(sys.argv[1]))
logging.getLogger("notebook").error("something happened")
"""


def started(*arguments: str | Path) -> "subprocess.Popen[str]":
    """Start the program; it listens when it is returned."""
    process = subprocess.Popen(
        [sys.executable, "-c", _START, *arguments],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "listening\n"
    return process


def end(process: "subprocess.Popen[str]") -> None:
    assert process.stdout is not None
    process.kill()
    process.wait()
    process.stdout.close()


@pytest.fixture
def running(tmp_path: Path) -> Iterator["subprocess.Popen[str]"]:
    """Return the started program, whose window is open."""
    process = started(tmp_path / "data")
    yield process
    end(process)


def test_a_second_start_raises_the_first_window_and_ends(
    running: "subprocess.Popen[str]", tmp_path: Path
) -> None:
    second = subprocess.run(
        [sys.executable, "main.py", "--data-dir", tmp_path / "data"],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        timeout=30,
    )
    assert (second.returncode, second.stdout) == (0, "")
    assert running.stdout is not None
    assert running.stdout.readline() == "came forward\n"


def test_a_hidden_start_comes_forward_when_it_is_started_again(tmp_path: Path) -> None:
    process = started(tmp_path / "data", "--hidden")
    command = [sys.executable, "main.py", "--data-dir", str(tmp_path / "data")]
    subprocess.run([*command, "--hidden"], check=True, cwd=ROOT, timeout=30)
    subprocess.run(command, check=True, cwd=ROOT, timeout=30)
    assert process.stdout is not None
    assert process.stdout.readline() == "came forward\n"
    assert process.poll() is None
    end(process)


def test_commands_work_while_the_window_is_open(
    running: "subprocess.Popen[str]", tmp_path: Path
) -> None:
    book = tmp_path / "book.vcf"
    book.write_text("BEGIN:VCARD\nVERSION:3.0\nFN:Ana Pereira\nEND:VCARD\n")
    for words in (["import", str(book)], ["check"]):
        command = [sys.executable, "main.py", *words, "--data-dir", str(tmp_path / "data")]
        subprocess.run(command, check=True, capture_output=True, cwd=ROOT)
    assert running.poll() is None


def test_the_log_is_private_and_stays_small(tmp_path: Path) -> None:
    log = tmp_path / "data" / "notebook.log"
    assert run_script(_LOG, log, before=[]).stderr == ""
    assert stat.S_IMODE(log.stat().st_mode) == 0o600
    assert log.read_text(encoding="utf-8").endswith("ERROR something happened\n")

    log.write_bytes(b"x" * 300_000)
    run_script(_LOG, log, before=[])
    assert log.stat().st_size < 1000
    assert (log.parent / "notebook.log.1").stat().st_size == 300_000


def test_rubbish_is_looked_for_once_the_window_is_open(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _COLLECTING, tmp_path / "data"],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )
    assert done.stdout == "True True\n"
