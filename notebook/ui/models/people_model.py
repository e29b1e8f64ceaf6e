"""The people list as a Qt model."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject
from typing_extensions import override

from notebook.domain.people_filters import EVERYBODY, PeopleFilter
from notebook.services.people_list import PeopleList, PeopleOrder, PersonLine
from notebook.ui.clock import Clock
from notebook.ui.delegates.person_delegate import PERSON_ROLE
from notebook.ui.models.searched_model import SearchedModel
from notebook.ui.warmth_words import warmth_word

MOST_FOUND = 100


class PeopleModel(SearchedModel[PersonLine]):
    """All people in one of two orders, those of a filter, or those that a typed text finds."""

    def __init__(self, people: PeopleList, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(PERSON_ROLE, parent)
        self._people = people
        self._clock = clock
        self._order = PeopleOrder.NAME
        self._filter = EVERYBODY
        self._ids: Sequence[int] = ()  # of whom the text or the filter finds
        self.reload()

    def set_order(self, order: PeopleOrder) -> None:
        """Sort another way."""
        self._order = order
        self.reload()

    def set_filter(self, conditions: PeopleFilter) -> None:
        """Show just whom these conditions find."""
        self._filter = conditions
        self.reload()

    @property
    def is_filtered(self) -> bool:
        """Whether the list leaves people out by a filter."""
        return not self._filter.is_empty

    @property
    def _is_chosen(self) -> bool:
        return self.is_search or self.is_filtered

    def ids(self, rows: Iterable[range]) -> list[int]:
        """Return who stands in these rows."""
        return [person_id for each in rows for person_id in self._ids_in(each)]

    def _ids_in(self, rows: range) -> Sequence[int]:
        if self._is_chosen:
            return self._ids[rows.start : rows.stop]
        return self._people.ids(self._order, rows.start, len(rows))

    @override
    def row_of(self, line_id: int) -> int | None:
        if self._is_chosen:
            return self._ids.index(line_id) if line_id in self._ids else None
        return self.row_remembered(line_id, lambda who: self._people.position(who, self._order))

    @override
    def count_lines(self) -> int:
        today = self._clock.today()
        if self.is_search:
            self._ids = self._people.found(self._text, today, MOST_FOUND, self._filter)
        elif self.is_filtered:
            self._ids = self._people.matching(self._filter, self._order, today)
        else:
            return self._people.count()
        return len(self._ids)

    @override
    def read_lines(self, offset: int, limit: int) -> list[PersonLine]:
        if self._is_chosen:
            return self._people.lines(self._ids[offset : offset + limit], self._clock.today())
        return self._people.window(self._order, offset, limit, self._clock.today())

    @override
    def title_of(self, line: PersonLine) -> str:
        return line.name

    @override
    def spoken(self, line: PersonLine) -> str:
        parts = (line.name, line.second_line, warmth_word(line.warmth))
        return ", ".join(part for part in parts if part)
