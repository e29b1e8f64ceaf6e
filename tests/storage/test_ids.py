"""Ids: growing, 63 bits, apart even when made in the same millisecond."""

import threading
import time

import pytest

from notebook.storage import ids
from notebook.storage.ids import new_id


def test_ids_grow_and_fit_into_63_bits() -> None:
    made = [new_id() for _ in range(10_000)]
    assert made == sorted(set(made))
    assert all(0 < each < 2**63 for each in made)


def test_ids_begin_with_the_time() -> None:
    milliseconds = (new_id() >> 22) + 1_577_836_800_000
    assert abs(milliseconds - time.time() * 1000) < 60_000


def test_ids_keep_growing_when_the_clock_is_set_back(monkeypatch: pytest.MonkeyPatch) -> None:
    before = new_id()
    monkeypatch.setattr(time, "time_ns", lambda: 1_600_000_000 * 10**9)
    assert new_id() > before


def test_ids_of_the_last_day_still_fit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ids, "_last", 0)
    monkeypatch.setattr(time, "time_ns", lambda: 3_755_000_000 * 10**9)  # at the end of 2088
    assert 0 < new_id() < 2**63


def test_two_notebooks_make_different_ids_in_the_same_millisecond(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(time, "time_ns", lambda: 1_800_000_000 * 10**9)
    made = set()
    for _ in range(50):
        monkeypatch.setattr(ids, "_last", 0)  # as another process would begin
        made.add(new_id())
    assert len(made) == 50


def test_threads_never_make_the_same_id() -> None:
    made: list[int] = []
    threads = [
        threading.Thread(target=lambda: made.extend([new_id() for _ in range(2_000)]))
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(made)) == 8_000
