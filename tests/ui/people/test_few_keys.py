"""Adding a person costs little: how many keys it takes beyond the typed text."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from notebook.domain.partial_date import PartialDate
from notebook.services.notebook import Notebook
from notebook.ui.main_window import MainWindow
from tests.reading import rows_in

MOST_KEYS = 25
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


class Keyboard:
    """Presses keys in whatever has the focus, and counts those that are no text."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self.presses = 0

    def press(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        self.presses += 1
        QTest.keyClick(self._focus(), key, modifier)
        QApplication.processEvents()

    def type(self, text: str) -> None:
        QTest.keyClicks(self._focus(), text)

    def tab_to(self, name: str) -> None:
        """Press Tab until a field of this accessible name has the focus."""
        while self.field != name:
            assert self.presses < MOST_KEYS, f"no field {name}; the last was {self.field}"
            self.press(Qt.Key.Key_Tab)

    @property
    def field(self) -> str:
        """What a screen reader calls the field with the focus."""
        interface = QAccessible.queryAccessibleInterface(self._focus())
        return str(interface.text(QAccessible.Text.Name))

    def _focus(self) -> QWidget:
        return self._window.focusWidget() or self._window


def test_a_person_with_phone_birthday_and_rhythm_takes_few_keys(
    window: MainWindow, notebook: Notebook, notebook_path: Path, today: date, qtbot: QtBot
) -> None:
    keyboard = Keyboard(window)
    keyboard.press(Qt.Key.Key_N, CONTROL)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    assert keyboard.field == "Name"
    keyboard.type("Marta Lindqvist")
    keyboard.tab_to("Telephone")
    keyboard.type("+46 70 123 45 67")
    keyboard.press(Qt.Key.Key_K, ALT)
    keyboard.type("30")
    keyboard.press(Qt.Key.Key_B, ALT)
    keyboard.type("3")
    keyboard.press(Qt.Key.Key_Tab)
    keyboard.type("Apr")
    keyboard.press(Qt.Key.Key_Tab)
    keyboard.type("1980")
    keyboard.press(Qt.Key.Key_Return, CONTROL)
    assert rows_in(notebook_path, "SELECT name, rhythm_days FROM person") == [
        ("Marta Lindqvist", 30)
    ]
    assert rows_in(notebook_path, "SELECT kind, value FROM contact_detail") == [
        ("phone", "+46 70 123 45 67")
    ]
    marta = notebook.people_list.search("Marta", today)[0].id
    assert notebook.people.draft(marta).birthday == PartialDate(1980, 4, 3)
    assert keyboard.presses <= MOST_KEYS


def test_tab_goes_through_the_editor_as_the_eye_does(
    window: MainWindow, notebook: Notebook, today: date, qtbot: QtBot
) -> None:
    marta = notebook.people.add("Marta Lindqvist", today).new_id
    for _ in range(2):  # rows are made anew each time
        window.navigator.person_edit_requested.emit(marta)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    keyboard = Keyboard(window)
    seen = [keyboard.field]
    while seen[-1] != "Note" and keyboard.presses < 120:
        keyboard.press(Qt.Key.Key_Tab)
        seen.append(keyboard.field)
    wanted = ["Name", "Role", "Given name", "Telephone", "E-mail", "Keep in touch every", "Note"]
    assert [name for name in dict.fromkeys(seen) if name in wanted] == wanted


def test_the_search_field_leaves_the_key_for_editing_to_the_window(window: MainWindow) -> None:
    keys = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_E, CONTROL)
    # On the desktops of Linux the field would go to its end; this platform knows no such key.
    assert window.people.list.eventFilter(window.people.list.search, keys)
    assert not keys.isAccepted()
