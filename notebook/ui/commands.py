"""What the keys and the menu of the window do; each command stands here once."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from notebook.domain.changes import Changes
from notebook.services.phrases import filled
from notebook.ui.actions import SEPARATOR, ActionSpec, make_actions
from notebook.ui.areas import (
    CHECKLISTS,
    DUPLICATES,
    INSIGHTS,
    OFFERINGS,
    ORGANISATIONS,
    PEOPLE,
    PROJECTS,
    PROMISES,
    SETTINGS,
    TEAM,
    TRASH,
    Areas,
)
from notebook.ui.dialogs.keys_dialog import KeysDialog
from notebook.ui.errands.calendar import CalendarErrands
from notebook.ui.errands.desk import Desk
from notebook.ui.errands.upkeep import UpkeepErrands
from notebook.ui.navigator import LogRequest, WizardRequest
from notebook.ui.pages.people_page import PeoplePage
from notebook.ui.pages.reminder_panel import ReminderPanel
from notebook.ui.widgets.labels import escape_mnemonic
from notebook.ui.widgets.quiet_line import QuietLine
from notebook.ui.widgets.reminder_view import reminder_keys


class Commands(QObject):
    """The window's actions and its menu.

    Attributes:
        actions: every action by its key.
        menu: all of them, in their order.

    Signals:
        menu_requested(): the key for the menu was pressed.
    """

    menu_requested = Signal()

    def __init__(
        self,
        desk: Desk,
        areas: Areas,
        people: PeoplePage,
        panel: ReminderPanel,
        quiet_line: QuietLine,
        upkeep: UpkeepErrands,
        calendar: CalendarErrands,
    ) -> None:
        super().__init__(desk.window)
        self._desk, self._areas, self._people = desk, areas, people
        self._panel, self._quiet_line = panel, quiet_line
        specs = [
            *self._writing(),
            *self._searching(),
            *self._going(),
            *upkeep.specs(),
            *calendar.specs(),
            *self._closing(),
        ]
        self.actions: dict[str, QAction]
        self.menu: QMenu
        self.actions, self.menu = make_actions(desk.window, desk.icons, specs)
        self.menu.aboutToShow.connect(self._name_undo)
        self.menu.aboutToHide.connect(self._let_keys_undo)

    def _writing(self) -> list[ActionSpec | None]:
        ask = self._desk.navigator
        return [
            ActionSpec("new-person", self.tr("New person"), self.new_person, "Ctrl+N", "user-plus"),
            ActionSpec(
                "new-project",
                self.tr("New project…"),
                lambda: ask.wizard_requested.emit(WizardRequest()),
                "Ctrl+Shift+N",
                "clipboard-list",
            ),
            ActionSpec("log", self.tr("Log a contact…"), self.log, "Ctrl+L", "pen-line"),
            ActionSpec(
                "plan", self.tr("Plan a meeting…"), self.plan, "Ctrl+Shift+L", "calendar-plus"
            ),
            ActionSpec(
                "brief", self.tr("Prepare a meeting"), self.brief, "Ctrl+B", "notebook-text"
            ),
            ActionSpec("edit", self.tr("Edit card"), self.edit, "Ctrl+E", "user"),
            ActionSpec(
                "reminder",
                self.tr("New reminder…"),
                lambda: ask.reminder_requested.emit(self._chosen(), None),
                "Ctrl+R",
                "bell",
            ),
            SEPARATOR,
            ActionSpec("undo", self.tr("Undo"), self.undo, "Ctrl+Z", "undo-2"),
            ActionSpec("redo", self.tr("Redo"), self.redo, "Ctrl+Shift+Z", "redo-2"),
            SEPARATOR,
        ]

    def _searching(self) -> list[ActionSpec | None]:
        return [
            ActionSpec(
                "search",
                self.tr("Search everything"),
                self._desk.navigator.search_requested.emit,
                "Ctrl+K",
                "search",
            ),
            ActionSpec(
                "search-list",
                self.tr("Search this list"),
                self.search_list,
                "Ctrl+F",
                "list-filter",
            ),
            ActionSpec(
                DUPLICATES,
                self.tr("Find people kept twice"),
                lambda: self._areas.go_to(DUPLICATES),
                "",
                "users",
            ),
        ]

    def _going(self) -> list[ActionSpec | None]:
        show = self._areas.go_to
        return [
            ActionSpec(PEOPLE, self.tr("People"), lambda: show(PEOPLE), "Ctrl+1", "users"),
            ActionSpec(
                PROJECTS, self.tr("Projects"), lambda: show(PROJECTS), "Ctrl+2", "clipboard-list"
            ),
            ActionSpec(
                ORGANISATIONS,
                self.tr("Organisations"),
                lambda: show(ORGANISATIONS),
                "Ctrl+3",
                "building-2",
            ),
            ActionSpec(
                PROMISES, self.tr("Promises"), lambda: show(PROMISES), "Ctrl+4", "handshake"
            ),
            ActionSpec(
                "groups",
                self.tr("Groups…"),
                self._desk.navigator.groups_requested.emit,
                "Ctrl+G",
                "tag",
            ),
            ActionSpec(TEAM, self.tr("Our team"), lambda: show(TEAM), "", "users"),
            ActionSpec(OFFERINGS, self.tr("Offerings"), lambda: show(OFFERINGS), "Ctrl+5", "gift"),
            *self._looking_back(),
            ActionSpec(
                CHECKLISTS,
                self.tr("Checklists"),
                lambda: self._desk.navigator.checklists_requested.emit(""),
                "",
                "list-checks",
            ),
            ActionSpec(TRASH, self.tr("Trash"), lambda: show(TRASH), "", "trash-2"),
            ActionSpec(SETTINGS, self.tr("Settings"), lambda: show(SETTINGS), "Ctrl+,", "settings"),
            ActionSpec(
                "panel",
                self.tr("Show or hide the reminders"),
                self.toggle_panel,
                "F9",
                "panel-right",
            ),
            ActionSpec("to-panel", self.tr("Go to the reminders"), self.to_panel, "F6", "bell"),
            SEPARATOR,
        ]

    def _looking_back(self) -> list[ActionSpec | None]:
        show = self._areas.go_to
        return [
            ActionSpec(
                INSIGHTS, self.tr("Insights"), lambda: show(INSIGHTS), "Ctrl+6", "chart-column"
            ),
            ActionSpec(
                "who-sent-whom",
                self.tr("Who sent whom"),
                lambda: self._desk.navigator.referral_picture_requested.emit(self._chosen()),
                "",
                "users",
            ),
        ]

    def _closing(self) -> list[ActionSpec | None]:
        return [
            SEPARATOR,
            ActionSpec("menu", self.tr("Menu"), self.menu_requested.emit, "F10", "menu"),
            ActionSpec("keys", self.tr("Keys…"), self.show_keys, "F1", "keyboard"),
            ActionSpec("quit", self.tr("Quit"), self._desk.window.close, "Ctrl+Q", "log-out"),
        ]

    @Slot()
    def new_person(self) -> None:
        """Open the editor for somebody new."""
        self._desk.navigator.person_edit_requested.emit(None)

    def log(self) -> None:
        """Open the log, for the person whose card is open."""
        person_id = self._chosen()
        people = () if person_id is None else (person_id,)
        self._desk.navigator.log_requested.emit(LogRequest(person_ids=people))

    def plan(self) -> None:
        """Plan a meeting, with the person whose card is open."""
        person_id = self._chosen()
        people = () if person_id is None else (person_id,)
        request = LogRequest(person_ids=people, is_to_come=True)
        self._desk.navigator.log_requested.emit(request)

    def brief(self) -> None:
        """Read the brief of the person whose card is open."""
        if self._chosen() is not None:
            self._desk.navigator.brief_requested.emit(self._chosen())

    def edit(self) -> None:
        """Edit the card that is open."""
        if self._chosen() is not None:
            self._desk.navigator.person_edit_requested.emit(self._chosen())

    def search_list(self) -> None:
        """Put the cursor into the search field of the list that is shown, else of the people."""
        if not self._areas.page(self._areas.shown).search() and self._areas.go_to(PEOPLE):
            self._people.search()

    @Slot()
    def undo(self) -> None:
        """Take the newest change back."""
        self._tell_back(self._desk.notebook.upkeep.undo(), self.tr("Taken back: %1"))

    def redo(self) -> None:
        """Make the change that was taken back once more."""
        self._tell_back(self._desk.notebook.upkeep.redo(), self.tr("Done again: %1"))

    def toggle_panel(self) -> None:
        """Show or hide the reminders."""
        self._panel.setVisible(self._panel.isHidden())

    def to_panel(self) -> None:
        """Go to the reminders by keyboard."""
        self._panel.show()
        self._panel.take_focus()

    def show_keys(self) -> None:
        """Say what each key does."""
        from notebook.ui.card.timeline import timeline_keys
        from notebook.ui.widgets.outline_view import outline_keys

        more = [*reminder_keys(), *timeline_keys(), *outline_keys()]
        self._desk.open(KeysDialog(list(self.actions.values()), more, self._desk.window))

    def _chosen(self) -> int | None:
        return self._people.person_id if self._areas.shown == PEOPLE else None

    def _tell_back(self, changes: Changes | None, words: str) -> None:
        if changes is None:
            self._quiet_line.say(self.tr("There is nothing to take back"))
            return
        self._desk.notifier.tell(changes)
        self._quiet_line.say(filled(words, changes.label))

    @Slot()
    def _name_undo(self) -> None:
        upkeep = self._desk.notebook.upkeep
        for key, words, label in (
            ("undo", self.tr("Undo"), upkeep.next_undo),
            ("redo", self.tr("Redo"), upkeep.next_redo),
        ):
            action = self.actions[key]
            action.setText(escape_mnemonic(f"{words}: {label}" if label else words))
            action.setEnabled(bool(label))

    @Slot()
    def _let_keys_undo(self) -> None:
        # A disabled action ignores its key too, and there may be something to undo by then.
        for key in ("undo", "redo"):
            self.actions[key].setEnabled(True)
