"""One window for each folder: the lock is the truth, a socket left behind is replaced."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from notebook.ui.single_instance import SingleInstance
from tests.programs import ROOT

pytestmark = pytest.mark.usefixtures("qapp")

_FIRST = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from notebook.ui.single_instance import SingleInstance
application = QCoreApplication([])
first = SingleInstance(Path(sys.argv[1]))
assert first.is_first()
first.listen()
print("listening", flush=True)
application.exec()
"""


@pytest.fixture
def other_process(tmp_path: Path) -> "subprocess.Popen[bytes]":
    """Return a process that has the window of this test's folder."""
    command = [sys.executable, "-c", _FIRST, str(tmp_path)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT)
    assert process.stdout
    assert process.stdout.readline() == b"listening\n"
    process.stdout.close()
    return process


def test_the_second_is_heard_by_the_first(tmp_path: Path, qtbot: QtBot) -> None:
    first, second = SingleInstance(tmp_path), SingleInstance(tmp_path)
    assert first.is_first()
    assert not second.is_first()
    first.listen()
    with qtbot.waitSignal(first.started_again):
        assert second.raise_first()
    first.release()
    assert second.is_first()
    second.release()


def test_another_process_answers(tmp_path: Path, other_process: "subprocess.Popen[bytes]") -> None:
    second = SingleInstance(tmp_path)
    assert not second.is_first()
    assert second.raise_first()
    other_process.kill()
    other_process.wait()


def test_whoever_was_killed_leaves_nothing_in_the_way(
    tmp_path: Path, other_process: "subprocess.Popen[bytes]", qtbot: QtBot
) -> None:
    other_process.send_signal(signal.SIGKILL)
    other_process.wait()
    next_one, second = SingleInstance(tmp_path), SingleInstance(tmp_path)
    assert next_one.is_first()
    next_one.listen()
    with qtbot.waitSignal(next_one.started_again):
        assert second.raise_first()
    next_one.release()


def test_other_folders_have_windows_of_their_own(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    one, other = SingleInstance(tmp_path / "a"), SingleInstance(tmp_path / "b")
    assert one.is_first()
    assert other.is_first()
    one.release()
    other.release()


def test_nobody_answers_in_vain(tmp_path: Path) -> None:
    first, second = SingleInstance(tmp_path), SingleInstance(tmp_path)
    assert first.is_first()
    assert not second.raise_first(patience_ms=60)
    first.release()
