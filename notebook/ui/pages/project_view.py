"""One project: its head, and below it the overview, the agreement or the check-ins."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from notebook.domain.changes import Changes
from notebook.domain.projects import ProjectState
from notebook.errors import Refused
from notebook.services.agreements import read_agreement
from notebook.services.phrases import filled
from notebook.services.project_page import ProjectPage
from notebook.services.promise_ledger import LedgerQuestion
from notebook.translate import translate
from notebook.ui.errands.desk import Desk
from notebook.ui.navigator import (
    AmendRequest,
    CheckInRequest,
    LogRequest,
    StateRequest,
    WizardRequest,
)
from notebook.ui.pages.project_check_ins import ProjectCheckIns
from notebook.ui.pages.project_header import ProjectHeader
from notebook.ui.pages.project_overview import ProjectOverview
from notebook.ui.promises.ledger_view import LedgerView
from notebook.ui.widgets.agreement_view import AgreementView
from notebook.ui.widgets.scrolling import scrolling
from notebook.ui.widgets.tab_strip import TabStrip

OVERVIEW_TAB, AGREEMENT_TAB, CHECK_INS_TAB, PROMISES_TAB = range(4)


class ProjectView(QWidget):
    """Shows a project and keeps it true.

    Attributes:
        page: the project that is shown; None before there is one.
    """

    def __init__(
        self,
        desk: Desk,
        correct_moment: Callable[[int], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        notebook, icons = desk.notebook, desk.icons
        self._projects = notebook.projects
        self._notifier, self._navigator = desk.notifier, desk.navigator
        self._clock, self._prompts = desk.clock, desk.prompts
        self.page: ProjectPage | None = None
        self.header = ProjectHeader(icons)
        self.tabs = TabStrip(self.tr("Parts of the project"))
        self.tabs.add_tab(self.tr("Overview"))
        self.tabs.add_tab(self.tr("Agreement"))
        self.tabs.add_tab(self.tr("Check-ins"))
        self.tabs.add_tab(self.tr("Promises"))
        self.overview = ProjectOverview(desk, self._tell, correct_moment)
        self.agreement = AgreementView(icons, desk.prompts)
        self.check_ins = ProjectCheckIns(
            notebook.check_ins, notebook.check_in_history, self._tell, desk.navigator, icons
        )
        self.ledger = LedgerView(desk, LedgerQuestion())
        self._lay_out()
        self._connect()

    def show_project(self, project_id: int) -> None:
        """Show a project; raises Refused if it is gone."""
        page = self._projects.page(project_id)
        is_another = self.page is None or self.page.id != project_id
        today = self._clock.today()
        self.page = page
        self.header.show_page(page, today)
        self.overview.show_page(page, today)
        self._show_agreement(page, today)
        self._show_check_ins(page, today)
        self._show_ledger(page)
        if is_another:
            for area in self.areas:
                area.verticalScrollBar().setValue(0)

    def reload(self, changes: Changes) -> None:
        """Look again if a change may concern the project; raises Refused if it is gone."""
        if self.page is not None and changes.kinds:
            self.show_project(self.page.id)

    def _show_agreement(self, page: ProjectPage, today: date) -> None:
        if self.tabs.currentIndex() == AGREEMENT_TAB:  # read once somebody looks at it
            self.agreement.show_agreement(read_agreement(page.id, today))

    def _show_check_ins(self, page: ProjectPage, today: date) -> None:
        self.tabs.setTabVisible(CHECK_INS_TAB, page.agreed_on is not None)
        words = self.tr("Check-ins")
        if page.check_in_count:
            words = filled(self.tr("Check-ins %1"), str(page.check_in_count))
        self.tabs.set_tab_text(CHECK_INS_TAB, words)
        if self.tabs.currentIndex() == CHECK_INS_TAB:  # they are read once somebody looks at them
            self.check_ins.show_page(page, today)

    def _show_ledger(self, page: ProjectPage) -> None:
        if self.tabs.currentIndex() == PROMISES_TAB:
            self.ledger.show_ledger(LedgerQuestion(project_id=page.id), page.person_id)

    def _lay_out(self) -> None:
        self.areas = [
            scrolling(_padded(part)) for part in (self.overview, self.agreement, self.check_ins)
        ]
        self._stack = QStackedWidget()
        for area in self.areas:
            self._stack.addWidget(area)
        ledger = QWidget()
        whole = QVBoxLayout(ledger)
        whole.setContentsMargins(22, 12, 22, 22)
        whole.addWidget(self.ledger)
        self._stack.addWidget(ledger)
        top = QVBoxLayout()
        top.setContentsMargins(22, 0, 22, 0)
        top.setSpacing(10)
        top.addWidget(self.header)
        top.addWidget(self.tabs)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 20, 0, 0)
        outer.setSpacing(8)
        outer.addLayout(top)
        outer.addWidget(self._stack, 1)

    def _connect(self) -> None:
        header = self.header
        self.tabs.currentChanged.connect(self._on_tab)
        header.person_chosen.connect(self._on_person)
        header.report_chosen.connect(self._on_report)
        header.check_in_chosen.connect(self._on_check_in)
        header.questions_chosen.connect(self._on_questions)
        header.state_chosen.connect(self._on_state)
        header.log_action.triggered.connect(self.log_contact)
        header.plan_action.triggered.connect(self._on_plan)
        header.reminder_action.triggered.connect(self._on_reminder)
        header.concern_action.triggered.connect(self._on_concern)
        header.trash_action.triggered.connect(self._on_trash)
        self.agreement.question_chosen.connect(self._on_ask)
        self.agreement.delivery_chosen.connect(self._navigator.delivery_answer_requested)
        self.agreement.change_chosen.connect(self._on_amend)

    @property
    def _shown(self) -> ProjectPage:
        assert self.page is not None, "no project is open"
        return self.page

    def _tell(self, change: Callable[[], Changes]) -> bool:
        """Make a change and let everybody know; return whether it could be made, or say why not."""
        try:
            changes = change()
        except Refused as refused:
            self._prompts.show_problem(translate("project", "This can’t be done"), str(refused))
            return False
        self._notifier.tell(changes)
        return True

    @Slot(int)
    def _on_tab(self, tab: int) -> None:
        self._stack.setCurrentIndex(tab)
        if self.page is None:
            return
        if tab == AGREEMENT_TAB:
            self._show_agreement(self.page, self._clock.today())
        elif tab == CHECK_INS_TAB:
            self._show_check_ins(self.page, self._clock.today())
        elif tab == PROMISES_TAB:
            self._show_ledger(self.page)

    def _log(self, request: LogRequest) -> None:
        self._navigator.log_requested.emit(request)

    @Slot()
    def _on_person(self) -> None:
        self._navigator.person_requested.emit(self._shown.person_id)

    @Slot()
    def _on_report(self) -> None:
        self._navigator.report_requested.emit(self._shown.id)

    @Slot()
    def log_contact(self) -> None:
        """Open the log for a contact about the project."""
        self._log(LogRequest((self._shown.person_id,), project_id=self._shown.id))

    @Slot()
    def _on_plan(self) -> None:
        page = self._shown
        self._log(LogRequest((page.person_id,), project_id=page.id, is_to_come=True))

    @Slot()
    def _on_reminder(self) -> None:
        self._navigator.reminder_requested.emit(self._shown.person_id, self._shown.id)

    @Slot()
    def _on_check_in(self) -> None:
        self._navigator.check_in_requested.emit(CheckInRequest(self._shown.id))

    @Slot()
    def _on_concern(self) -> None:
        page = self._shown
        self._navigator.new_concern_requested.emit(page.person_id, page.id)

    @Slot()
    def _on_questions(self) -> None:
        self._navigator.wizard_requested.emit(WizardRequest(project_id=self._shown.id))

    @Slot(str)
    def _on_ask(self, key: str) -> None:
        request = WizardRequest(project_id=self._shown.id, question_key=key)
        self._navigator.wizard_requested.emit(request)

    @Slot(str)
    def _on_amend(self, key: str) -> None:
        self._navigator.amend_requested.emit(AmendRequest(self._shown.id, key))

    @Slot(object)
    def _on_state(self, state: ProjectState) -> None:
        self._navigator.state_requested.emit(StateRequest(self._shown.id, state))

    @Slot()
    def _on_trash(self) -> None:
        self._tell(lambda: self._projects.trash(self._shown.id))


def _padded(part: QWidget) -> QWidget:
    inside = QWidget()
    column = QVBoxLayout(inside)
    column.setContentsMargins(22, 12, 22, 22)
    column.addWidget(part)
    column.addStretch(1)
    return inside
