"""A new answer to a question that was agreed: what, who said so, when and why."""

from collections.abc import Callable
from dataclasses import replace
from typing import cast

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QFormLayout, QWidget
from typing_extensions import override

from notebook.domain.text import excerpt
from notebook.services.amendments import Amendable, AmendmentDraft
from notebook.services.draft import Entry
from notebook.services.phrases import filled
from notebook.ui.widgets.banner import Banner
from notebook.ui.widgets.buttons import plain_button, primary_button
from notebook.ui.widgets.date_edit import OptionalDateEdit
from notebook.ui.widgets.dialog_frame import fit_above, lay_out_dialog
from notebook.ui.widgets.grow_text_edit import GrowingTextEdit
from notebook.ui.widgets.labels import text_label
from notebook.ui.widgets.panel import Panel
from notebook.ui.widgets.pick_button import PickButton
from notebook.ui.widgets.tab_order import tab_through
from notebook.ui.wizards.question_block import editor_for
from notebook.ui.wizards.tools import WizardTools

_USUAL = (700, 560)
_LONGEST_NAME = 40  # characters


class AmendDialog(QDialog):
    """Shows the answer as the wizard did, to be changed; the one before is kept by `save`.

    `save` returns a sentence when it can't be done, which is shown; else the dialog closes.

    Attributes:
        editor: the answer.
        said_by, day, reason: who said so, when and why.
    """

    def __init__(
        self,
        amendable: Amendable,
        tools: WizardTools,
        save: Callable[[AmendmentDraft], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._amendable, self._prompts, self._save = amendable, tools.prompts, save
        title = filled(self.tr("Change what was agreed on %1"), amendable.draft.facts.name)
        self.setWindowTitle(title)
        self.banner = Banner(tools.icons)
        first_name = amendable.draft.first_name
        self.editor = editor_for(tools, amendable.question, amendable.words, first_name)
        self.editor.show_draft(amendable.draft)
        nobody = [(None, self.tr("Nobody in particular"))]
        people = [(key, excerpt(name, _LONGEST_NAME)) for key, name in amendable.people]
        self.said_by = PickButton(self.tr("Who said so"), [*people, *nobody], plain=True)
        self.said_by.set_value(people[0][0] if people else None)
        today = tools.clock.today()
        self.day = OptionalDateEdit(tools.icons, today, self.tr("Agreed on"))
        self.day.set_value(today)
        self.reason = GrowingTextEdit(self.tr("Why"), self.tr("Why, in a few words"), most=4)
        self.cancel_button = plain_button(self.tr("Cancel"))
        self.cancel_button.setAutoDefault(False)
        self.save_button = primary_button(self.tr("Change the agreement"))
        self._lay_out(title)
        self.save_button.clicked.connect(self._on_save)
        self.reason.submitted.connect(self._on_save)
        self.cancel_button.clicked.connect(self.reject)
        fit_above(self, _USUAL, parent)
        self.editor.setFocus()
        self._begun = self._filled_in()

    def _filled_in(self) -> tuple[object, ...]:
        day, reason = self.day.value(), self.reason.toPlainText()
        return self._entry(), self.said_by.value(), day, reason

    def _lay_out(self, title: str) -> None:
        answer = Panel(self._amendable.words)
        answer.body.addWidget(self.editor)
        about = Panel()
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        form.addRow(self.tr("&Who said so"), self.said_by)
        form.addRow(self.tr("&Agreed on"), self.day)
        form.addRow(self.tr("W&hy"), self.reason)
        about.body.addLayout(form)
        hint = self.tr("The answer before stays in the agreement, with this day and reason.")
        about.body.addWidget(text_label(hint, "second", wrap=True))
        head = (text_label(title, "heading", wrap=True), self.banner)
        lay_out_dialog(self, head, (answer, about), (self.cancel_button, self.save_button))

    def _entry(self) -> Entry:
        lists = self.editor.lists()
        answers = {self._amendable.question.key: self.editor.said()}
        return replace(lists, answers=answers)

    @Slot()
    def _on_save(self) -> None:
        day = self.day.value()
        if day is None:
            self.banner.show_message(self.tr("On which day?"), "warn")
            self.day.setFocus()
            return
        said_by = cast("int | None", self.said_by.value())
        trouble = self._save(AmendmentDraft(self._entry(), said_by, day, self.reason.toPlainText()))
        if trouble:
            self.banner.show_message(trouble, "warn")
            self.editor.setFocus()
            return
        self.accept()

    @override
    def reject(self) -> None:
        """Close without a change; asks first when something was filled in."""
        if self._filled_in() == self._begun or self._prompts.confirm(
            self.tr("Leave without saving?"),
            self.tr("What you filled in about this change is not saved yet."),
            self.tr("Leave without saving"),
        ):
            super().reject()

    @override
    def focusNextPrevChild(self, forward: bool) -> bool:
        return tab_through(self, (self,), forward=forward) or super().focusNextPrevChild(forward)
