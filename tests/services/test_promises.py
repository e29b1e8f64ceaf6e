"""The promise ledger of a person."""

from datetime import date, timedelta

import pytest

from notebook.domain.promises import PromiseState, Side
from notebook.errors import Refused
from notebook.services.notebook import Notebook
from notebook.services.promises import Promises
from notebook.storage.file import NotebookFile

DAY = timedelta(days=1)


@pytest.fixture
def promises(file: NotebookFile) -> Promises:
    return Promises(file)


@pytest.fixture
def ana(notebook: Notebook, today: date) -> int:
    return notebook.people.add("Ana Pereira", today).new_id


def test_open_ones_come_first_by_their_day(promises: Promises, ana: int, today: date) -> None:
    kept = promises.add(ana, Side.OURS, "kept", today - 9 * DAY).new_id
    promises.add(ana, Side.THEIRS, "some day")
    promises.add(ana, Side.OURS, "tomorrow", today + DAY)
    promises.add(ana, Side.OURS, "late", today - DAY)
    promises.add(ana, Side.OURS, "draft", today, state=PromiseState.DRAFT)
    promises.keep(kept, today - 2 * DAY)
    entries = promises.of_person(ana, today)
    assert [entry.text for entry in entries] == ["late", "tomorrow", "some day", "kept"]
    assert [entry.is_overdue for entry in entries] == [True, False, False, False]
    assert entries[3].closed_on == today - 2 * DAY
    assert entries[3].state is PromiseState.KEPT


def test_a_kept_promise_is_opened_again(promises: Promises, ana: int, today: date) -> None:
    promise = promises.add(ana, Side.OURS, "paint").new_id
    assert promises.keep(promise, today).label == "Kept: paint"
    assert promises.reopen(promise).label == "Open again: paint"
    (entry,) = promises.of_person(ana, today)
    assert (entry.state, entry.closed_on) == (PromiseState.OPEN, None)


def test_words_and_a_person_are_needed(promises: Promises, ana: int, today: date) -> None:
    with pytest.raises(Refused):
        promises.add(ana, Side.OURS, "  ")
    with pytest.raises(Refused):
        promises.add(1, Side.OURS, "paint")
    with pytest.raises(Refused):
        promises.keep(1, today)
