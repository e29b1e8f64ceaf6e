"""The offerings: a list at the left, the chosen one at the right."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Slot
from typing_extensions import override

from notebook.domain.changes import Changes
from notebook.errors import Refused
from notebook.services.offerings import OfferingDraft
from notebook.services.phrases import filled
from notebook.ui.card.card_help import told_request
from notebook.ui.delegates.offering_delegate import OfferingDelegate
from notebook.ui.errands.desk import Desk
from notebook.ui.helping.offering_view import OfferingPage, OfferingView
from notebook.ui.models.offerings_model import OFFERING_ROLE, OfferingsModel
from notebook.ui.pages.list_page import ListPage
from notebook.ui.widgets.buttons import primary_button
from notebook.ui.widgets.empty_state import EmptyState
from notebook.ui.widgets.list_column import ListColumn

_KINDS = ("offering", "need", "fact", "suggestion", "person")


class OfferingsPage(ListPage):
    """Keeps list and offering together."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._offerings = desk, desk.notebook.offerings
        self.model = OfferingsModel(self._offerings, self)
        self.view = OfferingView(desk.icons)
        self.new_button = primary_button(self.tr("New offering"), desk.icons, "plus")
        self.nothing = EmptyState(
            desk.icons,
            "gift",
            self.tr("No offerings yet"),
            self.tr(
                "An offering is a product or service of yours, with the good that it does for its"
                " customer. The notebook says whose needs it may meet; you decide whom you tell."
            ),
            [self.new_button],
        )
        self.choose = EmptyState(desk.icons, "gift", self.tr("Choose an offering from the list"))
        self.lay_out(self._list_column(), (self.nothing, self.choose, self.view))
        self.list.order_button.hide()
        self._connect()
        self._show_heading()
        self.show_first()

    @property
    def offering_id(self) -> int | None:
        """Which offering is open; None when none is."""
        is_open = self.stack.currentWidget() is self.view
        return self.view.page.id if is_open and self.view.page else None

    def open(self, offering_id: int | None) -> None:
        """Show an offering, or write a new one for None; nothing happens when it is gone."""
        if offering_id is None:
            self._write(None, OfferingDraft(""))
            return
        try:
            self._show(offering_id)
        except Refused:
            return
        if self.model.row_of(offering_id) is None:
            self.list.search.clear()
        self.list.select_row(self.model.row_of(offering_id))

    def show_first(self) -> None:
        """Open the first offering of the list, if there is one and none is open."""
        line = self.model.line(0) if self.model.rowCount() else None
        if line is None:
            self.stack.setCurrentWidget(self.choose if self.model.is_search else self.nothing)
        elif self.offering_id is None:
            self.open(line.id)

    @override
    def reload(self, changes: Changes) -> None:
        """Look again after a change, and stay with the offering that was open."""
        if not changes.concern(*_KINDS):
            return
        shown = self.offering_id
        self.model.reload()
        self._show_heading()
        if shown is not None:
            try:
                self._show(shown)
                self.list.select_row(self.model.row_of(shown))
                return
            except Refused:  # it went to the trash, or came from a change that was undone
                self.view.page = None
                self.stack.setCurrentWidget(self.choose)
        self.show_first()

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
        self.list.searched.connect(self._on_searched)
        self.list.row_chosen.connect(self._on_row)
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

    def _show(self, offering_id: int) -> None:
        suggestions = self._desk.notebook.suggestions
        page = OfferingPage(
            offering_id,
            self._offerings.draft(offering_id),
            suggestions.whom_it_may_help(offering_id),
            suggestions.who_was_told(offering_id),
        )
        self.view.show_page(page, self._desk.clock.today())
        self.stack.setCurrentWidget(self.view)

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
            draft,
            save,
            is_known=offering_id is not None,
            parent=self._desk.window,
        )
        self._desk.open(dialog)

    def _do(self, change: Callable[[int], Changes]) -> None:
        offering_id = self.offering_id
        if offering_id is not None:
            self._make(lambda: change(offering_id))

    def _make(self, change: Callable[[], Changes]) -> None:
        trouble = self._desk.trouble(change)
        if trouble:
            self._desk.prompts.show_problem(self.tr("This can’t be done"), trouble)

    def _show_heading(self) -> None:
        count = self.model.rowCount()
        if self.model.is_search:
            text = self.tr("Nothing found") if count == 0 else self.tr("%n found", "", count)
        else:
            text = filled(self.tr("All offerings · %1"), f"{count:,}")
        self.list.heading.setText(text)

    @Slot(str)
    def _on_searched(self, text: str) -> None:
        self.model.set_text(text)
        self._show_heading()
        if self.offering_id is not None:
            self.list.select_row(self.model.row_of(self.offering_id))

    @Slot(QModelIndex)
    def _on_row(self, index: QModelIndex) -> None:
        row = index.data(OFFERING_ROLE)
        if row is not None:
            self._show(row.id)

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
