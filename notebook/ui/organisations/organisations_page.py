"""The organisations: a list at the left, the chosen one at the right."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from notebook.services.phrases import filled
from notebook.ui.delegates.organisation_delegate import OrganisationDelegate
from notebook.ui.errands.desk import Desk
from notebook.ui.models.organisations_model import OrganisationsModel
from notebook.ui.organisations.organisation_view import OrganisationView
from notebook.ui.pages.one_kind_page import OneKindPage
from notebook.ui.widgets.buttons import primary_button
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


class OrganisationsPage(OneKindPage):
    """The organisations."""

    kinds = _KINDS

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        model = OrganisationsModel(desk.notebook.organisations, desk.clock)
        super().__init__(model, parent)
        icons = desk.icons
        self._desk = desk
        self.view = OrganisationView(desk)
        self.new_button = primary_button(self.tr("New organisation"), icons, "plus")
        column = ListColumn(
            icons,
            model,
            OrganisationDelegate(icons.theme, model.second_line, self),
            name=self.tr("Organisations"),
            search_hint=self.tr("Search organisations"),
            add_text=self.tr("New organisation"),
        )
        column.order_button.hide()  # by name is the only order
        self.put_together(
            icons,
            "building-2",
            column,
            self.view,
            (
                self.tr("No organisations yet"),
                self.tr(
                    "An organisation is a group of people. It comes by itself when you write on a"
                    " card where somebody works."
                ),
                self.tr("Choose an organisation from the list"),
            ),
        )
        column.add_chosen.connect(desk.navigator.new_organisation_requested)
        self.new_button.clicked.connect(desk.navigator.new_organisation_requested)
        self.view.trash_chosen.connect(self._on_trash)

    @override
    def show_in_view(self, thing_id: int) -> None:
        self.view.show_organisation(thing_id)

    @override
    def forget(self) -> None:
        self.view.page = None

    @override
    def heading(self, count: str) -> str:
        return filled(self.tr("All organisations · %1"), count)

    @Slot(object)
    def _on_trash(self, organisation_id: int) -> None:
        self._desk.notifier.tell(self._desk.notebook.organisations.trash(organisation_id))
