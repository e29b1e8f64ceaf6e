"""Work beside the window: its result, its failure, its end when nobody wants it."""

import threading

import pytest
from PySide6.QtCore import QObject, QThread
from pytestqt.qtbot import QtBot

from notebook.errors import Refused
from notebook.ui.jobs import Progress, run_in_background

pytestmark = pytest.mark.usefixtures("qapp")


def never(value: object) -> None:
    raise AssertionError(value)


def test_the_result_comes_back_to_this_thread(qtbot: QtBot) -> None:
    owner, results, progress = QObject(), [], []
    here = QThread.currentThread()

    def work(report: Progress) -> bool:
        report(1, 2)
        return QThread.currentThread() is here

    def done(elsewhere: bool) -> None:
        results.append((elsewhere, QThread.currentThread() is here))

    run_in_background(owner, work, done, never, lambda *so_far: progress.append(so_far))
    qtbot.waitUntil(lambda: bool(results))
    assert results == [(False, True)]
    assert progress == [(1, 2)]


def test_a_failure_is_handed_over(qtbot: QtBot) -> None:
    errors: list[Exception] = []

    def work(_report: Progress) -> None:
        raise Refused("no")

    owner = QObject()
    with qtbot.waitSignal(run_in_background(owner, work, never, errors.append).ended):
        pass
    assert [str(error) for error in errors] == ["no"]


def test_stopped_work_ends_at_its_next_report_and_is_not_heard_of(qtbot: QtBot) -> None:
    goes_on = threading.Event()

    def work(report: Progress) -> None:
        goes_on.wait()
        report(1, 2)
        never("still working")

    owner = QObject()
    job = run_in_background(owner, work, never, never)
    job.stop()
    with qtbot.waitSignal(job.ended):
        goes_on.set()


def test_the_owner_may_be_gone_before_the_work_ends(qtbot: QtBot) -> None:
    goes_on, reported = threading.Event(), []

    def work(report: Progress) -> None:
        goes_on.wait()
        reported.append(True)
        report(1, 2)

    owner = QObject()
    job = run_in_background(owner, work, never, never)
    owner.deleteLater()
    with qtbot.waitSignal(owner.destroyed):
        pass
    with qtbot.waitSignal(job.ended):
        goes_on.set()
    assert reported == [True]
