"""A small dialog of a few fields: heading, fields, Cancel and one button that does it."""

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from notebook.ui.dialogs.unsaved_dialog import UnsavedDialog
from notebook.ui.icons import Icons
from notebook.ui.prompts import Prompts
from notebook.ui.widgets.banner import Banner
from notebook.ui.widgets.buttons import plain_button, primary_button
from notebook.ui.widgets.labels import text_label

_WIDTH = 460  # pixels
_FRAME = 40  # pixels, about, that the desktop draws above and below


class FormDialog(UnsavedDialog):
    """Lays the fields out and closes when they could be saved.

    Attributes:
        banner: says why something can't be saved.
        save_button, cancel_button: the ways out.
    """

    def __init__(
        self,
        icons: Icons,
        prompts: Prompts,
        title: str,
        text: str,
        save: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(prompts, parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(_WIDTH)
        self.banner = Banner(icons)
        self.cancel_button = plain_button(self.tr("Cancel"))
        self.cancel_button.setAutoDefault(False)
        self.save_button = primary_button(save)
        self._heading, self._text = title, text
        self.save_button.clicked.connect(self._on_save)
        self.cancel_button.clicked.connect(self.reject)

    def lay_out(
        self, fields: Sequence[tuple[str, QWidget]], besides: Sequence[QPushButton] = ()
    ) -> None:
        """Place the fields below their names, and other buttons at the left; called once."""
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 16)
        column.setSpacing(8)
        column.addWidget(text_label(self._heading, "heading", wrap=True))
        if self._text:
            column.addWidget(text_label(self._text, "second", wrap=True))
        column.addWidget(self.banner)
        for name, field in fields:
            if name:
                column.addWidget(text_label(name, "name"))
            column.addWidget(field)
        column.addSpacing(8)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in besides:
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.save_button)
        column.addLayout(buttons)

    def save(self) -> str:
        """Save what stands in the fields; return a sentence when that can't be done."""
        raise NotImplementedError

    @Slot()
    def _on_save(self) -> None:
        trouble = self.save()
        if trouble:
            self.banner.show_message(trouble, "warn")
            self._make_room()
            return
        self.accept()

    def _make_room(self) -> None:
        """Grow by what is said, so that it presses no field flat."""
        layout = self.layout()
        assert layout is not None
        layout.activate()
        needed = max(layout.totalHeightForWidth(self.width()), layout.totalMinimumSize().height())
        room = self.screen().availableGeometry().height() - _FRAME
        self.resize(self.width(), max(self.height(), min(needed, room)))
