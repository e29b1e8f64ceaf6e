"""The steps from one schema version to the next; each is frozen once it has been released.

`user_version` of the file is the number of steps it has taken. All missing steps are taken in one
transaction that ends with checks; a newer file is refused before anything is written.
"""

from collections.abc import Callable
from typing import Any

from notebook.storage.steps.step_1 import first_schema
from notebook.storage.steps.step_2 import second_schema
from notebook.storage.steps.step_3 import third_schema
from notebook.storage.steps.step_4 import fourth_schema
from notebook.storage.steps.step_5 import fifth_schema
from notebook.storage.triggers import install_triggers

Step = Callable[[Any], None]

STEPS: tuple[Step, ...] = (first_schema, second_schema, third_schema, fourth_schema, fifth_schema)

VERSION = len(STEPS)
APPLICATION_ID = 0x524E4254  # "RNBT": tells other programs whose file this is


class BrokenMigration(Exception):
    """A step lost rows or left a foreign key dangling; the transaction was taken back."""


def migrate(connection: Any, steps: tuple[Step, ...] = STEPS) -> None:
    """Bring the open file to the newest version, all or nothing.

    `connection` is a driver connection in autocommit. Raises BrokenMigration when the steps lost
    rows or left a foreign key dangling; the file is then as it was.
    """
    # A rebuilt table must not take its children along: foreign keys rest meanwhile.
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("BEGIN EXCLUSIVE")
    try:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        before = _row_counts(connection)
        for step in steps[version:]:
            step(connection)
        install_triggers(connection)
        _check(connection, before)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {len(steps)}")
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:  # something failed before the COMMIT
            connection.execute("ROLLBACK")
        connection.execute("PRAGMA foreign_keys = ON")


def _row_counts(connection: Any) -> dict[str, int]:
    tables = connection.execute(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
        " AND name NOT LIKE 'sqlite%'"
    ).fetchall()
    return {
        name: connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for (name,) in tables
    }


def _check(connection: Any, before: dict[str, int]) -> None:
    after = _row_counts(connection)
    lost = [name for name, count in before.items() if after.get(name, 0) < count]
    if lost:
        raise BrokenMigration(f"rows were lost in {', '.join(lost)}")
    if connection.execute("PRAGMA foreign_key_check").fetchone():
        raise BrokenMigration("a foreign key dangles")
