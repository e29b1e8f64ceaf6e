"""Below the choice of a checklist: the way to change it, and what was added to it meanwhile."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from notebook.ui.icons import Icons
from notebook.ui.widgets.buttons import link_button
from notebook.ui.widgets.new_questions import NewQuestions


class ChecklistOffers(QWidget):
    """A link to the checklist; and, when there are new questions, whether to ask them too.

    Attributes:
        edit: the link.
        new: the new questions.

    Signals:
        edit_chosen(): change the checklist.
    """

    edit_chosen = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self.edit = link_button(self.tr("Change these questions, or make your own list"), calm=True)
        self.new = NewQuestions(icons)
        link = QHBoxLayout()
        link.addWidget(self.edit)
        link.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.new)
        column.addLayout(link)
        self.edit.clicked.connect(self.edit_chosen)
