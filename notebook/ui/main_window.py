"""The main window: rail, areas, panel and foot line, put together; the parts do the work."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from notebook.domain.changes import Changes
from notebook.services.notebook import Notebook
from notebook.settings import Settings
from notebook.ui.announcing import AnnouncingWindow, dialogs_let_go, is_log_out
from notebook.ui.area_pages import AreaPages
from notebook.ui.areas import (
    INSIGHTS,
    OFFERINGS,
    ORGANISATIONS,
    PEOPLE,
    PROJECTS,
    PROMISES,
    SETTINGS,
    TRASH,
    WELCOME,
    Areas,
)
from notebook.ui.clock import Clock
from notebook.ui.commands import Commands
from notebook.ui.crash_report import write_down
from notebook.ui.errands.briefs import BriefErrands
from notebook.ui.errands.calendar import CalendarErrands
from notebook.ui.errands.check_ins import CheckInErrands
from notebook.ui.errands.concerns import ConcernErrands
from notebook.ui.errands.deliveries import DeliveryErrands
from notebook.ui.errands.desk import Desk
from notebook.ui.errands.groups import GroupErrands
from notebook.ui.errands.helping import HelpErrands
from notebook.ui.errands.moments import MomentErrands
from notebook.ui.errands.one_person import OnePersonErrands
from notebook.ui.errands.organisations import OrganisationErrands
from notebook.ui.errands.photos import PhotoErrands
from notebook.ui.errands.project_states import ProjectStateErrands
from notebook.ui.errands.projects import ProjectErrands
from notebook.ui.errands.promises import PromiseErrands
from notebook.ui.errands.related import RelatedErrands
from notebook.ui.errands.reminders import ReminderErrands
from notebook.ui.errands.reports import ReportErrands
from notebook.ui.errands.search import SearchErrands
from notebook.ui.errands.team import TeamErrands
from notebook.ui.errands.upkeep import UpkeepErrands
from notebook.ui.freshness import Freshness
from notebook.ui.icons import Icons
from notebook.ui.navigator import Navigator
from notebook.ui.notifier import Notifier
from notebook.ui.pages.people_page import PeoplePage
from notebook.ui.pages.reminder_panel import ReminderPanel
from notebook.ui.prompts import Prompts, WindowPrompts
from notebook.ui.rail import Rail
from notebook.ui.routes import Routes
from notebook.ui.session import Session
from notebook.ui.theme import Appearance, Theme
from notebook.ui.tray.reminding import Reminding
from notebook.ui.widgets.quiet_line import QuietLine
from notebook.ui.widgets.tab_order import tab_through
from notebook.ui.window_state import WindowState

SMALLEST = (912, 560)  # pixels, which the heads of pages need; 1024x640 has room for a task bar
PANEL_WIDTH = 292

_ERRANDS: tuple[Callable[[Desk], QObject], ...] = (
    ProjectStateErrands,
    PromiseErrands,
    ReportErrands,
    BriefErrands,
    CheckInErrands,
    ConcernErrands,
    DeliveryErrands,
    OrganisationErrands,
    TeamErrands,
    RelatedErrands,
    PhotoErrands,
    OnePersonErrands,
    HelpErrands,
    GroupErrands,
)
"""What is opened above the pages when the navigator asks; nobody else needs to know them."""


class MainWindow(AnnouncingWindow):
    """Assembles the parts and connects them.

    Attributes:
        navigator, notifier: what the parts talk through.
        people, panel, areas, commands, reminding: the parts.
    """

    def __init__(
        self,
        notebook: Notebook,
        settings: Settings,
        clock: Clock,
        theme: Theme,
        prompts: Prompts | None = None,
        ways: Session | None = None,
    ) -> None:
        """Show a notebook; `ways` lead to another one, where there are any."""
        icons = Icons(theme)
        super().__init__(icons)
        self.setWindowTitle(self.tr("Relationship notebook"))
        self.setMinimumSize(*SMALLEST)
        if appearance := settings.get("appearance", ""):
            theme.apply(Appearance(appearance))
        self.notebook, self.settings = notebook, settings
        self.notifier, self.navigator = Notifier(self), Navigator(self)
        self.desk = Desk(
            notebook,
            self.notifier,
            self.navigator,
            clock,
            icons,
            prompts or WindowPrompts(self),
            self,
        )
        with theme.undressed():
            self._make_parts(ways)
            self._lay_out()
            self._connect()
            self._state.restore()
            self.areas.page(PEOPLE)
            self.people.show_first()
            self.areas.go_to(PEOPLE if notebook.people_list.count() else WELCOME)

    def _make_parts(self, ways: Session | None) -> None:
        desk = self.desk
        self.people = PeoplePage(desk)
        self.panel = ReminderPanel(
            desk.notebook.reminders,
            desk.notebook.several_reminders,
            desk.notifier,
            desk.navigator,
            desk.clock,
            desk.icons,
        )
        self.reminding = Reminding(desk, self, self.panel, self.settings)
        self.quiet_line = QuietLine()
        self._moments = MomentErrands(desk)
        self._reminders = ReminderErrands(desk)
        self._projects = ProjectErrands(desk)
        for errands in _ERRANDS:
            errands(desk)
        upkeep, calendar = UpkeepErrands(desk, ways), CalendarErrands(desk, self.settings)
        freshness = Freshness(desk.notebook.file, desk.notifier, desk.clock, self)
        self.panel.day_turned.connect(freshness.look)
        pages = AreaPages(desk, self.settings, lambda: self._state, self._moments, upkeep, calendar)
        self.areas = Areas({PEOPLE: lambda: self.people, **pages.makers})
        self.commands = Commands(
            desk, self.areas, self.people, self.panel, self.quiet_line, upkeep, calendar
        )
        self._calendar = calendar
        SearchErrands(desk, lambda: self.commands.actions)
        self.rail = Rail(
            desk.icons,
            self.commands.menu,
            [
                (PEOPLE, "users", self.tr("People")),
                (PROJECTS, "clipboard-list", self.tr("Projects")),
                (ORGANISATIONS, "building-2", self.tr("Organisations")),
                (PROMISES, "handshake", self.tr("Promises")),
                (OFFERINGS, "gift", self.tr("Offerings")),
                (INSIGHTS, "chart-column", self.tr("Insights")),
            ],
            [(TRASH, "trash-2", self.tr("Trash")), (SETTINGS, "settings", self.tr("Settings"))],
        )

    def _lay_out(self) -> None:
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addWidget(self.areas, 1)
        column.addWidget(self.quiet_line)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(middle)
        splitter.addWidget(self.panel)
        splitter.setStretchFactor(0, 1)
        splitter.setSizes([10_000, PANEL_WIDTH])
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(splitter, 1)
        self.setCentralWidget(whole)
        splitters = {"panel-splitter": splitter, "people-splitter": self.people.splitter}
        self._state = WindowState(self.settings, self, splitters, self.panel)

    def _connect(self) -> None:
        self.notifier.changed.connect(self._on_changed)
        self.people.moment_chosen.connect(self._moments.correct)
        self.panel.own_chosen.connect(self._reminders.change)
        self.panel.said.connect(self.quiet_line.say)
        self._calendar.said.connect(self.quiet_line.say)
        self._projects.said.connect(self.quiet_line.say)
        self.quiet_line.undo_chosen.connect(self.commands.undo)
        self.commands.menu_requested.connect(self.rail.open_menu)
        Routes(self.navigator, self.areas, self.people, self.rail)
        self.rail.area_chosen.connect(self.areas.go_to)
        self.areas.moved.connect(self.rail.set_area)

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        self.areas.reload(changes)
        if self.areas.shown == WELCOME and self.notebook.people_list.count():
            self.areas.go_to(PEOPLE)
            self.people.show_first()
        if changes.label:
            self.quiet_line.say(changes.label, undo=True)

    def begin_reminding(self, *, is_hidden: bool) -> None:
        """Be in the tray and speak up in time; a hidden window waits there."""
        self.reminding.begin(is_hidden=is_hidden)

    @override
    def focusNextPrevChild(self, forward: bool) -> bool:
        # Most of a card is made when somebody first has it: Qt would leave that to the end.
        whole = self.centralWidget()
        assert whole is not None, "it is laid out"
        return tab_through(self, (whole,), forward=forward) or super().focusNextPrevChild(forward)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        # Only what the user does to the frame is spontaneous: Quit, or another notebook, is not.
        is_leaving = not event.spontaneous() or is_log_out()
        stays = not is_leaving and self.reminding.keeps_running()
        if not stays and not (dialogs_let_go() and self.areas.may_leave()):
            event.ignore()
            return
        self._calendar.keeper.finish()
        try:
            self._state.remember()
        except OSError as error:  # a full disk must not keep the window open
            write_down(error)
        if stays:
            event.ignore()
            self.step_aside()
        else:
            self.reminding.end()
            event.accept()
