"""What an answer is written into: free text, short points, one choice with a note."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from notebook.domain.checklists import Question, personalise
from notebook.services.draft import Draft, Entry, Said
from notebook.ui.widgets.choice_row import ChoiceRow
from notebook.ui.widgets.grow_text_edit import GrowingTextEdit
from notebook.ui.widgets.labels import text_label


class QuestionEditor(QWidget):
    """An empty editor; each kind of answer has one of its own.

    Signals:
        changed(): something was typed or chosen.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(8)

    def show_draft(self, draft: Draft) -> None:
        """Show what a draft holds; says nothing to listeners."""

    def said(self) -> Said:
        """Return choice and text."""
        return Said()

    def lists(self) -> Entry:
        """Return the rows that are kept apart from the answer."""
        return Entry()

    def is_filled(self) -> bool:
        """Whether there is anything in it."""
        return not self.said().is_empty


class TextEditor(QuestionEditor):
    """A big field, so that one can also dictate into it; `least` lines tall."""

    def __init__(
        self, question: Question, name: str, *, least: int = 2, placeholder: str = ""
    ) -> None:
        super().__init__()
        self._question = question
        self.text = GrowingTextEdit(name, placeholder, least=least, most=10)
        self.text.textChanged.connect(self.changed)
        self.column.addWidget(self.text)
        self.setFocusProxy(self.text)

    @override
    def show_draft(self, draft: Draft) -> None:
        _set_text(self.text, draft.said(self._question).text)

    @override
    def said(self) -> Said:
        return Said(text=self.text.toPlainText())


class ChoiceEditor(QuestionEditor):
    """One choice among a few, and a note where the question asks for one."""

    def __init__(
        self, question: Question, name: str, options: Sequence[tuple[str, str]], first_name: str
    ) -> None:
        super().__init__()
        self._question = question
        self.choice = ChoiceRow(list(options), name)
        self.choice.chosen.connect(self.changed)
        self.column.addWidget(self.choice)
        self.note = self._note(personalise(question.note_text, first_name))
        self.setFocusProxy(self.choice)

    def _note(self, name: str) -> GrowingTextEdit | None:
        if not name:
            return None
        note = GrowingTextEdit(name, least=1, most=8)
        self.column.addSpacing(8)
        self.column.addWidget(text_label(name, "name", wrap=True))
        self.column.addWidget(note)
        note.textChanged.connect(self.changed)
        return note

    @override
    def show_draft(self, draft: Draft) -> None:
        said = draft.said(self._question)
        self.choice.set_value(said.choice or None)
        if self.note is not None:
            _set_text(self.note, said.text)

    @override
    def said(self) -> Said:
        note = "" if self.note is None else self.note.toPlainText()
        return Said(str(self.choice.value() or ""), note)


def _set_text(field: GrowingTextEdit, text: str) -> None:
    with QSignalBlocker(field):
        field.setPlainText(text)
        field.moveCursor(QTextCursor.MoveOperation.End)
    field.updateGeometry()


def focus(widget: QWidget) -> None:
    """Put the cursor where the user goes on."""
    widget.setFocus(Qt.FocusReason.OtherFocusReason)
