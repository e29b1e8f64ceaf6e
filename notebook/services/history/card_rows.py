"""The rows that make up a person's own card, and writing them as they were.

A card is the row of the person and what is told in tables of its own and has no life of its own:
ways to reach somebody, roles, what is worth remembering. Whatever can go to the trash by itself or
belongs to a contact or a project (promises, reminders, concerns ...) is no part of it.
"""

from collections.abc import Mapping
from typing import Any

from peewee import Database

from notebook.services.history.rows import Key, Values
from notebook.storage.links import Link, columns, links
from notebook.storage.reading import rows_of
from notebook.storage.record import utc_now

_NOT_ON_CARD = frozenset({"imported_card", "moment_person", "project_person"})
_LIFE_OF_ITS_OWN = frozenset({"moment", "project"})
_TOUCH = ("touch_days", "touch_maximum")
_KEPT = frozenset({"id", "created_at", "changed_at", "deleted_at", "last_contact_on", *_TOUCH})
"""Columns that say when a row came and went, or follow from contacts and groups."""


class CardRows:
    """Reads and writes the rows of a card; the caller holds the change."""

    def __init__(self, database: Database) -> None:
        """Look at the schema of this file."""
        self._database = database
        self._links = links(database.connection())
        self._parts = self._part_tables()

    @property
    def tables(self) -> tuple[str, ...]:
        """The tables that make up a card."""
        return ("person", *self._parts)

    def _part_tables(self) -> tuple[str, ...]:
        connection = self._database.connection()
        of_person = [
            each.table
            for each in self._links
            if each.column == "person_id" and each.holds and each.table not in _NOT_ON_CARD
        ]
        alive = {each.table for each in self._links if each.parent in _LIFE_OF_ITS_OWN}
        return tuple(
            table
            for table in of_person
            if table not in alive and "deleted_at" not in columns(connection, table)
        )

    def present(self, person_id: int) -> dict[Key, Values]:
        """Return the rows of a card as they are now."""
        found: dict[Key, Values] = {}
        for table in self.tables:
            column = "id" if table == "person" else "person_id"
            statement = f"SELECT * FROM {table} WHERE {column} = ? ORDER BY id"
            for row in rows_of(self._database, statement, person_id):
                found[(table, row["id"])] = row
        return found

    def possible(
        self, then: Mapping[Key, Values], present: Mapping[Key, Values]
    ) -> dict[Key, Values]:
        """Return what can be written of `then`: without what points to something that is gone."""
        found: dict[Key, Values] = {}
        for key, values in then.items():
            base = present.get(key, {})
            kept = {name: base[name] for name in _KEPT if key[0] == "person" and name in base}
            mended = self._mended(key[0], {**base, **values, **kept})
            if mended is not None:
                found[key] = mended
        return found

    def _mended(self, table: str, values: Values) -> Values | None:
        for link in self._links:
            target = values.get(link.column)
            if link.table != table or target is None or self._exists(link, target):
                continue
            if link.holds and link.column != "organisation_id":
                return None
            values = {**values, link.column: None}
        return values

    def _exists(self, link: Link, target: Any) -> bool:
        statement = f"SELECT 1 FROM {link.parent} WHERE id = ?"
        return self._database.execute_sql(statement, (target,)).fetchone() is not None

    def write(self, then: Mapping[Key, Values], present: Mapping[Key, Values]) -> None:
        """Make the card what it was: rows that came since go, others come back or change."""
        for table, row_id in present.keys() - then.keys():
            self._database.execute_sql(f"DELETE FROM {table} WHERE id = ?", (row_id,))
        for key, values in then.items():
            if key not in present:
                self._insert(key[0], values)
            elif said(values) != said(present[key]):
                self._update(key[0], {**values, "changed_at": utc_now()})

    def _insert(self, table: str, values: Values) -> None:
        places = ", ".join("?" * len(values))
        statement = f"INSERT INTO {table}({', '.join(values)}) VALUES ({places})"
        self._database.execute_sql(statement, tuple(values.values()))

    def _update(self, table: str, values: Values) -> None:
        names = [name for name in values if name != "id"]
        assignments = ", ".join(f"{name} = ?" for name in names)
        statement = f"UPDATE {table} SET {assignments} WHERE id = ?"
        self._database.execute_sql(statement, (*(values[name] for name in names), values["id"]))


def said(values: Values) -> Values:
    """Return what a row says, without when it came and went."""
    return {name: value for name, value in values.items() if name not in _KEPT}
