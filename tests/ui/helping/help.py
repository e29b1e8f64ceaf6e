"""What the tests of needs, offerings and referrals share."""

from typing import TypeVar

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton, QWidget

from notebook.ui.main_window import MainWindow

AnyDialog = TypeVar("AnyDialog", bound=QDialog)


def dialog_of(window: MainWindow, kind: type[AnyDialog]) -> AnyDialog:
    """Return the open dialog of this kind."""
    QApplication.processEvents()
    return next(each for each in window.findChildren(kind) if each.isVisible())


def button(within: QWidget, words: str) -> QPushButton:
    """Return the visible button with these words, or with this accessible name."""
    QApplication.processEvents()
    buttons = [each for each in within.findChildren(QPushButton) if each.isVisible()]
    return next(each for each in buttons if words in {each.text(), each.accessibleName()})


def words_on(within: QWidget) -> list[str]:
    """Return what the visible labels and buttons say."""
    QApplication.processEvents()
    labels = [each.text() for each in within.findChildren(QLabel) if each.isVisible()]
    buttons = [each.text() for each in within.findChildren(QPushButton) if each.isVisible()]
    return [text for text in (*labels, *buttons) if text]


def nameless(within: QWidget) -> list[QWidget]:
    """Return the widgets that the keyboard reaches and a screen reader has no name for."""
    found = []
    for each in within.findChildren(QWidget):
        if each.isVisible() and each.focusPolicy().value & 1 and each.focusProxy() is None:
            interface = QAccessible.queryAccessibleInterface(each)
            if not interface.text(QAccessible.Text.Name):
                found.append(each)
    return found
