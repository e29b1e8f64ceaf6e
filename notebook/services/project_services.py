"""The part of an open notebook that is about projects, each service imported when it is asked for."""

from functools import cached_property
from typing import TYPE_CHECKING

from notebook.services.checklists import Checklists
from notebook.services.moments import Moments
from notebook.services.preferences import Preferences
from notebook.storage.file import NotebookFile

if TYPE_CHECKING:
    from notebook.services.amendments import Amendments
    from notebook.services.check_ins.check_ins import CheckIns
    from notebook.services.check_ins.history import CheckInHistory
    from notebook.services.checklist_editing import ChecklistEditing
    from notebook.services.checklist_files import ChecklistFiles
    from notebook.services.checklist_versions import ChecklistVersions
    from notebook.services.concerns import Concerns
    from notebook.services.delivery_answers import DeliveryAnswers
    from notebook.services.delivery_moves import DeliveryMoves
    from notebook.services.drafts import Drafts
    from notebook.services.outcomes import Outcomes
    from notebook.services.progress_reports import ProgressReports
    from notebook.services.project_choices import ProjectChoices
    from notebook.services.promise_ledger import PromiseLedger
    from notebook.services.value_ideas import ValueIdeas


class ProjectServices:
    """What one can do with projects and their checklists."""

    file: NotebookFile
    checklists: Checklists
    moments: Moments
    preferences: Preferences

    @cached_property
    def amendments(self) -> "Amendments":
        """Changing what was agreed."""
        from notebook.services.amendments import Amendments

        return Amendments(self.file)

    @cached_property
    def check_in_history(self) -> "CheckInHistory":
        """How the check-ins of a project went."""
        from notebook.services.check_ins.history import CheckInHistory

        return CheckInHistory(self.file)

    @cached_property
    def check_ins(self) -> "CheckIns":
        """Asking whether they get what they expected."""
        from notebook.services.check_ins.check_ins import CheckIns

        return CheckIns(self.file, self.moments, self.concerns)

    @cached_property
    def concerns(self) -> "Concerns":
        """What went wrong, and how it is set right."""
        from notebook.services.concerns import Concerns

        return Concerns(self.file, self.moments)

    @cached_property
    def delivery_answers(self) -> "DeliveryAnswers":
        """Asking whether a delivery suits, after the rest was agreed."""
        from notebook.services.delivery_answers import DeliveryAnswers

        return DeliveryAnswers(self.file)

    @cached_property
    def delivery_moves(self) -> "DeliveryMoves":
        """Moving what is to be delivered."""
        from notebook.services.delivery_moves import DeliveryMoves

        return DeliveryMoves(self.file)

    @cached_property
    def drafts(self) -> "Drafts":
        """The answers of a project while they are asked."""
        from notebook.services.drafts import Drafts

        return Drafts(self.file, self.checklists)

    @cached_property
    def outcomes(self) -> "Outcomes":
        """The end of projects."""
        from notebook.services.outcomes import Outcomes

        return Outcomes(self.file)

    @cached_property
    def progress_reports(self) -> "ProgressReports":
        """Telling customers how it goes."""
        from notebook.services.progress_reports import ProgressReports

        return ProgressReports(self.file, self.moments, self.preferences)

    @cached_property
    def project_choices(self) -> "ProjectChoices":
        """The projects that something else can be about."""
        from notebook.services.project_choices import ProjectChoices

        return ProjectChoices(self.file)

    @cached_property
    def promise_ledger(self) -> "PromiseLedger":
        """What either side owes the other."""
        from notebook.services.promise_ledger import PromiseLedger

        return PromiseLedger(self.file)

    @cached_property
    def value_ideas(self) -> "ValueIdeas":
        """Ideas that add value."""
        from notebook.services.value_ideas import ValueIdeas

        return ValueIdeas(self.file)

    @cached_property
    def checklist_editing(self) -> "ChecklistEditing":
        """Changing checklists."""
        from notebook.services.checklist_editing import ChecklistEditing

        return ChecklistEditing(self.file, self.checklists)

    @cached_property
    def checklist_files(self) -> "ChecklistFiles":
        """Checklists as files."""
        from notebook.services.checklist_files import ChecklistFiles

        return ChecklistFiles(self.checklists)

    @cached_property
    def checklist_versions(self) -> "ChecklistVersions":
        """The checklists that projects began with."""
        from notebook.services.checklist_versions import ChecklistVersions

        return ChecklistVersions(self.file, self.checklists)
