"""A page of questions, made from one step of a checklist."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from notebook.domain.checklists import AnswerKind, Question, Step, personalise
from notebook.domain.dates_in_words import long_day
from notebook.services.draft import Draft, Entry, Said, joined
from notebook.services.own_side import question_on_page
from notebook.services.phrases import filled
from notebook.services.project_words import how_often
from notebook.services.report_plans import report_plan_of
from notebook.ui.icons import IconMark
from notebook.ui.widgets.labels import text_label
from notebook.ui.widgets.panel import divider
from notebook.ui.widgets.tab_order import tab_through
from notebook.ui.wizards.question_block import QuestionBlock
from notebook.ui.wizards.tools import WizardTools
from notebook.ui.wizards.wizard_page import WizardPage


class QuestionStep(WizardPage):
    """The questions of one step below each other; `own` is one to ourselves, at the end.

    Attributes:
        step: what is asked.
        blocks: the questions, by their keys.
    """

    def __init__(
        self, tools: WizardTools, step: Step, first_name: str, own: Question | None = None
    ) -> None:
        super().__init__(
            personalise(step.title, first_name),
            personalise(step.heading, first_name),
            personalise(step.intro, first_name),
        )
        self.step = step
        self._clock = tools.clock
        self.blocks = {
            question.key: QuestionBlock(tools, question, first_name) for question in step.questions
        }
        if own is not None:
            self.blocks[own.key] = QuestionBlock(tools, own, first_name, optional=True)
        for block in self.blocks.values():
            if own is not None and block.question == own:
                self.column.addWidget(divider())
            self.column.addWidget(block)
            block.changed.connect(self.changed)
        self._reminder = QWidget()
        self._reminder_words = text_label("", "second", wrap=True)
        row = QHBoxLayout(self._reminder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(IconMark(tools.icons, "bell"))
        row.addWidget(self._reminder_words, 1)
        self.column.addWidget(self._reminder)
        self._reminder.hide()

    def entry(self) -> Entry:
        """Return everything that stands on the page."""
        return self._entry(lambda block: block.said())

    def unfinished_entry(self) -> Entry:
        """Return the same while it is being typed: no question counts as answered yet."""
        return self._entry(lambda block: _later(block.said()))

    def finished_entry(self) -> Entry:
        """Return the same once it is done: what is still empty is asked later."""
        return self._entry(
            lambda block: block.said() if block.editor.is_filled() else _later(block.said())
        )

    def is_filled(self) -> bool:
        """Whether there is something in each answer that they were asked for, none left for later."""
        blocks = [self.blocks[each.key] for each in self.step.questions]
        return all(each.editor.is_filled() and not each.later.isChecked() for each in blocks)

    def leave_for_later(self) -> None:
        """Leave all questions for later that have no answer yet."""
        for block in self.blocks.values():
            if not block.editor.is_filled():
                block.set_later(on=True)
        self.changed.emit()

    def show_kept(self, draft: Draft) -> None:
        """Show what follows from what was saved: who may have said so, and which reminder comes."""
        for block in self.blocks.values():
            block.show_people(draft)
        self._show_reminder(draft)

    def _show_reminder(self, draft: Draft) -> None:
        asks_rhythm = any(each.kind is AnswerKind.RHYTHM for each in self.step.questions)
        today = self._clock.today()
        plan = report_plan_of(draft, draft.agreed_on or today) if asks_rhythm else None
        if plan is not None:
            words = self.tr("Makes a reminder %1")
            if plan.first_on is not None:
                words = self.tr("Makes a reminder %1, from %2")
            first = long_day(plan.first_on, today) if plan.first_on else ""
            self._reminder_words.setText(filled(words, how_often(plan.rhythm), first))
        self._reminder.setVisible(plan is not None)

    def _entry(self, said: Callable[[QuestionBlock], Said]) -> Entry:
        answers = Entry({key: said(block) for key, block in self.blocks.items()})
        return joined([answers, *(block.editor.lists() for block in self.blocks.values())])

    @override
    def show_draft(self, draft: Draft) -> None:
        for block in self.blocks.values():
            block.show_draft(draft)
        self._show_reminder(draft)

    @override
    def asking(self, question_key: str) -> QWidget | None:
        return self.blocks.get(question_key)

    @override
    def start(self) -> QWidget:
        return next(iter(self.blocks.values()))

    @override
    def focusNextPrevChild(self, forward: bool) -> bool:
        parts = (
            part
            for block in self.blocks.values()
            for part in (block.editor, block.said_by, block.later)
        )
        return tab_through(self, parts, forward=forward) or super().focusNextPrevChild(forward)


def _later(said: Said) -> Said:
    return replace(said, ask_later=True)


def question_pages(tools: WizardTools, draft: Draft) -> list[QuestionStep]:
    """Return the pages of a project: one for each step that is still to be asked."""
    return [
        QuestionStep(tools, step, draft.first_name, question_on_page(draft, step))
        for step in draft.asked_steps
    ]


def finished_entry(pages: Iterable[WizardPage]) -> Entry:
    """Return what stands on all pages together, once nobody goes on with them."""
    return joined([page.finished_entry() for page in pages if isinstance(page, QuestionStep)])


def what_pages_depend_on(draft: Draft) -> tuple[object, ...]:
    """Return what the pages of a project are made from; others are made when it changes."""
    return draft.facts.person_id, draft.first_name, draft.checklist, draft.is_agreed
