"""What was added to a checklist since a project began: ask it there too, or not."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from notebook.translate import translate
from notebook.ui.icons import IconMark, Icons
from notebook.ui.widgets.buttons import link_button, say_on
from notebook.ui.widgets.labels import text_label

_NAMED = 3  # questions; the others are only counted


class NewQuestions(QWidget):
    """Hides as long as nothing was added.

    Attributes:
        words: how many there are.
        take_over, decline: the buttons.

    Signals:
        take_over_chosen(): ask the new questions in this project too.
        decline_chosen(): don't, and don't offer them any more.
    """

    take_over_chosen = Signal()
    decline_chosen = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self.words = text_label("", wrap=True)
        self._questions = text_label("", "second", wrap=True)
        self.take_over = link_button("", second=True)
        self.decline = link_button("", second=True, calm=True)
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addWidget(self.take_over)
        buttons.addWidget(self.decline)
        buttons.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(self.words)
        column.addWidget(self._questions)
        column.addLayout(buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(IconMark(icons, "info"), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        self.hide()
        self.take_over.clicked.connect(self.take_over_chosen)
        self.decline.clicked.connect(self.decline_chosen)

    def show_questions(self, questions: Sequence[str]) -> None:
        """Offer these questions, in the words in which they are asked."""
        one = len(questions) == 1
        added = translate(
            "wizard", "%n questions were added to this checklist since.", len(questions)
        )
        if one:
            added = translate("wizard", "One question was added to this checklist since.")
        ask = translate("wizard", "Ask it too") if one else translate("wizard", "Ask them too")
        self.words.setText(added)
        self._questions.setText("\n".join(_named(questions)))
        not_here = translate("wizard", "Not here")
        say_on(self.take_over, ask, f"{added} {ask}")
        say_on(self.decline, not_here, f"{added} {not_here}")
        self.setVisible(bool(questions))


def _named(questions: Sequence[str]) -> list[str]:
    rest = len(questions) - _NAMED
    if rest <= 0:
        return list(questions)
    more = translate("project", "and 1 more")
    if rest > 1:
        more = translate("project", "and %n more", rest)
    return [*questions[:_NAMED], more]
