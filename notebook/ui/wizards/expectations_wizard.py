"""The expectations wizard: what both sides expect of a project, asked before it starts."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QLineEdit, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from notebook.domain.changes import Changes
from notebook.domain.checklists import Checklist
from notebook.errors import NotebookError, Refused
from notebook.services.draft import Draft
from notebook.services.drafts import Drafts
from notebook.services.phrases import filled
from notebook.ui.notifier import Notifier
from notebook.ui.prompts import may_leave
from notebook.ui.widgets.people_chooser import ChosenPerson
from notebook.ui.wizards.agreement_step import AgreementStep
from notebook.ui.wizards.draft_keeper import DraftKeeper
from notebook.ui.wizards.finished_page import FinishedPage
from notebook.ui.wizards.project_step import ProjectStep
from notebook.ui.wizards.question_editor import focus
from notebook.ui.wizards.question_step import QuestionStep, question_pages, what_pages_depend_on
from notebook.ui.wizards.tools import WizardTools
from notebook.ui.wizards.wizard_frame import WizardFrame, fit
from notebook.ui.wizards.wizard_page import WizardPage


class ExpectationsWizard(QDialog):
    """Begin it with `start` for a new project or with `resume` for one that is there.

    Once a project is agreed the wizard asks only the questions that were left open.

    Attributes:
        frame: steps, page and foot.
        pages: the pages there are, one for each step.
        is_finished: whether the project was agreed here.

    Signals:
        project_chosen(int): the user wants to see the project that was finished.
    """

    project_chosen = Signal(object)

    def __init__(
        self,
        drafts: Drafts,
        checklists: Sequence[Checklist],
        notifier: Notifier,
        tools: WizardTools,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._drafts, self._notifier, self._tools = drafts, notifier, tools
        self._made_for: object = None
        self._place = 0
        self.is_finished = False
        self.pages: list[WizardPage] = []
        self.project_step = ProjectStep(tools, checklists)
        self.agreement_step = AgreementStep(tools)
        self.finished_page = FinishedPage(tools.icons)
        self.frame = WizardFrame(tools.icons)
        self._keeper = DraftKeeper(drafts, notifier, tools.clock, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.frame)
        self.frame.name(self.tr("New project"), "")
        fit(self, parent)
        self._connect()

    @property
    def page(self) -> WizardPage:
        """The page that is shown."""
        return self.pages[self._place]

    def start(self, person: ChosenPerson | None = None) -> None:
        """Begin a new project, perhaps for somebody who is known already."""
        if person is not None:
            self.project_step.show_person(person)
        self._set_pages([self.project_step])
        self._on_checklist()
        self._show(0)

    def resume(self, project_id: int, question_key: str = "") -> None:
        """Go on where the project was left, or at one of its questions.

        Raises Refused if the project is gone, or if it is agreed and nothing was left open.
        """
        draft = self._keeper.resume(project_id)
        if not draft.asked_steps:
            words = self.tr("Every question about %1 is answered.")
            raise Refused(filled(words, draft.facts.name))
        self._make_pages(draft)
        self._show(0 if draft.is_agreed else min(draft.step, len(self.pages) - 1))
        if question_key:
            self.ask(question_key)

    @Slot(str)
    def ask(self, question_key: str) -> None:
        """Go to a question; nothing happens when no page asks it."""
        for place, page in enumerate(self.pages):
            if (widget := page.asking(question_key)) is not None:
                self.go_to(place)
                if self.page is page:
                    focus(widget)
                    self.frame.reveal(page, widget)
                return

    def let_change(self, change: Callable[[int], Changes]) -> None:
        """Save the page, let something change the project with this id, and show it anew."""
        if not self._keeper.leave(self._place):
            self._say_why_not()
            return
        self._notifier.tell(change(self._keeper.project_id))
        self._make_pages(self._keeper.resume(self._keeper.project_id))
        self.frame.banner.clear()

    @Slot(int)
    def go_to(self, place: int) -> None:
        """Save the page and show another one; stay when it can't be saved."""
        if place == self._place or self.is_finished:
            self.frame.steps.set_current(self._place)
        elif self._keeper.leave(place):
            self._show(place)
        else:
            self.frame.steps.set_current(self._place)
            self._say_why_not()

    def _connect(self) -> None:
        footer = self.frame.footer
        self.frame.steps.chosen.connect(self.go_to)
        footer.later.clicked.connect(self._on_later)
        footer.back.clicked.connect(self._on_back)
        footer.next.clicked.connect(self._on_next)
        footer.close_button.clicked.connect(self.accept)
        self._keeper.kept.connect(self._on_kept)
        self._keeper.state_told.connect(footer.say)
        self.agreement_step.view.question_chosen.connect(self.ask)
        self.project_step.checklist.chosen.connect(self._on_checklist)
        for keys, slot in (
            ("Ctrl+Return", self._on_next_key),
            ("Ctrl+PgDown", self._on_next_key),
            ("Ctrl+PgUp", self._on_back),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(slot)

    def _make_pages(self, draft: Draft) -> None:
        """Make the pages for a project: its person and its questions are known now."""
        self._made_for = what_pages_depend_on(draft)
        questions = question_pages(self._tools, draft)
        pages = [self.project_step, *questions, self.agreement_step]
        self._set_pages(questions if draft.is_agreed else pages)
        for page in self.pages:
            page.show_draft(draft)
        self.frame.steps.set_steps([page.title for page in self.pages])
        self.frame.steps.set_current(self._place)
        self._show_standing(draft)

    def _set_pages(self, pages: Sequence[WizardPage]) -> None:
        for page in self.pages:
            if isinstance(page, QuestionStep):
                self.frame.remove_page(page)
        for page in pages:
            if page not in self.pages:
                page.changed.connect(self._keeper.touch)
        self.pages = list(pages)
        self.frame.add_pages(pages)

    def _show(self, place: int) -> None:
        self._place = place
        draft = self._keeper.draft
        if draft is not None and self.page is self.agreement_step:
            self.page.show_draft(draft)
        self.frame.banner.clear()
        self._keeper.enter(self.page, place)
        self.frame.show_page(self.page)
        self.frame.steps.set_current(place)
        self._show_buttons(draft)
        focus(self.page.start())

    def _show_buttons(self, draft: Draft | None) -> None:
        is_agreed = draft is not None and draft.is_agreed
        is_last = draft is not None and self._place == len(self.pages) - 1
        last_text = self.tr("Done") if is_agreed else self.tr("Finish")
        self.frame.footer.show_buttons(
            later=isinstance(self.page, QuestionStep) and not is_agreed,
            back=self._place > 0,
            next_text=last_text if is_last else self.tr("Next"),
        )

    def _show_standing(self, draft: Draft) -> None:
        self.frame.name(draft.facts.name, filled(self.tr("with %1"), draft.person_name))
        self.frame.show_standing(self.pages, draft)

    def _say_why_not(self) -> None:
        self.frame.banner.show_message(self._keeper.trouble, "warn")
        if unread := self.page.unread():
            focus(unread[0])
            if isinstance(field := self.focusWidget(), QLineEdit):
                field.selectAll()  # typing replaces it

    def _finish(self) -> None:
        project_id = self._keeper.project_id
        if not self._keeper.leave(self._place):
            self._say_why_not()
            return
        try:
            changes, finished = self._drafts.finish(project_id, self._tools.clock.today())
        except NotebookError as problem:
            self.ask(self._drafts.lacking(project_id))
            self.frame.banner.show_message(str(problem), "warn")
            return
        self.is_finished = True
        self._notifier.tell(changes)
        self.finished_page.show_finished(finished)
        self._show_standing(self._drafts.read(project_id))
        self.frame.end_with(self.finished_page, changes.label, self.tr("Open the project"))
        focus(self.frame.footer.next)

    @Slot()
    def _on_checklist(self) -> None:
        """Name the steps that are to come, before there is anything to ask."""
        if self._keeper.draft is None:
            titles = self.project_step.asked_titles()
            self.frame.steps.set_steps([self.page.title, *titles, self.agreement_step.title])

    @Slot(object)
    def _on_kept(self, draft: Draft) -> None:
        if what_pages_depend_on(draft) != self._made_for:
            self._make_pages(draft)
        else:
            self._show_standing(draft)
        self.frame.banner.clear()

    @Slot()
    def _on_later(self) -> None:
        if isinstance(self.page, QuestionStep):
            self.page.leave_for_later()
        self.go_to(self._place + 1)

    @Slot()
    def _on_back(self) -> None:
        self.go_to(max(self._place - 1, 0))

    @Slot()
    def _on_next_key(self) -> None:
        """Go on by key, yet never finish by one: that is pressed on purpose."""
        if self._keeper.draft is None or self._place < len(self.pages) - 1:
            self.go_to(self._place + 1)

    @Slot()
    def _on_next(self) -> None:
        draft = self._keeper.draft
        if self.is_finished:
            self.accept()
            self.project_chosen.emit(self._keeper.project_id)
        elif draft is None or self._place < len(self.pages) - 1:
            self.go_to(self._place + 1)
        elif draft.is_agreed:
            self.reject()
        else:
            self._finish()

    def _may_leave(self) -> bool:
        nothing_begun = self._keeper.draft is None and self.project_step.is_empty()
        if self.is_finished or nothing_begun or self._keeper.close(self.pages):
            return True
        return may_leave(self._tools.prompts, self._keeper.trouble)

    @override
    def reject(self) -> None:
        """Close; what was filled in is kept, as far as it can be."""
        if self._may_leave():
            super().reject()

    @override
    def setVisible(self, visible: bool) -> None:
        """Begin behind what a field holds already: a dialog would let the first key replace it."""
        super().setVisible(visible)
        if visible:
            focus(self.focusWidget())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus, and begins a project; it ends nothing."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
            return
        focused = self.focusWidget()
        if isinstance(focused, QPushButton):
            focused.click()
        elif self.page is self.project_step and focused is self.project_step.name:
            focus(self.project_step.person)
