"""Something went wrong for a customer: written down in their words, at once."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from notebook.services.phrases import filled
from notebook.services.project_choices import ProjectChoice
from notebook.ui.dialogs.unsaved_dialog import UnsavedDialog
from notebook.ui.icons import Icons
from notebook.ui.prompts import Prompts
from notebook.ui.widgets.banner import Banner
from notebook.ui.widgets.buttons import plain_button, primary_button
from notebook.ui.widgets.grow_text_edit import GrowingTextEdit
from notebook.ui.widgets.labels import text_label
from notebook.ui.widgets.project_chooser import ProjectChooser


class NewConcern(UnsavedDialog):
    """One box for what happened, and the project that it is about if they have any.

    The rest is filled in on the concern itself. `save` returns a sentence when it can't be saved,
    which is shown; else the dialog closes.

    Attributes:
        text, project: the fields.
    """

    def __init__(
        self,
        icons: Icons,
        prompts: Prompts,
        first_name: str,
        projects: Sequence[ProjectChoice],
        project_id: int | None,
        save: Callable[[str, int | None], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(prompts, parent)
        self._save = save
        title = filled(self.tr("Something went wrong for %1"), first_name)
        self.setWindowTitle(title)
        self.banner = Banner(icons)
        self.text = GrowingTextEdit(
            self.tr("What went wrong"),
            filled(self.tr("What happened, in the words of %1"), first_name),
            least=3,
            most=8,
        )
        self.project = ProjectChooser(self.tr("Project"))
        self.project.offer(projects, project_id)
        if not projects:
            self.project.hide()
        self.cancel_button = plain_button(self.tr("Cancel"))
        self.cancel_button.setAutoDefault(False)
        self.save_button = primary_button(self.tr("Open a concern"))
        self.save_button.setDefault(True)
        hint = self.tr("First the person, then the problem. You will be reminded to ask again.")
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 16)
        column.setSpacing(8)
        column.addWidget(text_label(title, "heading", wrap=True))
        column.addWidget(self.banner)
        column.addWidget(self.text)
        column.addWidget(self.project)
        column.addWidget(text_label(hint, "second", wrap=True))
        column.addSpacing(8)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.save_button)
        column.addLayout(buttons)
        self.setMinimumWidth(460)
        self.text.submitted.connect(self._on_save)
        self.save_button.clicked.connect(self._on_save)
        self.cancel_button.clicked.connect(self.reject)
        self.text.setFocus()

    @Slot()
    def _on_save(self) -> None:
        trouble = self._save(self.text.toPlainText(), self.project.value())
        if trouble:
            self.banner.show_message(trouble, "warn")
            self.text.setFocus()
            return
        self.accept()
