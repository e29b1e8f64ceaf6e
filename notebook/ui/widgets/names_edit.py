"""A field for several short names: each becomes a chip, known ones are offered while typing."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from notebook.domain.text import excerpt, fold
from notebook.services.phrases import filled
from notebook.ui.icons import Icons
from notebook.ui.widgets.flow_layout import FlowLayout
from notebook.ui.widgets.labels import escape_mnemonic, plain_tool_tip

_LONGEST = 30  # letters; the rest is in the tool tip
_ENDS = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Comma}


class NamesEdit(QWidget):
    """Names that are taken away by a click; Enter or a comma adds what was typed.

    Args:
        icons: for the mark on each chip.
        known: the names to offer.
        name: what is asked for, for screen readers.
        hint: what stands in the empty field.

    Attributes:
        field: where one types.

    Signals:
        submitted(): Enter in the empty field.
    """

    submitted = Signal()

    def __init__(
        self, icons: Icons, known: Callable[[], Sequence[str]], name: str, hint: str = ""
    ) -> None:
        super().__init__()
        self._icons, self._known = icons, known
        self._chips: dict[str, QPushButton] = {}
        self.field = _NameField()
        self.field.setAccessibleName(name)
        self.field.setPlaceholderText(hint)
        self._offered = QStringListModel(self)
        completer = QCompleter(self._offered, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.field.setCompleter(completer)
        completer.activated.connect(self._take_up, Qt.ConnectionType.QueuedConnection)
        self.field.ended.connect(self._take_up)
        self.field.emptied.connect(self._drop_last)
        self.field.returnPressed.connect(self.submitted)
        self._flow = FlowLayout(gap=6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(self._flow)
        column.addWidget(self.field)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # so that the key of its label leads here
        self.setFocusProxy(self.field)

    def names(self) -> tuple[str, ...]:
        """Return the names, with what stands in the field."""
        typed = " ".join(self.field.text().split())
        return tuple(dict.fromkeys([*self._chips, *([typed] if typed else [])]))

    def set_names(self, names: Iterable[str]) -> None:
        """Show these names, and offer what is known now."""
        self._flow.clear()
        self._chips.clear()
        self.field.clear()
        for name in names:
            self._add(name)
        self._offer()

    def chip(self, name: str) -> QPushButton:
        """Return the chip of a name."""
        return self._chips[name]

    def _add(self, name: str) -> None:
        if not name or fold(name) in map(fold, self._chips):
            return
        chip = QPushButton(self._icons.icon("x", "soft"), escape_mnemonic(excerpt(name, _LONGEST)))
        chip.setProperty("kind", "choice")
        chip.setProperty("compact", "true")
        chip.setAutoDefault(False)
        chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the mark stands behind the name
        chip.setAccessibleName(filled(self.tr("Take %1 away"), name))
        chip.setToolTip(plain_tool_tip(name))
        chip.clicked.connect(lambda: self._drop(name))
        self._chips[name] = chip
        self._flow.addWidget(chip)
        chip.show()
        QWidget.setTabOrder(chip, self.field)
        self._offer()

    def _drop(self, name: str) -> None:
        chip = self._chips.pop(name)
        chip.hide()
        chip.deleteLater()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._offer()

    def _offer(self) -> None:
        here = {fold(name) for name in self._chips}
        self._offered.setStringList([name for name in self._known() if fold(name) not in here])

    @Slot()
    def _take_up(self) -> None:
        known = {fold(name): name for name in self._known()}
        for typed in self.field.text().split(","):
            name = " ".join(typed.split())
            self._add(known.get(fold(name), name))
        self.field.clear()

    @Slot()
    def _drop_last(self) -> None:
        if self._chips:
            self._drop(next(reversed(self._chips)))


class _NameField(QLineEdit):
    """Says when a name is complete, and when Backspace is pressed in the empty field."""

    ended = Signal()
    emptied = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENDS and self.text().strip():
            self.ended.emit()
            event.accept()
        elif event.key() == Qt.Key.Key_Backspace and not self.text():
            self.emptied.emit()
        else:
            super().keyPressEvent(event)
