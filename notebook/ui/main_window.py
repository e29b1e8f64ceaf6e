"""The main window: rail, pages, panel and the foot line, put together; nothing else happens here."""

from PySide6.QtCore import QByteArray, Qt, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from notebook.domain.changes import Changes
from notebook.services.notebook import Notebook
from notebook.services.phrases import filled
from notebook.settings import Settings
from notebook.ui.actions import SEPARATOR, ActionSpec, make_actions
from notebook.ui.announcing import AnnouncingWindow
from notebook.ui.areas import Areas
from notebook.ui.brief_errands import BriefErrands
from notebook.ui.clock import Clock
from notebook.ui.dialogs.keys_dialog import KeysDialog
from notebook.ui.errands import Errands
from notebook.ui.freshness import Freshness
from notebook.ui.icons import Icons
from notebook.ui.navigator import LogRequest, Navigator, WizardRequest
from notebook.ui.notifier import Notifier
from notebook.ui.pages.people_page import PeoplePage
from notebook.ui.pages.projects_page import ProjectsPage
from notebook.ui.pages.reminder_panel import ReminderPanel
from notebook.ui.pages.settings_page import SettingsPage
from notebook.ui.pages.trash_page import TrashPage
from notebook.ui.pages.welcome_page import WelcomePage
from notebook.ui.project_errands import ProjectErrands
from notebook.ui.prompts import Prompts, WindowPrompts
from notebook.ui.rail import Rail
from notebook.ui.reminder_errands import ReminderErrands
from notebook.ui.session import Session
from notebook.ui.theme import Appearance, Theme
from notebook.ui.upkeep_errands import UpkeepErrands
from notebook.ui.widgets.quiet_line import QuietLine
from notebook.ui.widgets.reminder_view import reminder_keys

PEOPLE, PROJECTS, SETTINGS = "people", "projects", "settings"
TRASH, WELCOME = "trash", "welcome"
SMALLEST = (880, 560)  # pixels, so that 1024x640 has room for a task bar
USUAL = (1280, 800)
PANEL_WIDTH = 292


class MainWindow(AnnouncingWindow):
    """Assembles the parts and connects them; the parts do the work.

    Attributes:
        navigator, notifier: what the parts talk through.
        actions_by_key: every action of the window.
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
        super().__init__(Icons(theme))
        self.notebook, self.settings, self.clock = notebook, settings, clock
        self.prompts = prompts or WindowPrompts(self)
        self.ways = ways
        self.icons = Icons(theme)
        self.notifier = Notifier(self)
        self.navigator = Navigator(self)
        self.setWindowTitle(self.tr("Relationship notebook"))
        self.setMinimumSize(*SMALLEST)
        if appearance := settings.get("appearance", ""):
            theme.apply(Appearance(appearance))
        self.people = PeoplePage(
            notebook, self.notifier, self.navigator, clock, self.prompts, self.icons
        )
        self.panel = ReminderPanel(
            notebook.reminders, self.notifier, self.navigator, clock, self.icons
        )
        parts = (notebook, self.notifier, self.navigator, clock, self.icons, self)
        self.errands = Errands(*parts)
        self.reminder_errands = ReminderErrands(*parts)
        self.project_errands = ProjectErrands(*parts, self.prompts)
        BriefErrands(notebook.briefs, self.navigator, clock, self.prompts, self.icons, self)
        self.upkeep_errands = UpkeepErrands(*parts, self.prompts, ways)
        Freshness(notebook.file, self.notifier, clock, self)
        self.quiet_line = QuietLine()
        self.areas = Areas(
            {
                PEOPLE: lambda: self.people,
                PROJECTS: self._projects_page,
                SETTINGS: self._settings_page,
                TRASH: self._trash_page,
                WELCOME: self._welcome_page,
            }
        )
        self.actions_by_key, self._menu = make_actions(self, self.icons, self._specs())
        self.rail = Rail(
            self.icons,
            self._menu,
            [
                (PEOPLE, "users", self.tr("People")),
                (PROJECTS, "clipboard-list", self.tr("Projects")),
            ],
            [(TRASH, "trash-2", self.tr("Trash")), (SETTINGS, "settings", self.tr("Settings"))],
        )
        self._lay_out()
        self._connect()
        self._restore_sizes()
        self.show_area(PEOPLE)
        self.people.show_first()
        if not notebook.people_list.count():
            self.show_area(WELCOME)

    def show_area(self, key: str) -> None:
        """Show one of the large areas, unless something unsaved keeps the user where they are."""
        if key == self.areas.shown or self.areas.may_leave():
            self.areas.show_area(key)
        self.rail.set_area(PEOPLE if self.areas.shown == WELCOME else self.areas.shown)

    def _projects_page(self) -> ProjectsPage:
        return ProjectsPage(
            self.notebook,
            self.notifier,
            self.navigator,
            self.clock,
            self.prompts,
            self.icons,
            self.errands.correct,
        )

    def _settings_page(self) -> SettingsPage:
        page = SettingsPage(
            self.notebook.preferences,
            self.settings,
            self.icons.theme,
            self.notifier,
            self.notebook.file.path,
        )
        page.backups_requested.connect(self.upkeep_errands.show_backups)
        return page

    def _trash_page(self) -> TrashPage:
        return TrashPage(self.notebook.upkeep, self.notifier, self.clock, self.prompts, self.icons)

    def _welcome_page(self) -> WelcomePage:
        page = WelcomePage(self.icons, offers_sample=self.upkeep_errands.may_leave_notebook)
        page.import_chosen.connect(self.upkeep_errands.bring_in)
        page.add_chosen.connect(self._new_person)
        page.sample_chosen.connect(self.upkeep_errands.show_sample)
        return page

    def _specs(self) -> list[ActionSpec | None]:
        return [
            ActionSpec(
                "new-person", self.tr("New person"), self._new_person, "Ctrl+N", "user-plus"
            ),
            ActionSpec(
                "new-project",
                self.tr("New project…"),
                lambda: self.navigator.wizard_requested.emit(WizardRequest()),
                "Ctrl+Shift+N",
                "clipboard-list",
            ),
            ActionSpec("log", self.tr("Log a contact…"), self._log, "Ctrl+L", "pen-line"),
            ActionSpec(
                "brief", self.tr("Prepare a meeting"), self._brief, "Ctrl+B", "notebook-text"
            ),
            ActionSpec("edit", self.tr("Edit card"), self._edit, "Ctrl+E", "user"),
            ActionSpec("search", self.tr("Search"), self._search, "Ctrl+K", "search"),
            ActionSpec(
                "reminder",
                self.tr("New reminder…"),
                lambda: self.navigator.reminder_requested.emit(self.people.person_id, None),
                "Ctrl+R",
                "bell",
            ),
            SEPARATOR,
            ActionSpec("undo", self.tr("Undo"), self._undo, "Ctrl+Z", "undo-2"),
            ActionSpec("redo", self.tr("Redo"), self._redo, "Ctrl+Shift+Z", "redo-2"),
            SEPARATOR,
            ActionSpec(
                "people", self.tr("People"), lambda: self.show_area(PEOPLE), "Ctrl+1", "users"
            ),
            ActionSpec(
                "projects",
                self.tr("Projects"),
                lambda: self.show_area(PROJECTS),
                "Ctrl+2",
                "clipboard-list",
            ),
            ActionSpec(
                "panel",
                self.tr("Show or hide the reminders"),
                self._toggle_panel,
                "F9",
                "panel-right",
            ),
            ActionSpec("to-panel", self.tr("Go to the reminders"), self._to_panel, "F6", "bell"),
            ActionSpec("trash", self.tr("Trash"), lambda: self.show_area(TRASH), "", "trash-2"),
            SEPARATOR,
            *self.upkeep_errands.specs(),
            SEPARATOR,
            ActionSpec("menu", self.tr("Menu"), self._open_menu, "F10", "menu"),
            ActionSpec("keys", self.tr("Keys…"), self._show_keys, "F1", "keyboard"),
            SEPARATOR,
            ActionSpec("quit", self.tr("Quit"), self.close, "Ctrl+Q", "log-out"),
        ]

    def _lay_out(self) -> None:
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addWidget(self.areas, 1)
        column.addWidget(self.quiet_line)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(middle)
        self.splitter.addWidget(self.panel)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setSizes([10_000, PANEL_WIDTH])
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(self.splitter, 1)
        self.setCentralWidget(whole)

    def _connect(self) -> None:
        self.notifier.changed.connect(self._on_changed)
        self.navigator.person_requested.connect(self._on_person)
        self.navigator.project_requested.connect(self._on_project)
        self.navigator.person_edit_requested.connect(self._on_edit_person)
        self.people.moment_chosen.connect(self.errands.correct)
        self.panel.own_chosen.connect(self.reminder_errands.change)
        self.quiet_line.undo_chosen.connect(self._undo)
        self.rail.area_chosen.connect(self.show_area)
        self._menu.aboutToShow.connect(self._name_undo)
        self._menu.aboutToHide.connect(self._let_keys_undo)

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        self.areas.reload(changes)
        if self.areas.shown == WELCOME and self.notebook.people_list.count():
            self.show_area(PEOPLE)
            self.people.show_first()
        if changes.label:
            self.quiet_line.say(changes.label, undo=True)

    @Slot(object)
    def _on_person(self, person_id: int) -> None:
        self.show_area(PEOPLE)
        self.people.show_person(person_id)

    @Slot(object)
    def _on_project(self, project_id: int) -> None:
        self.show_area(PROJECTS)
        page = self.areas.page(PROJECTS)
        if isinstance(page, ProjectsPage) and self.areas.shown == PROJECTS:
            page.show_project(project_id)

    @Slot(object)
    def _on_edit_person(self, person_id: int | None) -> None:
        self.show_area(PEOPLE)
        self.people.edit_person(person_id)

    def _new_person(self) -> None:
        self._on_edit_person(None)

    def _log(self) -> None:
        page = self.areas.page(self.areas.shown)
        if isinstance(page, ProjectsPage) and page.project_id is not None:
            page.view.log_contact()
            return
        person_id = self.people.person_id
        chosen = (person_id,) if person_id and self.areas.shown == PEOPLE else ()
        self.navigator.log_requested.emit(LogRequest(person_ids=chosen))

    def _brief(self) -> None:
        if self.people.person_id is not None:
            self.navigator.brief_requested.emit(self.people.person_id)

    def _edit(self) -> None:
        if self.people.person_id is not None:
            self._on_edit_person(self.people.person_id)

    def _search(self) -> None:
        self.show_area(PEOPLE)
        self.people.list.focus_search()

    @Slot()
    def _undo(self) -> None:
        self._tell_back(self.notebook.upkeep.undo(), self.tr("Taken back: %1"))

    def _redo(self) -> None:
        self._tell_back(self.notebook.upkeep.redo(), self.tr("Done again: %1"))

    def _tell_back(self, changes: Changes | None, words: str) -> None:
        if changes is None:
            self.quiet_line.say(self.tr("There is nothing to take back"))
            return
        self.notifier.tell(changes)
        self.quiet_line.say(filled(words, changes.label))

    @Slot()
    def _name_undo(self) -> None:
        for key, words, label in (
            ("undo", self.tr("Undo"), self.notebook.upkeep.next_undo),
            ("redo", self.tr("Redo"), self.notebook.upkeep.next_redo),
        ):
            action = self.actions_by_key[key]
            text = f"{words}: {label}" if label else words
            action.setText(text.replace("&", "&&"))
            action.setEnabled(bool(label))

    @Slot()
    def _let_keys_undo(self) -> None:
        # A disabled action ignores its key too, and there may be something to undo by then.
        for key in ("undo", "redo"):
            self.actions_by_key[key].setEnabled(True)

    def _toggle_panel(self) -> None:
        self.panel.setVisible(self.panel.isHidden())

    def _to_panel(self) -> None:
        self.panel.show()
        self.panel.take_focus()

    def _open_menu(self) -> None:
        self.rail.menu_button.click()

    def _show_keys(self) -> None:
        dialog = KeysDialog(list(self.actions_by_key.values()), reminder_keys(), self)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _splitters(self) -> dict[str, QSplitter]:
        return {"panel-splitter": self.splitter, "people-splitter": self.people.splitter}

    def _restore_sizes(self) -> None:
        self.resize(*USUAL)
        geometry = self.settings.get("window", "")
        if geometry:
            self.restoreGeometry(QByteArray.fromBase64(geometry.encode()))
        for name, splitter in self._splitters().items():
            widths = self.settings.get(name, [0])
            if len(widths) == splitter.count():
                splitter.setSizes(widths)
        self.panel.setVisible(self.settings.get("panel-shown", True))

    def _remember_sizes(self) -> None:
        self.settings.set("window", self.saveGeometry().toBase64().toStdString())
        for name, splitter in self._splitters().items():
            self.settings.set(name, splitter.sizes())
        self.settings.set("panel-shown", not self.panel.isHidden())
        self.settings.save()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.areas.may_leave():
            event.ignore()
            return
        self._remember_sizes()
        event.accept()
