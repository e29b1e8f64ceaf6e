"""One question: its words, what is written into it, and the way to leave it for later."""

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from notebook.domain.checklists import AnswerKind, Question, personalise
from notebook.services.answer_words import options_of
from notebook.services.draft import Draft, Said
from notebook.services.phrases import filled
from notebook.translate import translate
from notebook.ui.widgets.buttons import link_button
from notebook.ui.widgets.labels import escape_mnemonic, set_look, text_label
from notebook.ui.wizards.deliverables_editor import DeliverablesEditor
from notebook.ui.wizards.needs_editor import NeedsEditor
from notebook.ui.wizards.people_editor import PeopleEditor
from notebook.ui.wizards.question_editor import (
    ChoiceEditor,
    DateEditor,
    QuestionEditor,
    TextEditor,
)
from notebook.ui.wizards.responsibilities_editor import ResponsibilitiesEditor
from notebook.ui.wizards.tools import WizardTools
from notebook.ui.wizards.who_said_so import WhoSaidSo

_LISTS = {
    AnswerKind.DELIVERABLES,
    AnswerKind.NEEDS,
    AnswerKind.RESPONSIBILITIES,
    AnswerKind.PEOPLE,
}
"""Answers of many rows, which say who is meant in each of them where that matters."""


class QuestionBlock(QWidget):
    """Shows one question of a checklist.

    One that is `optional` is never left for later, and nobody in particular says it.

    Attributes:
        question: what is asked.
        later: the small button that leaves it for later, or takes that back.
        said_by: who gave the answer.

    Signals:
        changed(): the answer, or whether it is asked later.
    """

    changed = Signal()

    def __init__(
        self, tools: WizardTools, question: Question, first_name: str, *, optional: bool = False
    ) -> None:
        super().__init__()
        self.question = question
        self._optional = optional
        self._icons = tools.icons
        self._words = personalise(question.text, first_name)
        self._was_filled = False
        self.label = text_label(self._words, "name", wrap=True)
        self.hint = text_label(personalise(question.hint, first_name), "second", wrap=True)
        self.later = link_button("", calm=True)
        self.later.setCheckable(True)
        self.later.setIconSize(QSize(20, 14))
        self.editor = editor_for(tools, question, self._words, first_name)
        self.said_by = WhoSaidSo(tools)
        self.setFocusProxy(self.editor)
        self._lay_out()
        self.hint.setVisible(bool(question.hint))
        self.later.setHidden(optional)
        self.said_by.setHidden(optional or question.kind in _LISTS)
        self._show_later()
        self.editor.changed.connect(self._on_changed)
        self.later.toggled.connect(self._on_later)
        self.said_by.changed.connect(self.changed)

    def show_draft(self, draft: Draft) -> None:
        """Show what a draft holds; says nothing to listeners."""
        self.editor.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self.editor.show_draft(draft)
        self.editor.blockSignals(False)  # noqa: FBT003 - Qt's own signature
        self._was_filled = self.editor.is_filled()
        self.set_later(on=draft.said(self.question).ask_later)
        self.show_people(draft)
        self.said_by.show_said(draft.said(self.question))

    def show_people(self, draft: Draft) -> None:
        """Offer whoever may have said so, as far as they are known by now."""
        self.said_by.show_people(draft)

    def said(self) -> Said:
        """Return choice, text and whether it is asked later."""
        said = self.editor.said()
        return Said(said.choice, said.text, self.later.isChecked(), self.said_by.value())

    def set_later(self, *, on: bool) -> None:
        """Leave the question for later or not; says nothing to listeners."""
        self.later.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self.later.setChecked(on and not self._optional)
        self.later.blockSignals(False)  # noqa: FBT003 - Qt's own signature
        self._show_later()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.editor)  # first, so that Tab reaches it before the small button
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self.label, 1, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self.said_by, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self.later, 0, Qt.AlignmentFlag.AlignTop)
        column.insertLayout(0, top)
        column.insertWidget(1, self.hint)

    def _show_later(self) -> None:
        on = self.later.isChecked()
        words = (
            translate("question", "Left for later") if on else translate("question", "Ask later")
        )
        self.later.setText(escape_mnemonic(words))
        self.later.setIcon(self._icons.icon("clock", "soft", checked="warn"))
        text = translate("question", "%1: %2")
        self.later.setAccessibleName(filled(text, words, self._words))
        set_look(self.later, "later", "true" if on else "false")

    @Slot()
    def _on_changed(self) -> None:
        """An answer takes the question back from later, at its first word."""
        is_filled = self.editor.is_filled()
        if is_filled and not self._was_filled:
            self.set_later(on=False)
        self._was_filled = is_filled
        self.changed.emit()

    @Slot()
    def _on_later(self) -> None:
        self._show_later()
        self.changed.emit()


def editor_for(
    tools: WizardTools, question: Question, name: str, first_name: str
) -> QuestionEditor:
    """Return the editor for the kind of answer that a question asks for."""
    lists = {
        AnswerKind.DELIVERABLES: DeliverablesEditor,
        AnswerKind.NEEDS: NeedsEditor,
        AnswerKind.RESPONSIBILITIES: ResponsibilitiesEditor,
        AnswerKind.PEOPLE: PeopleEditor,
    }
    if question.kind in lists:
        return lists[question.kind](tools)
    if question.kind is AnswerKind.DATE:
        return DateEditor(tools, question, name, first_name)
    options = options_of(question, first_name)
    if options:
        return ChoiceEditor(question, name, options, first_name)
    if question.kind is AnswerKind.POINTS:
        hint = translate("question", "One point per line")
        return TextEditor(question, name, least=3, placeholder=hint)
    return TextEditor(question, name)
