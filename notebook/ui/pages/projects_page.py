"""The projects: a list at the left, the chosen one at the right."""

from collections.abc import Callable

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from notebook.services.phrases import filled
from notebook.ui.delegates.project_delegate import ProjectDelegate
from notebook.ui.errands.desk import Desk
from notebook.ui.icons import Icons
from notebook.ui.models.projects_model import Listing, ProjectsModel
from notebook.ui.navigator import ProjectPlace, WizardRequest
from notebook.ui.pages.one_kind_page import OneKindPage
from notebook.ui.pages.project_view import AGREEMENT_TAB, OVERVIEW_TAB, ProjectView
from notebook.ui.widgets.buttons import primary_button
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
    "reminder_mark",
    "concern",
    "step_taken",
    "delivery_move",
    "promise_move",
    "outcome",
    "amendment",
    "progress_report",
    "value_idea",
    "own_checklist",
)


class ProjectsPage(OneKindPage):
    """The projects.

    Attributes:
        projects: the model, which knows their orders.
    """

    kinds = _KINDS

    def __init__(
        self,
        desk: Desk,
        correct_moment: Callable[[int], None],
        parent: QWidget | None = None,
    ) -> None:
        self.projects = ProjectsModel(desk.notebook.projects, desk.clock)
        super().__init__(self.projects, parent)
        self._navigator = desk.navigator
        self.view = ProjectView(desk, correct_moment)
        self.new_button = primary_button(self.tr("New project"), desk.icons, "plus")
        self.put_together(
            desk.icons,
            "clipboard-list",
            self._list_column(desk.icons),
            self.view,
            (
                self.tr("No projects yet"),
                self.tr(
                    "A project begins with a few questions: what the customer expects, what you"
                    " will deliver and when, and how you stay in touch."
                ),
                self.tr("Choose a project from the list"),
            ),
        )
        self.list.order_chosen.connect(self._on_listing)
        self.list.add_chosen.connect(self._on_new)
        self.new_button.clicked.connect(self._on_new)

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

    def show_place(self, place: ProjectPlace) -> None:
        """Open a project at its overview or its agreement."""
        self.go_to(place.project_id)
        self.view.tabs.setCurrentIndex(AGREEMENT_TAB if place.agreement else OVERVIEW_TAB)

    @override
    def show_in_view(self, thing_id: int) -> None:
        self.view.show_project(thing_id)

    @override
    def forget(self) -> None:
        self.view.page = None

    @override
    def heading(self, count: str) -> str:
        if self.projects.listing is Listing.CLOSED_TOO:
            return filled(self.tr("All projects · %1"), count)
        return filled(self.tr("Live projects · %1"), count)

    @Slot(object)
    def _on_listing(self, listing: Listing) -> None:
        self.projects.set_listing(listing)
        self.show_heading()
        self.point_to_shown()

    @Slot()
    def _on_new(self) -> None:
        self._navigator.wizard_requested.emit(WizardRequest())
