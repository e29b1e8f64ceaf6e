"""The foot of the wizard: what is saved, and the ways on."""

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from notebook.ui.widgets.buttons import plain_button, primary_button
from notebook.ui.widgets.labels import ElidedLabel, plain_tool_tip


class Footer(QWidget):
    """A line about saving, and the buttons of whatever page is shown.

    Attributes:
        later, back, next, close_button: the buttons; `next` is the filled one.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state = ElidedLabel("", "second")
        self.later: QPushButton = plain_button(self.tr("Ask later"))
        self.back: QPushButton = plain_button(self.tr("Back"))
        self.next: QPushButton = primary_button(self.tr("Next"))
        self.close_button: QPushButton = plain_button(self.tr("Close"))
        self.back.setToolTip(plain_tool_tip(self.tr("Ctrl+Page up")))
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 13, 20, 14)
        row.setSpacing(8)
        row.addWidget(self.state, 1)
        for button in (self.close_button, self.later, self.back, self.next):
            button.setAutoDefault(False)
            row.addWidget(button)

    def say(self, text: str) -> None:
        """Say whether what one sees is saved."""
        self.state.setText(text)

    def show_buttons(self, *, later: bool, back: bool, next_text: str, close: bool = False) -> None:
        """Show the buttons that make sense now."""
        self.later.setVisible(later)
        self.back.setVisible(back)
        self.next.setText(next_text)
        self.next.setAccessibleName(next_text)
        goes_on = next_text == self.tr("Next")  # whatever ends something is pressed on purpose
        self.next.setToolTip(plain_tool_tip(self.tr("Ctrl+Enter")) if goes_on else "")
        self.close_button.setVisible(close)
