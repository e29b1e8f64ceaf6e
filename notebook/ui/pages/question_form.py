"""The words of a question and how it is answered."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget
from typing_extensions import override

from notebook.domain.changes import Changes
from notebook.domain.checklists import (
    ASKED_ONCE,
    FEWEST_OPTIONS,
    MOST_OPTIONS,
    WITH_NOTE,
    AnswerKind,
    Checklist,
    Question,
)
from notebook.services.answer_kinds import kind_name, kind_use
from notebook.services.checklist_editing import ChecklistEditing
from notebook.services.phrases import filled
from notebook.ui.icons import Icons
from notebook.ui.pages.checklist_form import MovableForm, set_words
from notebook.ui.widgets.buttons import link_button
from notebook.ui.widgets.calm_combo_box import CalmComboBox
from notebook.ui.widgets.grow_text_edit import GrowingTextEdit
from notebook.ui.widgets.labels import text_label


class QuestionForm(MovableForm):
    """One question of a checklist.

    Signals:
        step_chosen(str): put it into this step.
        reset_chosen(): back to the words with which it came.
    """

    step_chosen = Signal(str)
    reset_chosen = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__(icons)
        self._question = Question("", "", AnswerKind.TEXT)
        self.text = GrowingTextEdit(least=2, most=6, single_line_submit=True)
        self.hint = GrowingTextEdit(least=1, most=6, single_line_submit=True)
        self.options = GrowingTextEdit(least=3, most=MOST_OPTIONS)
        self.note = QLineEdit(placeholderText=self.tr("No note"))
        self.kind = CalmComboBox("")
        self.step = CalmComboBox("")
        self.use = text_label("", "second", wrap=True)
        self.name_button = link_button(self.tr("Put in the name"), second=True)
        self.reset_button = link_button(self.tr("Back to the words it came with"), second=True)
        self._last: GrowingTextEdit | QLineEdit = self.text
        self._lay_out()
        self.watch(self.text, self.hint, self.options, self.note)
        self.kind.activated.connect(self._on_kind)
        self.step.activated.connect(lambda: self.step_chosen.emit(str(self.step.value())))
        self.name_button.clicked.connect(self._on_name)
        self.reset_button.clicked.connect(self.reset_chosen)

    def show_question(
        self, title: str, checklist: Checklist, step_key: str, question: Question, *, changed: bool
    ) -> None:
        """Show a question of a checklist; `changed` offers the way back. Says nothing to listeners."""
        if question.key != self._question.key:
            self._last = self.text
        self._question = question
        self.set_title(title)
        for field, text in (
            (self.text, question.text),
            (self.hint, question.hint),
            (self.note, question.note_text),
            (self.options, "\n".join(question.options)),
        ):
            if field is not self.options or question.kind is AnswerKind.CHOICE:
                set_words(field, text)
        asked = {each.kind for each in checklist.questions if each.key != question.key}
        kinds = [(kind, kind_name(kind)) for kind in AnswerKind]
        self.kind.offer(kinds, question.kind, closed=sorted(asked & ASKED_ONCE))
        steps = [(step.key, " ".join(step.title.split())) for step in checklist.steps]
        self.step.offer(steps, step_key)
        self.reset_button.setVisible(changed)
        self._show_kind(question.kind)
        self.say_trouble("")

    def value(self) -> Question:
        """Return the question with what stands in the fields."""
        kind = AnswerKind(str(self.kind.value()))
        return replace(
            self._question,
            text=self.text.toPlainText().strip(),
            hint=self.hint.toPlainText().strip(),
            note_text=self.note.text().strip(),
            kind=kind,
            options=self._options() if kind is AnswerKind.CHOICE else (),
        )

    def _options(self) -> tuple[str, ...]:
        lines = (line.strip() for line in self.options.toPlainText().splitlines())
        return tuple(dict.fromkeys(line for line in lines if line))

    def _lay_out(self) -> None:
        self.ask(self.tr("What shall be asked?"), self.text)
        self.body.addWidget(self.trouble)
        self.body.addLayout(self._name_row())
        self.ask(self.tr("Small words below it"), self.hint)
        self.ask(self.tr("How is it answered?"), self.kind, self.use)
        self._options_block = self.ask(self.tr("The choices, one on each line"), self.options)
        self._note_block = self.ask(self.tr("Ask for a note beside it"), self.note)
        self.ask(self.tr("In which step?"), self.step)
        row = QHBoxLayout()
        row.addWidget(self.reset_button)
        row.addStretch(1)
        self.body.addLayout(row)

    def _name_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        hint = self.tr("{name} stands for the first name of the person asked.")
        row.addWidget(text_label(hint, "second", wrap=True), 1)
        row.addWidget(self.name_button, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _show_kind(self, kind: AnswerKind) -> None:
        self.use.setText(kind_use(kind))
        self._options_block.setVisible(kind is AnswerKind.CHOICE)
        self._note_block.setVisible(kind in WITH_NOTE)

    @Slot()
    def _on_kind(self) -> None:
        kind = AnswerKind(str(self.kind.value()))
        if kind is AnswerKind.CHOICE and not self._options():
            set_words(self.options, self.tr("First choice\nSecond choice"))
        self._show_kind(kind)
        self.edited.emit()
        self.left.emit()

    @Slot()
    def _on_name(self) -> None:
        """Put the place of the name where the cursor was last."""
        if isinstance(self._last, QLineEdit):
            self._last.insert("{name}")
        else:
            self._last.insertPlainText("{name}")
        self._last.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and watched in (self.text, self.hint, self.note):
            assert isinstance(watched, GrowingTextEdit | QLineEdit)
            self._last = watched
        return super().eventFilter(watched, event)

    @override
    def start(self) -> QWidget:
        return self.text

    @override
    def what_is_missing(self) -> str:
        question = self.value()
        if not question.text:
            return self.tr("Every question needs words.")
        too_few = not FEWEST_OPTIONS <= len(question.options) <= MOST_OPTIONS
        if question.kind is AnswerKind.CHOICE and too_few:
            words = self.tr("Write %1 to %2 choices, each on a line of its own.")
            return filled(words, str(FEWEST_OPTIONS), str(MOST_OPTIONS))
        return ""

    @override
    def save(self, editing: ChecklistEditing, key: str, *, goes_on: bool) -> Changes:
        return editing.save_question(key, self.value(), goes_on=goes_on)

    @override
    def row_words(self) -> tuple[str, AnswerKind | None]:
        question = self.value()
        return question.text, question.kind
