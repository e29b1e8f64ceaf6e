"""The kinds of buttons that there are; user text in them is shown letter for letter."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QPushButton

from notebook.ui.icons import Icons
from notebook.ui.widgets.labels import escape_mnemonic, plain_tool_tip


def plain_button(text: str, icons: Icons | None = None, icon: str = "") -> QPushButton:
    """Return a button on a white card; most buttons are like this."""
    button = QPushButton(escape_mnemonic(text))
    button.setAccessibleName(text)
    button.setAutoDefault(True)  # so that Enter presses what has the focus
    if icons and icon:
        _set_icon(button, icons.icon(icon, "ink"))
    return button


def primary_button(text: str, icons: Icons | None = None, icon: str = "") -> QPushButton:
    """Return the one filled button of a screen; Enter in a dialog's field presses it."""
    button = plain_button(text)
    button.setProperty("kind", "primary")
    button.setDefault(True)
    if icons and icon:
        _set_icon(button, icons.icon(icon, "on_accent"))
    return button


def link_button(text: str, *, second: bool = False, calm: bool = False) -> QPushButton:
    """Return a button that looks like a word one can click; `second` is small, `calm` is grey."""
    button = plain_button(text)
    button.setProperty("kind", "link")
    button.setProperty("second", second)
    button.setProperty("calm", calm)
    button.setFlat(True)
    return button


def icon_button(icons: Icons, icon: str, text: str, colour: str = "soft") -> QPushButton:
    """Return a bare icon; `text` is its accessible name and tool tip."""
    button = QPushButton()
    button.setAutoDefault(True)
    button.setProperty("kind", "quiet")
    button.setIcon(icons.icon(icon, colour, checked="accent"))
    button.setAccessibleName(text)
    button.setToolTip(plain_tool_tip(text))
    return button


def rail_button(icons: Icons, icon: str, text: str) -> QPushButton:
    """Return a checkable button of the rail at the left; `text` names where it leads."""
    button = icon_button(icons, icon, text)
    button.setProperty("kind", "rail")
    button.setCheckable(True)
    button.setAutoExclusive(True)
    button.setIconSize(QSize(22, 22))
    return button


def say_on(button: QPushButton, text: str, name: str = "") -> None:
    """Let a button say something else from now on, and something more to a screen reader."""
    button.setText(escape_mnemonic(text))
    button.setAccessibleName(name or text)


def _set_icon(button: QPushButton, icon: QIcon) -> None:
    button.setIcon(icon)
    button.setIconSize(QSize(22, 18))  # wider than the drawing: Qt leaves only 4 px to the text
    button.setProperty("withIcon", "true")
