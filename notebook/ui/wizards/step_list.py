"""The list of a wizard's steps: which one is shown, which are done, any one a click away."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from notebook.domain.text import excerpt
from notebook.services.draft import Standing
from notebook.services.phrases import filled
from notebook.ui.icons import Icons
from notebook.ui.widgets.labels import escape_mnemonic, plain_tool_tip

_MARKS = {
    Standing.ANSWERED: ("circle-check", "ok"),
    Standing.LATER: ("clock", "warn"),
    Standing.OPEN: ("circle", "soft"),
}
_LONGEST = 22  # characters that are shown; the rest is in the tool tip
_STEPS: dict[int, int] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class StepList(QWidget):
    """One line for each step; Tab reaches the list once, the arrow keys move within it.

    Signals:
        chosen(int): the user wants to see this step.
        moved(): another step is shown now.
    """

    chosen = Signal(int)
    moved = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self.buttons: list[QPushButton] = []
        self._titles: list[str] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(1)

    def set_steps(self, titles: Sequence[str]) -> None:
        """List these steps, all of them open."""
        for button in self.buttons:
            button.deleteLater()
        self._titles = list(titles)
        self.buttons = [self._button(index, title) for index, title in enumerate(titles)]
        for index in range(len(titles)):
            self.set_standing(index, Standing.OPEN)
        self.set_current(0)

    def set_current(self, index: int) -> None:
        """Show which step is shown."""
        for place, button in enumerate(self.buttons):
            button.setChecked(place == index)
            policy = Qt.FocusPolicy.StrongFocus if place == index else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(policy)
        self.moved.emit()

    def set_standing(self, index: int, standing: Standing) -> None:
        """Show how far a step has come, as a mark and in words."""
        button = self.buttons[index]
        mark, colour = _MARKS[standing]
        checked = "accent" if standing is Standing.OPEN else colour
        button.setIcon(self._icons.icon(mark, colour, checked=checked))
        words = self._words(standing)
        button.setAccessibleName(filled(self.tr("%1, %2"), self._titles[index], words))
        whole = excerpt(self._titles[index], _LONGEST) == self._titles[index]
        tip = words.capitalize() if whole else f"{self._titles[index]}\n{words.capitalize()}"
        button.setToolTip(plain_tool_tip(tip))

    def _words(self, standing: Standing) -> str:
        return {
            Standing.ANSWERED: self.tr("done"),
            Standing.LATER: self.tr("something is left for later"),
            Standing.OPEN: self.tr("open"),
        }[standing]

    def _button(self, index: int, title: str) -> QPushButton:
        button = QPushButton(escape_mnemonic(excerpt(title, _LONGEST)), self)
        button.setProperty("kind", "step")
        button.setCheckable(True)
        button.setMinimumWidth(1)  # the list never grows sideways
        button.setAutoDefault(False)
        button.setIconSize(QSize(26, 18))  # wider than the drawing, for room before the text
        button.clicked.connect(lambda: self._on_clicked(index))
        button.installEventFilter(self)
        self._column.addWidget(button)
        return button

    def _on_clicked(self, index: int) -> None:
        self.buttons[index].setChecked(not self.buttons[index].isChecked())
        self.chosen.emit(index)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = _STEPS.get(event.key(), 0)
            if step and watched in self.buttons:
                index = self.buttons.index(watched) + step
                if 0 <= index < len(self.buttons):
                    self.chosen.emit(index)
                    self.buttons[index].setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)
