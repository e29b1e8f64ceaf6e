"""The moments with a person as a Qt model, read window by window: to come first, then newest first."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from PySide6.QtCore import QObject, Qt
from typing_extensions import override

from notebook.domain.dates_in_words import clock_words, relative_day
from notebook.domain.moments import Channel, Direction, is_to_come
from notebook.services.moments import Moments
from notebook.services.phrases import filled
from notebook.services.timeline import MomentLine, TimelineFilter, TimelinePart
from notebook.services.words import channel_word, quoted
from notebook.translate import translate
from notebook.ui.clock import Clock
from notebook.ui.models.windowed_model import WindowedModel

MOMENT_ROLE = Qt.ItemDataRole.UserRole + 2
"""The role under which the model returns a row as it is painted."""

Standing = Literal["logged", "to-come", "asked"]
"""Whether a moment was logged, is to come, or has passed without a word about how it went."""


@dataclass(frozen=True, slots=True)
class MomentRow:
    """One moment in the words of the list."""

    id: int
    day: str
    channel: Channel
    title: str
    second_line: str
    standing: Standing = "logged"
    told: MomentLine | None = None
    """The moment, where they said something in it."""


class MomentsModel(WindowedModel[MomentRow]):
    """The moments with one person: those wanted, or just the first few."""

    def __init__(
        self,
        moments: Moments,
        clock: Clock,
        part: TimelinePart = TimelinePart.ALL,
        most: int | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(MOMENT_ROLE, parent)
        self._moments = moments
        self._clock = clock
        self._part = part
        self._asked = self._wanted = TimelineFilter(part)
        self._most = most
        self._person_id = 0
        self._name = ""
        self._all = 0

    def show_person(self, person_id: int, name: str, count: int) -> None:
        """Show the moments with this person, of which there are `count` where nothing narrows them."""
        if person_id != self._person_id:
            self._asked = TimelineFilter(self._part)
        self._person_id, self._name, self._all = person_id, name, count
        self.reload()

    def narrow(self, wanted: TimelineFilter) -> None:
        """Show only these of them."""
        self._asked = replace(wanted, part=self._part)
        self.reload()

    def row_of(self, moment_id: int) -> int | None:
        """Return the row of a moment; None for one that isn't shown."""
        row = self._moments.position(self._person_id, moment_id, self._wanted)
        return row if row is not None and row < self.rowCount() else None

    @override
    def count_lines(self) -> int:
        self._wanted = self._moments.found_once(self._person_id, self._asked)
        count = self._all
        if self._wanted != TimelineFilter(self._part):
            count = self._moments.count(self._person_id, self._wanted)
        return count if self._most is None else min(count, self._most)

    @override
    def read_lines(self, offset: int, limit: int) -> list[MomentRow]:
        wanted = min(limit, self.rowCount() - offset)
        lines = self._moments.timeline(self._person_id, self._wanted, wanted, offset)
        return [self._in_words(line) for line in lines]

    @override
    def title_of(self, line: MomentRow) -> str:
        return line.title

    @override
    def spoken(self, line: MomentRow) -> str:
        return f"{line.day}, {channel_word(line.channel)}: {line.title}. {line.second_line}"

    def _in_words(self, line: MomentLine) -> MomentRow:
        standing: Standing = "logged"
        if line.is_planned:
            ahead = is_to_come(line.day, line.at, self._clock.now())
            standing = "to-come" if ahead or _is_some_time_today(line, self._clock) else "asked"
        parts = (
            _said_of_logged(line, self._name)
            if standing == "logged"
            else _said_of_planned(line, standing)
        )
        return MomentRow(
            line.id,
            relative_day(line.day, self._clock.today()),
            line.channel,
            line.text or (line.agenda if line.is_planned else "") or channel_word(line.channel),
            " · ".join(part for part in parts if part),
            standing,
            line if line.their_words.strip() else None,
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


def _is_some_time_today(line: MomentLine, clock: Clock) -> bool:
    return line.at is None and line.day == clock.today()


def _said_of_logged(line: MomentLine, name: str) -> Iterator[str]:
    yield line.project_name
    yield _who_began(line, name)
    yield _length(line)
    yield line.place
    yield from _with(line)
    if line.their_words:
        yield quoted(line.their_words)
    if line.is_read_back:
        yield translate("moments", "read back and agreed")
    yield _files(line)


def _said_of_planned(line: MomentLine, standing: Standing) -> Iterator[str]:
    if standing == "asked":
        yield translate("moments", "How did it go?")
    else:
        yield translate("moments", "To come")
    yield clock_words(line.at) if line.at else ""
    yield _length(line)
    yield line.place
    yield line.project_name
    yield from _with(line)
    yield _files(line)


def _who_began(line: MomentLine, name: str) -> str:
    phrases = _WE if line.direction is Direction.WE else _THEY
    return filled(translate("moments", phrases[line.channel]), name)


def _with(line: MomentLine) -> list[str]:
    if not line.others:
        return []
    return [filled(translate("moments", "with %1"), ", ".join(line.others))]


def _length(line: MomentLine) -> str:
    if line.minutes == 1:
        return translate("moments", "1 minute")
    return translate("moments", "%n minutes", line.minutes) if line.minutes else ""


def _files(line: MomentLine) -> str:
    if line.files == 1:
        return translate("moments", "1 file")
    return translate("moments", "%n files", line.files) if line.files else ""
