"""Moving everything that belongs to one card to another one, whatever tables there are."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any

from peewee import SqliteDatabase

from notebook.domain.duplicates import ordered
from notebook.services.duplicates.between_two import part_two
from notebook.services.duplicates.ways import fold_ways
from notebook.services.history.rows import Values
from notebook.services.history.words import HIDDEN, column_word, thing_word, value_words
from notebook.storage.duplicate_tables import DismissedPair
from notebook.storage.links import Link, links, tables_with, unique_columns
from notebook.storage.reading import rows_of
from notebook.storage.record import utc_now

_SAME: dict[str, tuple[tuple[str, ...], ...]] = {
    "role": (("organisation_id", "title", "from_on", "until_on"),),
    "fact": (("fact_group", "text"),),
    "project_person": (("project_id", "side"),),
    "related_person": (
        ("other_id", "relation", "own_word", "name"),
        ("person_id", "relation", "own_word", "name"),
    ),
}
"""What rows of two cards say once, although the schema would let them say it twice."""
_IN_ORDER = frozenset({"role", "contact_detail", "fact"})
"""Where those of the other card come behind those that are there."""
_EARLIER = frozenset({("fact", "learned_on")})
_LATER = frozenset({("fact", "confirmed_on"), ("fact", "used_on"), ("suggestion", "told_on")})
_EMPTY_COUNTS = frozenset({("asked_question", "until_on")})  # for good
_WITHOUT_WORDS = frozenset({"asked_question", "suggestion", "moment_person"})
"""Nothing in them was written by anybody."""
_APART = frozenset({"dismissed_pair"})


def links_to_people(database: SqliteDatabase) -> list[Link]:
    """Return every column that points to a person, those of tables that came later among them."""
    return [each for each in links(database.connection()) if each.parent == "person"]


class Moving:
    """Moves rows from one person to another, within a change.

    Attributes:
        leftovers: what was said twice and differently, as lines to be kept.
    """

    def __init__(self, database: SqliteDatabase, kept_id: int, other_id: int, today: date) -> None:
        """Move from `other_id` to `kept_id`."""
        self._database, self._today = database, today
        self._kept, self._other = kept_id, other_id
        self.leftovers: list[str] = []

    def move_all(self) -> None:
        """Let nothing point to the other one any more."""
        self.leftovers += part_two(self._kept, self._other)
        fold_ways(self._kept, self._other)
        for link in links_to_people(self._database):
            if link.table not in _APART:
                for same in self._said_once(link):
                    self._fold(link, same)
                self._move(link)
        self._move_marks()
        self._move_filters()
        self._move_dismissed()

    def _said_once(self, link: Link) -> Iterable[tuple[str, ...]]:
        unique = unique_columns(self._database.connection(), link.table)
        yield from (each for each in _SAME.get(link.table, ()) if link.column not in each)
        for together in unique:
            if link.column in together:
                yield tuple(each for each in together if each != link.column)

    def _fold(self, link: Link, same: tuple[str, ...]) -> None:
        """Let a row of either card that say the same become the one that is kept."""
        alike = "".join(f" AND k.{each} IS o.{each}" for each in same)
        pairs = self._execute(
            f"SELECT k.id, o.id FROM {link.table} o CROSS JOIN {link.table} k"
            f" WHERE o.{link.column} = ? AND k.{link.column} = ?{alike} ORDER BY k.id, o.id",
            self._other,
            self._kept,
        ).fetchall()
        gone: set[int] = set()
        for kept_id, other_id in pairs:
            if other_id not in gone:
                gone.add(other_id)
                self._complete(link, kept_id, other_id)
                self._execute(f"DELETE FROM {link.table} WHERE id = ?", other_id)

    def _complete(self, link: Link, kept_id: int, other_id: int) -> None:
        rows = rows_of(
            self._database,
            f"SELECT * FROM {link.table} WHERE id IN (?, ?)",
            kept_id,
            other_id,
        )
        kept, other = sorted(rows, key=lambda row: row["id"] != kept_id)
        changed = {
            column: value
            for column in kept
            if column not in ("id", "created_at", "changed_at", "position", link.column)
            if (value := self._one_of(link.table, column, kept, other)) != kept[column]
        }
        if changed:
            update_row(self._database, link.table, kept_id, changed)

    def _one_of(self, table: str, column: str, kept: Values, other: Values) -> Any:
        mine, theirs = kept[column], other[column]
        if (table, column) in _EMPTY_COUNTS:
            return None if mine is None or theirs is None else max(mine, theirs)
        if mine == theirs or not theirs:
            return mine
        if not mine:
            return theirs
        if (table, column) in _EARLIER:
            return min(mine, theirs)
        if (table, column) in _LATER:
            return max(mine, theirs)
        self._keep_words(table, column, theirs)
        return mine

    def _keep_words(self, table: str, column: str, value: Any) -> None:
        if column in HIDDEN or column.endswith("_id") or table in _WITHOUT_WORDS:
            return
        words = value_words(column, value, self._today)
        self.leftovers.append(f"{thing_word(table)}, {column_word(column)}: {words}")

    def _move(self, link: Link) -> None:
        """Move the newest first: undo then moves them back last, which triggers look at least."""
        rows = self._execute(
            f"SELECT id FROM {link.table} WHERE {link.column} = ? ORDER BY id DESC", self._other
        ).fetchall()
        order, behind = "", []
        if link.table in _IN_ORDER and rows:
            (last,) = self._execute(
                f"SELECT coalesce(max(position), -1) FROM {link.table} WHERE {link.column} = ?",
                self._kept,
            ).fetchone()
            order, behind = ", position = position + ?", [last + 1]
        now = utc_now()
        self._database.cursor().executemany(
            f"UPDATE {link.table} SET {link.column} = ?, changed_at = ?{order} WHERE id = ?",
            [(self._kept, now, *behind, row_id) for (row_id,) in rows],
        )

    def _move_marks(self) -> None:
        """Let what was done or put off stay so; marks know people only by their id."""
        self._execute(
            "UPDATE OR IGNORE reminder_mark SET subject_id = ?, changed_at = ?"
            " WHERE subject_id = ?",
            self._kept,
            utc_now(),
            self._other,
        )
        self._execute("DELETE FROM reminder_mark WHERE subject_id = ?", self._other)

    def _move_filters(self) -> None:
        """Let filters by who looks after people follow; they too know people only by their id."""
        self._execute(
            "UPDATE saved_filter SET changed_at = ?,"
            " conditions = json_set(conditions, '$.looked_after_by', ?)"
            " WHERE conditions ->> '$.looked_after_by' = ?",
            utc_now(),
            self._kept,
            self._other,
        )

    def _move_dismissed(self) -> None:
        """Who is another person than the one is another person than the other, too."""
        mine = (DismissedPair.one == self._other) | (DismissedPair.other == self._other)
        for row in DismissedPair.select().where(mine):
            third = row.other_id if row.one_id == self._other else row.one_id
            row.delete_instance()
            if third != self._kept:
                dismiss(self._kept, third)

    def _execute(self, statement: str, *values: object) -> Any:
        return self._database.execute_sql(statement, values)


def dismiss(one: int, other: int) -> None:
    """Write down that these are two people, once; the caller holds the change."""
    first, second = ordered(one, other)
    same = (DismissedPair.one == first) & (DismissedPair.other == second)
    if not DismissedPair.select().where(same).exists():
        DismissedPair.create(one=first, other=second)


def update_row(database: SqliteDatabase, table: str, row_id: int, values: Values) -> None:
    """Write these columns of one row, and when."""
    values = {**values, "changed_at": utc_now()}
    assignments = ", ".join(f"{column} = ?" for column in values)
    database.execute_sql(
        f"UPDATE {table} SET {assignments} WHERE id = ?", (*values.values(), row_id)
    )


def counted(database: SqliteDatabase, *person_ids: int) -> dict[int, dict[str, int]]:
    """Return for each person how many rows of each table point to them, in one statement.

    What is in the trash and cards that became part of theirs are left out.
    """
    markable = tables_with(database.connection(), "deleted_at")
    ids = ", ".join(map(str, person_ids))
    statement = " UNION ALL ".join(
        f"SELECT '{link.table}', {link.column}, count(*) FROM {link.table}"
        f" WHERE {link.column} IN ({ids})"
        f"{' AND deleted_at IS NULL' * (link.table in markable)} GROUP BY {link.column}"
        for link in links_to_people(database)
        if link.column != "merged_into_id"
    )
    found: dict[int, dict[str, int]] = {each: defaultdict(int) for each in person_ids}
    for table, person_id, count in database.execute_sql(statement).fetchall():
        found[person_id][table] += count
    return found
