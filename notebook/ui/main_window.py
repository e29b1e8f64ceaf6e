"""The main window: rail, pages, panel and the foot line, put together; nothing else happens here."""

from PySide6.QtCore import QByteArray, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from notebook.domain.changes import Changes
from notebook.services.notebook import Notebook
from notebook.services.phrases import filled
from notebook.settings import Settings
from notebook.ui.actions import SEPARATOR, ActionSpec, make_actions
from notebook.ui.clock import Clock
from notebook.ui.dialogs.keys_dialog import KeysDialog
from notebook.ui.errands import Errands
from notebook.ui.icons import Icons
from notebook.ui.navigator import LogRequest, Navigator
from notebook.ui.notifier import Notifier
from notebook.ui.pages.people_page import PeoplePage
from notebook.ui.pages.settings_page import SettingsPage
from notebook.ui.prompts import Prompts, WindowPrompts
from notebook.ui.rail import Rail
from notebook.ui.theme import Theme
from notebook.ui.widgets.quiet_line import QuietLine

PEOPLE, SETTINGS = "people", "settings"
SMALLEST = (880, 560)  # pixels, so that 1024x640 has room for a task bar
USUAL = (1280, 800)


class MainWindow(QMainWindow):
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
    ) -> None:
        super().__init__()
        self.notebook, self.settings, self.clock = notebook, settings, clock
        self.prompts = prompts or WindowPrompts(self)
        self.icons = Icons(theme)
        self.notifier = Notifier(self)
        self.navigator = Navigator(self)
        self.setWindowTitle(self.tr("Relationship notebook"))
        self.setMinimumSize(*SMALLEST)
        self.people = PeoplePage(
            notebook, self.notifier, self.navigator, clock, self.prompts, self.icons
        )
        self.errands = Errands(notebook, self.notifier, self.navigator, clock, self.icons, self)
        self.settings_page = SettingsPage(
            notebook.preferences, settings, theme, self.notifier, notebook.file.path
        )
        self.quiet_line = QuietLine()
        self.actions_by_key, self._menu = make_actions(self, self.icons, self._specs())
        self.rail = Rail(
            self.icons,
            self._menu,
            [(PEOPLE, "users", self.tr("People"))],
            [(SETTINGS, "settings", self.tr("Settings"))],
        )
        self._lay_out()
        self._connect()
        self._restore_sizes()
        self.people.show_first()

    def show_area(self, key: str) -> None:
        """Show one of the large areas, unless something unsaved keeps the user where they are."""
        page = self._areas[key]
        if self._stack.currentWidget() is self.people and not self.people.may_leave():
            self.rail.set_area(PEOPLE)
            return
        self._stack.setCurrentWidget(page)
        self.rail.set_area(key)

    def _specs(self) -> list[ActionSpec | None]:
        return [
            ActionSpec(
                "new-person", self.tr("New person"), self._new_person, "Ctrl+N", "user-plus"
            ),
            ActionSpec("log", self.tr("Log a contact…"), self._log, "Ctrl+L", "pen-line"),
            ActionSpec("edit", self.tr("Edit card"), self._edit, "Ctrl+E", "user"),
            ActionSpec("search", self.tr("Search"), self._search, "Ctrl+K", "search"),
            SEPARATOR,
            ActionSpec("undo", self.tr("Undo"), self._undo, "Ctrl+Z", "undo-2"),
            ActionSpec("redo", self.tr("Redo"), self._redo, "Ctrl+Shift+Z", "redo-2"),
            SEPARATOR,
            ActionSpec(
                "people", self.tr("People"), lambda: self.show_area(PEOPLE), "Ctrl+1", "users"
            ),
            ActionSpec("menu", self.tr("Menu"), self._open_menu, "F10", "menu"),
            ActionSpec("keys", self.tr("Keys…"), self._show_keys, "F1", "keyboard"),
            SEPARATOR,
            ActionSpec("quit", self.tr("Quit"), self.close, "Ctrl+Q", "log-out"),
        ]

    def _lay_out(self) -> None:
        self._areas: dict[str, QWidget] = {PEOPLE: self.people, SETTINGS: self.settings_page}
        self._stack = QStackedWidget()
        for page in self._areas.values():
            self._stack.addWidget(page)
        middle = QVBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(self._stack, 1)
        middle.addWidget(self.quiet_line)
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(middle, 1)
        self.setCentralWidget(whole)
        self.rail.set_area(PEOPLE)

    def _connect(self) -> None:
        self.notifier.changed.connect(self._on_changed)
        self.navigator.person_requested.connect(self._on_person)
        self.navigator.person_edit_requested.connect(self._on_edit_person)
        self.people.moment_chosen.connect(self.errands.correct)
        self.quiet_line.undo_chosen.connect(self._undo)
        self.rail.area_chosen.connect(self.show_area)
        self._menu.aboutToShow.connect(self._name_undo)

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        self.people.reload(changes)
        self.settings_page.reload(changes)
        self.quiet_line.say(changes.label, undo=True)

    @Slot(object)
    def _on_person(self, person_id: int) -> None:
        self.show_area(PEOPLE)
        self.people.show_person(person_id)

    @Slot(object)
    def _on_edit_person(self, person_id: int | None) -> None:
        self.show_area(PEOPLE)
        self.people.edit_person(person_id)

    def _new_person(self) -> None:
        self._on_edit_person(None)

    def _log(self) -> None:
        person_id = self.people.person_id
        chosen = (person_id,) if person_id and self._stack.currentWidget() is self.people else ()
        self.navigator.log_requested.emit(LogRequest(person_ids=chosen))

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

    def _open_menu(self) -> None:
        self.rail.menu_button.click()

    def _show_keys(self) -> None:
        dialog = KeysDialog(list(self.actions_by_key.values()), [], self)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _restore_sizes(self) -> None:
        self.resize(*USUAL)
        geometry = self.settings.get("window", "")
        if geometry:
            self.restoreGeometry(QByteArray.fromBase64(geometry.encode()))
        widths = self.settings.get("people-splitter", [0])
        if len(widths) == 2:
            self.people.splitter.setSizes(widths)

    def _remember_sizes(self) -> None:
        self.settings.set("window", self.saveGeometry().toBase64().toStdString())
        self.settings.set("people-splitter", self.people.splitter.sizes())
        self.settings.save()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.people.may_leave():
            event.ignore()
            return
        self._remember_sizes()
        event.accept()
