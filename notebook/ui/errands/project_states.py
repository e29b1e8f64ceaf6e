"""Moving a project on: what it leaves open, and whom nobody reminds any more, is said before."""

from datetime import date

from PySide6.QtCore import QObject, Slot

from notebook.domain.projects import ProjectState
from notebook.errors import NotebookError
from notebook.services.outcome_words import ending_word, outcome_phrase
from notebook.services.phrases import filled
from notebook.ui.errands.desk import Desk
from notebook.ui.navigator import StateRequest


class ProjectStateErrands(QObject):
    """Sets the states that pages ask for."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        desk.navigator.state_requested.connect(self.set_state)

    @Slot(object)
    def set_state(self, request: StateRequest) -> None:
        """Set a state; ask first where something is open, or would rest."""
        if request.state is ProjectState.CLOSED:
            self._desk.navigator.close_requested.emit(request.project_id)
            return
        try:
            self._ask_or_set(request)
        except NotebookError as problem:
            self._say(str(problem))

    def _ask_or_set(self, request: StateRequest) -> None:
        projects, today = self._desk.notebook.projects, self._desk.clock.today()
        if not self._may_forget(request.project_id):
            return
        titles = projects.still_to_deliver(request.project_id)
        if request.state is ProjectState.DELIVERED and titles:
            self._ask_for_delivery(request, titles)
        elif self._may_rest(request, projects.what_rests(request.project_id, request.state, today)):
            self._set_or_say(request)

    def _ask_for_delivery(self, request: StateRequest, titles: tuple[str, ...]) -> None:
        from notebook.ui.closing.still_to_deliver import StillToDeliver

        desk = self._desk
        dialog = StillToDeliver(
            desk.icons,
            desk.prompts,
            desk.notebook.projects.page(request.project_id).name,
            titles,
            lambda: self._set(request, desk.clock.today()),
            lambda: self._set(request),
            desk.window,
        )
        desk.open(dialog)

    def _may_forget(self, project_id: int) -> bool:
        """Ask before it is forgotten how a project ended, when it is opened again."""
        page = self._desk.notebook.projects.page(project_id)
        if page.outcome is None:
            return True
        ended = filled(
            self.tr("How it ended is then forgotten: %1, %2."),
            ending_word(page.outcome.ending),
            outcome_phrase(page.outcome, page.first_name, self._desk.clock.today()),
        )
        title = filled(self.tr("Open %1 again?"), page.name)
        return self._desk.prompts.confirm(title, ended, self.tr("Open again"))

    def _may_rest(self, request: StateRequest, lines: tuple[str, ...]) -> bool:
        if not lines:
            return True
        from notebook.ui.closing.first_lines import first_lines

        name = self._desk.notebook.projects.page(request.project_id).name
        title = filled(self.tr("%1 is not agreed any more?"), name)
        text = self.tr("Until it is agreed again, nobody is reminded of:")
        shown = "\n".join((text, *first_lines(lines)))
        return self._desk.prompts.confirm(title, shown, self.tr("Back to exploring"))

    def _set_or_say(self, request: StateRequest) -> None:
        trouble = self._set(request)
        if trouble:
            self._say(trouble)

    def _set(self, request: StateRequest, delivered_on: date | None = None) -> str:
        projects = self._desk.notebook.projects
        return self._desk.trouble(
            lambda: projects.set_state(
                request.project_id, request.state, all_delivered_on=delivered_on
            )
        )

    def _say(self, trouble: str) -> None:
        self._desk.prompts.show_problem(self.tr("This can’t be done"), trouble)
