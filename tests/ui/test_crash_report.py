"""What nobody caught: a sentence for the surroundings, one dialog and a silent log for ours."""

import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from notebook.errors import Refused
from notebook.ui.crash_report import CrashReport

pytestmark = pytest.mark.usefixtures("qapp")

Told = list[tuple[str, str]]


@pytest.fixture
def told() -> Told:
    return []


@pytest.fixture
def report(told: Told, monkeypatch: pytest.MonkeyPatch) -> Iterator[CrashReport]:
    """Return an installed report; the hooks are put back at the end."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    installed = CrashReport(lambda: Path("/there/notebook.db"), lambda *words: told.append(words))
    installed.install()
    yield installed
    installed.deleteLater()


def raised(error: Exception) -> Exception:
    try:
        raise error
    except type(error) as caught:
        return caught


def hook(error: BaseException) -> None:
    sys.excepthook(type(error), error, error.__traceback__)


@pytest.mark.usefixtures("report")
def test_a_sentence_of_ours_is_shown_as_it_is(told: Told, caplog: pytest.LogCaptureFixture) -> None:
    hook(raised(Refused("Every person needs a name.")))
    assert [text for _, text in told] == ["Every person needs a name."]
    assert caplog.records == []


@pytest.mark.usefixtures("report")
def test_a_full_disk_is_explained(told: Told) -> None:
    hook(raised(OSError(28, "No space left on device")))
    assert "The disk is full" in told[0][1]
    assert "/there/notebook.db" in told[0][1]


@pytest.mark.usefixtures("report")
def test_a_mistake_of_ours_is_written_down_without_anybodys_words(
    told: Told, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR):
        hook(raised(KeyError("Ana Pereira")))
    assert "What you saved is safe" in told[0][1]
    (record,) = caplog.records
    assert "KeyError at test_crash_report.py:" in record.getMessage()
    assert "Ana" not in record.getMessage()


def test_one_dialog_for_errors_that_follow(told: Told, report: CrashReport) -> None:
    def tell(title: str, text: str) -> None:
        told.append((title, text))
        hook(raised(ValueError("another")))

    report._tell = tell
    hook(raised(ValueError("first")))
    assert len(told) == 1
    hook(raised(ValueError("later")))
    assert len(told) == 2


@pytest.mark.usefixtures("report")
def test_errors_of_other_threads_come_to_the_main_one(told: Told, qtbot: QtBot) -> None:
    def work() -> None:
        raise Refused("from afar")

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: bool(told))
    assert told[0][1] == "from afar"
    assert QCoreApplication.instance() is not None
