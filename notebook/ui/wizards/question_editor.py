"""What an answer is written into: free text, short points, one choice with a note."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from notebook.domain.checklists import Question, personalise
from notebook.services.answer_words import fits
from notebook.services.draft import Draft, Entry, Said
from notebook.translate import translate
from notebook.ui.widgets.choice_row import ChoiceRow
from notebook.ui.widgets.date_edit import OptionalDateEdit
from notebook.ui.widgets.grow_text_edit import GrowingTextEdit
from notebook.ui.widgets.labels import text_label
from notebook.ui.wizards.tools import WizardTools


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


class NotedEditor(QuestionEditor):
    """A note below the answer, where the question asks for one or a note is there already."""

    def __init__(self, question: Question, first_name: str) -> None:
        super().__init__()
        self._question = question
        self._note_name = personalise(question.note_text, first_name)
        self.note: GrowingTextEdit | None = None

    def add_note(self, *, needed: bool = False) -> None:
        """Ask for a note below what is there, if the question does or if it is `needed`."""
        if self.note is not None or not (self._note_name or needed):
            return
        name = self._note_name or translate("question", "Note")
        self.note = GrowingTextEdit(name, least=1, most=8)
        self.column.addSpacing(8)
        self.column.addWidget(text_label(name, "name", wrap=True))
        self.column.addWidget(self.note)
        self.note.textChanged.connect(self.changed)

    @override
    def show_draft(self, draft: Draft) -> None:
        said = draft.said(self._question)
        self.add_note(needed=bool(said.text))
        if self.note is not None:
            _set_text(self.note, said.text)

    @override
    def said(self) -> Said:
        return Said(text="" if self.note is None else self.note.toPlainText())


class ChoiceEditor(NotedEditor):
    """One choice among a few."""

    def __init__(
        self, question: Question, name: str, options: Sequence[tuple[str, str]], first_name: str
    ) -> None:
        super().__init__(question, first_name)
        self.choice = ChoiceRow(list(options), name)
        self.choice.chosen.connect(self.changed)
        self.column.addWidget(self.choice)
        self.add_note()
        self.setFocusProxy(self.choice)

    @override
    def show_draft(self, draft: Draft) -> None:
        super().show_draft(draft)
        self.choice.set_value(draft.said(self._question).choice or None)

    @override
    def said(self) -> Said:
        return Said(str(self.choice.value() or ""), super().said().text)


class DateEditor(NotedEditor):
    """One day."""

    def __init__(self, tools: WizardTools, question: Question, name: str, first_name: str) -> None:
        super().__init__(question, first_name)
        self.date = OptionalDateEdit(tools.icons, tools.clock.today(), name)
        self.date.changed.connect(self.changed)
        self.column.addWidget(self.date, 0, Qt.AlignmentFlag.AlignLeft)
        self.add_note()
        self.setFocusProxy(self.date)

    @override
    def show_draft(self, draft: Draft) -> None:
        super().show_draft(draft)
        choice = draft.said(self._question).choice
        if choice != self._choice():
            is_day = choice and fits(self._question, choice)
            self.date.set_value(date.fromisoformat(choice) if is_day else None)

    def _choice(self) -> str:
        day = self.date.value()
        return day.isoformat() if day else ""

    @override
    def said(self) -> Said:
        return Said(self._choice(), super().said().text)


def _set_text(field: GrowingTextEdit, text: str) -> None:
    with QSignalBlocker(field):
        field.setPlainText(text)
        field.moveCursor(QTextCursor.MoveOperation.End)
    field.updateGeometry()


def focus(widget: QWidget) -> None:
    """Put the cursor where the user goes on: behind what stands there already."""
    widget.setFocus(Qt.FocusReason.OtherFocusReason)
    if isinstance(field := widget.window().focusWidget(), QLineEdit):
        field.end(False)  # noqa: FBT003 - Qt's own signature
