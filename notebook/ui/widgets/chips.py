"""Small rounded things: a chip for a fact, a tag for a state."""

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from notebook.ui.icons import IconMark, Icons
from notebook.ui.widgets.labels import ElidedLabel, plain_tool_tip, set_look

Tone = Literal["calm", "warn", "bad", "ok", "plain"]


class Chip(QFrame):
    """A rounded pill with an icon and a short fact; what does not fit is in its tool tip."""

    def __init__(self, icons: Icons, icon: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "chip")
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 4, 10, 4)
        row.setSpacing(6)
        self.label = ElidedLabel(text)
        self.label.setProperty("rank", "chip")
        if icon:
            row.addWidget(IconMark(icons, icon, "ink", 14))
        row.addWidget(self.label)
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)


class Tag(QLabel):
    """A word on a soft colour: a state or a due date ("ours, Fri", "3 days")."""

    def __init__(
        self, text: str, tone: Tone = "calm", *, large: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setIndent(0)
        self.setText(text)
        self.setProperty("tag", tone)
        self.setProperty("large", large)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def show_state(self, text: str, tone: Tone) -> None:
        """Say something else from now on."""
        self.setText(text)
        set_look(self, "tag", tone)

    def set_hint(self, text: str) -> None:
        """Explain the tag in a tool tip."""
        self.setToolTip(plain_tool_tip(text))
