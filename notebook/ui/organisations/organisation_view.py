"""One organisation, open to read."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from notebook.services.organisation_page import OrganisationPage
from notebook.ui.errands.desk import Desk
from notebook.ui.icons import Icons
from notebook.ui.organisations.panels import (
    OrganisationNote,
    OrganisationPanel,
    PeopleBefore,
    PeopleHere,
    PeopleToCome,
    ProjectsHere,
    WhoKnowsWhom,
)
from notebook.ui.widgets.buttons import icon_button, plain_button, primary_button
from notebook.ui.widgets.columns import Columns
from notebook.ui.widgets.heading_row import HeadingRow
from notebook.ui.widgets.labels import text_label
from notebook.ui.widgets.scrolling import scrolling

FIRST_PEOPLE = 40


class OrganisationHeader(HeadingRow):
    """Its name, what to mind about it, and what one can do with it.

    Attributes:
        add_button, edit_button: somebody more, another name or note.
        merge_action, trash_action: what the menu offers besides.
    """

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self.name = text_label("", "title", wrap=True, selectable=True)
        self.carried = text_label("", "second", wrap=True)
        self.edit_button = plain_button(self.tr("Edit"), icons, "pen-line")
        self.add_button = primary_button(self.tr("Add a person"), icons, "user-plus")
        self.merge_action = QAction(
            icons.icon("link", "soft"), self.tr("Merge with another…"), self
        )
        self.trash_action = QAction(icons.icon("trash-2", "soft"), self.tr("Move to trash"), self)
        self.more_button = icon_button(icons, "ellipsis", self.tr("More for this organisation"))
        menu = QMenu(self)
        for action in (self.merge_action, self.trash_action):
            menu.addAction(action)
        self.more_button.setMenu(menu)
        words = QVBoxLayout()
        words.setSpacing(3)
        words.addWidget(self.name)
        words.addWidget(self.carried)
        self.lay_out(words, (self.edit_button, self.add_button, self.more_button))

    def show_page(self, page: OrganisationPage) -> None:
        """Show which organisation it is."""
        self.name.setText(page.name)
        self.name.setAccessibleName(page.name)
        self.carried.setText(" ".join(page.carried_by))
        self.carried.setHidden(not page.carried_by)


class OrganisationView(QWidget):
    """Shows an organisation and keeps it true.

    Attributes:
        page: what is shown.
        header, people, ties, projects, past, note: its parts.

    Signals:
        trash_chosen(int): put this organisation into the trash.
    """

    trash_chosen = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._most = FIRST_PEOPLE
        self.page: OrganisationPage | None = None
        self.header = OrganisationHeader(desk.icons)
        self.people, self.coming, self.ties = PeopleHere(), PeopleToCome(), WhoKnowsWhom()
        self.projects, self.past = ProjectsHere(), PeopleBefore()
        self.note = OrganisationNote()
        self._panels: tuple[OrganisationPanel, ...] = (
            self.people,
            self.coming,
            self.ties,
            self.projects,
            self.past,
            self.note,
        )
        self._lay_out()
        self._connect()

    def show_organisation(self, organisation_id: int) -> None:
        """Show an organisation; raises Refused when it is gone."""
        if self.page is None or self.page.id != organisation_id:
            self._most = FIRST_PEOPLE
            self._scroll.verticalScrollBar().setValue(0)
        today = self._desk.clock.today()
        self.page = self._desk.notebook.organisations.page(organisation_id, today, self._most)
        self.header.show_page(self.page)
        for panel in self._panels:
            panel.show_page(self.page, today)

    def _lay_out(self) -> None:
        self._columns = Columns(
            [
                (self.people, self.coming),
                (self.ties,),
                (self.projects, self.past),
                (self.note,),
            ]
        )
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(22, 4, 22, 22)
        column.addWidget(self._columns)
        column.addStretch(1)
        self._scroll = scrolling(inside)
        top = QVBoxLayout()
        top.setContentsMargins(22, 0, 22, 0)
        top.addWidget(self.header)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 20, 0, 0)
        outer.setSpacing(12)
        outer.addLayout(top)
        outer.addWidget(self._scroll, 1)

    def _connect(self) -> None:
        go = self._desk.navigator
        for panel in self._panels:
            panel.person_chosen.connect(go.person_requested)
            panel.project_chosen.connect(go.project_requested)
        self.people.more_chosen.connect(self._on_more)
        self.header.add_button.clicked.connect(lambda: go.colleague_requested.emit(self._id()))
        self.header.edit_button.clicked.connect(
            lambda: go.organisation_edit_requested.emit(self._id())
        )
        self.header.merge_action.triggered.connect(lambda: go.merge_requested.emit(self._id()))
        self.header.trash_action.triggered.connect(lambda: self.trash_chosen.emit(self._id()))

    def _id(self) -> int:
        assert self.page is not None, "no organisation is open"
        return self.page.id

    @Slot()
    def _on_more(self) -> None:
        self._most += FIRST_PEOPLE
        self.show_organisation(self._id())
