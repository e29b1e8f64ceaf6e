"""A full disk or another program in the way: who is erased stays erased, and the rest is kept for later."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2 as driver

from notebook.services.notebook import Notebook
from notebook.services.people import PersonDraft
from notebook.storage import erasing
from tests.reading import rows_in

WORDS = (b"zyxandra", b"quellmann", b"hrumpf")


def left_in(path: Path) -> list[bytes]:
    content = path.read_bytes().lower()
    return [word for word in WORDS if word in content]


def no_room(_connection: Any) -> None:
    raise driver.OperationalError("database or disk is full")


@pytest.fixture
def erased_by_halves(notebook: Notebook, today: date, monkeypatch: pytest.MonkeyPatch) -> Notebook:
    """Return a notebook from which somebody was erased when there was no room to finish."""
    ids = [
        notebook.people.save(None, PersonDraft(name, note=note), today).new_id
        for name, note in [
            *((f"Person {number}", "filler") for number in range(200)),
            ("Zyxandra Quellmann", "hrumpf"),
            *((f"Other {number}", "filler") for number in range(200)),
        ]
    ]
    with monkeypatch.context() as patched:
        patched.setattr(erasing, "forget_traces", no_room)
        notebook.erasing.erase(ids[200])
    assert rows_in(notebook.file.path, "SELECT count(*) FROM person") == [(400,)]
    assert not notebook.erasing.is_clean()
    assert left_in(notebook.file.path)
    return notebook


def test_the_next_opening_finishes_it(erased_by_halves: Notebook) -> None:
    path = erased_by_halves.file.path
    erased_by_halves.file.close()
    reopened = Notebook.open(path)
    assert reopened.erasing.is_clean()
    reopened.upkeep.check()
    reopened.close()
    assert left_in(path) == []


def test_the_next_backup_finishes_it_and_cleans_those_that_have_traces(
    erased_by_halves: Notebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    upkeep = erased_by_halves.upkeep
    with monkeypatch.context() as patched:
        patched.setattr("notebook.storage.file.clean_file", no_room)
        with_traces = upkeep.back_up()
    waiting = "SELECT out_of_file_at IS NOT NULL, is_out_of_backups FROM erased_person"
    assert rows_in(erased_by_halves.file.path, waiting) == [(0, 0)]
    clean = upkeep.back_up()
    assert rows_in(erased_by_halves.file.path, waiting) == [(1, 1)]
    assert [left_in(path) for path in (with_traces, clean, erased_by_halves.file.path)] == [[]] * 3


def test_somebody_who_still_reads_keeps_it_for_later(notebook: Notebook, today: date) -> None:
    person = notebook.people.add("Zyxandra Quellmann", today).new_id
    notebook.file.database.pragma("busy_timeout", 1)
    reader = driver.connect(str(notebook.file.path), isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT * FROM person").fetchall()
    notebook.erasing.erase(person)
    assert not notebook.erasing.is_clean()
    reader.close()
    assert notebook.file.clean_up()
    companion = notebook.file.path.with_name(notebook.file.path.name + "-wal")
    assert left_in(notebook.file.path) == left_in(companion) == []


def test_a_file_of_an_earlier_version_is_cleaned_once(notebook: Notebook) -> None:
    with notebook.file.database.atomic():
        notebook.file.database.execute_sql(
            "INSERT INTO erased_person(id, created_at, changed_at, erased_id, is_out_of_backups)"
            " VALUES (1, '2026-11-01T10:00:00+00:00', '2026-11-01T10:00:00+00:00', 7, 1)"
        )
    notebook.file.close()
    reopened = Notebook.open(notebook.file.path)
    assert reopened.erasing.is_clean()
    reopened.close()
    done = rows_in(
        reopened.file.path,
        "SELECT out_of_file_at IS NOT NULL, is_out_of_backups FROM erased_person",
    )
    assert done == [(1, 1)]
