"""The projects: a list at the left, the chosen one at the right."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from notebook.domain.changes import Changes
from notebook.errors import Refused
from notebook.services.phrases import filled
from notebook.ui.delegates.project_delegate import PROJECT_ROLE, ProjectDelegate
from notebook.ui.errands.desk import Desk
from notebook.ui.icons import Icons
from notebook.ui.models.projects_model import Listing, ProjectsModel
from notebook.ui.navigator import ProjectPlace, WizardRequest
from notebook.ui.pages.list_page import ListPage
from notebook.ui.pages.project_view import AGREEMENT_TAB, OVERVIEW_TAB, ProjectView
from notebook.ui.widgets.buttons import primary_button
from notebook.ui.widgets.empty_state import EmptyState
from notebook.ui.widgets.list_column import ListColumn

_KINDS = (
    "project",
    "project_person",
    "person",
    "deliverable",
    "responsibility",
    "answer",
    "promise",
    "moment",
    "moment_person",
    "check_in",
    "check_in_plan",
    "concern",
    "step_taken",
    "delivery_move",
    "promise_move",
    "outcome",
    "amendment",
    "progress_report",
    "value_idea",
)


class ProjectsPage(ListPage):
    """Keeps list and project together."""

    def __init__(
        self,
        desk: Desk,
        correct_moment: Callable[[int], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        icons = desk.icons
        self._navigator = desk.navigator
        self.model = ProjectsModel(desk.notebook.projects, desk.clock, self)
        self.list = self._list_column(icons)
        self.view = ProjectView(desk, correct_moment)
        self.new_button = primary_button(self.tr("New project"), icons, "plus")
        self.nothing = EmptyState(
            icons,
            "clipboard-list",
            self.tr("No projects yet"),
            self.tr(
                "A project begins with a few questions: what the customer expects, what you will"
                " deliver and when, and how you stay in touch."
            ),
            [self.new_button],
        )
        self.choose = EmptyState(icons, "clipboard-list", self.tr("Choose a project from the list"))
        self.lay_out(self.list, (self.nothing, self.choose, self.view))
        self._connect()
        self._show_heading()
        self.show_first()

    def _list_column(self, icons: Icons) -> ListColumn:
        column = ListColumn(
            icons,
            self.model,
            ProjectDelegate(icons.theme, self),
            name=self.tr("Projects"),
            search_hint=self.tr("Search projects"),
            add_text=self.tr("New project (Ctrl+Shift+N)"),
        )
        column.set_orders(
            [
                (Listing.BY_NEXT_DATE, self.tr("Next date")),
                (Listing.BY_NAME, self.tr("Name")),
                (Listing.CLOSED_TOO, self.tr("Closed ones too")),
            ],
            Listing.BY_NEXT_DATE,
        )
        return column

    @property
    def project_id(self) -> int | None:
        """Which project is open; None when none is."""
        is_open = self.stack.currentWidget() is self.view
        return self.view.page.id if is_open and self.view.page else None

    def show_project(self, project_id: int) -> None:
        """Open a project and point to it in the list; nothing happens when it is gone."""
        try:
            self.view.show_project(project_id)
        except Refused:
            return
        self.stack.setCurrentWidget(self.view)
        if self.model.row_of(project_id) is None:
            self.list.search.clear()
        self.list.select_row(self.model.row_of(project_id))

    def show_place(self, place: ProjectPlace) -> None:
        """Open a project at its overview or its agreement."""
        self.show_project(place.project_id)
        self.view.tabs.setCurrentIndex(AGREEMENT_TAB if place.agreement else OVERVIEW_TAB)

    def show_first(self) -> None:
        """Open the first project of the list, if there is one and none is open."""
        line = self.model.line(0) if self.model.rowCount() else None
        if line is None:
            is_empty = not self.model.is_search
            self.stack.setCurrentWidget(self.nothing if is_empty else self.choose)
        elif self.project_id is None:
            self.show_project(line.id)

    @override
    def reload(self, changes: Changes) -> None:
        """Look again after a change, and stay with the project that was open."""
        if not changes.concern(*_KINDS):
            return
        open_project = self.project_id
        self.model.reload()
        self._show_heading()
        try:
            if open_project is not None:
                self.view.show_project(open_project)
                self.list.select_row(self.model.row_of(open_project))
                return
        except Refused:  # it went to the trash, or came from a change that was undone
            self.view.page = None
            self.stack.setCurrentWidget(self.choose)
        self.show_first()

    def _connect(self) -> None:
        self.list.searched.connect(self._on_searched)
        self.list.order_chosen.connect(self._on_listing)
        self.list.row_chosen.connect(self._on_row)
        self.list.add_chosen.connect(self._on_new)
        self.new_button.clicked.connect(self._on_new)

    def _show_heading(self) -> None:
        count = self.model.rowCount()
        if self.model.is_search:
            text = self.tr("Nothing found") if count == 0 else self.tr("%n found", "", count)
        elif self.model.listing is Listing.CLOSED_TOO:
            text = filled(self.tr("All projects · %1"), f"{count:,}")
        else:
            text = filled(self.tr("Live projects · %1"), f"{count:,}")
        self.list.heading.setText(text)

    @Slot(str)
    def _on_searched(self, text: str) -> None:
        self.model.set_text(text)
        self._point_to_open()

    @Slot(object)
    def _on_listing(self, listing: Listing) -> None:
        self.model.set_listing(listing)
        self._point_to_open()

    def _point_to_open(self) -> None:
        self._show_heading()
        if self.project_id is not None:
            self.list.select_row(self.model.row_of(self.project_id))

    @Slot(QModelIndex)
    def _on_row(self, index: QModelIndex) -> None:
        row = index.data(PROJECT_ROLE)
        if row is not None:
            self.view.show_project(row.id)
            self.stack.setCurrentWidget(self.view)

    @Slot()
    def _on_new(self) -> None:
        self._navigator.wizard_requested.emit(WizardRequest())
