"""The project list as a Qt model."""

from enum import Enum

from PySide6.QtCore import QObject
from typing_extensions import override

from notebook.domain.dates_in_words import relative_day
from notebook.services.projects import ProjectLine, ProjectOrder, Projects
from notebook.services.words import state_word
from notebook.translate import translate
from notebook.ui.clock import Clock
from notebook.ui.delegates.project_delegate import PROJECT_ROLE, STATE_TONES, ProjectRow
from notebook.ui.models.searched_model import SearchedModel
from notebook.ui.widgets.chips import Tone


class Listing(Enum):
    """What the list shows, and in which order."""

    BY_NEXT_DATE = "next-date"
    BY_NAME = "name"
    CLOSED_TOO = "closed-too"


class ProjectsModel(SearchedModel[ProjectRow]):
    """Projects in one of the orders, or those that a typed text finds, closed ones among them."""

    def __init__(self, projects: Projects, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(PROJECT_ROLE, parent)
        self._projects, self._clock = projects, clock
        self._listing = Listing.BY_NEXT_DATE
        self.reload()

    @property
    def listing(self) -> Listing:
        """What the list shows while nothing is searched for."""
        return self._listing

    def set_listing(self, listing: Listing) -> None:
        """Show other projects, or the same in another order."""
        self._listing = listing
        self.reload()

    @override
    def row_of(self, line_id: int) -> int | None:
        return self._projects.position(
            line_id, self._order, closed_too=self._closed_too, text=self._text
        )

    @property
    def _order(self) -> ProjectOrder:
        by_name = self._listing is Listing.BY_NAME
        return ProjectOrder.NAME if by_name else ProjectOrder.NEXT_DATE

    @property
    def _closed_too(self) -> bool:
        return self.is_search or self._listing is Listing.CLOSED_TOO

    def _row(self, line: ProjectLine) -> ProjectRow:
        today = self._clock.today()
        next_on = line.next_on
        return ProjectRow(
            line.id,
            line.name,
            line.person_name,
            *_standing(line),
            relative_day(next_on, today) if next_on else "",
            is_late=next_on is not None and next_on < today,
        )

    @override
    def count_lines(self) -> int:
        return self._projects.count(closed_too=self._closed_too, text=self._text)

    @override
    def read_lines(self, offset: int, limit: int) -> list[ProjectRow]:
        lines = self._projects.window(
            self._order,
            offset,
            limit,
            closed_too=self._closed_too,
            text=self._text,
            today=self._clock.today(),
        )
        return [self._row(line) for line in lines]

    @override
    def title_of(self, line: ProjectRow) -> str:
        return line.name

    @override
    def spoken(self, line: ProjectRow) -> str:
        parts = (line.name, line.person_name, line.state_word, line.next_words)
        return ", ".join(part for part in parts if part)


def _standing(line: ProjectLine) -> tuple[str, Tone]:
    """Return the word that says most about a project, and its tone."""
    if line.has_concern:
        return translate("projects", "Concern open"), "bad"
    if line.check_in_due:
        return translate("projects", "Check-in due"), "warn"
    return state_word(line.state), STATE_TONES[line.state]
