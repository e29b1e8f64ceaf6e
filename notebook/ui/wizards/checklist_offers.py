"""Below the choice of a checklist: the way to change it, and what was added to it meanwhile."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from notebook.translate import translate
from notebook.ui.icons import IconMark, Icons
from notebook.ui.widgets.buttons import link_button
from notebook.ui.widgets.labels import text_label


class ChecklistOffers(QWidget):
    """A link to the checklist; and, when there are new questions, whether to ask them too.

    Signals:
        edit_chosen(): change the checklist.
        take_over_chosen(): ask the new questions in this project too.
    """

    edit_chosen = Signal()
    take_over_chosen = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self.edit = link_button(self.tr("Change these questions, or make your own list"), calm=True)
        self.words = text_label("", "second")
        self.take_over = link_button("", second=True)
        self._new = QWidget()
        row = QHBoxLayout(self._new)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(IconMark(icons, "info"))
        row.addWidget(self.words)
        row.addWidget(self.take_over)
        row.addStretch(1)
        link = QHBoxLayout()
        link.addWidget(self.edit)
        link.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._new)
        column.addLayout(link)
        self.show_new(0)
        self.edit.clicked.connect(self.edit_chosen)
        self.take_over.clicked.connect(self.take_over_chosen)

    def show_new(self, count: int) -> None:
        """Offer so many new questions, none at all for 0."""
        one = count == 1
        added = translate("wizard", "%n questions were added to this checklist since.", count)
        if one:
            added = translate("wizard", "One question was added to this checklist since.")
        ask = translate("wizard", "Ask it too") if one else translate("wizard", "Ask them too")
        self.words.setText(added)
        self.take_over.setText(ask)
        self.take_over.setAccessibleName(f"{added} {ask}")
        self._new.setVisible(count > 0)
