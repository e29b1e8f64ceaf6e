"""Opening concerns, and setting them right."""

from PySide6.QtCore import QObject, QTimer, Slot

from notebook.domain.changes import Changes
from notebook.domain.concerns import Standing
from notebook.domain.text import first_name
from notebook.errors import NotebookError, Refused
from notebook.services.concerns import ConcernDraft, ConcernEntry
from notebook.services.people import TeamMember
from notebook.ui.errands.desk import Desk


class ConcernErrands(QObject):
    """Runs the dialogs of concerns, and tells the notifier what came of them."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        desk.navigator.concern_requested.connect(self.open)
        desk.navigator.new_concern_requested.connect(self.begin)

    @Slot(object)
    def open(self, concern_id: int) -> None:
        """Open a concern, unless it is gone meanwhile."""
        from notebook.ui.dialogs.concern_dialog import ConcernDialog

        desk = self._desk
        try:
            page = desk.notebook.concerns.page(concern_id, desk.clock.today())
        except Refused as refused:
            desk.prompts.show_problem(self.tr("There is no concern"), str(refused))
            return
        dialog = ConcernDialog(
            page,
            self._who_may_answer(page.standing),
            desk.notebook.project_choices.of_person(page.person_id, page.project_id),
            desk.icons,
            desk.prompts,
            desk.clock.today(),
            lambda entry, closing: self._save(concern_id, entry, closing=closing),
            desk.window,
        )
        dialog.reopen_chosen.connect(lambda: self._reopen(concern_id))
        dialog.trash_chosen.connect(lambda: self._trash(concern_id))
        desk.open(dialog)

    @Slot(object, object)
    def begin(self, person_id: int, project_id: int | None) -> None:
        """Write a new concern down, then go on with it."""
        from notebook.ui.dialogs.new_concern import NewConcern

        desk = self._desk
        person = next(iter(desk.named((person_id,))), None)
        if person is None:
            return
        projects = desk.notebook.project_choices.of_person(person_id, project_id)
        desk.open(
            NewConcern(
                desk.icons,
                desk.prompts,
                first_name(person.name),
                projects,
                project_id,
                lambda text, about: self._begin(ConcernDraft(person_id, text, about)),
                desk.window,
            )
        )

    def _who_may_answer(self, standing: Standing) -> list[TeamMember]:
        """Return the team, and whoever answers for it already."""
        team = self._desk.notebook.people.team()
        known = {member.id for member in team}
        present = (standing.owner_id, standing.escalated_to_id)
        others = tuple(each for each in present if each is not None and each not in known)
        return [*team, *(TeamMember(each.id, each.name) for each in self._desk.named(others))]

    def _begin(self, draft: ConcernDraft) -> str:
        try:
            changes = self._desk.notebook.concerns.open(draft, self._desk.clock.today())
        except NotebookError as problem:
            return str(problem)
        self._desk.notifier.tell(changes)
        # Only once the dialog that asks is closed: the concern opens above the window.
        QTimer.singleShot(0, self, lambda: self.open(changes.new_id))
        return ""

    def _save(self, concern_id: int, entry: ConcernEntry, *, closing: bool) -> str:
        try:
            changes = self._desk.notebook.concerns.save(
                concern_id, entry, self._desk.clock.now(), closing=closing
            )
        except NotebookError as problem:
            return str(problem)
        self._tell(changes)
        return ""

    def _reopen(self, concern_id: int) -> None:
        concerns, today = self._desk.notebook.concerns, self._desk.clock.today()
        self._tell(concerns.reopen(concern_id, today))
        self.open(concern_id)

    def _trash(self, concern_id: int) -> None:
        self._tell(self._desk.notebook.concerns.trash(concern_id))

    def _tell(self, changes: Changes) -> None:
        if changes.kinds:
            self._desk.notifier.tell(changes)
