"""The keyboard as somebody uses it: into whatever has the focus."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


class Keyboard:
    """Types, presses keys, and tabs along."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot

    def type(self, text: str) -> None:
        self._qtbot.keyClicks(self.focused(), text)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        self._qtbot.keyClick(self.focused(), key, modifier or Qt.KeyboardModifier.NoModifier)

    def focused(self) -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None, "nothing has the focus"
        return widget

    def tab_to(self, widget: QWidget, key: Qt.Key = Key.Key_Tab) -> None:
        """Press Tab until the focus is where it should be."""
        wanted = widget
        while (proxy := wanted.focusProxy()) is not None:
            wanted = proxy
        for _ in range(60):
            if QApplication.focusWidget() is wanted:
                return
            self.press(key)
        raise AssertionError(f"Tab does not reach {widget}")

    def next_step(self) -> None:
        """Go on in a wizard."""
        self.press(Key.Key_Return, CONTROL)
