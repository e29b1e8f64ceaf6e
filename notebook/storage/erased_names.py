"""The names of somebody who is erased, where the program itself wrote them: labels, and copies."""

import re
from collections.abc import Collection
from typing import Any

from notebook.storage.belongings import as_list
from notebook.storage.links import Link
from notebook.translate import translate

COPIES = {("referral", "other_id"): "other_name"}
"""By the column that names a person: the column that holds a copy of what they are called."""

FULL_NAME = ("name",)
CALLED = ("name", "given_name", "nickname")


def names_of(connection: Any, person_id: int, fields: Collection[str] = CALLED) -> set[str]:
    """Return how somebody was called, now and as far as the journal knows."""
    statements = [f"SELECT {field} FROM person WHERE id = ?1" for field in fields] + [
        f"SELECT json_extract({column}, '$.{field}') FROM journal"
        " WHERE table_name = 'person' AND row_id = ?1"
        for column in ("old", "new")
        for field in fields
    ]
    rows = connection.execute(" UNION ".join(statements), (person_id,)).fetchall()
    return {name for (name,) in rows if name and name.strip()}


def forget_copies(connection: Any, link: Link, ids: Collection[int]) -> None:
    """Empty what the program wrote beside a column that names somebody who is gone."""
    copy = COPIES.get((link.table, link.column))
    if copy:
        connection.execute(
            f"UPDATE {link.table} SET {copy} = ''"
            f" WHERE {link.column} IN (SELECT value FROM json_each(?))",
            (as_list(ids),),
        )


def without_name(link: Link, column: str) -> str:
    """Return the SQL of a journal's `column` without whom a link names, and without the copy."""
    copy = COPIES.get((link.table, link.column))
    emptied = f", '$.{copy}', ''" if copy else ""
    return f"json_set({column}, '$.{link.column}', NULL{emptied})"


def rename_changes(connection: Any, touched: Collection[int], names: set[str]) -> None:
    """Take the names out of what changes are called; those that have nothing left go.

    A part of a name that somebody else has too says nothing about who was erased.
    """
    connection.execute(
        "DELETE FROM change WHERE id IN (SELECT value FROM json_each(?))"
        " AND NOT EXISTS (SELECT 1 FROM journal WHERE change_id = change.id)",
        (as_list(touched),),
    )
    named = {change for name in names for change in _called_after(connection, name)}
    connection.execute(
        "UPDATE change SET label = ? WHERE id IN (SELECT value FROM json_each(?))",
        (
            translate("erasing", "A change with somebody who was erased"),
            as_list({*touched, *named}),
        ),
    )


def own_names(connection: Any, names: set[str], gone: Collection[int]) -> set[str]:
    """Return those of the names, and of their words, that belong to nobody who stays."""
    words = {word for name in names for word in re.findall(r"[^\W\d_]{3,}", name)}
    return {each for each in names | words if not _belongs_to_others(connection, each, gone)}


def _belongs_to_others(connection: Any, word: str, gone: Collection[int]) -> bool:
    statement = (
        "SELECT name FROM person WHERE instr(lower(name), lower(?1))"
        " AND id NOT IN (SELECT value FROM json_each(?2))"
    )
    rows = connection.execute(statement, (word, as_list(gone))).fetchall()
    return any(whole(word.casefold()).search(name.casefold()) for (name,) in rows)


def _called_after(connection: Any, name: str) -> set[int]:
    rows = connection.execute(
        "SELECT id, label FROM change WHERE instr(label, ?)", (name,)
    ).fetchall()
    return {change for change, label in rows if whole(name).search(label)}


def whole(name: str) -> re.Pattern[str]:
    """Return what finds a name where it is no part of another word."""
    return re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
