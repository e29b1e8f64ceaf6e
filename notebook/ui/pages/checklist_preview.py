"""How the questions will read, with somebody's name filled in."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from notebook.domain.checklists import WITH_NOTE, AnswerKind, Checklist, Question, Step, personalise
from notebook.services.answer_kinds import kind_use
from notebook.services.answer_words import options_of
from notebook.ui.delegates.outline_delegate import KIND_ICONS
from notebook.ui.icons import IconMark, Icons
from notebook.ui.widgets.chips import Chip
from notebook.ui.widgets.flow_layout import FlowLayout
from notebook.ui.widgets.labels import text_label
from notebook.ui.widgets.panel import Panel

_NAME_WIDTH = 130  # pixels


class ChecklistPreview(Panel):
    """Shows a question, a step or a whole checklist as it is asked, not to be filled in.

    Attributes:
        name: whose name is filled in.

    Signals:
        renamed(str): another name was typed.
    """

    renamed = Signal(str)

    def __init__(self, icons: Icons, name: str) -> None:
        super().__init__(self.tr("How it reads"))
        self._icons = icons
        self._part: Question | Step | Checklist | None = None
        self.name = QLineEdit(name)
        self.name.setAccessibleName(self.tr("A name to try the words with"))
        self.name.setFixedWidth(_NAME_WIDTH)
        self.title_row.addWidget(text_label(self.tr("with"), "second"))
        self.title_row.addWidget(self.name)
        self._paper = QWidget()
        self.body.addWidget(self._paper)
        self.name.textChanged.connect(self._on_name)

    def show_part(self, part: Question | Step | Checklist) -> None:
        """Show something else, or the same in other words."""
        if part == self._part:
            return
        self._part = part
        self._show_anew()

    def texts(self) -> list[str]:
        """Return the words that are shown, from top to bottom."""
        return self._texts

    def _show_anew(self) -> None:
        paper = QWidget()
        self._texts: list[str] = []
        self._column = QVBoxLayout(paper)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        match self._part:
            case Question() as question:
                self._add_question(question)
            case Step() as step:
                self._add_step(step)
            case Checklist() as checklist:
                for number, step in enumerate(checklist.without_empty_steps().steps):
                    self._column.addSpacing(14 if number else 0)
                    self._add_step(step)
        self.body.replaceWidget(self._paper, paper)
        self._paper.hide()
        self._paper.deleteLater()
        self._paper = paper

    def _add(self, text: str, rank: str) -> None:
        words = personalise(text, self.name.text())
        if words:
            self._texts.append(words)
            self._column.addWidget(text_label(words, rank, wrap=True))

    def _add_step(self, step: Step) -> None:
        self._add(step.heading, "heading")
        self._add(step.intro, "soft")
        for question in step.questions:
            self._column.addSpacing(8)
            self._add_question(question)

    def _add_question(self, question: Question) -> None:
        self._add(question.text, "name")
        self._add(question.hint, "second")
        options = options_of(question, self.name.text())
        if options:
            row = QWidget()
            flow = FlowLayout(row, gap=4, line_gap=4)
            for _key, words in options:
                self._texts.append(words)
                flow.addWidget(Chip(self._icons, "", words))
            self._column.addWidget(row)
        else:
            self._column.addWidget(self._answer(question.kind))
        if question.kind in WITH_NOTE:
            self._add(question.note_text, "name")

    def _answer(self, kind: AnswerKind) -> QFrame:
        frame = QFrame()
        frame.setProperty("role", "answer")
        row = QHBoxLayout(frame)
        row.setContentsMargins(10, 8, 10, 8)
        row.setSpacing(8)
        row.addWidget(IconMark(self._icons, KIND_ICONS[kind]), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(text_label(kind_use(kind), "second", wrap=True), 1)
        self._texts.append(kind_use(kind))
        return frame

    def _on_name(self, name: str) -> None:
        self.renamed.emit(name)
        self._show_anew()
