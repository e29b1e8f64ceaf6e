"""How the tables hang together, read from the schema, so that a new table is never forgotten."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Link:
    """A column of `table` that points to a row of `parent`.

    `holds` says that the row can't be without it: it goes when the parent goes.
    """

    table: str
    column: str
    parent: str
    holds: bool


def links(connection: Any) -> list[Link]:
    """Return all links of the open file, those of the journal aside."""
    return [
        Link(table, column, parent, bool(required) or on_delete == "CASCADE")
        for table, column, parent, on_delete, required in connection.execute(
            """SELECT t.name, f."from", f."table", f.on_delete, c."notnull"
            FROM pragma_table_list t
            JOIN pragma_foreign_key_list(t.name) f
            JOIN pragma_table_info(t.name) c ON c.name = f."from"
            WHERE t.schema = 'main' AND t.type = 'table' AND t.name != 'journal'
            ORDER BY t.name, f."from\""""
        ).fetchall()
    ]


def unique_columns(connection: Any, table: str) -> list[tuple[str, ...]]:
    """Return of which columns together a table has each combination only once, its id aside."""
    names = connection.execute(
        """SELECT i.name FROM pragma_index_list(?) i WHERE i."unique" AND i.origin != 'pk'
        ORDER BY i.name""",
        (table,),
    ).fetchall()
    return [
        tuple(
            column
            for (column,) in connection.execute(
                "SELECT name FROM pragma_index_info(?) ORDER BY seqno", (name,)
            ).fetchall()
        )
        for (name,) in names
    ]


def tables_with(connection: Any, column: str) -> set[str]:
    """Return the tables that have a column of this name."""
    rows = connection.execute(
        """SELECT t.name FROM pragma_table_list t JOIN pragma_table_info(t.name) c
        WHERE t.schema = 'main' AND t.type = 'table' AND c.name = ?""",
        (column,),
    )
    return {table for (table,) in rows.fetchall()}


def columns(connection: Any, table: str) -> list[str]:
    """Return the names of the columns of a table, in their order."""
    return [
        name
        for (name,) in connection.execute(
            "SELECT name FROM pragma_table_info(?) ORDER BY cid", (table,)
        ).fetchall()
    ]
