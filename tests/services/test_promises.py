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

from notebook.domain.moves import Move, NewDay
from notebook.domain.promises import CLOSED, PromiseState, Side
from notebook.errors import Refused
from notebook.services.agreements import as_text, read_agreement
from notebook.services.notebook import Notebook
from notebook.services.promise_ledger import LedgerLine, LedgerQuestion, PromiseLedger, Standing
from notebook.services.promise_words import history_phrase
from notebook.services.promises import Promises, PromiseWords
from notebook.storage.file import NotebookFile
from tests.conftest import TODAY
from tests.services.project_samples import finish

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
    assert promises.kept_on([promise], today - DAY, today).label == "Kept on 21 Nov: paint"
    assert the_line(file, today).closed_on == today - DAY
    with pytest.raises(Refused, match="still to come"):
        promises.kept_on([promise], today + DAY, today)
    assert promises.reopen(promise).label == "Open again: paint"
    line = the_line(file, today)
    assert (line.state, line.closed_on) == (PromiseState.OPEN, None)
    with pytest.raises(Refused, match="not closed as kept"):
        promises.kept_on([promise], today, today)


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
    changes = promises.move(promise, NewDay(today + 3 * DAY, said_on, "rain"), today)
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
    promises.move(promise, NewDay(today + DAY, today - DAY), today)
    promises.move(promise, NewDay(today + 5 * DAY, today + 2 * DAY), today + 2 * DAY)
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
        promises.move(promise, NewDay(today, today), today)
    with pytest.raises(Refused, match="still to come"):
        promises.move(promise, NewDay(today + DAY, today + DAY), today)
    with pytest.raises(Refused, match="over already"):
        promises.move(promise, NewDay(today - DAY, today - 2 * DAY), today)


def test_a_first_day_is_no_move(
    promises: Promises, ana: int, today: date, file: NotebookFile
) -> None:
    undated = promises.add(ana, Side.OURS, "some day").new_id
    assert promises.movable([undated]).is_undated
    changes = promises.move(undated, NewDay(today + DAY, today), today)
    assert changes.label == "Promised for 23 Nov: some day"
    line = the_line(file, today)
    assert (line.due_on, line.moves) == (today + DAY, ())


def test_many_get_another_day_at_once_or_none(
    promises: Promises, ana: int, today: date, file: NotebookFile
) -> None:
    days = (today + DAY, today + 2 * DAY, None)
    ids = [promises.add(ana, Side.OURS, f"swatch {day}", day).new_id for day in days]
    movable = promises.movable(ids)
    assert (movable.title, movable.due_on, movable.count) == ("3 promises", None, 3)
    new = NewDay(today + 2 * DAY, today, "rain")
    assert promises.move_all(ids, new, today).label == "Moved to 24 Nov: 2 promises"
    ledger = PromiseLedger(file)
    lines = ledger.window(LedgerQuestion(), 0, 9, today)
    assert [line.due_on for line in lines] == [today + 2 * DAY] * 3
    assert [len(line.moves) for line in lines] == [1, 0, 0]
    with pytest.raises(Refused, match="has already"):
        promises.move_all(ids, new, today)
    file.undo()
    assert [line.due_on for line in ledger.window(LedgerQuestion(), 0, 9, today)] == list(days)


@pytest.mark.parametrize(
    ("due", "told", "becomes", "words"),
    [
        (1, 0, PromiseState.CALLED_OFF, "not kept, 22 Nov, Ana was told in time, on 22 Nov (ill)"),
        (0, 0, PromiseState.ADMITTED, "not kept, 22 Nov, Ana was told late, on 22 Nov (ill)"),
        (None, -1, PromiseState.CALLED_OFF, "not kept, 22 Nov, Ana was told in time, on 21 Nov (ill)"),
        (-1, None, PromiseState.BROKEN, "not kept, 22 Nov (ill)"),
    ],
    ids=["before it was due", "on the day", "without a day", "nobody said"],
)  # fmt: skip
def test_what_is_not_kept_says_whether_they_know(
    promises: Promises,
    ana: int,
    today: date,
    file: NotebookFile,
    due: int | None,
    told: int | None,
    becomes: PromiseState,
    words: str,
) -> None:
    due_on = None if due is None else today + due * DAY
    told_on = None if told is None else today + told * DAY
    promise = promises.add(ana, Side.OURS, "paint", due_on).new_id
    promises.give_up_all([promise], today, "ill", told_on)
    line = the_line(file, today)
    assert (line.state, history_phrase(line, today)) == (becomes, words)
    promises.reopen(promise)
    assert the_line(file, today).told_on is None
    with pytest.raises(Refused, match="still to come"):
        promises.give_up_all([promise], today, "ill", today + DAY)


def test_a_move_that_was_said_late_is_still_told_when_it_is_cancelled(
    promises: Promises, ana: int, today: date, file: NotebookFile
) -> None:
    promise = promises.add(ana, Side.THEIRS, "key", today - DAY).new_id
    promises.move(promise, NewDay(today + 5 * DAY, today), today)
    promises.give_up_all([promise], today, "", today)
    line = the_line(file, today)
    assert line.state is PromiseState.ADMITTED
    assert history_phrase(line, today) == (
        "moved from 21 Nov, Ana said so late, on 22 Nov"
        " · not kept, 22 Nov, Ana said so late, on 22 Nov"
    )


@pytest.mark.parametrize(
    ("said", "becomes"), [(-1, PromiseState.CALLED_OFF), (0, PromiseState.ADMITTED)]
)
def test_what_was_not_said_is_said_later(
    promises: Promises, ana: int, today: date, file: NotebookFile, said: int, becomes: PromiseState
) -> None:
    promise = promises.add(ana, Side.OURS, "paint", today).new_id
    promises.give_up(promise, today)
    assert the_line(file, today).is_unsaid
    assert promises.say([promise], today + said * DAY, today).label == "Said: paint"
    line = the_line(file, today)
    assert (line.state, line.told_on, line.is_unsaid) == (becomes, today + said * DAY, False)
    with pytest.raises(Refused, match="said already"):
        promises.say([promise], today, today)


def test_a_move_is_said_later_and_counts_as_it_was_said(
    promises: Promises, ana: int, today: date, file: NotebookFile
) -> None:
    promise = promises.add(ana, Side.OURS, "paint", today + DAY).new_id
    promises.move(promise, NewDay(today + 9 * DAY), today)
    promises.keep(promise, today)
    assert the_line(file, today).state is PromiseState.OWNED_UP
    with pytest.raises(Refused, match="still to come"):
        promises.say([promise], today + DAY, today)
    promises.say([promise], today, today)
    line = the_line(file, today)
    assert (line.state, line.moves[0].said_on) == (PromiseState.MOVED, today)


def test_what_is_kept_after_the_moved_day_is_late(
    promises: Promises, ana: int, today: date, file: NotebookFile
) -> None:
    promise = promises.add(ana, Side.OURS, "paint", today).new_id
    promises.move(promise, NewDay(today + DAY, today - DAY), today)
    promises.keep(promise, today + 3 * DAY)
    line = the_line(file, today)
    assert history_phrase(line, today) == (
        "moved from 22 Nov, Ana was told in time, on 21 Nov · kept 25 Nov, 2 days late"
    )
    totals = PromiseLedger(file).totals(LedgerQuestion(), today)[Side.OURS]
    assert (totals.moved, totals.kept_late) == (1, 1)


def test_words_are_corrected_and_a_first_day_is_given(
    promises: Promises, ana: int, today: date, file: NotebookFile
) -> None:
    promise = promises.add(ana, Side.OURS, "pain the wall").new_id
    words = PromiseWords("paint the wall", today + DAY)
    assert promises.correct(promise, words).label == "Corrected: paint the wall"
    assert promises.correctable(promise) == words
    assert the_line(file, today).moves == ()
    with pytest.raises(Refused, match="until it is moved"):
        promises.correct(promise, PromiseWords("paint the wall", today + 2 * DAY))
    with pytest.raises(Refused, match="Say what was promised"):
        promises.correct(promise, PromiseWords(" ", today + DAY))
    promises.keep(promise, today)
    promises.correct(promise, PromiseWords("paint the walls", today + DAY))
    assert the_line(file, today).text == "paint the walls"


def test_words_of_an_agreement_are_changed_there(notebook: Notebook, today: date) -> None:
    project = finish(notebook)
    (need,) = notebook.projects.page(project).needs
    with pytest.raises(Refused, match="in the agreement on Lobby mural"):
        notebook.promises.correct(need.id, PromiseWords("Both keys", need.due_on))
    with pytest.raises(Refused, match="in the agreement on Lobby mural"):
        notebook.promises.trash_all([need.id])


def test_what_they_promise_besides_is_no_part_of_the_agreement(
    notebook: Notebook, today: date
) -> None:
    project, promises = finish(notebook), notebook.promises
    before = as_text(read_agreement(project, today))
    marta = notebook.projects.page(project).person_id
    permit = promises.add(marta, Side.THEIRS, "Permit", today, project_id=project).new_id
    assert as_text(read_agreement(project, today)) == before
    assert [each.id for each in notebook.projects.page(project).other_promises] == [permit]
    promises.correct(permit, PromiseWords("Parking permit", today))
    promises.trash_all([permit])


def test_many_are_given_up_and_owed_again_at_once(
    promises: Promises, ana: int, today: date, file: NotebookFile
) -> None:
    ids = [promises.add(ana, Side.OURS, f"swatch {number}").new_id for number in range(3)]
    assert promises.give_up_all(ids, today).label == "Not kept: 3 promises"
    with pytest.raises(Refused, match="closed already"):
        promises.give_up_all(ids, today)
    assert promises.reopen_all(ids).label == "Open again: 3 promises"
    with pytest.raises(Refused, match="open already"):
        promises.reopen_all(ids)
    assert PromiseLedger(file).count(LedgerQuestion(), today) == 3


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
        to_on = max(due, self.today) + ahead * DAY
        said_on = None if said is None else self.today - said * DAY
        self.promises.move(self.promise, NewDay(to_on, said_on), self.today)
        self.moves.append(Move(due, to_on, said_on))

    @precondition(lambda self: self.state is PromiseState.OPEN)
    @rule()
    def keep(self) -> None:
        self.promises.keep(self.promise, self.today)
        before = all(move.was_said_before for move in self.moves)
        moved = PromiseState.MOVED if before else PromiseState.OWNED_UP
        self.state = moved if self.moves else PromiseState.KEPT

    @precondition(lambda self: self.state is PromiseState.OPEN)
    @rule(said=st.integers(0, 4) | st.none())
    def give_up(self, said: int | None) -> None:
        due = self.line().due_on
        assert due is not None
        told_on = None if said is None else self.today - said * DAY
        self.promises.give_up_all([self.promise], self.today, told_on=told_on)
        if told_on is None:
            self.state = PromiseState.BROKEN
        elif told_on < due and all(move.was_said_before for move in self.moves):
            self.state = PromiseState.CALLED_OFF
        else:
            self.state = PromiseState.ADMITTED

    @precondition(lambda self: self.state is PromiseState.OPEN)
    @rule()
    def let_go(self) -> None:
        self.promises.let_go_all([self.promise], self.today)
        self.state = PromiseState.LET_GO

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
                lambda: self.promises.let_go_all([self.promise], self.today),
                lambda: self.promises.movable([self.promise]),
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
