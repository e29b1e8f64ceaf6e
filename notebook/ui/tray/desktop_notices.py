"""Notices of a Linux desktop, which lead somewhere when they are clicked.

Qt's own go through the same service, but without the action that makes them clickable, and not at
all where a desktop has no tray. (Desktop Notifications Specification 1.2)
"""

import os
import sys
from collections import deque
from collections.abc import Callable
from html import escape
from typing import Any

from PySide6.QtCore import QObject, QSocketNotifier, Slot

from notebook.services.notice_words import Notice
from notebook.translate import translate

_SERVICE = "org.freedesktop.Notifications"
_PATH = "/org/freedesktop/Notifications"
_ICON = "x-office-address-book"  # every theme of icons has it
_PATIENCE = 1.0  # seconds
_AS_LONG_AS_USUAL = -1
_NORMAL = 1


class DesktopNotices(QObject):
    """Speaks to the service that shows notices, from the first of them on."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._connection: Any = None
        self._heard: deque[Any] = deque()
        self._opened: dict[int, Callable[[], None]] = {}
        self._takes_markup = False

    def show(self, notice: Notice, opened: Callable[[], None]) -> bool:
        """Say it; a click on it calls `opened`. False where nobody shows it."""
        if self._connection is None:
            self._connect()
        if self._connection is None:
            return False
        text = escape(notice.text, quote=False) if self._takes_markup else notice.text
        actions = ["default", translate("notices", "Show it")]
        hints = {"urgency": ("y", _NORMAL)}
        words = ("", 0, _ICON, notice.title, text, actions, hints, _AS_LONG_AS_USUAL)
        answer = self._ask("Notify", "susssasa{sv}i", words)
        if answer is None:
            return False
        self._opened[answer[0]] = opened
        self._listen()
        return True

    def close(self) -> None:
        """Let go of the service."""
        if self._connection is not None:
            self._readable.setEnabled(False)
            self._connection.close()
            self._connection = None

    def _connect(self) -> None:
        if sys.platform != "linux" or not os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
            return
        from jeepney import MatchRule, message_bus
        from jeepney.io.blocking import open_dbus_connection

        try:
            self._connection = open_dbus_connection(bus="SESSION")
        except (OSError, ValueError):
            return  # a session without a bus
        socket = self._connection.sock.fileno()
        self._readable = QSocketNotifier(socket, QSocketNotifier.Type.Read, self)
        self._readable.activated.connect(self._on_readable)
        rule = MatchRule(type="signal", interface=_SERVICE, path=_PATH)
        self._connection.filter(rule, queue=self._heard)
        self._connection.send(message_bus.AddMatch(rule))
        capabilities = self._ask("GetCapabilities", None, ())
        if capabilities is not None:
            self._takes_markup = "body-markup" in capabilities[0]

    def _ask(self, method: str, signature: str | None, words: tuple[object, ...]) -> Any:
        from jeepney import DBusAddress, MessageType, new_method_call

        service = DBusAddress(_PATH, bus_name=_SERVICE, interface=_SERVICE)
        call = new_method_call(service, method, signature, words)
        try:
            answer = self._connection.send_and_get_reply(call, timeout=_PATIENCE)
        except OSError:  # the bus is gone, or nobody answers in time
            self.close()
            return None
        if answer.header.message_type is not MessageType.method_return:
            self.close()
            return None
        return answer.body

    @Slot()
    def _on_readable(self) -> None:
        try:
            while self._connection is not None:
                self._connection.recv_messages(timeout=0)
        except TimeoutError:
            pass  # that was all for now
        except OSError:
            self.close()
        self._listen()

    def _listen(self) -> None:
        from jeepney import HeaderFields

        while self._heard:
            message = self._heard.popleft()
            number, name = message.body[0], message.header.fields.get(HeaderFields.member)
            if name == "ActionInvoked" and number in self._opened:
                self._opened[number]()
            elif name == "NotificationClosed":
                self._opened.pop(number, None)
