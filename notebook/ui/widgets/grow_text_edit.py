"""A field for free text that is as tall as what was written."""

import math

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget
from typing_extensions import override


class GrowingTextEdit(QPlainTextEdit):
    """Plain text, from `least` to `most` lines tall; Tab leaves it, as in every field.

    Args:
        name: the accessible name.
        placeholder: what is shown while it is empty.
        single_line_submit: Enter submits and Shift+Enter begins a new line; otherwise Enter
            begins a new line and Ctrl+Enter submits.

    Signals:
        submitted(): the user is done with it.
    """

    submitted = Signal()

    def __init__(
        self,
        name: str = "",
        placeholder: str = "",
        *,
        least: int = 1,
        most: int = 8,
        single_line_submit: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._least, self._most = least, most
        self._single_line_submit = single_line_submit
        self.document().setDocumentMargin(3)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(self._on_size_changed)
        self._on_size_changed()

    def _on_size_changed(self) -> None:
        lines = round(self.document().size().height())
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if lines > self._most else policy.ScrollBarAlwaysOff
        )
        self.updateGeometry()

    def _height_of(self, lines: int) -> int:
        margins = self.contentsMargins()
        around = margins.top() + margins.bottom() + 2 * round(self.document().documentMargin())
        line = math.ceil(QFontMetricsF(self.font()).lineSpacing())
        return line * lines + around + 1  # without it Qt finds the last line half hidden

    def _submits(self, event: QKeyEvent) -> bool:
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return False
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if modifiers == Qt.KeyboardModifier.ControlModifier:
            return True
        return self._single_line_submit and modifiers == Qt.KeyboardModifier.NoModifier

    @override
    def sizeHint(self) -> QSize:
        lines = round(self.document().size().height())
        lines = min(self._most, max(self._least, lines))
        return QSize(240, self._height_of(lines))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.sizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._on_size_changed()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._submits(event):
            self.submitted.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.insertPlainText("\n")  # Qt's own Shift+Enter makes a line separator
            self.ensureCursorVisible()
        else:
            super().keyPressEvent(event)
