"""Erasing one person for good: from all tables, the journal and the search, down to the bytes.

It works on any version of the schema, for backups forget the person too.
"""

from collections import defaultdict
from collections.abc import Collection
from functools import partial
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as driver

from notebook.storage.backups import all_backups, rewrite
from notebook.storage.belongings import Ids, as_list, belongings, goes_along
from notebook.storage.erased_names import (
    forget_copies,
    names_of,
    own_names,
    rename_changes,
    without_name,
)
from notebook.storage.erased_sayers import (
    keep_that_somebody_said_so,
    rename_in_amendments,
)
from notebook.storage.links import Link, links

_FTS = "SELECT name FROM sqlite_schema WHERE sql LIKE 'CREATE VIRTUAL TABLE%fts5%'"


def erase(connection: Any, person_id: int) -> set[int]:
    """Delete everything about a person; the caller holds the transaction, outside of a change.

    Returns whom that was: the person, and the cards that had become part of theirs.

    What others share stays without the person. Changes that touched the person lose those rows
    and their name: undoing them brings back the rest.
    """
    connection.execute("PRAGMA defer_foreign_keys = ON")
    gone = belongings(connection, person_id)
    people = set(gone["person"])
    names = {name for each in people for name in names_of(connection, each)}
    rename_in_amendments(connection, people)
    _erase_from_journal(connection, gone, own_names(connection, names, people))
    for link in links(connection):
        forget_copies(connection, link, gone[link.parent])
        keep_that_somebody_said_so(connection, link, gone[link.parent])
    every = as_list({each for ids in gone.values() for each in ids})
    connection.execute(
        "DELETE FROM reminder_mark WHERE subject_id IN (SELECT value FROM json_each(?))", (every,)
    )
    for table, ids in gone.items():
        connection.execute(
            f"DELETE FROM {table} WHERE id IN (SELECT value FROM json_each(?))", (as_list(ids),)
        )
    return people


def forget_traces(connection: Any) -> None:
    """Write search and file anew, so that no byte of what was deleted stays; no transaction.

    Raises the driver's error for a locked file when somebody else still reads what was there.
    """
    for (name,) in connection.execute(_FTS).fetchall():
        connection.execute(f"INSERT INTO {name}({name}) VALUES ('optimize')")
    connection.execute("VACUUM")
    (is_busy, _, _) = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if is_busy:
        raise driver.OperationalError("database is locked")


def erase_from_backups(folder: Path, erased: Collection[tuple[int, Any]]) -> None:
    """Erase people from the backups that are older than their erasure.

    `erased` are ids with the time (aware). Each backup is written anew beside its place, verified,
    and then put there whole; a damaged one is deleted. Raises a FileProblem, with the rest to do.
    """
    for backup in all_backups(folder):
        ids = [person_id for person_id, at in erased if backup.made_at <= at]
        if ids:
            rewrite(backup.path, partial(_erase_all, person_ids=ids))


def _erase_all(path: Path, person_ids: list[int]) -> None:
    connection = driver.connect(str(path), isolation_level=None)
    try:
        for pragma in ("foreign_keys = ON", "secure_delete = ON", "temp_store = MEMORY"):
            connection.execute(f"PRAGMA {pragma}")
        connection.execute("BEGIN IMMEDIATE")
        for person_id in person_ids:
            erase(connection, person_id)
        connection.execute("COMMIT")
        forget_traces(connection)
    finally:
        connection.close()


def _erase_from_journal(connection: Any, gone: Ids, names: set[str]) -> None:
    all_links = links(connection)
    forgotten = _of_the_past(connection, all_links, gone)
    touched: set[int] = set()
    for table in sorted(gone.keys() | forgotten.keys()):
        ids = as_list(gone[table] | forgotten[table])
        where = "table_name = ? AND row_id IN (SELECT value FROM json_each(?))"
        touched |= _delete_rows(connection, where, (table, ids))
    every = as_list({each for ids in gone.values() for each in ids})
    subject = "json_extract(coalesce(new, old), '$.subject_id')"
    where = f"table_name = 'reminder_mark' AND {subject} IN (SELECT value FROM json_each(?))"
    touched |= _delete_rows(connection, where, (every,))
    for link in all_links:
        if not goes_along(link) and gone[link.parent]:
            touched |= _unname(connection, link, gone[link.parent])
    rename_changes(connection, touched, names)


def _of_the_past(connection: Any, all_links: list[Link], gone: Ids) -> Ids:
    """Add to `gone` what only the journal still holds; return what is somebody else's by now."""
    forgotten: Ids = defaultdict(set)
    count = 0
    while count != sum(map(len, gone.values())):
        count = sum(map(len, gone.values()))
        for link in all_links:
            if goes_along(link) and gone[link.parent]:
                _sort_out(connection, link.table, _once(connection, link, gone), gone, forgotten)
        gone["moment"] |= _past_moments(connection, gone["moment_person"])
    return forgotten


def _once(connection: Any, link: Link, gone: Ids) -> set[int]:
    """Return the rows that, as the journal tells, pointed to something that is gone."""
    ids = as_list(gone[link.parent])
    path = f"$.{link.column}"
    rows = connection.execute(
        "SELECT DISTINCT row_id FROM journal WHERE table_name = ?1"
        " AND (json_extract(new, ?2) IN (SELECT value FROM json_each(?3))"
        " OR json_extract(old, ?2) IN (SELECT value FROM json_each(?3)))",
        (link.table, path, ids),
    )
    return {row_id for (row_id,) in rows.fetchall()}


def _sort_out(connection: Any, table: str, once: set[int], gone: Ids, forgotten: Ids) -> None:
    rows = connection.execute(
        f"SELECT id FROM {table} WHERE id IN (SELECT value FROM json_each(?))", (as_list(once),)
    )
    there = {row_id for (row_id,) in rows.fetchall()}
    gone[table] |= once - there
    forgotten[table] |= (once & there) - gone[table]


def _past_moments(connection: Any, parts: Collection[int]) -> set[int]:
    """Return contacts that are not there, and in which nobody else took part."""
    rows = connection.execute(
        "SELECT DISTINCT json_extract(coalesce(new, old), '$.moment_id') AS moment_id FROM journal"
        " WHERE table_name = 'moment_person' AND row_id IN (SELECT value FROM json_each(?1))"
        " AND moment_id NOT IN (SELECT id FROM moment)"
        " EXCEPT SELECT json_extract(coalesce(new, old), '$.moment_id') FROM journal"
        " WHERE table_name = 'moment_person' AND row_id NOT IN (SELECT value FROM json_each(?1))",
        (as_list(parts),),
    )
    return {moment_id for (moment_id,) in rows.fetchall()}


def _delete_rows(connection: Any, where: str, values: tuple[Any, ...]) -> set[int]:
    touched = {
        change
        for (change,) in connection.execute(
            f"SELECT DISTINCT change_id FROM journal WHERE {where}", values
        ).fetchall()
    }
    connection.execute(f"DELETE FROM journal WHERE {where}", values)
    return touched


def _unname(connection: Any, link: Link, ids: Collection[int]) -> set[int]:
    """Let rows of others no longer point to somebody who is gone."""
    touched: set[int] = set()
    for column in ("old", "new"):
        found = f"json_extract({column}, '$.{link.column}') IN (SELECT value FROM json_each(?))"
        where = f"table_name = ? AND {found}"
        values = (link.table, as_list(ids))
        touched |= {
            change
            for (change,) in connection.execute(
                f"SELECT DISTINCT change_id FROM journal WHERE {where}", values
            ).fetchall()
        }
        connection.execute(
            f"UPDATE journal SET {column} = {without_name(link, column)} WHERE {where}",
            values,
        )
    return touched
