"""The contacts with a person as a Qt model, read window by window, newest first."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from typing_extensions import override

from notebook.domain.dates_in_words import relative_day
from notebook.domain.moments import Channel, Direction
from notebook.services.moments import MomentLine, Moments
from notebook.services.phrases import filled
from notebook.services.words import channel_word, quoted
from notebook.translate import translate
from notebook.ui.clock import Clock
from notebook.ui.models.windowed_model import WindowedModel

MOMENT_ROLE = Qt.ItemDataRole.UserRole + 2
"""The role under which the model returns a row as it is painted."""


@dataclass(frozen=True, slots=True)
class MomentRow:
    """One contact in the words of the list."""

    id: int
    day: str
    channel: Channel
    title: str
    second_line: str


class MomentsModel(WindowedModel[MomentRow]):
    """All contacts with one person, or just the newest few."""

    def __init__(
        self, moments: Moments, clock: Clock, most: int | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(MOMENT_ROLE, parent)
        self._moments = moments
        self._clock = clock
        self._most = most
        self._person_id = 0
        self._name = ""
        self._all = 0

    def show_person(self, person_id: int, name: str, count: int) -> None:
        """Show the contacts with this person, of which there are `count`."""
        self._person_id, self._name, self._all = person_id, name, count
        self.reload()

    def row_of(self, moment_id: int) -> int | None:
        """Return the row of a contact; None for one that isn't shown."""
        row = self._moments.position(self._person_id, moment_id)
        return row if row is not None and row < self.rowCount() else None

    @override
    def count_lines(self) -> int:
        return self._all if self._most is None else min(self._all, self._most)

    @override
    def read_lines(self, offset: int, limit: int) -> list[MomentRow]:
        wanted = min(limit, self.count_lines() - offset)
        lines = self._moments.of_person(self._person_id, wanted, offset)
        return [self._in_words(line) for line in lines]

    @override
    def title_of(self, line: MomentRow) -> str:
        return line.title

    @override
    def spoken(self, line: MomentRow) -> str:
        return f"{line.day}, {channel_word(line.channel)}: {line.title}. {line.second_line}"

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
