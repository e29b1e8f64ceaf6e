"""The first start, while there is nobody yet: three ways on."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from notebook.domain.changes import Changes
from notebook.ui.areas import Area
from notebook.ui.icons import Icons
from notebook.ui.widgets.buttons import plain_button, primary_button
from notebook.ui.widgets.labels import text_label
from notebook.ui.widgets.panel import Panel

_WIDEST = 560  # pixels


class WelcomePage(Area):
    """Offers to bring in a file, to add a person, and to look at the sample.

    Signals:
        import_chosen(), add_chosen(), sample_chosen(): the way on.
    """

    import_chosen = Signal()
    add_chosen = Signal()
    sample_chosen = Signal()

    def __init__(
        self, icons: Icons, *, offers_sample: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.import_button = primary_button(self.tr("Bring in an address book…"), icons, "upload")
        self.add_button = plain_button(self.tr("Add a person"), icons, "user-plus")
        self.sample_button = plain_button(self.tr("Look at a sample"), icons, "eye")
        self.import_button.clicked.connect(self.import_chosen)
        self.add_button.clicked.connect(self.add_chosen)
        self.sample_button.clicked.connect(self.sample_chosen)
        words = self.tr(
            "It remembers the people behind your work, what was said and promised, and tells you "
            "in time who needs a word. Everything stays in one file on this computer."
        )
        inside = QWidget()
        inside.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addStretch(2)
        column.addWidget(text_label(self.tr("Welcome to your notebook"), "title", wrap=True))
        column.addWidget(text_label(words, wrap=True))
        column.addSpacing(4)
        column.addWidget(
            _way(
                self.import_button,
                self.tr("Any contact file (.vcf) will do. You see who is in it first."),
            )
        )
        column.addWidget(_way(self.add_button, self.tr("A name is enough to begin with.")))
        self.sample_way = _way(
            self.sample_button,
            self.tr("Invented people, in a notebook of their own. Yours stays empty."),
        )
        self.sample_way.setVisible(offers_sample)
        column.addWidget(self.sample_way)
        column.addStretch(3)
        # Stretches, not an alignment: only so a label that wraps gets all the height it needs.
        row = QHBoxLayout(self)
        row.setContentsMargins(22, 22, 22, 22)
        row.addStretch(1)
        row.addWidget(inside, 100)
        row.addStretch(1)

    @override
    def reload(self, changes: Changes) -> None:
        """Nothing here follows from the notebook."""


def _way(button: QPushButton, words: str) -> Panel:
    panel = Panel()
    row = QHBoxLayout()
    row.addWidget(button)
    row.addStretch(1)
    panel.body.addLayout(row)
    panel.body.addWidget(text_label(words, "second", wrap=True))
    return panel
