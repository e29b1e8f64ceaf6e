"""The frozen steps and the tables say the same, column by column."""

from collections.abc import Iterator
from typing import Any

import pytest
from sqlcipher3 import dbapi2 as driver

from notebook.storage.all_tables import TABLES
from notebook.storage.file import NotebookFile
from notebook.storage.migrations import STEPS, migrate
from notebook.storage.record import Record

NOT_OURS = {"change", "journal", "journal_head"}
TYPES = {"BIGINT": "INTEGER", "BOOL": "INTEGER", "INT": "INTEGER"}


@pytest.fixture
def connection() -> Iterator[Any]:
    """Return a file in memory with every step taken."""
    opened = driver.connect(":memory:", isolation_level=None)
    for step in STEPS:
        step(opened)
    yield opened
    opened.close()


def declared(table: type[Record]) -> dict[str, tuple[str, bool]]:
    return {
        field.column_name: (TYPES.get(field.field_type, field.field_type), not field.null)
        for field in table._meta.sorted_fields
    }


def test_the_tables_are_those_of_the_steps(connection: Any) -> None:
    names = {
        name
        for (name,) in connection.execute(
            "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
        )
        if not name.startswith("sqlite_")
    }
    assert names - NOT_OURS == {table._meta.table_name for table in TABLES}


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table._meta.table_name)
def test_columns_types_and_nullability_agree(table: type[Record], connection: Any) -> None:
    found = {
        name: (kind, bool(notnull))
        for name, kind, notnull in connection.execute(
            'SELECT name, type, "notnull" FROM pragma_table_info(?)', (table._meta.table_name,)
        )
    }
    wanted = {
        name: ("INTEGER" if name == "id" or name.endswith("_id") else kind, notnull)
        for name, (kind, notnull) in declared(table).items()
    }
    assert found == wanted


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table._meta.table_name)
def test_foreign_keys_agree_and_are_indexed(table: type[Record], connection: Any) -> None:
    name = table._meta.table_name
    found = {
        (column, parent, target, on_delete)
        for column, parent, target, on_delete in connection.execute(
            'SELECT "from", "table", "to", on_delete FROM pragma_foreign_key_list(?)', (name,)
        )
    }
    wanted = {
        (key.column_name, key.rel_model._meta.table_name, "id", key.on_delete or "NO ACTION")
        for key in table._meta.refs
    }
    assert found == wanted
    indexed = {
        column
        for index, partial in connection.execute(
            "SELECT name, partial FROM pragma_index_list(?)", (name,)
        )
        for (column,) in connection.execute(
            "SELECT name FROM pragma_index_info(?) WHERE seqno = 0", (index,)
        )
        if not partial
    }
    assert {column for column, _, _, _ in wanted} <= indexed


def test_ids_are_the_rowids(connection: Any) -> None:
    for table in TABLES:
        rows = connection.execute(
            "SELECT name, type, pk FROM pragma_table_info(?) WHERE pk > 0",
            (table._meta.table_name,),
        ).fetchall()
        assert rows == [("id", "INTEGER", 1)]


def test_a_unique_setting_stays_unique(connection: Any) -> None:
    add = "INSERT INTO setting VALUES (?, '', '', 'key', 'value')"
    connection.execute(add, (1,))
    with pytest.raises(driver.IntegrityError):
        connection.execute(add, (2,))


def test_the_first_step_makes_what_a_new_notebook_has(file: NotebookFile) -> None:
    memory = driver.connect(":memory:", isolation_level=None)
    migrate(memory, STEPS)
    schema = "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name"
    assert (
        memory.execute(schema).fetchall() == file.database.connection().execute(schema).fetchall()
    )
    memory.close()
