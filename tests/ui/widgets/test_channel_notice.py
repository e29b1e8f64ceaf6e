"""The sheet of a contact says what the person would think of the channel, and lets one save."""

from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from notebook.domain.communication import Communication
from notebook.domain.moments import Channel, Direction
from notebook.services.moments import MomentDraft
from notebook.services.notebook import Notebook
from notebook.services.people import PersonDraft
from notebook.ui.dialogs.log_sheet import LogSheet
from notebook.ui.main_window import MainWindow
from notebook.ui.navigator import LogRequest


@pytest.fixture
def marta(notebook: Notebook, now: datetime) -> int:
    draft = PersonDraft(
        "Marta Lindqvist",
        preferred_channel=Channel.EMAIL,
        communication=Communication(avoided_channels=(Channel.FAX,)),
    )
    marta = notebook.people.save(None, draft, now.date()).new_id
    for days in (9, 8):
        day = now.date() - timedelta(days=days)
        notebook.moments.log(MomentDraft((marta,), Channel.CALL, Direction.WE, day), now)
    return marta


def opened(window: MainWindow, person_id: int) -> LogSheet:
    window.navigator.log_requested.emit(LogRequest(person_ids=(person_id,)))
    return next(each for each in window.findChildren(LogSheet) if each.isVisible())


def test_it_follows_the_channel_and_is_said_once(
    window: MainWindow, marta: int, qtbot: QtBot
) -> None:
    sheet = opened(window, marta)
    assert sheet.notice.text() == "The last two were by telephone; Marta prefers e-mail."
    assert sheet.notice.isVisible()
    qtbot.mouseClick(sheet.channel.button(Channel.EMAIL), Qt.MouseButton.LeftButton)
    assert not sheet.notice.isVisible()
    qtbot.mouseClick(sheet.channel.button(Channel.FAX), Qt.MouseButton.LeftButton)
    assert sheet.notice.text() == "Marta asked for no faxes."
    qtbot.mouseClick(sheet.channel.button(Channel.CALL), Qt.MouseButton.LeftButton)
    assert sheet.notice.isVisible()
    qtbot.keyClicks(sheet.text, "Called all the same")
    qtbot.keyClick(sheet.text, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not any(each.isVisible() for each in window.findChildren(LogSheet)))
    assert not opened(window, marta).notice.isVisible()


def test_it_says_nothing_when_a_contact_is_corrected(
    window: MainWindow, notebook: Notebook, marta: int
) -> None:
    (newest, _) = notebook.moments.of_person(marta, 2)
    window.people.moment_chosen.emit(newest.id)
    sheet = next(each for each in window.findChildren(LogSheet) if each.isVisible())
    assert not sheet.notice.isVisible()
