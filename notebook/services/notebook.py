"""An open notebook with everything that one can do with it, put together in one place."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from notebook.services.cards import Cards
from notebook.services.checklists import Checklists
from notebook.services.moments import Moments
from notebook.services.people import People
from notebook.services.people_list import PeopleList
from notebook.services.people_services import PeopleServices
from notebook.services.preferences import Preferences
from notebook.services.project_services import ProjectServices
from notebook.services.projects import Projects
from notebook.services.promises import Promises
from notebook.services.reminders.engine import Reminders
from notebook.services.several_reminders import SeveralReminders
from notebook.services.upkeep import Upkeep
from notebook.storage.file import NotebookFile

if TYPE_CHECKING:
    from notebook.services.briefs import Briefs
    from notebook.services.calendar.appointments import Appointments
    from notebook.services.calendar.export import CalendarExport
    from notebook.services.contact_export import ContactExport
    from notebook.services.duplicates.duplicates import Duplicates
    from notebook.services.handover_sheet import HandoverSheets
    from notebook.services.handovers import Handovers
    from notebook.services.history.person_history import Histories
    from notebook.services.imports import Imports
    from notebook.services.insights.insights import Insights
    from notebook.services.leaving_team import LeavingTeam
    from notebook.services.needs import Needs
    from notebook.services.notifications import Notifications
    from notebook.services.offerings import Offerings
    from notebook.services.one_person.erasing import Erasing
    from notebook.services.one_person.exporting import PersonExport
    from notebook.services.organisations import Organisations
    from notebook.services.referral_picture import ReferralPicture
    from notebook.services.referrals import Referrals
    from notebook.services.related import RelatedPeople
    from notebook.services.search_everything import SearchEverything
    from notebook.services.small_questions import SmallQuestions
    from notebook.services.suggestions import Suggestions
    from notebook.services.team import Team


class Notebook(PeopleServices, ProjectServices):
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
        self.several_reminders = SeveralReminders(file, self.reminders, self.moments)
        self.upkeep = Upkeep(file)

    @cached_property
    def briefs(self) -> "Briefs":
        """The page to read before a meeting."""
        from notebook.services.briefs import Briefs

        return Briefs(self.file, self.cards, self.moments, self.preferences)

    @cached_property
    def appointments(self) -> "Appointments":
        """Bringing appointments in from calendar files."""
        from notebook.services.calendar.appointments import Appointments

        return Appointments(self.file, self.moments)

    @cached_property
    def calendar_export(self) -> "CalendarExport":
        """Writing the calendar file."""
        from notebook.services.calendar.export import CalendarExport

        return CalendarExport(self.file, self.preferences)

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
    def contact_export(self) -> "ContactExport":
        """Writing contact files."""
        from notebook.services.contact_export import ContactExport

        return ContactExport(self.file, self.people, self.own_fields)

    @cached_property
    def duplicates(self) -> "Duplicates":
        """People who are kept twice."""
        from notebook.services.duplicates.duplicates import Duplicates

        return Duplicates(self.file)

    @cached_property
    def erasing(self) -> "Erasing":
        """Erasing people for good."""
        from notebook.services.one_person.erasing import Erasing

        return Erasing(self.file)

    @cached_property
    def histories(self) -> "Histories":
        """What happened to people's cards, and the way back."""
        from notebook.services.history.person_history import Histories

        return Histories(self.file)

    @cached_property
    def imports(self) -> "Imports":
        """Bringing people in from contact files."""
        from notebook.services.imports import Imports

        return Imports(self.file, self.people)

    @cached_property
    def insights(self) -> "Insights":
        """Pictures of how we do."""
        from notebook.services.insights.insights import Insights

        return Insights(self.file)

    @cached_property
    def leaving_team(self) -> "LeavingTeam":
        """Letting one of us go."""
        from notebook.services.leaving_team import LeavingTeam

        return LeavingTeam(self.file, self.people, self.handovers)

    @cached_property
    def organisations(self) -> "Organisations":
        """Organisations, with the people who are there."""
        from notebook.services.organisations import Organisations

        return Organisations(self.file, self.people_list)

    @cached_property
    def person_export(self) -> "PersonExport":
        """Writing out everything about one person."""
        from notebook.services.one_person.exporting import PersonExport

        return PersonExport(self.file, self.histories)

    @cached_property
    def related(self) -> "RelatedPeople":
        """Who is around a person."""
        from notebook.services.related import RelatedPeople

        return RelatedPeople(self.file, self.people)

    @cached_property
    def search(self) -> "SearchEverything":
        """Searching everything."""
        from notebook.services.search_everything import SearchEverything

        return SearchEverything(self.file, self.people_list)

    @cached_property
    def small_questions(self) -> "SmallQuestions":
        """What an open card asks about."""
        from notebook.services.small_questions import SmallQuestions

        return SmallQuestions(self.file)

    @cached_property
    def team(self) -> "Team":
        """Our own people, and whom they look after."""
        from notebook.services.team import Team

        return Team(self.file)

    @cached_property
    def needs(self) -> "Needs":
        """What people told us that they need."""
        from notebook.services.needs import Needs

        return Needs(self.file)

    @cached_property
    def notifications(self) -> "Notifications":
        """What is to be told outside the window."""
        from notebook.services.notifications import Notifications

        return Notifications(self.file, self.reminders)

    @cached_property
    def offerings(self) -> "Offerings":
        """Products and services of ours."""
        from notebook.services.offerings import Offerings

        return Offerings(self.file)

    @cached_property
    def suggestions(self) -> "Suggestions":
        """What of ours may suit whom."""
        from notebook.services.suggestions import Suggestions

        return Suggestions(self.file, self.moments)

    @cached_property
    def referrals(self) -> "Referrals":
        """Who sent whom."""
        from notebook.services.referrals import Referrals

        return Referrals(self.file)

    @cached_property
    def referral_picture(self) -> "ReferralPicture":
        """Who sent whom, as a picture."""
        from notebook.services.referral_picture import ReferralPicture

        return ReferralPicture(self.file)

    @classmethod
    def open(cls, path: Path) -> "Notebook":
        """Open the notebook at `path`, or make a new one; raises a FileProblem.

        What was left to clean after somebody was erased is cleaned first.
        """
        file = NotebookFile(path)
        file.clean_up()
        return cls(file)

    def close(self) -> None:
        """Make a backup when something changed, and close the file.

        Raises a FileProblem when there could be no backup; the file is closed all the same.
        """
        try:
            if self.file.changed_since_opened:
                self.upkeep.back_up(occasion="closing")
        finally:
            self.file.close()
