"""Every action of the window, once: its words, its key, and its place in the menu."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from notebook.ui.icons import Icons


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One action: a key of ours, its words, what it does, its shortcut and its icon."""

    key: str
    text: str
    run: Callable[[], object]
    shortcut: str = ""
    icon: str = ""


SEPARATOR = None


def make_actions(
    window: QWidget, icons: Icons, specs: Sequence[ActionSpec | None]
) -> tuple[dict[str, QAction], QMenu]:
    """Return the actions by key, and a menu that holds them in this order.

    They belong to the window too, so that their keys work wherever the focus is.
    """
    menu = QMenu(window)
    actions: dict[str, QAction] = {}
    for spec in specs:
        if spec is SEPARATOR:
            menu.addSeparator()
            continue
        action = QAction(spec.text, window)
        if spec.icon:
            action.setIcon(icons.icon(spec.icon, "soft"))
        if spec.shortcut:
            action.setShortcut(QKeySequence(spec.shortcut))
        action.triggered.connect(lambda _=False, run=spec.run: run())
        window.addAction(action)
        menu.addAction(action)
        actions[spec.key] = action
    return actions, menu
