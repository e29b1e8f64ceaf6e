"""The ways through the window: which area a request of the navigator leads to."""

from PySide6.QtCore import QObject, Slot

from notebook.services.people_filters import FilterLine
from notebook.ui.areas import (
    CHECKLISTS,
    DUPLICATES,
    OFFERINGS,
    ORGANISATIONS,
    PEOPLE,
    PROJECTS,
    SETTINGS,
    Areas,
)
from notebook.ui.navigator import CardPlace, Navigator, ProjectPlace
from notebook.ui.pages.people_page import PeoplePage
from notebook.ui.rail import Rail


class Routes(QObject):
    """Goes to the area and shows there what was asked for; a page is made when it is first seen."""

    def __init__(self, navigator: Navigator, areas: Areas, people: PeoplePage, rail: Rail) -> None:
        super().__init__(navigator)
        self._areas, self._people, self._rail = areas, people, rail
        navigator.person_requested.connect(self._on_person)
        navigator.project_requested.connect(self._on_project)
        navigator.organisation_requested.connect(self._on_organisation)
        navigator.place_requested.connect(self._on_place)
        navigator.offering_requested.connect(self._on_offering)
        navigator.people_requested.connect(self._on_people)
        navigator.people_view_requested.connect(self._on_people_view)
        navigator.person_edit_requested.connect(self._on_edit_person)
        navigator.checklists_requested.connect(self._on_checklists)
        navigator.area_requested.connect(areas.go_to)
        navigator.person_merge_requested.connect(self._on_merge_people)

    @Slot(object)
    def _on_person(self, person_id: int) -> None:
        if self._areas.go_to(PEOPLE):
            self._people.show_person(person_id)

    @Slot(object)
    def _on_project(self, project_id: int) -> None:
        from notebook.ui.pages.projects_page import ProjectsPage

        page = self._areas.page(PROJECTS)
        if self._areas.go_to(PROJECTS) and isinstance(page, ProjectsPage):
            page.go_to(project_id)

    @Slot(object)
    def _on_organisation(self, organisation_id: int) -> None:
        from notebook.ui.organisations.organisations_page import OrganisationsPage

        page = self._areas.page(ORGANISATIONS)
        if self._areas.go_to(ORGANISATIONS) and isinstance(page, OrganisationsPage):
            page.go_to(organisation_id)

    @Slot(str)
    def _on_checklists(self, key: str) -> None:
        from notebook.ui.pages.checklists_page import ChecklistsPage

        page = self._areas.page(CHECKLISTS)
        if self._areas.go_to(CHECKLISTS) and isinstance(page, ChecklistsPage):
            self._rail.set_area(SETTINGS)  # from where one gets there
            page.show_checklist(key)

    @Slot(object, object)
    def _on_merge_people(self, one: int, other: int) -> None:
        from notebook.ui.duplicates.duplicates_page import DuplicatesPage

        page = self._areas.page(DUPLICATES)
        if self._areas.go_to(DUPLICATES) and isinstance(page, DuplicatesPage):
            page.show_pair(one, other)

    @Slot(object)
    def _on_offering(self, offering_id: int | None) -> None:
        from notebook.ui.helping.offerings_page import OfferingsPage

        page = self._areas.page(OFFERINGS)
        if self._areas.go_to(OFFERINGS) and isinstance(page, OfferingsPage):
            page.open(offering_id)

    @Slot(object)
    def _on_place(self, place: CardPlace | ProjectPlace) -> None:
        from notebook.ui.pages.projects_page import ProjectsPage

        if isinstance(place, CardPlace):
            if self._areas.go_to(PEOPLE):
                self._people.show_place(place)
        elif self._areas.go_to(PROJECTS):
            page = self._areas.page(PROJECTS)
            assert isinstance(page, ProjectsPage)
            page.show_place(place)

    @Slot(str)
    def _on_people(self, text: str) -> None:
        if self._areas.go_to(PEOPLE):
            self._people.show_found(text)

    @Slot(object)
    def _on_people_view(self, line: FilterLine) -> None:
        if self._areas.go_to(PEOPLE):
            self._people.show_view(line)

    @Slot(object)
    def _on_edit_person(self, person_id: int | None) -> None:
        if self._areas.go_to(PEOPLE):
            self._people.edit_person(person_id)
