"""One choice among a few, all of them in sight: "Daily | Weekly | At milestones"."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from notebook.ui.widgets.flow_layout import FlowLayout
from notebook.ui.widgets.labels import set_short_text

_STEPS: dict[int, int] = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}
_CHORD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class ChoiceRow(QWidget):
    """A row of words of which at most one is chosen; it wraps where the room ends.

    Tab reaches the row once; arrows choose the next or previous word; Space, Enter or a click
    chooses a word or takes the choice back.

    Args:
        options: each a key, which `value` returns, and its word.
        name: the question, for screen readers.
        tones: for some keys "bad", "warn", "ok" or "calm": the colour when chosen.
        compact: smaller, for a row in a table.
        optional: whether a choice may be taken back.

    Signals:
        chosen(object): the user chose this key, or None for taking it back.
    """

    chosen = Signal(object)

    def __init__(
        self,
        options: Sequence[tuple[object, str]],
        name: str = "",
        *,
        tones: Mapping[object, str] | None = None,
        compact: bool = False,
        optional: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tones = dict(tones or {})
        self._compact = compact
        self._optional = optional
        self._options: list[tuple[object, str]] = []
        self._keys: list[object] = []
        self._buttons: list[QPushButton] = []
        self._value: object = None
        self._flow = FlowLayout(self, gap=5 if compact else 6)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # so that the key of its label leads here
        self.set_options(options)

    def set_options(self, options: Sequence[tuple[object, str]]) -> None:
        """Offer other words; the value stays if it is among them, and so does the row for Tab."""
        if self._options == list(options):
            return
        self._options = list(options)
        before = self._buttons[-1] if self._buttons else None
        self._flow.clear()
        self._keys = [key for key, _text in options]
        self._buttons = [self._button(key, text) for key, text in options]
        for button in self._buttons:
            self._flow.addWidget(button)
            if before is not None:
                self.setTabOrder(before, button)
                before = button
        self.set_value(self._value if self._value in self._keys else None)

    def set_name(self, name: str) -> None:
        """Ask another question, for screen readers."""
        self.setAccessibleName(name)
        for button in self._buttons:
            button.setAccessibleDescription(name)

    def value(self) -> object:
        """Return the key of the chosen word, None when there is none."""
        return self._value

    def set_value(self, key: object) -> None:
        """Show `key` as chosen, None or a strange key for none; says nothing to listeners."""
        self._value = key if key in self._keys else None
        for each, button in zip(self._keys, self._buttons, strict=True):
            button.setChecked(self._value is not None and each == self._value)
        self._set_tab_stop()

    def button(self, key: object) -> QPushButton:
        """Return the button of a key; raises ValueError for a strange one."""
        return self._buttons[self._keys.index(key)]

    def _button(self, key: object, text: str) -> QPushButton:
        button = QPushButton(self)
        set_short_text(button, text)
        button.setCheckable(True)
        button.setAutoDefault(False)
        button.setProperty("kind", "choice")
        button.setProperty("tone", self._tones.get(key, ""))
        button.setProperty("compact", self._compact)
        button.setAccessibleName(text)
        button.setAccessibleDescription(self.accessibleName())
        button.clicked.connect(lambda: self._on_clicked(key))
        button.installEventFilter(self)
        return button

    def _on_clicked(self, key: object) -> None:
        taken_back = key == self._value and self._optional
        self._choose(None if taken_back else key)

    def _choose(self, key: object) -> None:
        before = self._value
        self.set_value(key)
        if self._value != before:
            self.chosen.emit(self._value)

    def _set_tab_stop(self) -> None:
        stop = self._keys.index(self._value) if self._value is not None else 0
        for index, button in enumerate(self._buttons):
            policy = Qt.FocusPolicy.StrongFocus if index == stop else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(policy)
        if self._buttons:
            self.setFocusProxy(self._buttons[stop])

    def _step(self, button: QPushButton, step: int) -> None:
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            step = -step
        index = (self._buttons.index(button) + step) % len(self._buttons)
        self._choose(self._keys[index])
        self._buttons[index].setFocus(Qt.FocusReason.TabFocusReason)

    def _take_key(self, button: QPushButton, event: QKeyEvent) -> bool:
        if event.key() in _STEPS and not event.modifiers() & _CHORD:
            self._step(button, _STEPS[event.key()])
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & _CHORD:
            button.click()
            return True
        return False

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and isinstance(watched, QPushButton)
            and self._take_key(watched, event)
        ):
            return True
        return super().eventFilter(watched, event)
