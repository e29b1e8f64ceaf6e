"""The people list as a Qt model."""

from PySide6.QtCore import QObject
from typing_extensions import override

from notebook.services.people_list import PeopleList, PeopleOrder, PersonLine
from notebook.ui.clock import Clock
from notebook.ui.delegates.person_delegate import PERSON_ROLE
from notebook.ui.models.windowed_model import WindowedModel
from notebook.ui.warmth_words import warmth_word

MOST_FOUND = 100


class PeopleModel(WindowedModel[PersonLine]):
    """All people in one of two orders, or those that a typed text finds."""

    def __init__(self, people: PeopleList, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(PERSON_ROLE, parent)
        self._people = people
        self._clock = clock
        self._order = PeopleOrder.NAME
        self._text = ""
        self._found: list[PersonLine] = []
        self.reload()

    @property
    def is_search(self) -> bool:
        """Whether the list shows what a text found."""
        return bool(self._text)

    def set_order(self, order: PeopleOrder) -> None:
        """Sort another way."""
        self._order = order
        self.reload()

    def set_text(self, text: str) -> None:
        """Show whom the text finds; everybody again for an empty one."""
        self._text = text.strip()
        self.reload()

    def row_of(self, person_id: int) -> int | None:
        """Return the row of a person; None for one who isn't shown."""
        if self._text:
            rows = (row for row, line in enumerate(self._found) if line.id == person_id)
            return next(rows, None)
        row = self.row_in_memory(person_id)
        return self._people.position(person_id, self._order) if row is None else row

    @override
    def count_lines(self) -> int:
        if not self._text:
            return self._people.count()
        self._found = self._people.search(self._text, self._clock.today(), MOST_FOUND)
        return len(self._found)

    @override
    def read_lines(self, offset: int, limit: int) -> list[PersonLine]:
        if self._text:
            return self._found[offset : offset + limit]
        return self._people.window(self._order, offset, limit, self._clock.today())

    @override
    def title_of(self, line: PersonLine) -> str:
        return line.name

    @override
    def spoken(self, line: PersonLine) -> str:
        parts = (line.name, line.second_line, warmth_word(line.warmth))
        return ", ".join(part for part in parts if part)
