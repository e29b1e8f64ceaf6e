"""Makes the pages of the areas; each is imported when it is first shown."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from notebook.settings import Settings
from notebook.ui.areas import (
    CHECKLISTS,
    DUPLICATES,
    INSIGHTS,
    OFFERINGS,
    ORGANISATIONS,
    PROJECTS,
    PROMISES,
    SETTINGS,
    TEAM,
    TRASH,
    WELCOME,
    Area,
)
from notebook.ui.errands.calendar import CalendarErrands
from notebook.ui.errands.desk import Desk
from notebook.ui.errands.moments import MomentErrands
from notebook.ui.errands.upkeep import UpkeepErrands
from notebook.ui.window_state import WindowState

if TYPE_CHECKING:
    from notebook.ui.duplicates.duplicates_page import DuplicatesPage
    from notebook.ui.helping.offerings_page import OfferingsPage
    from notebook.ui.insights.insights_page import InsightsPage
    from notebook.ui.organisations.organisations_page import OrganisationsPage
    from notebook.ui.organisations.team_page import TeamPage
    from notebook.ui.pages.checklists_page import ChecklistsPage
    from notebook.ui.pages.projects_page import ProjectsPage
    from notebook.ui.pages.settings_page import SettingsPage
    from notebook.ui.pages.trash_page import TrashPage
    from notebook.ui.pages.welcome_page import WelcomePage
    from notebook.ui.promises.promises_page import PromisesPage


class AreaPages:
    """What each area of the window is made of.

    Attributes:
        makers: what makes the page of an area, by its key.
    """

    def __init__(
        self,
        desk: Desk,
        settings: Settings,
        state: Callable[[], WindowState],
        moments: MomentErrands,
        upkeep: UpkeepErrands,
        calendar: CalendarErrands,
    ) -> None:
        self._desk, self._settings, self._state = desk, settings, state
        self._moments, self._upkeep, self._calendar = moments, upkeep, calendar
        self.makers: dict[str, Callable[[], Area]] = {
            PROJECTS: self._projects,
            PROMISES: self._promises,
            OFFERINGS: self._offerings,
            INSIGHTS: self._insights,
            ORGANISATIONS: self._organisations,
            TEAM: self._team,
            SETTINGS: self._settings_page,
            TRASH: self._trash,
            WELCOME: self._welcome,
            CHECKLISTS: self._checklists,
            DUPLICATES: self._duplicates,
        }

    def _projects(self) -> "ProjectsPage":
        from notebook.ui.pages.projects_page import ProjectsPage

        page = ProjectsPage(self._desk, self._moments.correct)
        self._state().adopt("projects-splitter", page.splitter)
        return page

    def _promises(self) -> "PromisesPage":
        from notebook.ui.promises.promises_page import PromisesPage

        return PromisesPage(self._desk)

    def _organisations(self) -> "OrganisationsPage":
        from notebook.ui.organisations.organisations_page import OrganisationsPage

        page = OrganisationsPage(self._desk)
        self._state().adopt("organisations-splitter", page.splitter)
        return page

    def _team(self) -> "TeamPage":
        from notebook.ui.organisations.team_page import TeamPage

        return TeamPage(self._desk)

    def _duplicates(self) -> "DuplicatesPage":
        from notebook.ui.duplicates.duplicates_page import DuplicatesPage

        page = DuplicatesPage(self._desk)
        self._state().adopt("duplicates-splitter", page.splitter)
        return page

    def _offerings(self) -> "OfferingsPage":
        from notebook.ui.helping.offerings_page import OfferingsPage

        return OfferingsPage(self._desk)

    def _insights(self) -> "InsightsPage":
        from notebook.ui.insights.insights_page import InsightsPage

        return InsightsPage(self._desk)

    def _settings_page(self) -> "SettingsPage":
        from notebook.services.notification_choices import NotificationChoices
        from notebook.ui.autostart.autostart import this_system
        from notebook.ui.pages.letterhead_panel import LetterheadPanel
        from notebook.ui.pages.notifications_panel import NotificationsPanel
        from notebook.ui.pages.own_fields_panel import OwnFieldsPanel
        from notebook.ui.pages.sensitive_panel import SensitivePanel
        from notebook.ui.pages.settings_page import SettingsPage

        desk = self._desk
        page = SettingsPage(
            desk.notebook.preferences,
            self._settings,
            desk.icons.theme,
            desk.notifier,
            desk.notebook.file.path,
            LetterheadPanel(desk.notebook.preferences, desk.notifier, desk.prompts),
            OwnFieldsPanel(desk),
            SensitivePanel(desk.notebook.preferences, desk.notebook.facts, desk.notifier),
            self._calendar.panel(),
            NotificationsPanel(
                NotificationChoices(self._settings),
                this_system(desk.notebook.file.path.parent),
                desk.notifier,
                may_start=not self._upkeep.is_sample,
            ),
        )
        page.backups_requested.connect(self._upkeep.show_backups)
        page.checklists_requested.connect(partial(desk.navigator.checklists_requested.emit, ""))
        return page

    def _trash(self) -> "TrashPage":
        from notebook.ui.pages.trash_page import TrashPage

        desk = self._desk
        return TrashPage(desk.notebook.upkeep, desk.notifier, desk.clock, desk.prompts, desk.icons)

    def _checklists(self) -> "ChecklistsPage":
        from notebook.ui.pages.checklists_page import ChecklistsPage

        desk, notebook = self._desk, self._desk.notebook
        return ChecklistsPage(
            notebook.checklists,
            notebook.checklist_editing,
            notebook.checklist_files,
            desk.notifier,
            desk.prompts,
            desk.icons,
        )

    def _welcome(self) -> "WelcomePage":
        from notebook.ui.pages.welcome_page import WelcomePage

        page = WelcomePage(self._desk.icons, offers_sample=self._upkeep.may_leave_notebook)
        page.import_chosen.connect(self._upkeep.bring_in)
        page.add_chosen.connect(partial(self._desk.navigator.person_edit_requested.emit, None))
        page.sample_chosen.connect(self._upkeep.show_sample)
        return page
