"""The list of organisations as a Qt model."""

from PySide6.QtCore import QObject, Qt
from typing_extensions import override

from notebook.domain.dates_in_words import days_ago
from notebook.services.organisations import OrganisationLine, Organisations
from notebook.services.phrases import filled
from notebook.translate import translate
from notebook.ui.clock import Clock
from notebook.ui.models.searched_model import SearchedModel

ORGANISATION_ROLE = Qt.ItemDataRole.UserRole + 1
"""The role under which the model returns the whole line of an organisation."""


class OrganisationsModel(SearchedModel[OrganisationLine]):
    """All organisations by name, or those that a typed text finds."""

    def __init__(
        self, organisations: Organisations, clock: Clock, parent: QObject | None = None
    ) -> None:
        super().__init__(ORGANISATION_ROLE, parent)
        self._organisations, self._clock = organisations, clock
        self.reload()

    @override
    def row_of(self, line_id: int) -> int | None:
        return self._organisations.position(line_id, self._text)

    def second_line(self, line: OrganisationLine) -> str:
        """Return how many people are there, and when there was contact last."""
        one = translate("organisations", "1 person")
        many = translate("organisations", "%n people", line.people)
        parts = [one if line.people == 1 else many]
        if line.people == 0:
            parts = [translate("organisations", "Nobody yet")]
        if line.last_contact_on is not None:
            ago = days_ago(line.last_contact_on, self._clock.today())
            parts.append(filled(translate("organisations", "last contact %1"), ago))
        return " · ".join(parts)

    @override
    def count_lines(self) -> int:
        return self._organisations.count(self._text)

    @override
    def read_lines(self, offset: int, limit: int) -> list[OrganisationLine]:
        return self._organisations.window(offset, limit, self._clock.today(), self._text)

    @override
    def title_of(self, line: OrganisationLine) -> str:
        return line.name

    @override
    def spoken(self, line: OrganisationLine) -> str:
        return f"{line.name}, {self.second_line(line)}"
