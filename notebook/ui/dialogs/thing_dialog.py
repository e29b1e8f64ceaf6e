"""A dialog of fields beside their names, for writing one thing down, changing or deleting it."""

from abc import abstractmethod
from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFormLayout, QWidget

from notebook.ui.dialogs.unsaved_dialog import UnsavedDialog
from notebook.ui.icons import Icons
from notebook.ui.prompts import Prompts
from notebook.ui.widgets.banner import Banner
from notebook.ui.widgets.buttons import plain_button, primary_button
from notebook.ui.widgets.dialog_frame import fit_above, lay_out_dialog
from notebook.ui.widgets.labels import text_label
from notebook.ui.widgets.panel import Panel


class ThingDialog(UnsavedDialog):
    """Scrolls its fields where they are many, and closes when they could be saved.

    Attributes:
        banner: says why something can't be saved.
        rows: the fields with their names.
        save_button, cancel_button, trash_button: the ways out.

    Signals:
        trash_chosen(): delete this thing.
    """

    trash_chosen = Signal()

    def __init__(
        self,
        icons: Icons,
        prompts: Prompts,
        title: str,
        *,
        may_trash: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(prompts, parent)
        self.setWindowTitle(title)
        self.banner = Banner(icons)
        self.rows = QFormLayout()
        self.trash_button = plain_button(self.tr("Delete"), icons, "trash-2")
        self.trash_button.setAutoDefault(False)
        self.trash_button.setVisible(may_trash)
        self.cancel_button = plain_button(self.tr("Cancel"))
        self.cancel_button.setAutoDefault(False)
        self.save_button = primary_button(self.tr("Save"))
        self.save_button.clicked.connect(self.try_to_save)
        self.cancel_button.clicked.connect(self.reject)
        self.trash_button.clicked.connect(self._on_trash)

    @abstractmethod
    def save(self) -> str:
        """Save what stands in the fields; return a sentence when that can't be done.

        The keyboard then goes to the field that it is about.
        """

    def lay_out(
        self, fields: Sequence[tuple[str, QWidget]], usual: tuple[int, int], hint: str = ""
    ) -> None:
        """Place the fields beside their names.

        Called once, with the usual size in pixels.
        """
        page = Panel()
        self.rows.setHorizontalSpacing(16)
        self.rows.setVerticalSpacing(10)
        for name, field in fields:
            self.rows.addRow(name, field)
        page.body.addLayout(self.rows)
        if hint:
            page.body.addWidget(text_label(hint, "second", wrap=True))
        head = (text_label(self.windowTitle(), "heading", wrap=True), self.banner)
        buttons = (self.trash_button, self.cancel_button, self.save_button)
        lay_out_dialog(self, head, (page,), buttons)
        fit_above(self, usual, self.parentWidget())

    @Slot()
    def try_to_save(self) -> None:
        """Save and close, or say why not."""
        trouble = self.save()
        if trouble:
            self.banner.show_message(trouble, "warn")
            return
        self.accept()

    @Slot()
    def _on_trash(self) -> None:
        self.trash_chosen.emit()
        self.accept()
