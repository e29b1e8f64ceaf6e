"""The offerings as a Qt model, those we still offer first."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from typing_extensions import override

from notebook.services.offerings import OfferingLine, Offerings
from notebook.translate import translate
from notebook.ui.models.searched_model import SearchedModel

OFFERING_ROLE = Qt.ItemDataRole.UserRole + 1
"""The role under which the model returns the whole row of an offering."""


@dataclass(frozen=True, slots=True)
class OfferingRow:
    """What the delegate paints; `tag` says that it is offered no longer."""

    id: int
    name: str
    benefit: str
    tag: str = ""


class OfferingsModel(SearchedModel[OfferingRow]):
    """All offerings, or those that a typed text finds."""

    def __init__(self, offerings: Offerings, parent: QObject | None = None) -> None:
        super().__init__(OFFERING_ROLE, parent)
        self._offerings = offerings
        self.reload()

    @override
    def row_of(self, line_id: int) -> int | None:
        return self._offerings.position(line_id, self._text)

    @override
    def count_lines(self) -> int:
        return self._offerings.count(self._text)

    @override
    def read_lines(self, offset: int, limit: int) -> list[OfferingRow]:
        return [_row(line) for line in self._offerings.window(offset, limit, self._text)]

    @override
    def title_of(self, line: OfferingRow) -> str:
        return line.name

    @override
    def spoken(self, line: OfferingRow) -> str:
        return ", ".join(part for part in (line.name, line.tag, line.benefit) if part)


def _row(line: OfferingLine) -> OfferingRow:
    tag = translate("offerings", "Retired") if line.is_retired else ""
    return OfferingRow(line.id, line.name, line.benefit, tag)
