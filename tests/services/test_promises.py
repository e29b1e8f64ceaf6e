"""Promises: what can become of them, and what can't."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from notebook.domain.moves import Move
from notebook.domain.promises import CLOSED, PromiseState, Side
from notebook.errors import Refused
from notebook.services.notebook import Notebook
from notebook.services.promise_ledger import LedgerLine, LedgerQuestion, PromiseLedger, Standing
from notebook.services.promises import Promises
from notebook.storage.file import NotebookFile
from tests.conftest import TODAY

DAY = timedelta(days=1)


@pytest.fixture
def promises(file: NotebookFile) -> Promises:
    return Promises(file)


@pytest.fixture
def ana(notebook: Notebook, today: date) -> int:
    return notebook.people.add("Ana Pereira", today).new_id


def the_line(file: NotebookFile, today: date, person_id: int | None = None) -> LedgerLine:
    ledger = PromiseLedger(file)
    lines = [
        line
        for standing in (Standing.OPEN, Standing.CLOSED)
        for line in ledger.window(LedgerQuestion(person_id, standing=standing), 0, 9, today)
    ]
    (line,) = lines
    return line


def test_a_kept_promise_is_opened_again(
    promises: Promises, ana: int, today: date, file: NotebookFile
) -> None:
    promise = promises.add(ana, Side.OURS, "paint").new_id
    assert promises.keep(promise, today).label == "Kept: paint"
    assert the_line(file, today).closed_on == today
    assert promises.reopen(promise).label == "Open again: paint"
    line = the_line(file, today)
    assert (line.state, line.closed_on) == (PromiseState.OPEN, None)


@pytest.mark.parametrize(
    ("said", "becomes"),
    [(-1, PromiseState.MOVED), (0, PromiseState.OWNED_UP), (None, PromiseState.OWNED_UP)],
    ids=["the day before", "on the day", "never"],
)
def test_another_day_is_honourable_when_it_was_said_before(
    promises: Promises,
    ana: int,
    today: date,
    file: NotebookFile,
    said: int | None,
    becomes: PromiseState,
) -> None:
    promise = promises.add(ana, Side.OURS, "paint", today).new_id
    said_on = None if said is None else today + said * DAY
    changes = promises.move(promise, Move(today, today + 3 * DAY, said_on, "rain"), today)
    assert changes.label == "Moved to 25 Nov: paint"
    line = the_line(file, today)
    assert (line.state, line.due_on) == (PromiseState.OPEN, today + 3 * DAY)
    assert line.moves == (Move(today, today + 3 * DAY, said_on, "rain"),)
    promises.keep(promise, today + 3 * DAY)
    assert the_line(file, today).state is becomes


def test_one_late_word_outweighs_others_in_time(
    promises: Promises, ana: int, today: date, file: NotebookFile
) -> None:
    promise = promises.add(ana, Side.OURS, "paint", today).new_id
    promises.move(promise, Move(today, today + DAY, today - DAY), today)
    promises.move(promise, Move(today + DAY, today + 5 * DAY, today + 2 * DAY), today + 2 * DAY)
    promises.keep(promise, today + 5 * DAY)
    assert the_line(file, today).state is PromiseState.OWNED_UP


def test_not_kept_says_why_and_can_be_taken_back(
    promises: Promises, ana: int, today: date, file: NotebookFile
) -> None:
    promise = promises.add(ana, Side.THEIRS, "key", today - DAY).new_id
    assert promises.give_up(promise, today, "lost").label == "Not kept: key"
    line = the_line(file, today)
    assert (line.state, line.closing_note, line.days_late) == (PromiseState.BROKEN, "lost", 0)
    file.undo()
    assert the_line(file, today).state is PromiseState.OPEN


def test_many_are_kept_at_once_or_none(
    promises: Promises, ana: int, today: date, file: NotebookFile
) -> None:
    ids = [promises.add(ana, Side.OURS, f"swatch {number}").new_id for number in range(3)]
    promises.keep(ids[2], today)
    with pytest.raises(Refused, match="closed already"):
        promises.keep_all(ids, today)
    ledger = PromiseLedger(file)
    assert ledger.count(LedgerQuestion(), today) == 2
    assert promises.keep_all(ids[:2], today).label == "Kept 2 promises"
    assert ledger.count(LedgerQuestion(), today) == 0
    file.undo()
    assert ledger.count(LedgerQuestion(), today) == 2


def test_a_promise_goes_to_the_trash_and_comes_back(
    promises: Promises, ana: int, today: date, notebook: Notebook
) -> None:
    promise = promises.add(ana, Side.OURS, "paint").new_id
    promises.trash_all([promise])
    assert notebook.promise_ledger.count(LedgerQuestion(), today) == 0
    (trashed,) = notebook.upkeep.trash()
    notebook.upkeep.restore(trashed.kind, trashed.id)
    assert notebook.promise_ledger.count(LedgerQuestion(), today) == 1


def test_words_and_a_person_are_needed(promises: Promises, ana: int, today: date) -> None:
    with pytest.raises(Refused):
        promises.add(ana, Side.OURS, "  ")
    with pytest.raises(Refused):
        promises.add(1, Side.OURS, "paint")
    with pytest.raises(Refused):
        promises.keep(1, today)


def test_a_draft_is_nothing_that_one_could_keep(promises: Promises, ana: int, today: date) -> None:
    draft = promises.add(ana, Side.THEIRS, "key", today, state=PromiseState.DRAFT).new_id
    with pytest.raises(Refused, match="not promised yet"):
        promises.keep(draft, today)
    with pytest.raises(Refused, match="not promised yet"):
        promises.give_up(draft, today)


def test_a_move_needs_another_day_that_was_not_said_in_the_future(
    promises: Promises, ana: int, today: date
) -> None:
    promise = promises.add(ana, Side.OURS, "paint", today).new_id
    with pytest.raises(Refused, match="has already"):
        promises.move(promise, Move(today, today, today), today)
    with pytest.raises(Refused, match="still to come"):
        promises.move(promise, Move(today, today + DAY, today + DAY), today)
    undated = promises.add(ana, Side.OURS, "some day").new_id
    with pytest.raises(Refused, match="no day yet"):
        promises.move(undated, Move(today, today + DAY, today), today)


class PromiseLife(RuleBasedStateMachine):
    """Whatever is done to a promise in whichever order: what makes no sense is refused."""

    def __init__(self, file: NotebookFile) -> None:
        super().__init__()
        self.file, self.today = file, TODAY
        self.promises = Promises(file)
        self.ana = Notebook(file).people.add("Ana", TODAY).new_id
        self.promise = self.promises.add(self.ana, Side.OURS, "paint", TODAY + 3 * DAY).new_id
        self.state = PromiseState.OPEN
        self.moves: list[Move] = []

    def line(self) -> LedgerLine:
        return the_line(self.file, self.today, self.ana)

    @rule(days=st.integers(0, 5))
    def time_passes(self, days: int) -> None:
        self.today += days * DAY

    @precondition(lambda self: self.state is PromiseState.OPEN)
    @rule(ahead=st.integers(1, 9), said=st.integers(0, 4) | st.none())
    def move(self, ahead: int, said: int | None) -> None:
        due = self.line().due_on
        assert due is not None
        move = Move(due, due + ahead * DAY, None if said is None else self.today - said * DAY)
        self.promises.move(self.promise, move, self.today)
        self.moves.append(move)

    @precondition(lambda self: self.state is PromiseState.OPEN)
    @rule()
    def keep(self) -> None:
        self.promises.keep(self.promise, self.today)
        before = all(move.was_said_before for move in self.moves)
        moved = PromiseState.MOVED if before else PromiseState.OWNED_UP
        self.state = moved if self.moves else PromiseState.KEPT

    @precondition(lambda self: self.state is PromiseState.OPEN)
    @rule()
    def give_up(self) -> None:
        self.promises.give_up(self.promise, self.today)
        self.state = PromiseState.BROKEN

    @precondition(lambda self: self.state in CLOSED)
    @rule()
    def reopen(self) -> None:
        self.promises.reopen(self.promise)
        self.state = PromiseState.OPEN

    @invariant()
    def what_makes_no_sense_is_refused(self) -> None:
        closed = self.state in CLOSED
        refused: list[Callable[[], object]] = (
            [
                lambda: self.promises.keep(self.promise, self.today),
                lambda: self.promises.give_up(self.promise, self.today),
                lambda: self.promises.movable(self.promise),
            ]
            if closed
            else [lambda: self.promises.reopen(self.promise)]
        )
        for change in refused:
            with pytest.raises(Refused):
                change()

    @invariant()
    def the_ledger_tells_all_of_it(self) -> None:
        line = self.line()
        assert line.state is self.state
        assert list(line.moves) == self.moves
        assert (line.closed_on is None) == (self.state is PromiseState.OPEN)


def test_the_life_of_a_promise(file: NotebookFile) -> None:
    few = settings(max_examples=30, stateful_step_count=12, deadline=None)
    machine: Any = partial(PromiseLife, file)
    run_state_machine_as_test(machine, settings=few)
