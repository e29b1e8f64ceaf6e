"""All rows that are kept about one person, from every table that knows them."""

from collections.abc import Iterator
from dataclasses import dataclass

from notebook.services.history.rows import Values, names_of
from notebook.services.people import present
from notebook.storage.belongings import as_list, belongings, pointing
from notebook.storage.file import NotebookFile
from notebook.storage.links import Link, links
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
_NAMED_IN = {
    ("referral", "other_id"),
    ("answer", "said_by_id"),
    ("amendment", "said_by_id"),
    ("responsibility", "person_id"),
}
_NAMED = ("person", "organisation", "project", "own_field")


@dataclass(frozen=True, slots=True)
class PersonRows:
    """The rows by table, the tables in an order to be read, and what the ids in them mean."""

    person_id: int
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
    for named in _besides(links(file.database.connection())):
        found[named.table] |= pointing(file.database.connection(), named, found[named.parent])
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
    return PersonRows(person_id, name, tables, names)


def _besides(all_links: list[Link]) -> Iterator[Link]:
    """Return the links to what is not theirs alone: whom they sent, what they said, shared files."""
    for link in all_links:
        is_of_shared_contact = link.parent == "moment" and link.holds
        if (link.table, link.column) in _NAMED_IN or (
            is_of_shared_contact and link.table != "moment_person"
        ):
            yield link


def _rows(file: NotebookFile, table: str, ids: set[int]) -> list[Values]:
    statement = f"SELECT * FROM {table} WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id"
    rows = rows_of(file.database, statement, as_list(ids))
    if table == "moment":
        rows.sort(key=lambda row: str(row["happened_at"]), reverse=True)
    return rows
