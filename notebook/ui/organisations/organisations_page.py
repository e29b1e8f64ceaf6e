"""The organisations: a list at the left, the chosen one at the right."""

from PySide6.QtCore import QModelIndex, Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from notebook.domain.changes import Changes
from notebook.errors import Refused
from notebook.services.phrases import filled
from notebook.ui.delegates.organisation_delegate import OrganisationDelegate
from notebook.ui.errands.desk import Desk
from notebook.ui.models.organisations_model import ORGANISATION_ROLE, OrganisationsModel
from notebook.ui.organisations.organisation_view import OrganisationView
from notebook.ui.pages.list_page import ListPage
from notebook.ui.widgets.buttons import primary_button
from notebook.ui.widgets.empty_state import EmptyState
from notebook.ui.widgets.list_column import ListColumn

_KINDS = (
    "organisation",
    "role",
    "person",
    "project",
    "project_person",
    "moment",
    "moment_person",
    "promise",
    "check_in",
    "concern",
)


class OrganisationsPage(ListPage):
    """Keeps list and organisation together."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        icons = desk.icons
        self._desk, self._navigator = desk, desk.navigator
        self.model = OrganisationsModel(desk.notebook.organisations, desk.clock, self)
        self.list = ListColumn(
            icons,
            self.model,
            OrganisationDelegate(icons.theme, self.model.second_line, self),
            name=self.tr("Organisations"),
            search_hint=self.tr("Search organisations"),
            add_text=self.tr("New organisation"),
        )
        self.list.order_button.hide()  # by name is the only order
        self.view = OrganisationView(desk)
        self.new_button = primary_button(self.tr("New organisation"), icons, "plus")
        self.nothing = EmptyState(
            icons,
            "building-2",
            self.tr("No organisations yet"),
            self.tr(
                "An organisation is a group of people. It comes by itself when you write on a"
                " card where somebody works."
            ),
            [self.new_button],
        )
        self.choose = EmptyState(
            icons, "building-2", self.tr("Choose an organisation from the list")
        )
        self.lay_out(self.list, (self.nothing, self.choose, self.view))
        self._connect()
        self._show_heading()
        self.show_first()

    @property
    def organisation_id(self) -> int | None:
        """Which organisation is open; None when none is."""
        is_open = self.stack.currentWidget() is self.view
        return self.view.page.id if is_open and self.view.page else None

    def show_organisation(self, organisation_id: int) -> None:
        """Open an organisation and point to it in the list; nothing happens when it is gone."""
        try:
            self.view.show_organisation(organisation_id)
        except Refused:
            return
        self.stack.setCurrentWidget(self.view)
        row = self.model.row_of(organisation_id)
        if row is None:
            self.list.search.clear()
            row = self.model.row_of(organisation_id)
        self.list.select_row(row)

    def show_first(self) -> None:
        """Open the first organisation of the list, if there is one and none is open."""
        line = self.model.line(0) if self.model.rowCount() else None
        if line is None:
            is_empty = not self.model.is_search
            self.stack.setCurrentWidget(self.nothing if is_empty else self.choose)
        elif self.organisation_id is None:
            self.show_organisation(line.id)

    @override
    def reload(self, changes: Changes) -> None:
        """Look again after a change, and stay with the organisation that was open."""
        if not changes.concern(*_KINDS):
            return
        opened = self.organisation_id
        self.model.reload()
        self._show_heading()
        try:
            if opened is not None:
                self.view.show_organisation(opened)
                self.list.select_row(self.model.row_of(opened))
                return
        except Refused:  # it went to the trash, or came from a change that was undone
            self.view.page = None
            self.stack.setCurrentWidget(self.choose)
        self.show_first()

    def _connect(self) -> None:
        self.list.searched.connect(self._on_searched)
        self.list.row_chosen.connect(self._on_row)
        self.list.add_chosen.connect(self._navigator.new_organisation_requested)
        self.new_button.clicked.connect(self._navigator.new_organisation_requested)
        self.view.trash_chosen.connect(self._on_trash)

    def _show_heading(self) -> None:
        count = self.model.rowCount()
        if self.model.is_search:
            text = self.tr("Nothing found") if count == 0 else self.tr("%n found", "", count)
        else:
            text = filled(self.tr("All organisations · %1"), f"{count:,}")
        self.list.heading.setText(text)

    @Slot(str)
    def _on_searched(self, text: str) -> None:
        self.model.set_text(text)
        self._show_heading()
        if self.organisation_id is not None:
            self.list.select_row(self.model.row_of(self.organisation_id))

    @Slot(QModelIndex)
    def _on_row(self, index: QModelIndex) -> None:
        line = index.data(ORGANISATION_ROLE)
        if line is not None:
            self.view.show_organisation(line.id)
            self.stack.setCurrentWidget(self.view)

    @Slot(object)
    def _on_trash(self, organisation_id: int) -> None:
        self._desk.notifier.tell(self._desk.notebook.organisations.trash(organisation_id))
