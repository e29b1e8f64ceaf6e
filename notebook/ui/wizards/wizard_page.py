"""What each page of the expectations wizard has: a heading, an introduction, room below."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from notebook.services.draft import Draft
from notebook.ui.widgets.labels import text_label


class WizardPage(QWidget):
    """One page.

    Attributes:
        title: its line in the list of steps.
        column: the layout for what is on it.

    Signals:
        changed(): the user typed or chose something.
    """

    changed = Signal()

    def __init__(self, title: str, heading: str, intro: str) -> None:
        super().__init__()
        self.title = title
        self.heading = text_label(heading, "title", wrap=True)
        self.intro = text_label(intro, "soft", wrap=True)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(30, 24, 30, 24)
        outer.setSpacing(6)
        outer.addWidget(self.heading)
        outer.addWidget(self.intro)
        self.intro.setVisible(bool(intro))
        outer.addSpacing(14)
        self.column = QVBoxLayout()
        self.column.setSpacing(20)
        outer.addLayout(self.column)
        outer.addStretch(1)

    def show_draft(self, draft: Draft) -> None:
        """Show what a draft holds."""

    def asking(self, question_key: str) -> QWidget | None:
        """Return where a question is answered; None when it is not asked here."""

    def start(self) -> QWidget:
        """Return where the cursor begins."""
        return self
