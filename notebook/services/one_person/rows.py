"""All rows that are kept about one person, from every table that knows them."""

from dataclasses import dataclass

from notebook.services.history.rows import Values, names_of
from notebook.services.people import present
from notebook.storage.belongings import as_list, belongings
from notebook.storage.file import NotebookFile
from notebook.storage.reading import rows_of

_FIRST = (
    "person",
    "contact_detail",
    "role",
    "organisation",
    "fact",
    "moment",
    "promise",
    "project",
)
_NAMED = ("person", "organisation", "project", "own_field")


@dataclass(frozen=True, slots=True)
class PersonRows:
    """The rows by table, the tables in an order to be read, and what the ids in them mean."""

    name: str
    tables: dict[str, list[Values]]
    names: dict[int, str]


def rows_about(file: NotebookFile, person_id: int) -> PersonRows:
    """Return everything about a person, contacts with others among it.

    Raises Refused for somebody who is gone.
    """
    name = present(person_id).name
    found = belongings(file.database.connection(), person_id)
    for table in ("moment", "organisation"):
        link = {"moment": "moment_person", "organisation": "role"}[table]
        rows = rows_of(
            file.database, f"SELECT {table}_id AS id FROM {link} WHERE person_id = ?", person_id
        )
        found[table] |= {row["id"] for row in rows if row["id"] is not None}
    order = [*_FIRST, *sorted(found.keys() - set(_FIRST))]
    tables = {table: _rows(file, table, found[table]) for table in order if found[table]}
    ids = {
        value
        for rows in tables.values()
        for row in rows
        for column, value in row.items()
        if column.endswith("_id") and isinstance(value, int)
    }
    names = {
        key: each for table in _NAMED for key, each in names_of(file.database, table, ids).items()
    }
    return PersonRows(name, tables, names)


def _rows(file: NotebookFile, table: str, ids: set[int]) -> list[Values]:
    statement = f"SELECT * FROM {table} WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id"
    rows = rows_of(file.database, statement, as_list(ids))
    if table == "moment":
        rows.sort(key=lambda row: str(row["happened_at"]), reverse=True)
    return rows
