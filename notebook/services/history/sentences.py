"""Changes of rows as plain sentences: "Telephone changed from 1 to 2", "Fact added: two dogs"."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from notebook.domain.dates_in_words import partial_date_in_words
from notebook.domain.partial_date import PartialDate
from notebook.domain.text import excerpt
from notebook.services.history.rows import JournalRow, Values
from notebook.services.history.words import (
    HIDDEN,
    TITLES,
    column_word,
    is_known,
    thing_word,
    value_words,
)
from notebook.services.phrases import filled
from notebook.services.words import quoted
from notebook.translate import translate

_LONGEST = 90  # characters of a value
_BIRTHDAY = ("birthday_year", "birthday_month", "birthday_day")
_PAIRED = {"contact_detail": ("kind",), "fact": ("fact_group",)}
"""Tables whose rows are replaced rather than changed, and what tells which replaced which."""
_UNTOLD = frozenset({"moment_person", "asked_question", "dismissed_pair"})
"""Contacts and answers are told by themselves, who is two by its label."""
_SAYS_ALL = frozenset({"value", "text"})
"""Columns that are the thing itself: "Telephone changed from 1 to 2"."""


@dataclass(frozen=True, slots=True)
class _Field:
    column: str
    name: str
    before: str
    after: str

    @property
    def words(self) -> str:
        return _changed(self.name, self.before, self.after)


class Sentences:
    """Says what happened to rows; `names` are those of the people and things that ids mean."""

    def __init__(self, names: Mapping[int, str], today: date, whose: int) -> None:
        """Say days as seen on `today`, and links as seen by the person `whose` history it is."""
        self._names, self._today, self._whose = names, today, whose

    def of(self, rows: Sequence[JournalRow], label: str) -> tuple[str, ...]:
        """Return what one change did, its `label` where nothing more can be told."""
        told = [sentence for row in _paired(rows) for sentence in self._row(row)]
        return tuple(dict.fromkeys(told)) or (label,)

    def _row(self, row: JournalRow) -> list[str]:
        if row.table in _UNTOLD:
            return []
        if row.old is None or row.new is None:
            return self._came_or_went(row)
        trash = self._trash(row)
        return [*trash, *self._changes(row, row.old, row.new)]

    def _came_or_went(self, row: JournalRow) -> list[str]:
        values = row.new or row.old or {}
        title = self._title(values)
        if row.table == "person":
            words = (
                translate("history", "Card made: %1")
                if row.new
                else translate("history", "Card removed: %1")
            )
            return [filled(words, title), *(self._filled_in(values) if row.new else [])]
        if not title and not is_known(row.table):
            return []
        thing = self._thing(row.table, values)
        if row.new is not None:
            words = translate("history", "%1 added: %2" if title else "%1 added")
        else:
            words = translate("history", "%1 removed: %2" if title else "%1 removed")
        return [filled(words, thing, title)]

    def _filled_in(self, values: Values) -> list[str]:
        empty = {**dict.fromkeys(values), "is_team": 0}
        told = self._fields(empty, values)
        return [field.words for field in told if field.column not in ("name", "known_since")]

    def _trash(self, row: JournalRow) -> list[str]:
        assert row.old is not None
        assert row.new is not None
        before, after = row.old.get("deleted_at"), row.new.get("deleted_at")
        if bool(before) == bool(after):
            return []
        words = (
            translate("history", "%1 moved to the trash: %2")
            if after
            else translate("history", "%1 brought back from the trash: %2")
        )
        return [filled(words, thing_word(row.table), self._title(row.new))]

    def _changes(self, row: JournalRow, old: Values, new: Values) -> list[str]:
        told = self._fields(old, new)
        if row.table == "person":
            return [field.words for field in told]
        thing = self._thing(row.table, new)
        title = self._title(old)
        start = filled(translate("history", "%1 %2"), thing, quoted(title)) if title else thing
        within = translate("history", "%1: %2")
        return [
            _changed(thing, field.before, field.after)
            if field.column in _SAYS_ALL
            else filled(within, start, field.words)
            for field in told
        ]

    def _thing(self, table: str, values: Values) -> str:
        """Return what a row is; what stands in a field of the user's own is called as the field."""
        field = self._names.get(values["field_id"]) if table == "own_value" else None
        return field or thing_word(table, str(values.get("kind", "")))

    def _fields(self, old: Values, new: Values) -> list[_Field]:
        """Return each field that differs for a reader."""
        told = []
        if any(old.get(part) != new.get(part) for part in _BIRTHDAY):
            name = translate("history", "Birthday")
            told.append(_Field("birthday", name, _birthday(old), _birthday(new)))
        for column in new:
            if column in HIDDEN or old.get(column) == new[column]:
                continue
            before, after = self._value(column, old.get(column)), self._value(column, new[column])
            if before != after:
                told.append(_Field(column, column_word(column), before, after))
        return told

    def _value(self, column: str, value: object) -> str:
        if column.endswith("_id") and isinstance(value, int):
            return self._names.get(value, translate("history", "somebody or something else"))
        return excerpt(value_words(column, value, self._today), _LONGEST)

    def _title(self, values: Values) -> str:
        said = next((str(values[name]) for name in TITLES if values.get(name)), "")
        named = [self._value(link, values.get(link)) for link in ("organisation_id", "group_id")]
        linked = self._linked(values)
        whole = ", ".join(part for part in (linked, excerpt(said, _LONGEST), *named) if part)
        return whole or self._value("happened_at", values.get("happened_at"))

    def _linked(self, values: Values) -> str:
        """Return whom a row links this person to."""
        if values.get("other_id") is None:
            return ""
        far = "person_id" if values["other_id"] == self._whose else "other_id"
        return self._value(far, values.get(far))


def _changed(name: str, before: str, after: str) -> str:
    if not before:
        return filled(translate("history", "%1 set to %2"), name, after)
    if not after:
        return filled(translate("history", "%1 taken away: %2"), name, before)
    return filled(translate("history", "%1 changed from %2 to %3"), name, before, after)


def _birthday(values: Values) -> str:
    parts = tuple(values.get(part) for part in _BIRTHDAY)
    return partial_date_in_words(PartialDate(*parts)) if any(parts) else ""


def _paired(rows: Sequence[JournalRow]) -> Iterable[JournalRow]:
    """Let a row that went and one that came in its place be one row that changed."""
    went = [row for row in rows if row.table in _PAIRED and row.new is None]
    used: set[int] = set()
    found: list[JournalRow] = []
    for row in rows:
        twin = _replaced(row, went, used)
        if twin is None:
            found.append(row)
        else:
            used.add(twin.row_id)
            found.append(replace(row, old=twin.old))
    return [row for row in found if not (row.new is None and row.row_id in used)]


def _replaced(row: JournalRow, went: list[JournalRow], used: set[int]) -> JournalRow | None:
    if row.table not in _PAIRED or row.old is not None or row.new is None:
        return None
    for other in went:
        same = other.table == row.table and other.old is not None
        if same and other.row_id not in used and other.row_id != row.row_id:
            assert other.old is not None
            if all(other.old.get(name) == row.new.get(name) for name in _PAIRED[row.table]):
                return other
    return None
