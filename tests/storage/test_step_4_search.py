"""Notebooks of version 3 with fields of the user's own and East Asian names are searched as new ones."""

from pathlib import Path

from sqlcipher3 import dbapi2 as driver

from notebook.services.notebook import Notebook
from tests.conftest import TODAY
from tests.storage.snapshots import search_index, search_index_as_it_should_be
from tests.storage.versions import unpack

_NOW = "2026-11-22T12:00:00+00:00"
_VALUES = {
    "text": ("Blue", "blue"),
    "number": ("1 234,5", 1234.5),
    "date": ("--03-12", "--03-12"),
    "yes-no": ("no", "no"),
    "choice": ("Often", 0.0),
}


def test_what_is_there_is_indexed_anew(tmp_path: Path) -> None:
    path = unpack(3, tmp_path / "notebook.db")
    connection = driver.connect(str(path), isolation_level=None)
    people = [row[0] for row in connection.execute("SELECT id FROM person ORDER BY id LIMIT 9")]
    for number, (kind, (text, sorted_by)) in enumerate(_VALUES.items(), start=1):
        field = (number, _NOW, _NOW, f"Field {kind}", kind, "", number)
        connection.execute(
            "INSERT INTO own_field(id, created_at, changed_at, name, kind, choices, position)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            field,
        )
        connection.execute(
            "INSERT INTO own_value(id, created_at, changed_at, person_id, field_id, text, sort_value)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (number, _NOW, _NOW, people[number], number, text, sorted_by),
        )
    for table in ("person", "organisation", "project"):
        connection.execute(
            f"UPDATE {table} SET name = '李小龍', sort_key = '李小龍'"
            f" WHERE id = (SELECT min(id) FROM {table} WHERE deleted_at IS NULL)"
        )
    connection.close()
    notebook = Notebook.open(path)
    try:
        index = search_index(notebook.file.database.connection())
        assert index == search_index_as_it_should_be(path)
        kinds = {group.kind for group in notebook.search.search("小龍", TODAY)}
        assert {"person", "organisation", "project"} <= kinds
        assert notebook.people_list.found("12 march", TODAY) == [people[3]]
    finally:
        notebook.file.close()
