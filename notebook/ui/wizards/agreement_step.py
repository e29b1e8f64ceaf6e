"""The last page of the wizard: the whole agreement, to be looked at together and handed on."""

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from notebook.services.agreements import read_agreement
from notebook.services.draft import Draft, Entry
from notebook.services.fit_gate import GATE_KEYS
from notebook.services.phrases import filled
from notebook.ui.widgets.agreement_view import AgreementView
from notebook.ui.wizards.fit_gate import FitGate
from notebook.ui.wizards.tools import WizardTools
from notebook.ui.wizards.wizard_page import WizardPage


class AgreementStep(WizardPage):
    """Everything on one page, open questions first.

    Attributes:
        gate: whether it is ours to do at all.
        view: the agreement.
    """

    def __init__(self, tools: WizardTools) -> None:
        super().__init__("", "", "")
        self.title = self.tr("Agreement")
        self.heading.setText(self.tr("Do we both see the same?"))
        self._clock = tools.clock
        self.view = AgreementView(tools.icons, tools.prompts)
        self.gate = FitGate()
        self.column.addWidget(self.gate)
        self.column.addWidget(self.view)
        self.gate.changed.connect(self.changed)

    def entry(self) -> Entry:
        """Return what is kept of the page."""
        return Entry(gate=self.gate.gate())

    @override
    def show_draft(self, draft: Draft) -> None:
        intro = self.tr(
            "Read it through with %1, or send it. When you finish, what is still open becomes"
            " reminders."
        )
        self.intro.setText(filled(intro, draft.first_name))
        self.intro.show()
        self.gate.show_draft(draft)
        self.view.show_agreement(read_agreement(draft.project_id, self._clock.today()))

    @override
    def asking(self, question_key: str) -> QWidget | None:
        return self.gate.is_ours if question_key in GATE_KEYS else None

    @override
    def start(self) -> QWidget:
        return self.view.copy_button if self.gate.gate().is_ours else self.gate.is_ours
