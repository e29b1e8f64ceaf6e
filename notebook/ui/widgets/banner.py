"""A message inside the page, where others put up a box that has to be clicked away."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from notebook.ui.icons import IconMark, Icons
from notebook.ui.widgets.buttons import icon_button, link_button
from notebook.ui.widgets.chips import Tone
from notebook.ui.widgets.labels import escape_mnemonic, set_look, set_rank, text_label

_ICONS = {"calm": "info", "plain": "info", "warn": "triangle-alert", "bad": "triangle-alert"}


class Banner(QFrame):
    """A strip with a sentence, perhaps one action, and a way to close it; hidden while empty.

    Signals:
        action_chosen(): the user pressed the action.
        closed(): the user closed it.
    """

    action_chosen = Signal()
    closed = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "banner")
        self.mark = IconMark(icons, "info", "accent", 18)
        self.label = text_label("", wrap=True)
        self.action = link_button("")
        self.close_button = icon_button(icons, "x", self.tr("Close this message"))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 6, 6)
        row.setSpacing(10)
        row.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.label, 1)
        row.addWidget(self.action)
        row.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.action.clicked.connect(self.action_chosen)
        self.close_button.clicked.connect(self._on_closed)
        self.hide()

    def show_message(self, text: str, tone: Tone = "calm", action: str = "") -> None:
        """Say `text`, letter for letter, in place of what was said before."""
        set_look(self, "tone", tone)
        ink = {"calm": "accent", "plain": "soft"}.get(tone, tone)
        self.mark.set_icon(_ICONS.get(tone, "circle-check"), ink)
        set_rank(self.label, tone if tone in ("warn", "bad", "ok") else "")
        self.label.setText(text)
        self.label.setAccessibleName(text)
        self.action.setText(escape_mnemonic(action))
        self.action.setAccessibleName(action)
        self.action.setVisible(bool(action))
        self.setAccessibleName(text)
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def clear(self) -> None:
        """Say nothing any more."""
        self.hide()
        self.label.setText("")

    def text(self) -> str:
        """Return what is being said, an empty text for nothing."""
        return self.label.text()

    def _on_closed(self) -> None:
        self.clear()
        self.closed.emit()
