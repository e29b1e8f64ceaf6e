"""The contacts with a person as a Qt model, read window by window, newest first."""

from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from notebook.domain.dates_in_words import relative_day
from notebook.domain.moments import Channel, Direction
from notebook.services.moments import MomentLine, Moments
from notebook.services.phrases import filled
from notebook.services.words import channel_word, quoted
from notebook.translate import translate
from notebook.ui.clock import Clock

MOMENT_ROLE = Qt.ItemDataRole.UserRole + 2
"""The role under which the model returns a row as it is painted."""

_WINDOW = 40
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class MomentRow:
    """One contact in the words of the list."""

    id: int
    day: str
    channel: Channel
    title: str
    second_line: str


class MomentsModel(QAbstractListModel):
    """All contacts with one person, or just the newest few."""

    def __init__(
        self, moments: Moments, clock: Clock, most: int | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._moments = moments
        self._clock = clock
        self._most = most
        self._person_id: int | None = None
        self._name = ""
        self._count = 0
        self._rows: dict[int, MomentRow] = {}

    def show_person(self, person_id: int, name: str, count: int) -> None:
        """Show the contacts with this person, of which there are `count`."""
        self.beginResetModel()
        self._person_id, self._name = person_id, name
        self._count = count if self._most is None else min(count, self._most)
        self._rows.clear()
        self.endResetModel()

    def row(self, number: int) -> MomentRow | None:
        """Return one row; None when the list has become shorter meanwhile."""
        if number not in self._rows and self._person_id is not None:
            first = number - number % _WINDOW
            lines = self._moments.of_person(
                self._person_id, min(_WINDOW, self._count - first), first
            )
            self._rows.update(
                (first + place, self._in_words(line)) for place, line in enumerate(lines)
            )
        return self._rows.get(number)

    def _in_words(self, line: MomentLine) -> MomentRow:
        parts = [line.project_name, _who_began(line, self._name), *_with(line)]
        if line.their_words:
            parts.append(quoted(line.their_words))
        return MomentRow(
            line.id,
            relative_day(line.day, self._clock.today()),
            line.channel,
            line.text or channel_word(line.channel),
            " · ".join(part for part in parts if part),
        )

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else self._count

    @override
    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        row = self.row(index.row()) if index.isValid() else None
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.day}, {channel_word(row.channel)}: {row.title}. {row.second_line}"
        return row if role == MOMENT_ROLE else None


_WE = {
    Channel.CALL: "you called %1",
    Channel.EMAIL: "you wrote to %1",
    Channel.MESSAGE: "you wrote to %1",
    Channel.LETTER: "you wrote to %1",
    Channel.FAX: "you wrote to %1",
    Channel.VISIT: "you visited %1",
    Channel.MEETING: "you met",
}
_THEY = {
    Channel.CALL: "%1 called you",
    Channel.EMAIL: "%1 wrote to you",
    Channel.MESSAGE: "%1 wrote to you",
    Channel.LETTER: "%1 wrote to you",
    Channel.FAX: "%1 wrote to you",
    Channel.VISIT: "%1 came by",
    Channel.MEETING: "you met, %1 asked for it",
}


def _who_began(line: MomentLine, name: str) -> str:
    phrases = _WE if line.direction is Direction.WE else _THEY
    return filled(translate("moments", phrases[line.channel]), name)


def _with(line: MomentLine) -> list[str]:
    if not line.others:
        return []
    return [filled(translate("moments", "with %1"), ", ".join(line.others))]
