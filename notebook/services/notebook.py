"""An open notebook with everything that one can do with it, put together in one place."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from notebook.services.cards import Cards
from notebook.services.checklists import Checklists
from notebook.services.moments import Moments
from notebook.services.people import People
from notebook.services.people_list import PeopleList
from notebook.services.preferences import Preferences
from notebook.services.projects import Projects
from notebook.services.promises import Promises
from notebook.services.reminders.engine import Reminders
from notebook.services.upkeep import Upkeep
from notebook.storage.file import NotebookFile

if TYPE_CHECKING:
    from notebook.services.amendments import Amendments
    from notebook.services.briefs import Briefs
    from notebook.services.check_ins.check_ins import CheckIns
    from notebook.services.check_ins.history import CheckInHistory
    from notebook.services.checklist_editing import ChecklistEditing
    from notebook.services.checklist_files import ChecklistFiles
    from notebook.services.checklist_versions import ChecklistVersions
    from notebook.services.communication import ChannelHabits
    from notebook.services.concerns import Concerns
    from notebook.services.delivery_moves import DeliveryMoves
    from notebook.services.drafts import Drafts
    from notebook.services.fit_checks import FitChecks
    from notebook.services.handover_sheet import HandoverSheets
    from notebook.services.handovers import Handovers
    from notebook.services.imports import Imports
    from notebook.services.names_in_text import NamesInText
    from notebook.services.organisations import Organisations
    from notebook.services.outcomes import Outcomes
    from notebook.services.photos import Photos
    from notebook.services.progress_reports import ProgressReports
    from notebook.services.project_choices import ProjectChoices
    from notebook.services.promise_ledger import PromiseLedger
    from notebook.services.related import RelatedPeople
    from notebook.services.role_changes import RoleChanges
    from notebook.services.search_everything import SearchEverything
    from notebook.services.team import Team
    from notebook.services.value_ideas import ValueIdeas


class Notebook:
    """The services over one file; window, commands and tests begin here.

    What the first screen does not need is imported when it is first asked for.
    """

    def __init__(self, file: NotebookFile) -> None:
        """Build the services over an open file."""
        self.file = file
        self.people = People(file)
        self.people_list = PeopleList(file)
        self.promises = Promises(file)
        self.cards = Cards(file)
        self.checklists = Checklists(file)
        self.projects = Projects(file)
        self.preferences = Preferences(file)
        self.reminders = Reminders(file, self.preferences)
        self.moments = Moments(file, self.reminders)
        self.upkeep = Upkeep(file)

    @cached_property
    def amendments(self) -> "Amendments":
        """Changing what was agreed."""
        from notebook.services.amendments import Amendments

        return Amendments(self.file)

    @cached_property
    def briefs(self) -> "Briefs":
        """The page to read before a meeting."""
        from notebook.services.briefs import Briefs

        return Briefs(self.file, self.cards, self.moments, self.preferences)

    @cached_property
    def channel_habits(self) -> "ChannelHabits":
        """What is worth a word about a channel."""
        from notebook.services.communication import ChannelHabits

        return ChannelHabits(self.file)

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

    @cached_property
    def concerns(self) -> "Concerns":
        """What went wrong, and how it is set right."""
        from notebook.services.concerns import Concerns

        return Concerns(self.file, self.moments)

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
    def handover_sheets(self) -> "HandoverSheets":
        """One page about what somebody looks after."""
        from notebook.services.handover_sheet import HandoverSheets

        return HandoverSheets(self.file, self.cards, self.people_list)

    @cached_property
    def handovers(self) -> "Handovers":
        """Giving what one of us looks after to another one."""
        from notebook.services.handovers import Handovers

        return Handovers(self.file)

    @cached_property
    def fit_checks(self) -> "FitChecks":
        """Whether we and a person fit."""
        from notebook.services.fit_checks import FitChecks

        return FitChecks(self.file)

    @cached_property
    def imports(self) -> "Imports":
        """Bringing people in from contact files."""
        from notebook.services.imports import Imports

        return Imports(self.file, self.people)

    @cached_property
    def names_in_text(self) -> "NamesInText":
        """Whom a few typed words name."""
        from notebook.services.names_in_text import NamesInText

        return NamesInText(self.file)

    @cached_property
    def organisations(self) -> "Organisations":
        """Organisations, with the people who are there."""
        from notebook.services.organisations import Organisations

        return Organisations(self.file, self.people_list)

    @cached_property
    def outcomes(self) -> "Outcomes":
        """The end of projects."""
        from notebook.services.outcomes import Outcomes

        return Outcomes(self.file)

    @cached_property
    def photos(self) -> "Photos":
        """What people look like."""
        from notebook.services.photos import Photos

        return Photos(self.file)

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
    def related(self) -> "RelatedPeople":
        """Who is around a person."""
        from notebook.services.related import RelatedPeople

        return RelatedPeople(self.file, self.people)

    @cached_property
    def role_changes(self) -> "RoleChanges":
        """Roles that begin and end."""
        from notebook.services.role_changes import RoleChanges

        return RoleChanges(self.file)

    @cached_property
    def search(self) -> "SearchEverything":
        """Searching everything."""
        from notebook.services.search_everything import SearchEverything

        return SearchEverything(self.file, self.people_list)

    @cached_property
    def team(self) -> "Team":
        """Our own people, and whom they look after."""
        from notebook.services.team import Team

        return Team(self.file)

    @cached_property
    def value_ideas(self) -> "ValueIdeas":
        """Ideas that add value."""
        from notebook.services.value_ideas import ValueIdeas

        return ValueIdeas(self.file)

    @classmethod
    def open(cls, path: Path) -> "Notebook":
        """Open the notebook at `path`, or make a new one; raises a FileProblem."""
        return cls(NotebookFile(path))

    def close(self) -> None:
        """Make a backup when something changed, and close the file.

        Raises a FileProblem when there could be no backup; the file is closed all the same.
        """
        try:
            if self.file.changed_since_opened:
                self.upkeep.back_up(occasion="closing")
        finally:
            self.file.close()
