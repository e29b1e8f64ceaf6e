"""The history of a person in sentences, newest first, and the way back to any point in it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from notebook.domain.changes import Changes
from notebook.errors import Refused
from notebook.services.history.card_rows import CardRows, said
from notebook.services.history.hidden import without_hidden
from notebook.services.history.merged import without_merging
from notebook.services.history.rows import (
    JournalRow,
    Key,
    Values,
    all_rows_after,
    changes_about,
    names_of,
    rows_after,
    states_then,
)
from notebook.services.history.sentences import Sentences
from notebook.services.people import present
from notebook.services.phrases import filled
from notebook.storage.file import NotebookFile
from notebook.translate import translate

BEGINNING = 0
"""Stands for the point before everything that was written down."""
_AT_ONCE = 200
_NAMED = ("person", "organisation", "project", "own_field", "person_group")


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One change: when it was made (local time), what the menu called it, what it did."""

    change_id: int
    made_at: datetime
    label: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PersonHistory:
    """The newest entries first; whether there are older ones, and a time before all of them."""

    name: str
    entries: tuple[HistoryEntry, ...]
    goes_on: bool
    has_beginning: bool


@dataclass(frozen=True, slots=True)
class WayBack:
    """What taking the card back would change; nothing where it is as it was.

    `refusal` says why there is no way back to this point.
    """

    change_id: int
    sentences: tuple[str, ...]
    refusal: str = ""


class Histories:
    """Reads what happened to people, and takes their cards back."""

    def __init__(self, file: NotebookFile) -> None:
        """Read from this notebook."""
        self._file = file

    def of(
        self, person_id: int, today: date, limit: int = _AT_ONCE, *, with_hidden: bool = False
    ) -> PersonHistory:
        """Return the newest `limit` changes; raises Refused for somebody who is gone.

        A change that was taken back has not happened, and is not told. What is said of hidden
        facts is told only `with_hidden`. A card that became part of this one is told with it.
        """
        name = present(person_id).name
        database = self._file.database
        changes = changes_about(database, person_id, limit + 1)
        goes_on, changes = len(changes) > limit, changes[:limit]
        rows = all_rows_after(database, person_id, changes[-1].id - 1) if changes else []
        was_made = any(row.key == ("person", person_id) and row.old is None for row in rows)
        rows = list(without_merging(rows if with_hidden else without_hidden(rows)))
        by_change: defaultdict[int, list[JournalRow]] = defaultdict(list)
        for row in rows:
            by_change[row.change_id].append(row)
        sentences = Sentences(self._names(rows), today, person_id)
        entries = tuple(
            HistoryEntry(
                change.id,
                datetime.fromisoformat(change.made_at).astimezone(),
                change.label,
                sentences.of(by_change[change.id], change.label),
            )
            for change in changes
        )
        return PersonHistory(name, entries, goes_on, not goes_on and not was_made)

    def way_back(self, person_id: int, change_id: int, today: date) -> WayBack:
        """Return what would change if the card became what it was right after a change.

        Raises Refused for somebody who is gone.
        """
        present(person_id)
        try:
            now, then = self._now_and_then(person_id, change_id)
        except Refused:
            return WayBack(change_id, (), translate("history", "This card was not there yet."))
        rows = [
            JournalRow(change_id, key[0], key[1], now.get(key), then.get(key))
            for key in sorted(now.keys() | then.keys(), key=_order)
            if said(now.get(key, {})) != said(then.get(key, {}))
        ]
        if not rows:
            return WayBack(change_id, ())
        label = translate("history", "The order on the card")
        shown = list(without_hidden(rows))
        sentences = Sentences(self._names(rows), today, person_id)
        return WayBack(change_id, sentences.of(shown, label))

    def go_back(self, person_id: int, change_id: int) -> Changes:
        """Make the card what it was right after a change, as a change that can be undone.

        Contacts, promises, projects and all else that has a life of its own stay as they are.
        """
        label = filled(translate("history", "Took the card of %1 back"), present(person_id).name)
        with self._file.change(label) as change:
            now, then = self._now_and_then(person_id, change_id)
            CardRows(self._file.database).write(then, now)
        return change.changes

    def _now_and_then(
        self, person_id: int, change_id: int
    ) -> tuple[dict[Key, Values], dict[Key, Values]]:
        present(person_id)
        card = CardRows(self._file.database)
        now = card.present(person_id)
        since = [
            row
            for row in rows_after(self._file.database, person_id, change_id)
            if row.table in card.tables
        ]
        # What stood on another card then came when the two became one: it stays.
        then = {
            key: values if key[0] == "person" or values.get("person_id") == person_id else now[key]
            for key, values in states_then(now, since).items()
            if key[0] == "person" or values.get("person_id") == person_id or key in now
        }
        if ("person", person_id) not in then:
            raise Refused(translate("history", "This card was not there yet. Nothing was changed."))
        return now, card.possible(then, now)

    def _names(self, rows: Iterable[JournalRow]) -> dict[int, str]:
        ids = {
            value
            for row in rows
            for values in (row.old, row.new)
            for name, value in (values or {}).items()
            if name.endswith("_id") and isinstance(value, int)
        }
        return {
            found: name
            for table in _NAMED
            for found, name in names_of(self._file.database, table, ids).items()
        }


def _order(key: Key) -> tuple[bool, str, int]:
    return key[0] != "person", *key
