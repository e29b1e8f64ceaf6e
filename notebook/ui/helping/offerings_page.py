"""The offerings: a list at the left, the chosen one at the right."""

from collections.abc import Callable

from PySide6.QtCore import Slot
from typing_extensions import override

from notebook.domain.changes import Changes
from notebook.services.offerings import OfferingDraft
from notebook.services.phrases import filled
from notebook.ui.card.card_help import told_request
from notebook.ui.delegates.offering_delegate import OfferingDelegate
from notebook.ui.errands.desk import Desk
from notebook.ui.helping.offering_view import OfferingPage, OfferingView
from notebook.ui.models.offerings_model import OfferingsModel
from notebook.ui.pages.one_kind_page import OneKindPage
from notebook.ui.widgets.buttons import primary_button
from notebook.ui.widgets.list_column import ListColumn


class OfferingsPage(OneKindPage):
    """The offerings."""

    kinds = ("offering", "need", "fact", "suggestion", "moment", "moment_person", "person")

    def __init__(self, desk: Desk) -> None:
        self._offerings = desk.notebook.offerings
        super().__init__(OfferingsModel(self._offerings))
        self._desk = desk
        self.view = OfferingView(desk.icons)
        self.new_button = primary_button(self.tr("New offering"), desk.icons, "plus")
        column = self._list_column()
        column.order_button.hide()
        self.put_together(
            desk.icons,
            "gift",
            column,
            self.view,
            (
                self.tr("No offerings yet"),
                self.tr(
                    "An offering is a product or service of yours, with the good that it does for"
                    " its customer. The notebook says whose needs it may meet; you decide whom"
                    " you tell."
                ),
                self.tr("Choose an offering from the list"),
            ),
        )
        self._connect()

    def open(self, offering_id: int | None) -> None:
        """Show an offering, or write a new one for None; nothing happens when it is gone."""
        if offering_id is None:
            self._write(None, OfferingDraft(""))
            return
        self.go_to(offering_id)

    @override
    def show_in_view(self, thing_id: int) -> None:
        suggestions = self._desk.notebook.suggestions
        page = OfferingPage(
            thing_id,
            self._offerings.draft(thing_id),
            suggestions.whom_it_may_help(thing_id),
            suggestions.who_was_told(thing_id),
        )
        self.view.show_page(page, self._desk.clock.today())

    @override
    def forget(self) -> None:
        self.view.page = None

    @override
    def heading(self, count: str) -> str:
        return filled(self.tr("All offerings · %1"), count)

    def _list_column(self) -> ListColumn:
        return ListColumn(
            self._desk.icons,
            self.model,
            OfferingDelegate(self._desk.icons.theme, self),
            name=self.tr("Offerings"),
            search_hint=self.tr("Search offerings"),
            add_text=self.tr("New offering"),
        )

    def _connect(self) -> None:
        self.list.add_chosen.connect(lambda: self.open(None))
        self.new_button.clicked.connect(lambda: self.open(None))
        view = self.view
        view.edit_button.clicked.connect(self._on_edit)
        view.retire_action.triggered.connect(lambda: self._do(self._offerings.retire))
        view.again_action.triggered.connect(lambda: self._do(self._offerings.offer_again))
        view.trash_action.triggered.connect(lambda: self._do(self._offerings.trash))
        view.person_chosen.connect(self._desk.navigator.person_requested)
        view.told_chosen.connect(self._on_told)
        view.dismissed.connect(self._on_dismissed)

    def _write(self, offering_id: int | None, draft: OfferingDraft) -> None:
        from notebook.ui.helping.offering_dialog import OfferingDialog

        def save(written: OfferingDraft) -> str:
            changed: list[Changes] = []

            def change() -> Changes:
                changed.append(self._offerings.save(offering_id, written))
                return changed[0]

            trouble = self._desk.trouble(change)
            if not trouble and offering_id is None:
                self.open(changed[0].new_id)
            return trouble

        dialog = OfferingDialog(
            self._desk.icons,
            self._desk.prompts,
            draft,
            save,
            is_known=offering_id is not None,
            parent=self._desk.window,
        )
        self._desk.open(dialog)

    def _do(self, change: Callable[[int], Changes]) -> None:
        offering_id = self.shown_id
        if offering_id is not None:
            self._make(lambda: change(offering_id))

    def _make(self, change: Callable[[], Changes]) -> None:
        trouble = self._desk.trouble(change)
        if trouble:
            self._desk.prompts.show_problem(self.tr("This can’t be done"), trouble)

    @Slot()
    def _on_edit(self) -> None:
        page = self.view.page
        if page is not None:
            self._write(page.id, page.offering)

    @Slot(object)
    def _on_told(self, person_id: int) -> None:
        page = self.view.page
        assert page is not None, "somebody is told of the offering that is shown"
        request = told_request(person_id, page.id, page.offering.name, page.offering.benefit)
        self._desk.navigator.log_requested.emit(request)

    @Slot(object)
    def _on_dismissed(self, person_id: int) -> None:
        page = self.view.page
        assert page is not None, "the offering that is shown is not for somebody"
        self._make(lambda: self._desk.notebook.suggestions.dismiss(person_id, page.id))
