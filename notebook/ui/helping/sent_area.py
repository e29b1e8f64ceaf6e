"""The picture of who sent whom in a room of its own, which scrolls along with who is pointed to."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QScrollArea

from notebook.services.referral_picture import Pictured
from notebook.ui.helping.sent_canvas import SentCanvas
from notebook.ui.theme import Theme

_MARGIN = 60  # pixels around who is pointed to


class SentArea(QScrollArea):
    """Shows as much of the picture as there is room for.

    Attributes:
        canvas: the picture.

    Signals:
        sender_chosen(str): somebody is pointed to who sent others; by the key in the picture.
    """

    sender_chosen = Signal(object)

    def __init__(self, people: Sequence[Pictured], theme: Theme) -> None:
        super().__init__()
        self.canvas = SentCanvas(people, theme)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(self.canvas)
        self.canvas.moved.connect(self._on_moved)

    def point_to(self, key: object) -> None:
        """Point to somebody without a word to anybody; nobody in the picture changes nothing."""
        person = next((each for each in self.canvas.people if each.key == key), None)
        if person is not None:
            with QSignalBlocker(self.canvas):
                self.canvas.point_to(person)
            self._follow()

    @Slot(object)
    def _on_moved(self, person: Pictured) -> None:
        self._follow()
        if person.sent.people:
            self.sender_chosen.emit(person.key)

    def _follow(self) -> None:
        # Before it is shown, nothing has its size yet.
        QTimer.singleShot(0, self, self._show_current)

    @Slot()
    def _show_current(self) -> None:
        if self.canvas.current is not None:
            centre = self.canvas.box(self.canvas.current).center()
            self.ensureVisible(centre.x(), centre.y(), 2 * _MARGIN, _MARGIN)
