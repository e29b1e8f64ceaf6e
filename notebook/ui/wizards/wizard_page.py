"""What each page of the expectations wizard has: a heading, an introduction, room below."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from notebook.services.draft import Draft
from notebook.services.phrases import filled
from notebook.translate import translate
from notebook.ui.widgets.date_edit import OptionalDateEdit
from notebook.ui.widgets.labels import text_label
from notebook.ui.widgets.people_chooser import PeopleChooser


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

    def unread(self) -> tuple[QWidget, str] | None:
        """Return a field whose text means nothing yet, and what helps; None when there is none."""
        for day in self.findChildren(OptionalDateEdit):
            if not day.is_valid():
                words = translate("wizard", "Which day is “%1”? Write it anew, or empty the field.")
                return day, filled(words, day.field.text().strip())
        for who in self.findChildren(PeopleChooser):
            if who.field.text().strip():
                words = translate(
                    "wizard", "Press Enter to choose whom you mean by “%1”, or empty the field."
                )
                return who.field, filled(words, who.field.text().strip())
        return None
