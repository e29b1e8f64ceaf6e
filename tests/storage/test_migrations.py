"""Going from one version to the next: all or nothing, with a backup before."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2 as driver

from notebook.errors import FileProblem
from notebook.storage import file as file_module
from notebook.storage.backups import all_backups, verify
from notebook.storage.file import NotebookFile
from notebook.storage.migrations import STEPS, VERSION, BrokenMigration, Step, migrate
from notebook.storage.tables import Moment, MomentPerson, Person
from tests.reading import rows_in
from tests.storage.snapshots import fingerprint, snapshot_of
from tests.storage.versions import unpack

PEOPLE_AND_NOTES = ("person", "role", "contact_detail", "moment", "moment_person", "promise")


def better_person_table(connection: Any) -> None:
    """Rebuild a table the way SQLite asks for, with a new column: children must stay."""
    (old,) = connection.execute("SELECT sql FROM sqlite_schema WHERE name = 'person'").fetchone()
    indexes = connection.execute(
        "SELECT sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'person' AND sql != ''"
    ).fetchall()
    new = old.replace("CREATE TABLE person", "CREATE TABLE person_new").replace(
        "nickname TEXT NOT NULL,", "nickname TEXT NOT NULL, pronounced TEXT NOT NULL DEFAULT '',"
    )
    # Triggers that name the table would stop its renaming; they are put in place anew afterwards.
    for (name,) in connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'trigger'"
    ).fetchall():
        connection.execute(f"DROP TRIGGER {name}")
    connection.execute(new)
    columns = ", ".join(
        name for (name,) in connection.execute("SELECT name FROM pragma_table_info('person')")
    )
    connection.execute(f"INSERT INTO person_new({columns}) SELECT {columns} FROM person")
    connection.execute("DROP TABLE person")
    connection.execute("ALTER TABLE person_new RENAME TO person")
    for (index,) in indexes:
        connection.execute(index)


def loses_rows(connection: Any) -> None:
    connection.execute("DELETE FROM contact_detail WHERE kind = 'email'")


def drops_a_table(connection: Any) -> None:
    connection.execute("DROP TABLE setting")
    connection.execute("DELETE FROM fact")


def breaks_links(connection: Any) -> None:
    connection.execute(
        "UPDATE moment_person SET person_id = 42 WHERE id = (SELECT min(id) FROM moment_person)"
    )


def fails_half_way(connection: Any) -> None:
    connection.execute("ALTER TABLE person ADD COLUMN pronounced TEXT NOT NULL DEFAULT ''")
    connection.execute("UPDATE nothing SET there = 1")


@pytest.fixture
def filled_path(sample_path: Path, tmp_path: Path) -> Path:
    """Return a sample notebook that is closed, of the version before the made-up one."""
    path = tmp_path / "data" / "notebook.db"
    path.parent.mkdir()
    path.write_bytes(sample_path.read_bytes())
    return path


@pytest.fixture
def with_step(monkeypatch: pytest.MonkeyPatch) -> Callable[[Step], None]:
    """Return a function that gives the program one step more."""

    def add(step: Step) -> None:
        monkeypatch.setattr(file_module, "VERSION", VERSION + 1)
        monkeypatch.setattr(file_module, "migrate", partial(migrate, steps=(*STEPS, step)))

    return add


def content(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    connection = driver.connect(f"{path.as_uri()}?mode=ro", uri=True)
    try:
        return snapshot_of(connection)
    finally:
        connection.close()


def test_a_rebuilt_table_keeps_its_children(
    filled_path: Path, with_step: Callable[[Step], None]
) -> None:
    before = content(filled_path)
    assert all(before[name] for name in PEOPLE_AND_NOTES)
    with_step(better_person_table)
    file = NotebookFile(filled_path)
    try:
        assert file.database.user_version == VERSION + 1
        after = snapshot_of(file.database.connection())
        names = [name for (name,) in rows_in(filled_path, "SELECT name FROM person ORDER BY id")]
    finally:
        file.close()
    assert names == [row[4] for row in before["person"]]
    assert {name: rows for name, rows in after.items() if name != "person"} == {
        name: rows for name, rows in before.items() if name != "person"
    }


def test_triggers_are_in_place_after_a_step(
    filled_path: Path, with_step: Callable[[Step], None]
) -> None:
    with_step(better_person_table)
    file = NotebookFile(filled_path)
    try:
        person = Person.get(Person.name == "Marta Lindqvist")
        with file.change("Renamed"):
            person.amend(name="Marta Berg", sort_key="marta berg")
            moment = Moment.create(channel="call", direction="we", happened_at="2030-01-01")
            MomentPerson.create(moment=moment, person=person)
        found = file.database.execute_sql(
            "SELECT rowid FROM person_search WHERE person_search MATCH 'berg'"
        ).fetchall()
        assert found == [(person.id,)]
        assert str(Person.get_by_id(person.id).last_contact_on) == "2030-01-01"
        file.undo()
        assert Person.get_by_id(person.id).name == "Marta Lindqvist"
    finally:
        file.close()


def test_a_verified_backup_is_made_before(
    filled_path: Path, with_step: Callable[[Step], None]
) -> None:
    before = content(filled_path)
    with_step(better_person_table)
    NotebookFile(filled_path).close()
    (backup,) = all_backups(filled_path.parent / "backups")
    assert backup.occasion == "before update"
    verify(backup.path)
    assert content(backup.path) == before
    assert rows_in(backup.path, "PRAGMA user_version") == [(VERSION,)]


def test_a_notebook_of_this_version_makes_no_backup(filled_path: Path) -> None:
    NotebookFile(filled_path).close()
    assert not (filled_path.parent / "backups").exists()


@pytest.mark.parametrize("step", [loses_rows, drops_a_table, breaks_links, fails_half_way])
def test_a_bad_step_is_taken_back(
    step: Step, filled_path: Path, with_step: Callable[[Step], None]
) -> None:
    before, bytes_before = content(filled_path), fingerprint(filled_path)
    with_step(step)
    with pytest.raises((BrokenMigration, driver.OperationalError)):
        NotebookFile(filled_path)
    assert fingerprint(filled_path) == bytes_before
    assert content(filled_path) == before
    assert rows_in(filled_path, "PRAGMA user_version") == [(VERSION,)]


def test_no_step_is_taken_when_the_backup_cannot_be_made(
    filled_path: Path, with_step: Callable[[Step], None]
) -> None:
    bytes_before = fingerprint(filled_path)
    (filled_path.parent / "backups").write_text("in the way", encoding="utf-8")
    with_step(better_person_table)
    with pytest.raises(FileProblem):
        NotebookFile(filled_path)
    assert fingerprint(filled_path) == bytes_before


def test_steps_are_numbered_by_the_file(filled_path: Path) -> None:
    connection = driver.connect(str(filled_path), isolation_level=None)
    taken = []
    migrate(connection, (*STEPS, lambda _: taken.append(2), lambda _: taken.append(3)))
    migrate(connection, (*STEPS, lambda _: taken.append(2), lambda _: taken.append(3)))
    assert taken == [2, 3]
    assert connection.execute("PRAGMA user_version").fetchone() == (VERSION + 2,)
    assert connection.execute("PRAGMA foreign_keys").fetchone() == (1,)
    connection.close()


def test_whoever_went_away_looks_after_nobody_any_more(tmp_path: Path) -> None:
    path = tmp_path / "notebook.db"
    unpack(3, path)
    connection = driver.connect(str(path), isolation_level=None)
    people = [row[0] for row in connection.execute("SELECT id FROM person ORDER BY id LIMIT 4")]
    trashed, stranger, member, cared_for = people
    connection.execute("UPDATE person SET is_team = id IN (?, ?)", (trashed, member))
    connection.execute("UPDATE person SET deleted_at = '2026-11-01' WHERE id = ?", (trashed,))
    connection.execute("UPDATE person SET deleted_at = NULL WHERE id != ?", (trashed,))
    for owner, cover, expected in (
        (trashed, member, (None, member)),
        (stranger, trashed, (None, None)),
        (member, stranger, (member, None)),
    ):
        connection.execute(
            "UPDATE person SET looked_after_by_id = ?, covered_by_id = ? WHERE id = ?",
            (owner, cover, cared_for),
        )
        copy = tmp_path / f"{owner}.db"
        connection.execute("VACUUM INTO ?", (str(copy),))
        NotebookFile(copy, backups=tmp_path / "backups").close()
        found = rows_in(
            copy, "SELECT looked_after_by_id, covered_by_id FROM person WHERE id = ?", cared_for
        )
        assert found == [expected]
    connection.close()
