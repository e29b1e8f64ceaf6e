"""What the checklist editor is made of: the parts at the left, form and preview at the right."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from notebook.domain.checklist_edits import find_question, question_of, step_of
from notebook.domain.checklists import Checklist
from notebook.services.checklists import Origin
from notebook.services.phrases import filled
from notebook.ui.icons import Icons
from notebook.ui.models.outline_model import OutlineModel, Part
from notebook.ui.pages.checklist_form import ChecklistForm, MovableForm, PartForm, StepForm
from notebook.ui.pages.checklist_preview import ChecklistPreview
from notebook.ui.pages.question_form import QuestionForm
from notebook.ui.widgets.banner import Banner
from notebook.ui.widgets.buttons import link_button, plain_button
from notebook.ui.widgets.labels import text_label
from notebook.ui.widgets.outline_view import OutlineView
from notebook.ui.widgets.scrolling import scrolling

OUTLINE_WIDTH = 304  # pixels
_LEAST_OUTLINE, _LEAST_FORM = 200, 300


class ChecklistFrame(QSplitter):
    """The widgets and their places; one form is shown at a time.

    Attributes:
        model, outline: the parts.
        checklist_form, step_form, question_form: for what is chosen.
        preview: how it reads.
        back, add_question, add_step: the buttons around the outline.
        banner: what could not be done.
    """

    def __init__(self, icons: Icons) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.model = OutlineModel(self)
        self.outline = OutlineView(icons, self.model, self.tr("Steps and questions"))
        self.checklist_form = ChecklistForm(icons)
        self.step_form = StepForm(icons)
        self.question_form = QuestionForm(icons)
        self.preview = ChecklistPreview(icons, self.tr("Marta"))
        self.banner = Banner(icons)
        self.back = link_button(self.tr("All checklists"))
        self.back.setIcon(icons.icon("arrow-left", "accent"))
        self.add_question = plain_button(self.tr("Question"), icons, "plus")
        self.add_question.setAccessibleName(self.tr("Add a question"))
        self.add_step = plain_button(self.tr("Step"), icons, "plus")
        self.add_step.setAccessibleName(self.tr("Add a step"))
        self._forms: dict[Part, PartForm] = {
            Part.CHECKLIST: self.checklist_form,
            Part.STEP: self.step_form,
            Part.QUESTION: self.question_form,
        }
        self._lay_out()
        self.model.fill_in(self.preview.name.text())
        self.preview.renamed.connect(self.model.fill_in)

    def form(self, part: Part) -> PartForm:
        """Return the form for a kind of part."""
        return self._forms[part]

    def forms(self) -> Iterator[PartForm]:
        """Yield all forms."""
        yield from self._forms.values()

    def movable_forms(self) -> Iterator[MovableForm]:
        """Yield the forms of what can be moved and removed."""
        yield from (self.step_form, self.question_form)

    def show_part(
        self, part: Part, key: str, checklist: Checklist, origin: Origin, *, changed: bool
    ) -> None:
        """Show the form of a part, filled in; `changed`: a question that differs from its origin."""
        if part is Part.QUESTION:
            keys = [question.key for question in checklist.questions]
            title = _counted(self.tr("Question %1 of %2"), keys, key)
            step = checklist.steps[find_question(checklist, key)[0]]
            question = question_of(checklist, key)
            self.question_form.show_question(title, checklist, step.key, question, changed=changed)
        elif part is Part.STEP:
            title = _counted(self.tr("Step %1 of %2"), [step.key for step in checklist.steps], key)
            self.step_form.show_step(title, step_of(checklist, key))
        else:
            self.checklist_form.show_checklist(checklist.name, origin, checklist.missing_kinds)
        for each, form in self._forms.items():
            form.setVisible(each is part)
        self.show_preview(part, checklist)

    def to_top(self) -> None:
        """Scroll back to where a form begins."""
        self._area.verticalScrollBar().setValue(0)

    def show_preview(self, part: Part, checklist: Checklist) -> None:
        """Show how the form, or the whole checklist, reads."""
        if part is Part.QUESTION:
            self.preview.show_part(self.question_form.value())
        elif part is Part.STEP:
            self.preview.show_part(self.step_form.value())
        else:
            self.preview.show_part(checklist)

    def _lay_out(self) -> None:
        self.setChildrenCollapsible(False)
        self.addWidget(self._left())
        self.addWidget(self._right())
        self.setStretchFactor(1, 1)
        self.setSizes([OUTLINE_WIDTH, 10_000])

    def _left(self) -> QFrame:
        side = QFrame()
        side.setProperty("role", "sidebar")
        side.setProperty("side", "left")
        side.setMinimumWidth(_LEAST_OUTLINE)
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.setContentsMargins(12, 14, 12, 4)
        head.addWidget(self.back)
        head.addStretch(1)
        foot.setContentsMargins(12, 8, 12, 2)
        foot.setSpacing(8)
        foot.addWidget(self.add_question)
        foot.addWidget(self.add_step)
        foot.addStretch(1)
        words = text_label(self.tr("Saved as you type"), "small")
        words.setContentsMargins(14, 0, 12, 10)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 1, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.outline, 1)
        column.addLayout(foot)
        column.addWidget(words)
        return side

    def _right(self) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(22, 16, 22, 22)
        column.setSpacing(12)
        column.addWidget(self.banner)
        for form in self._forms.values():
            column.addWidget(form)
        column.addWidget(self.preview)
        column.addStretch(1)
        self._area = scrolling(inside)
        self._area.setMinimumWidth(_LEAST_FORM)
        return self._area


def _counted(words: str, keys: list[str], key: str) -> str:
    return filled(words, str(keys.index(key) + 1), str(len(keys)))
