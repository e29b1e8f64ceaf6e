"""The first tab of a project: its panels, each one subject."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from notebook.domain.changes import Changes
from notebook.domain.checklists import personalise
from notebook.domain.projects import ProjectState
from notebook.domain.value_ideas import Effort
from notebook.services.phrases import filled
from notebook.services.project_lines import DeliverableLine
from notebook.services.project_page import ProjectPage
from notebook.translate import translate
from notebook.ui.card.card_help import connect_ideas
from notebook.ui.errands.desk import Desk
from notebook.ui.navigator import AmendRequest, StateRequest, WizardRequest
from notebook.ui.pages.project_agreed import WhatWeExpect, WhoAnswers
from notebook.ui.pages.project_ideas import Ideas
from notebook.ui.pages.project_open_ends import LeftOpen, ProjectPromises, RecentMoments
from notebook.ui.pages.project_outcome import HowItEnded
from notebook.ui.pages.project_panel import ProjectPanel
from notebook.ui.pages.project_panels import RaveReview, WhatAndWhen, WhoIsInIt
from notebook.ui.pages.project_progress import ReportsSent, SinceLastMeeting
from notebook.ui.pages.project_set_right import SetRight
from notebook.ui.widgets.columns import Columns
from notebook.ui.widgets.concern_lines import OpenConcerns
from notebook.ui.widgets.labels import text_label


class ProjectOverview(QWidget):
    """What is due, who is in it, what was promised, what happened.

    `tell` makes a change and lets everybody know, and returns whether it could be made;
    `correct_moment` opens a contact.
    """

    def __init__(
        self,
        desk: Desk,
        tell: Callable[[Callable[[], Changes]], bool],
        correct_moment: Callable[[int], None],
    ) -> None:
        super().__init__()
        self._desk, self._tell, self._correct_moment = desk, tell, correct_moment
        self._page: ProjectPage | None = None
        icons = desk.icons
        self.concerns = OpenConcerns(with_project=False)
        self.progress = text_label("", "second", wrap=True)
        self.how_it_ended = HowItEnded(icons)
        self.since = SinceLastMeeting(icons)
        self.what_and_when = WhatAndWhen(icons)
        self.rave_review = RaveReview(icons)
        self.who = WhoIsInIt(icons)
        self.needs = ProjectPromises(icons, translate("project", "We need from them"), needs=True)
        self.left_open = LeftOpen(icons)
        self.answers_for = WhoAnswers(icons)
        self.we_expect = WhatWeExpect(icons)
        self.promises = ProjectPromises(icons, translate("project", "Promises"), needs=False)
        self.reports = ReportsSent(icons)
        self.set_right = SetRight(icons)
        self.ideas = Ideas(icons)
        self.moments = RecentMoments(icons, desk.notebook.projects.older_moments)
        self._panels: tuple[ProjectPanel, ...] = (
            self.how_it_ended,
            self.what_and_when,
            self.rave_review,
            self.who,
            self.needs,
            self.left_open,
            self.answers_for,
            self.we_expect,
            self.promises,
            self.since,
            self.reports,
            self.set_right,
            self.ideas,
            self.moments,
        )
        self._lay_out()
        self._connect()

    def show_page(self, page: ProjectPage, today: date) -> None:
        """Show a project."""
        self._page = page
        added = self._desk.notebook.checklist_versions.new_questions(page.id)
        self.left_open.offer_new([personalise(each.text, page.first_name) for each in added])
        self.since.tell(self._desk.notebook.projects.since_meeting(page.id, today))
        for panel in self._panels:
            panel.show_page(page, today)
        self.concerns.show_concerns(page.concerns, today)
        words = translate("project", "%1 of %2 questions are answered.")
        if page.state is ProjectState.DRAFT:
            words = translate(
                "project", "%1 of %2 questions are answered. Nobody is reminded of anything yet."
            )
        self.progress.setText(filled(words, str(page.answered), str(page.asked)))
        self.progress.setHidden(page.agreed_on is not None)

    def _lay_out(self) -> None:
        self._columns = Columns(
            [
                (self.progress,),
                (self.concerns,),
                (self.how_it_ended,),
                (self.what_and_when,),
                (self.rave_review, self.who),
                (self.needs, self.left_open),
                (self.answers_for, self.we_expect),
                (self.promises,),
                (self.since, self.reports),
                (self.set_right,),
                (self.ideas,),
                (self.moments,),
            ]
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._columns)

    def _connect(self) -> None:
        navigator = self._desk.navigator
        self.concerns.chosen.connect(navigator.concern_requested)
        self.set_right.chosen.connect(navigator.concern_requested)
        self.how_it_ended.change_chosen.connect(self._on_outcome)
        self.what_and_when.delivered.connect(self._on_delivered)
        self.what_and_when.taken_back.connect(self._on_taken_back)
        self.what_and_when.move_wanted.connect(navigator.move_requested)
        self.what_and_when.delivered_day_wanted.connect(self._on_delivered_day)
        self.what_and_when.said.connect(navigator.delivery_said)
        self.what_and_when.answer_wanted.connect(navigator.delivery_answer_requested)
        self.what_and_when.all_delivered.connect(self._on_all_delivered)
        self.who.chosen.connect(navigator.person_requested)
        self.who.met.connect(self._on_met)
        self.answers_for.chosen.connect(navigator.person_requested)
        self.we_expect.change_chosen.connect(self._on_amend)
        self.left_open.asked.connect(self._on_ask)
        self.left_open.new.take_over_chosen.connect(self._on_take_over)
        self.left_open.new.decline_chosen.connect(self._on_decline)
        for moments in (self.moments.chosen, self.how_it_ended.moment_chosen, self.reports.chosen):
            moments.connect(self._correct_moment)
        for panel in (self.needs, self.promises):
            panel.kept.connect(self._on_kept)
        connect_ideas(self.ideas.ideas, self._desk, self._tell, self._added_idea)

    @property
    def _shown(self) -> ProjectPage:
        assert self._page is not None, "no project is open"
        return self._page

    @Slot(str)
    def _on_ask(self, key: str) -> None:
        request = WizardRequest(project_id=self._shown.id, question_key=key)
        self._desk.navigator.wizard_requested.emit(request)

    @Slot()
    def _on_outcome(self) -> None:
        self._desk.navigator.outcome_requested.emit(self._shown.id)

    @Slot()
    def _on_take_over(self) -> None:
        versions, page = self._desk.notebook.checklist_versions, self._shown
        added = versions.new_questions(page.id)
        today = self._desk.clock.today()
        if self._tell(lambda: versions.take_over(page.id, today)):
            self._on_ask(added[0].key)

    @Slot()
    def _on_decline(self) -> None:
        versions, page = self._desk.notebook.checklist_versions, self._shown
        today = self._desk.clock.today()
        self._tell(lambda: versions.decline(page.id, today))

    @Slot(str)
    def _on_amend(self, key: str) -> None:
        self._desk.navigator.amend_requested.emit(AmendRequest(self._shown.id, key))

    @Slot(object, bool)
    def _on_met(self, person_id: int, introduced: bool) -> None:  # noqa: FBT001 - a signal's argument
        projects, page = self._desk.notebook.projects, self._shown
        self._tell(lambda: projects.introduce(page.id, person_id, introduced=introduced))

    @Slot(object)
    def _on_delivered(self, deliverable_id: int) -> None:
        today = self._desk.clock.today()
        self._tell(lambda: self._desk.notebook.projects.deliver(deliverable_id, today))

    @Slot(object)
    def _on_delivered_day(self, line: DeliverableLine) -> None:
        from notebook.ui.dialogs.day_dialog import DayDialog, day_it_was

        desk, today = self._desk, self._desk.clock.today()
        title = translate("project", "Delivered on which day?")
        asked = day_it_was(title, line.title, line.delivered_on or today, today)
        deliver = desk.notebook.projects.deliver
        dialog = DayDialog(desk.icons, today, asked, self.window())
        dialog.day_chosen.connect(
            lambda day: day == line.delivered_on or self._tell(lambda: deliver(line.id, day))
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot()
    def _on_all_delivered(self) -> None:
        request = StateRequest(self._shown.id, ProjectState.DELIVERED)
        self._desk.navigator.state_requested.emit(request)

    @Slot(object)
    def _on_taken_back(self, deliverable_id: int) -> None:
        self._tell(lambda: self._desk.notebook.projects.take_back(deliverable_id))

    @Slot(object)
    def _on_kept(self, promise_id: int) -> None:
        today = self._desk.clock.today()
        self._tell(lambda: self._desk.notebook.promises.keep(promise_id, today))

    def _added_idea(self, text: str, effort: Effort) -> Changes:
        page = self._shown
        return self._desk.notebook.value_ideas.add(page.person_id, text, effort, page.id)
