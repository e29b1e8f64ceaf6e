"""The people as a list: windows in two orders, and search as one types."""

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from notebook.domain.people_filters import EVERYBODY, PeopleFilter
from notebook.domain.text import sort_prefix
from notebook.domain.warmth import Warmth, WarmthFacts, assess
from notebook.services.people_filters import EVERYWHERE, Condition, conditions_of
from notebook.services.photos import PHOTO_AT
from notebook.services.roles import CURRENT
from notebook.services.what_they_got import BELOW_EXPECTED, OPEN_CONCERNS
from notebook.storage.file import NotebookFile
from notebook.storage.reading import of_no_lost_project
from notebook.storage.search import full_text_query, number_query


class PeopleOrder(StrEnum):
    """How the list is sorted."""

    NAME = "name"
    LAST_CONTACT = "last-contact"


@dataclass(frozen=True, slots=True)
class PersonLine:
    """One line of the list; `photo_at` is when the picture changed last, empty without one."""

    id: int
    name: str
    second_line: str
    warmth: Warmth
    last_contact_on: date | None
    photo_at: str = ""


_ORDERS = {
    PeopleOrder.NAME: "sort_key, id",
    PeopleOrder.LAST_CONTACT: "last_contact_on DESC, sort_key, id",
}
_BEFORE = {
    PeopleOrder.NAME: """SELECT count(*) FROM person p, person o WHERE o.id = ?
        AND p.deleted_at IS NULL AND (p.sort_key, p.id) < (o.sort_key, o.id)""",
    # Each part is a range of one index; people without a last contact come last.
    PeopleOrder.LAST_CONTACT: """SELECT
        iif(o.last_contact_on IS NULL,
            (SELECT count(*) FROM person WHERE deleted_at IS NULL AND last_contact_on IS NOT NULL),
            (SELECT count(*) FROM person WHERE deleted_at IS NULL
                AND last_contact_on > o.last_contact_on))
        + (SELECT count(*) FROM person p WHERE p.deleted_at IS NULL
            AND p.last_contact_on IS o.last_contact_on
            AND (p.sort_key, p.id) < (o.sort_key, o.id))
        FROM person o WHERE o.id = ?""",
}

# Rows come by id and are put in order afterwards: the ids are what an index gives fast. The plus
# keeps SQLite from looking at everybody's overdue promises for each line.
_LINES = """
    SELECT p.id, p.name, p.last_contact_on, p.touch_days, p.touch_maximum, p.paused_until,
        p.known_since,
        (SELECT o.name FROM role r JOIN organisation o ON o.id = r.organisation_id
            WHERE r.person_id = p.id AND o.deleted_at IS NULL AND {current}
            ORDER BY r.position LIMIT 1),
        (SELECT r.title FROM role r LEFT JOIN organisation o ON o.id = r.organisation_id
            WHERE r.person_id = p.id AND o.deleted_at IS NULL AND {current}
            ORDER BY r.position LIMIT 1),
        (SELECT count(*) FROM promise q WHERE q.person_id = p.id AND +q.side = 'ours'
            AND q.state = 'open' AND q.due_on < ?1 AND q.deleted_at IS NULL AND {counts}),
        {open_concerns}, {below_expected}, p.warmth_own, {photo_at}
    FROM person p WHERE p.id IN ({ids}) AND p.deleted_at IS NULL"""

_SEARCH_POOL = 300  # as many matches as are looked at; beyond them one types another letter
_MOMENTS_POOL = 100
_FILTERED_MOMENTS_POOL = 3000  # most of them may be with people whom the filter leaves out


class PeopleList:
    """Reads the list in windows; nothing here grows with the number of people."""

    def __init__(self, file: NotebookFile) -> None:
        """Read from this notebook."""
        self._file = file

    def count(self) -> int:
        """Return how many people there are."""
        # SQLite counts a whole table without looking at its rows.
        statement = """SELECT (SELECT count(*) FROM person)
            - (SELECT count(*) FROM person WHERE deleted_at IS NOT NULL)"""
        return int(self._rows(statement)[0][0])

    def window(self, order: PeopleOrder, offset: int, limit: int, today: date) -> list[PersonLine]:
        """Return `limit` lines from the `offset`-th on, in this order."""
        return self.lines(self.ids(order, offset, limit), today)

    def ids(self, order: PeopleOrder, offset: int, limit: int) -> list[int]:
        """Return who stands in `limit` lines from the `offset`-th on, in this order."""
        return self._ids(
            f"SELECT id FROM person WHERE deleted_at IS NULL ORDER BY {_ORDERS[order]}"
            " LIMIT ? OFFSET ?",
            limit,
            offset,
        )

    def matching(self, conditions: PeopleFilter, order: PeopleOrder, today: date) -> Sequence[int]:
        """Return the ids of all whom a filter finds, in this order."""
        where, values = conditions_of(conditions, today)
        return array(
            "q",
            self._ids(
                f"SELECT p.id FROM person p WHERE p.deleted_at IS NULL AND {where}"
                f" ORDER BY {_ORDERS[order]}",
                *values,
            ),
        )

    def position(self, person_id: int, order: PeopleOrder) -> int | None:
        """Return where a person stands in the list; None for one who isn't there."""
        present = self._rows("SELECT 1 FROM person WHERE id = ? AND deleted_at IS NULL", person_id)
        if not present:
            return None
        return int(self._rows(_BEFORE[order], person_id)[0][0])

    def search(
        self,
        text: str,
        today: date,
        limit: int = 100,
        within: PeopleFilter = EVERYBODY,
    ) -> list[PersonLine]:
        """Return the lines of whom the typed text may mean."""
        return self.lines(self.found(text, today, limit, within), today)

    def found(
        self, text: str, today: date, limit: int = 100, within: PeopleFilter = EVERYBODY
    ) -> list[int]:
        """Return the ids of whom the typed text may mean: names that begin with it come first.

        Looked for are names, organisations, e-mails, phones, notes and what was logged; accents
        and case don't matter, and every word may be incomplete.
        """
        condition = conditions_of(within, today)
        ids = self._names_beginning_with(text, limit, condition)
        query = full_text_query(text)
        if query and len(ids) < limit:
            ids += self._sorted_by_name(self._matching_people(query, text, condition))
            if len(ids) < limit:
                pool = _MOMENTS_POOL if within.is_empty else _FILTERED_MOMENTS_POOL
                ids += self._people_of_matching_moments(query, condition, pool)
        return list(dict.fromkeys(ids))[:limit]

    def called(self, name: str) -> list[int]:
        """Return who has just this name, letter for letter."""
        return self._ids("SELECT id FROM person WHERE name = ? AND deleted_at IS NULL", name)

    def lines(self, ids: Sequence[int], today: date) -> list[PersonLine]:
        """Return the lines of these people, in the order of the ids."""
        places = ", ".join("?" * len(ids))
        rows = self._rows(
            _LINES.format(
                ids=places,
                open_concerns=OPEN_CONCERNS,
                below_expected=BELOW_EXPECTED,
                photo_at=PHOTO_AT,
                counts=of_no_lost_project("q.project_id"),
                current=CURRENT.format(today="?1"),
            ),
            today.isoformat(),
            *ids,
        )
        by_id = {row[0]: _line(row, today) for row in rows}
        return [by_id[person_id] for person_id in ids if person_id in by_id]

    def _names_beginning_with(self, text: str, limit: int, within: Condition) -> list[int]:
        stem = sort_prefix(text)
        if not stem:
            return []
        where, values = within
        return self._ids(
            "SELECT p.id FROM person p WHERE p.deleted_at IS NULL AND p.sort_key >= ?"
            f" AND p.sort_key < ? AND {where} ORDER BY p.sort_key, p.id LIMIT ?",
            stem,
            stem + "\U0010ffff",
            *values,
            limit,
        )

    def _matching_people(self, query: str, text: str, within: Condition) -> list[int]:
        if number := number_query(text):
            query = f"({query}) OR {number}"
        where, values = within
        join = "" if where == EVERYWHERE else f"JOIN person p ON p.id = s.rowid AND {where}"
        return self._ids(
            f"SELECT s.rowid FROM person_search s {join} WHERE person_search MATCH ?"
            f" ORDER BY s.rowid DESC LIMIT {_SEARCH_POOL}",
            *values,
            query,
        )

    def _people_of_matching_moments(self, query: str, within: Condition, pool: int) -> list[int]:
        where, values = within
        return self._ids(
            "SELECT mp.person_id FROM (SELECT rowid FROM moment_search WHERE moment_search"
            f" MATCH ? ORDER BY rowid DESC LIMIT {pool}) found"
            " JOIN moment_person mp ON mp.moment_id = found.rowid"
            f" JOIN person p ON p.id = mp.person_id WHERE p.deleted_at IS NULL AND {where}",
            query,
            *values,
        )

    def _sorted_by_name(self, ids: Iterable[int]) -> list[int]:
        ids = list(ids)
        places = ", ".join("?" * len(ids))
        return self._ids(
            f"SELECT id FROM person WHERE id IN ({places}) ORDER BY sort_key, id",
            *ids,
        )

    def _ids(self, statement: str, *values: object) -> list[int]:
        return [row[0] for row in self._rows(statement, *values)]

    def _rows(self, statement: str, *values: object) -> list[Any]:
        rows: list[Any] = self._file.database.execute_sql(statement, values).fetchall()
        return rows


def _line(row: Any, today: date) -> PersonLine:
    person_id, name, last_contact, rhythm, longest, paused, known_since, *rest = row
    organisation, title, *troubles = rest
    overdue, concerns, is_below, own, photo_at = troubles
    last = date.fromisoformat(last_contact) if last_contact else None
    facts = WarmthFacts(
        last_contact=last,
        rhythm_days=rhythm,
        our_overdue_promises=overdue,
        open_concerns=concerns,
        below_expected=bool(is_below),
        known_since=date.fromisoformat(known_since),
        maximum_days=longest,
        paused_until=date.fromisoformat(paused) if paused else None,
    )
    second = " · ".join(part for part in (organisation, title) if part)
    warmth = Warmth(own) if own else assess(facts, today).state
    return PersonLine(person_id, name, second, warmth, last, photo_at or "")
