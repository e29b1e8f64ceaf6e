"""A word in a line of text that can be exchanged for another one: "by telephone", "today"."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from notebook.services.phrases import filled
from notebook.ui.widgets.labels import escape_mnemonic, set_short_text


class PickButton(QPushButton):
    """Shows the chosen word, and a menu of the others.

    Args:
        name: what is chosen, for screen readers.
        options: each a key, which `value` returns, and its word.
        plain: as a button of its own, rather than within a line of small grey text.

    Signals:
        chosen(object): the user chose this key.
    """

    chosen = Signal(object)

    def __init__(
        self,
        name: str,
        options: Sequence[tuple[object, str]] = (),
        *,
        plain: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._words: dict[object, str] = {}
        self._value: object = None
        self.setAutoDefault(False)
        self.setProperty("menu", "true")
        if not plain:
            self.setProperty("kind", "link")
            self.setProperty("calm", "true")
            self.setProperty("pick", "true")
            self.setFlat(True)
        self._menu = QMenu(self)
        self._group = QActionGroup(self)
        self.setMenu(self._menu)
        self.set_options(options)

    def set_options(self, options: Sequence[tuple[object, str]]) -> None:
        """Offer other words; the value stays if it is among them, else it is the first."""
        self._words = dict(options)
        self._menu.clear()
        for key, word in options:
            action = QAction(escape_mnemonic(word), self._group, checkable=True)
            action.setData(key)
            action.triggered.connect(lambda _=False, chosen=key: self._choose(chosen))
            self._menu.addAction(action)
        if options:
            self.set_value(self._value if self._value in self._words else options[0][0])

    def set_name(self, name: str) -> None:
        """Say what is chosen, for screen readers, from now on."""
        self._name = name

    def value(self) -> object:
        """Return the key of the word that is shown."""
        return self._value

    def set_value(self, key: object) -> None:
        """Show the word of `key`; says nothing to listeners. A strange key changes nothing."""
        if key not in self._words:
            return
        self._value = key
        word = self._words[key]
        self.setToolTip("")
        set_short_text(self, word)
        self.setAccessibleName(filled(self.tr("%1: %2"), self._name, word))
        for action in self._menu.actions():
            action.setChecked(action.data() == key)

    def _choose(self, key: object) -> None:
        before = self._value
        self.set_value(key)
        if key != before:
            self.chosen.emit(key)
