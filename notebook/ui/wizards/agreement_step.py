"""The last page of the wizard: the whole agreement, to be looked at together and handed on."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from notebook.services.agreements import Agreement
from notebook.services.draft import Draft
from notebook.services.phrases import filled
from notebook.ui.widgets.agreement_view import AgreementView
from notebook.ui.wizards.tools import WizardTools
from notebook.ui.wizards.wizard_page import WizardPage


class AgreementStep(WizardPage):
    """Everything on one page, open questions first; `read` returns the agreement of a project."""

    def __init__(self, tools: WizardTools, read: Callable[[int], Agreement]) -> None:
        super().__init__("", "", "")
        self.title = self.tr("Agreement")
        self.heading.setText(self.tr("Do we both see the same?"))
        self._read = read
        self.view = AgreementView(tools.icons, tools.prompts)
        self.column.addWidget(self.view)

    @override
    def show_draft(self, draft: Draft) -> None:
        intro = self.tr(
            "Read it through with %1, or send it. When you finish, what is still open becomes"
            " reminders."
        )
        self.intro.setText(filled(intro, draft.first_name))
        self.intro.show()
        self.view.show_agreement(self._read(draft.project_id))

    @override
    def start(self) -> QWidget:
        return self.view.copy_button
