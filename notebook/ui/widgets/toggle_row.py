"""Words side by side, any of which may be chosen."""

from collections.abc import Collection, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from notebook.ui.widgets.flow_layout import FlowLayout
from notebook.ui.widgets.labels import escape_mnemonic

_STEPS: dict[int, int] = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}

Key = TypeVar("Key")


class ToggleRow(QWidget, Generic[Key]):
    """Tab reaches the row once; arrows move along it, and Space or a click chooses a word or not.

    Args:
        options: each a key, its word, and its name for screen readers.
        name: the question, for screen readers.
        compact: smaller, for a row among others.

    Signals:
        changed(): others are chosen.
    """

    changed = Signal()

    def __init__(
        self,
        options: Sequence[tuple[Key, str, str]],
        name: str,
        *,
        compact: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # so that the key of its label leads here
        row = FlowLayout(self, gap=5 if compact else 6)
        self._buttons = {
            key: self._button(word, spoken, name, compact=compact) for key, word, spoken in options
        }
        for button in self._buttons.values():
            row.addWidget(button)
        self._stop_at(options[0][0])

    def value(self) -> tuple[Key, ...]:
        """Return the chosen keys in the order in which they stand."""
        return tuple(key for key, button in self._buttons.items() if button.isChecked())

    def set_value(self, keys: Collection[Key]) -> None:
        """Show these as chosen; says nothing to listeners."""
        for key, button in self._buttons.items():
            button.setChecked(key in keys)
        self._stop_at(next(iter(keys), next(iter(self._buttons))))

    def button(self, key: Key) -> QPushButton:
        """Return the button of a key."""
        return self._buttons[key]

    def _button(self, word: str, spoken: str, name: str, *, compact: bool) -> QPushButton:
        button = QPushButton(escape_mnemonic(word), self)
        button.setCheckable(True)
        button.setAutoDefault(False)
        button.setProperty("kind", "choice")
        button.setProperty("compact", compact)
        button.setAccessibleName(spoken)
        button.setAccessibleDescription(name)
        button.clicked.connect(self.changed)
        button.installEventFilter(self)
        return button

    def _stop_at(self, stop: Key) -> None:
        for key, button in self._buttons.items():
            is_stop = key == stop
            button.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if is_stop else Qt.FocusPolicy.ClickFocus
            )
        self.setFocusProxy(self._buttons[stop])

    def _move(self, button: QPushButton, step: int) -> None:
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            step = -step
        order = list(self._buttons)
        at = next(place for place, key in enumerate(order) if self._buttons[key] is button)
        key = order[(at + step) % len(order)]
        self._stop_at(key)
        self._buttons[key].setFocus(Qt.FocusReason.TabFocusReason)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = _STEPS.get(event.key(), 0)
            if step and isinstance(watched, QPushButton):
                self._move(watched, step)
                return True
        return super().eventFilter(watched, event)
