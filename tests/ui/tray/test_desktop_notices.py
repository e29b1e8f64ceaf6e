"""Notices of a Linux desktop, over a bus of the test's own with a service that plays a desktop."""

import os
import shutil
import socket
import subprocess
import threading
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import pytest
from jeepney import DBusAddress, HeaderFields, message_bus, new_error, new_method_return, new_signal
from jeepney.io.blocking import open_dbus_connection
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from notebook.services.notice_words import Notice
from notebook.ui.tray.desktop_notices import DesktopNotices

SERVICE = "org.freedesktop.Notifications"
PATH = "/org/freedesktop/Notifications"

pytestmark = pytest.mark.skipif(
    shutil.which("dbus-daemon") is None, reason="there is no bus to speak over"
)


class Desktop:
    """Shows notices: notes them, and clicks them when it is told so."""

    def __init__(self, address: str) -> None:
        self.shown: list[tuple[Any, ...]] = []
        self.refuses = False
        self._connection = open_dbus_connection(bus=address)
        self._connection.send_and_get_reply(message_bus.RequestName(SERVICE))
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def _serve(self) -> None:
        while True:
            try:
                message = self._connection.receive()
            except (OSError, ValueError):
                return
            method = message.header.fields.get(HeaderFields.member)
            if method == "GetCapabilities":
                answer = new_method_return(message, "as", (["actions", "body-markup"],))
            elif method == "Notify" and not self.refuses:
                self.shown.append(message.body)
                answer = new_method_return(message, "u", (len(self.shown),))
            elif method == "Notify":
                answer = new_error(message, "org.example.Refused")
            else:
                continue
            self._connection.send(answer)

    def end(self) -> None:
        with suppress(OSError):  # the bus may have ended before
            self._connection.sock.shutdown(socket.SHUT_RDWR)
        self._thread.join()
        self._connection.close()

    def click(self, number: int) -> None:
        self._tell("ActionInvoked", "us", (number, "default"))

    def close_notice(self, number: int) -> None:
        self._tell("NotificationClosed", "uu", (number, 2))

    def _tell(self, name: str, signature: str, words: tuple[object, ...]) -> None:
        emitter = DBusAddress(PATH, interface=SERVICE)
        self._connection.send(new_signal(emitter, name, signature, words))


@pytest.fixture
def bus(monkeypatch: pytest.MonkeyPatch) -> Iterator["subprocess.Popen[str]"]:
    process = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=1"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert process.stdout is not None
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", process.stdout.readline().strip())
    yield process
    process.kill()
    process.wait()
    process.stdout.close()


@pytest.fixture
def desktop(bus: object) -> Iterator[Desktop]:
    played = Desktop(os.environ["DBUS_SESSION_BUS_ADDRESS"])
    yield played
    played.end()


@pytest.fixture
def notices(desktop: Desktop, qapp: QCoreApplication) -> Iterator[DesktopNotices]:
    made = DesktopNotices()
    yield made
    made.close()


def test_a_click_leads_to_its_own_notice(
    notices: DesktopNotices, desktop: Desktop, qtbot: QtBot
) -> None:
    opened: list[str] = []
    assert notices.show(Notice("first", "10:00"), lambda: opened.append("first"))
    assert notices.show(Notice("second", "10:00"), lambda: opened.append("second"))
    desktop.click(1)
    qtbot.waitUntil(lambda: opened == ["first"])
    desktop.click(2)
    desktop.close_notice(2)
    desktop.click(2)
    desktop.click(1)
    qtbot.waitUntil(lambda: opened == ["first", "second", "first"])


def test_words_are_shown_letter_for_letter(notices: DesktopNotices, desktop: Desktop) -> None:
    assert notices.show(Notice("R&D <b>", "Ask R&D <b>about</b> it"), lambda: None)
    _app, _replaces, _icon, title, text, actions, _hints, _timeout = desktop.shown[0]
    assert title == "R&D <b>", "a title is never markup"
    assert text == "Ask R&amp;D &lt;b&gt;about&lt;/b&gt; it"
    assert actions[0] == "default"


def test_a_desktop_that_refuses_is_asked_again_next_time(
    notices: DesktopNotices, desktop: Desktop
) -> None:
    desktop.refuses = True
    assert not notices.show(Notice("a", "b"), lambda: None)
    desktop.refuses = False
    assert notices.show(Notice("a", "b"), lambda: None)


def test_a_bus_that_ends_is_no_trouble(
    notices: DesktopNotices, bus: "subprocess.Popen[str]", qtbot: QtBot
) -> None:
    assert notices.show(Notice("a", "b"), lambda: None)
    bus.kill()
    qtbot.waitUntil(lambda: notices._connection is None)
    assert not notices.show(Notice("a", "b"), lambda: None)


def test_a_bus_on_which_nobody_shows_notices(bus: object, qapp: QCoreApplication) -> None:
    assert not DesktopNotices().show(Notice("a", "b"), lambda: None)


def test_a_session_without_a_bus(monkeypatch: pytest.MonkeyPatch, qapp: QCoreApplication) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    assert not DesktopNotices().show(Notice("a", "b"), lambda: None)
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS")
    assert not DesktopNotices().show(Notice("a", "b"), lambda: None)
