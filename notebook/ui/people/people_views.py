"""Which people the list shows: everybody, a group, or whom a filter finds."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from notebook.domain.changes import Changes
from notebook.domain.people_filters import PeopleFilter
from notebook.services.groups import GroupLine, GroupName
from notebook.services.people_filters import FilterLine
from notebook.services.phrases import filled
from notebook.ui.errands.desk import Desk
from notebook.ui.widgets.buttons import icon_button
from notebook.ui.widgets.labels import ElidedLabel, escape_mnemonic

_MOST_GROUPS = 15  # in the menu; the others are in the dialog


class PeopleViews(QObject):
    """A menu of groups and filters, and what is chosen from it.

    Attributes:
        button: opens the menu.
        line: says by name what is shown, hidden while that is everybody.
        name, clear_button: its parts; the button shows everybody again.
        shown: what is shown, None for everybody.

    Signals:
        chosen(FilterLine | None): show this.
    """

    chosen = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self.shown: FilterLine | None = None
        self.button = icon_button(desk.icons, "list-filter", self.tr("Groups and filters"))
        self.clear_button = icon_button(desk.icons, "x", self.tr("Show everybody"))
        self.name = ElidedLabel("", "name")
        self.line = QWidget()
        row = QHBoxLayout(self.line)
        row.setContentsMargins(14, 0, 8, 0)
        row.addWidget(self.name, 1)
        row.addWidget(self.clear_button)
        self.line.hide()
        self.menu = QMenu(self.button)
        self.button.setMenu(self.menu)
        self.menu.aboutToShow.connect(self._fill)
        self.clear_button.clicked.connect(lambda: self.choose(None))

    def choose(self, line: FilterLine | None) -> None:
        """Show whom this finds, everybody for None."""
        self.shown = line
        self.name.setText(line.name if line else "")
        self.line.setVisible(line is not None)
        self.chosen.emit(line)

    def look_again(self) -> None:
        """Follow what became of the group or filter that is shown; everybody when it is gone."""
        if self.shown is None or (self.shown.id is None and not self.shown.conditions.groups):
            return
        now = next((line for line in self._own() if _is_same(line, self.shown)), None)
        if now != self.shown:
            self.choose(now)

    def _own(self) -> Iterable[FilterLine]:
        notebook = self._desk.notebook
        yield from notebook.people_filters.saved()
        yield from map(group_view, notebook.groups.all())

    @Slot()
    def _fill(self) -> None:
        self.menu.clear()
        notebook = self._desk.notebook
        self._offer(self.tr("All people"), None)
        groups = [group_view(line) for line in notebook.groups.all()]
        filters = notebook.people_filters.saved()
        for lines in (groups[:_MOST_GROUPS], filters, notebook.people_filters.built_in()):
            if lines:
                self.menu.addSeparator()
            for line in lines:
                self._offer(line.name, line)
        self.menu.addSeparator()
        if self.shown is not None and self.shown.id is not None:
            name = self.shown.name
            self._do(filled(self.tr("Change “%1”…"), name), self._change)
            self._do(filled(self.tr("Remove “%1”"), name), self._remove)
        self._do(self.tr("New filter…"), self.new_filter)
        self._do(self.tr("Groups…"), self._desk.navigator.groups_requested.emit)

    def _offer(self, text: str, line: FilterLine | None) -> None:
        action = QAction(escape_mnemonic(text), self.menu, checkable=True)
        action.setChecked(line == self.shown)
        action.triggered.connect(lambda: self.choose(line))
        self.menu.addAction(action)

    def _do(self, text: str, slot: object) -> None:
        action = QAction(escape_mnemonic(text), self.menu)
        action.triggered.connect(slot)
        self.menu.addAction(action)

    @Slot()
    def new_filter(self) -> None:
        """Make a filter, and show whom it finds."""
        self._open(None)

    @Slot()
    def _change(self) -> None:
        self._open(self.shown)

    def _open(self, line: FilterLine | None) -> None:
        from notebook.ui.people.filter_dialog import FilterDialog

        desk = self._desk
        notebook = desk.notebook
        filter_id = line.id if line else None

        def save(name: str, conditions: PeopleFilter) -> str:
            made: list[int] = []

            def keep() -> Changes:
                changes = notebook.people_filters.save(filter_id, name, conditions)
                made.append(changes.new_id)
                return changes

            trouble = desk.trouble(keep)
            if not trouble:
                saved = notebook.people_filters.saved()
                self.choose(next((each for each in saved if each.id in made), None))
            return trouble

        groups, team = notebook.groups.all(), notebook.people.team()
        desk.open(FilterDialog(line, groups, team, desk.icons, desk.prompts, save, desk.window))

    @Slot()
    def _remove(self) -> None:
        if self.shown is not None and self.shown.id is not None:
            self._desk.notifier.tell(self._desk.notebook.people_filters.remove(self.shown.id))


def group_view(line: GroupLine | GroupName) -> FilterLine:
    """Return a group as what the list shows."""
    return FilterLine(None, line.name, PeopleFilter(groups=(line.id,)))


def _is_same(line: FilterLine, shown: FilterLine) -> bool:
    if shown.id is not None:
        return line.id == shown.id
    return line.id is None and line.conditions == shown.conditions
