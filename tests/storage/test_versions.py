"""Notebooks of every released version open in this one, with every row that they had."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2 as driver

from notebook.services.notebook import Notebook
from notebook.services.people_list import PeopleOrder
from notebook.storage.backups import all_backups
from notebook.storage.migrations import STEPS, VERSION
from tests.storage.snapshots import search_index, search_index_as_it_should_be
from tests.storage.versions import VERSIONS, unpack

Rows = list[dict[str, Any]]

TABLES_OF_THE_SCHEMA = (
    "SELECT type, name, sql FROM sqlite_schema WHERE type IN ('table', 'index')"
    " AND sql IS NOT NULL ORDER BY type, name"
)


@pytest.fixture(params=VERSIONS)
def old_path(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Return a notebook of an earlier version, or of this one."""
    return unpack(request.param, tmp_path / "notebook.db")


def read(path: Path) -> Iterator[tuple[str, Rows]]:
    connection = driver.connect(f"{path.as_uri()}?mode=ro", uri=True)
    connection.row_factory = driver.Row
    names = connection.execute(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
        " AND name NOT LIKE 'sqlite%'"
    ).fetchall()
    for (name,) in names:
        rows = connection.execute(f"SELECT * FROM {name} ORDER BY rowid").fetchall()
        yield name, [dict(row) for row in rows]
    connection.close()


def test_every_version_has_its_file() -> None:
    assert list(range(1, VERSION + 1)) == VERSIONS


def test_every_row_is_kept(old_path: Path) -> None:
    before = dict(read(old_path))
    assert all(before.values()), "a table without rows proves nothing"
    Notebook.open(old_path).file.close()
    after = dict(read(old_path))
    for table, rows in before.items():
        kept = [
            {name: row.get(name) for name in old}
            for old, row in zip(rows, after[table], strict=True)
        ]
        assert kept == rows, table


def test_the_notebook_works(old_path: Path, today: date) -> None:
    notebook = Notebook.open(old_path)
    try:
        notebook.upkeep.check()
        index = search_index(notebook.file.database.connection())
        assert index == search_index_as_it_should_be(old_path)
        assert notebook.people_list.count() == 41
        lines = notebook.people_list.window(PeopleOrder.NAME, 0, 60, today)
        assert [notebook.cards.card(line.id, today).name for line in lines] == [
            line.name for line in lines
        ]
        assert len(notebook.reminders.due(today).groups) == 4
        assert notebook.upkeep.next_redo == "Moved Rosa Valdés to the trash"
        notebook.upkeep.undo()
        assert notebook.people_list.count() == 40
        notebook.upkeep.check()
        notebook.upkeep.redo()
        notebook.upkeep.redo()
        assert notebook.people_list.count() == 40
        assert [line.title for line in notebook.upkeep.trash()] == ["Rosa Valdés"]
    finally:
        notebook.file.close()


def test_an_older_notebook_is_backed_up_before(old_path: Path) -> None:
    connection = driver.connect(str(old_path))
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    connection.close()
    Notebook.open(old_path).file.close()
    made = all_backups(old_path.parent / "backups")
    assert [backup.occasion for backup in made] == ["before update"] * (version < VERSION)


@pytest.mark.parametrize("version", VERSIONS)
def test_the_steps_of_a_released_version_are_frozen(version: int, tmp_path: Path) -> None:
    released = driver.connect(str(unpack(version, tmp_path / "notebook.db")))
    memory = driver.connect(":memory:", isolation_level=None)
    for step in STEPS[:version]:
        step(memory)
    found = memory.execute(TABLES_OF_THE_SCHEMA).fetchall()
    wanted = released.execute(TABLES_OF_THE_SCHEMA).fetchall()
    released.close()
    memory.close()
    assert found == wanted, (
        f"version {version} was released with another schema: write a new step instead"
        " (as long as it is not released: python -m tests.storage.versions.make)"
    )


def test_what_earlier_versions_logged_is_logged(tmp_path: Path) -> None:
    path = unpack(1, tmp_path / "notebook.db")
    Notebook.open(path).file.close()
    moments = dict(read(path))["moment"]
    assert moments
    assert {(row["state"], row["agenda"], row["place"], row["minutes"]) for row in moments} == {
        ("logged", "", "", None)
    }
