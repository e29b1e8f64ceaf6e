"""The list of people with its search, its groups and filters, and its order."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Signal, Slot

from notebook.domain.people_filters import EVERYBODY
from notebook.services.people_filters import FilterLine
from notebook.services.people_list import PeopleOrder, PersonLine
from notebook.services.phrases import filled
from notebook.ui.delegates.person_delegate import PERSON_ROLE, PersonDelegate
from notebook.ui.errands.desk import Desk
from notebook.ui.models.people_model import MOST_FOUND, PeopleModel
from notebook.ui.people.people_views import PeopleViews
from notebook.ui.photo_shelf import PhotoShelf
from notebook.ui.widgets.list_column import ListColumn


class PeopleColumn(ListColumn):
    """Knows who stands where.

    Attributes:
        model: the lines.
        views: what is shown of all people.
        open_id: whose card is open; the list points there after it changed.

    Signals:
        person_chosen(int): the user moved to this person.
        several_chosen(list[int]): the user selected these people.
    """

    person_chosen = Signal(object)
    several_chosen = Signal(object)

    def __init__(self, desk: Desk) -> None:
        self.model = PeopleModel(desk.notebook.people_list, desk.clock)
        super().__init__(
            desk.icons,
            self.model,
            PersonDelegate(desk.icons.theme, shelf=PhotoShelf(desk.notebook)),
            name=self.tr("People"),
            search_hint=self.tr("Search people"),
            add_text=self.tr("New person (Ctrl+N)"),
        )
        self.model.setParent(self)
        self.open_id: int | None = None
        self.views = PeopleViews(desk)
        self.add_filter(self.views.button, self.views.line)
        self.view.allow_several()
        self.set_orders(
            [
                (PeopleOrder.NAME, self.tr("Name")),
                (PeopleOrder.LAST_CONTACT, self.tr("Last contact")),
            ],
            PeopleOrder.NAME,
        )
        self.searched.connect(self._on_searched)
        self.order_chosen.connect(self._on_sorted)
        self.views.chosen.connect(self._on_view)
        self.row_chosen.connect(self._on_row)
        self.view.several_chosen.connect(self._on_several)
        self._show_heading()

    def first(self) -> PersonLine | None:
        """Return who stands first, if anybody does."""
        return self.model.line(0) if self.model.rowCount() else None

    def go_to(self, person_id: int) -> None:
        """Point to a person; search and filter give way where they leave the person out."""
        if self.model.row_of(person_id) is None and self.model.is_search:
            self.search.clear()
        if self.model.row_of(person_id) is None and self.views.shown is not None:
            self.views.choose(None)
        self.point_to(person_id)

    def point_to(self, person_id: int | None) -> None:
        """Point to a person who is in the list, else to nobody."""
        self.select_row(None if person_id is None else self.model.row_of(person_id))

    def reload(self) -> None:
        """Read the list anew."""
        self.views.look_again()
        self.model.reload()
        self._show_heading()

    def select_again(self, rows: Sequence[range], ids: Sequence[int]) -> bool:
        """Select these rows again if the same people stand there; return whether they do."""
        if len(ids) < 2 or self.model.ids(rows) != list(ids):
            return False
        self.view.select_rows(rows)
        return True

    def _show_heading(self) -> None:
        count = self.model.rowCount()
        if self.model.is_search:
            text = self._found_words(count)
        else:
            words = self.tr("People · %1") if self.views.shown else self.tr("All people · %1")
            text = filled(words, f"{count:,}")
        self.heading.setText(text)

    def _found_words(self, count: int) -> str:
        if count == 0:
            return self.tr("Nobody found")
        return self.tr("The first %n found" if count == MOST_FOUND else "%n found", "", count)

    @Slot(str)
    def _on_searched(self, text: str) -> None:
        self.model.set_text(text)
        self._show_heading()
        if self.model.is_search and self.model.rowCount():
            self.view.scrollToTop()
        elif self.open_id is not None and not self.model.is_search:
            self.point_to(self.open_id)

    @Slot(object)
    def _on_sorted(self, order: PeopleOrder) -> None:
        self.model.set_order(order)
        self.point_to(self.open_id)

    @Slot(object)
    def _on_view(self, line: FilterLine | None) -> None:
        self.model.set_filter(line.conditions if line else EVERYBODY)
        self._show_heading()
        self.view.scrollToTop()
        self.point_to(self.open_id)

    @Slot(QModelIndex)
    def _on_row(self, index: QModelIndex) -> None:
        line = index.data(PERSON_ROLE)
        if line is not None:
            self.person_chosen.emit(line.id)

    @Slot()
    def _on_several(self) -> None:
        self.several_chosen.emit(self.model.ids(self.view.selected_rows()))
