"""The promise ledger as a Qt model."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from PySide6.QtCore import QObject, Qt
from typing_extensions import override

from notebook.domain.dates_in_words import day_within
from notebook.domain.promises import PromiseState, Side
from notebook.services.promise_ledger import LedgerLine, LedgerQuestion, PromiseLedger
from notebook.services.promise_words import history_phrase, outcome_word
from notebook.services.words import side_word
from notebook.ui.clock import Clock
from notebook.ui.models.windowed_model import WindowedModel
from notebook.ui.widgets.chips import Tone

PROMISE_ROLE = Qt.ItemDataRole.UserRole + 1
"""The role under which the model returns the whole row of a promise."""

_TONES: dict[PromiseState, Tone] = {
    PromiseState.KEPT: "ok",
    PromiseState.MOVED: "ok",
    PromiseState.OWNED_UP: "calm",
    PromiseState.CALLED_OFF: "calm",
    PromiseState.ADMITTED: "calm",
    PromiseState.LET_GO: "plain",
    PromiseState.BROKEN: "bad",
}


@dataclass(frozen=True, slots=True)
class PromiseRow:
    """What the delegate paints: the promise, what stands behind it, and the tag at its end."""

    id: int
    text: str
    second_line: str
    tag: str
    tone: Tone
    line: LedgerLine


class PromisesModel(WindowedModel[PromiseRow]):
    """The promises that answer a question.

    Attributes:
        asked: the question.
    """

    def __init__(
        self,
        ledger: PromiseLedger,
        clock: Clock,
        asked: LedgerQuestion,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(PROMISE_ROLE, parent)
        self._ledger, self._clock = ledger, clock
        self.asked = asked

    def ask(self, **changed: Any) -> None:
        """Show other promises: the question with some of its parts changed."""
        self.asked = replace(self.asked, **changed)
        self.reload()

    @override
    def count_lines(self) -> int:
        return self._ledger.count(self.asked, self._clock.today())

    @override
    def read_lines(self, offset: int, limit: int) -> list[PromiseRow]:
        today = self._clock.today()
        lines = self._ledger.window(self.asked, offset, limit, today)
        return [self._row(line, today) for line in lines]

    @override
    def title_of(self, line: PromiseRow) -> str:
        return line.text

    @override
    def spoken(self, line: PromiseRow) -> str:
        return ", ".join(part for part in (line.text, line.tag, line.second_line) if part)

    def _row(self, line: LedgerLine, today: date) -> PromiseRow:
        about = [
            "" if self.asked.person_id is not None else line.person_name,
            "" if self.asked.project_id is not None else line.project_name,
            history_phrase(line, today),
        ]
        second = " · ".join(part for part in about if part)
        return PromiseRow(line.id, line.text, second, _tag(line, today), _tone(line), line)


def _tag(line: LedgerLine, today: date) -> str:
    if line.state is not PromiseState.OPEN:
        return f"{side_word(line.side)}, {outcome_word(line.state)}"
    if line.due_on is None:
        return side_word(line.side)
    words = day_within(line.due_on, today)
    return f"{side_word(line.side)}, {words}"


def _tone(line: LedgerLine) -> Tone:
    if line.state is not PromiseState.OPEN:
        return _TONES[line.state]
    if line.is_overdue:
        return "bad"
    return "warn" if line.side is Side.OURS else "calm"
