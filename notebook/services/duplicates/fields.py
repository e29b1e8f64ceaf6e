"""The fields of two cards side by side: every column of a person, own fields and the photo."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from peewee import Database

from notebook.domain.dates_in_words import partial_date_in_words
from notebook.domain.duplicates import Choice, default_choice, says_all
from notebook.domain.own_fields import FieldKind
from notebook.domain.partial_date import PartialDate
from notebook.services.history.rows import Values, names_of
from notebook.services.history.words import column_word, value_words
from notebook.services.own_values import value_words as own_words
from notebook.storage.links import Link
from notebook.storage.reading import rows_of
from notebook.storage.triggers import journaled_columns
from notebook.translate import translate

PHOTO = "photo"
OWN = "own_value."  # followed by the id of the field

NAME, NAME_PARTS, BIRTHDAY, NOTE = "name", "name-parts", "birthday", "note"
RHYTHM, WARMTH = "rhythm", "warmth"
_GROUPS: dict[str, tuple[str, ...]] = {
    NAME: ("name",),
    NAME_PARTS: ("given_name", "family_name"),
    "nickname": ("nickname",),
    BIRTHDAY: ("birthday_year", "birthday_month", "birthday_day"),
    RHYTHM: ("rhythm_days", "maximum_days"),
    WARMTH: ("warmth_own", "warmth_note", "warmth_set_on"),
    NOTE: ("note",),
}
"""Columns that say one thing together."""
_BETWEEN: dict[str, str] = {
    "note": "\n\n",
    "preferred_times": "; ",
    "terms_used": ", ",
    "terms_avoided": ", ",
}
"""What stands between two texts of which both are kept."""
_WITHIN = {NAME_PARTS: " ", RHYTHM: ", ", WARMTH: ": "}
"""What stands between the columns of one field."""
_AS_TYPED = frozenset({"name", "given_name", "family_name", "nickname", "language", *_BETWEEN})
_CONTAINS = _AS_TYPED | {NAME_PARTS, BIRTHDAY}
"""Of which one value can say all of another one: "4 March" says "March", no number says another."""
_OWN_CONTAINS = frozenset({FieldKind.TEXT, FieldKind.DATE})
_DERIVED = frozenset(
    {
        "id", "created_at", "changed_at", "deleted_at", "sort_key", "known_since",
        "channel_said_at", "merged_into_id",
    }
)  # fmt: skip
"""Columns that nobody chooses: they follow from what both cards hold. Triggers keep the others."""

_OWN_VALUES = """
    SELECT f.id, f.name, f.kind,
        (SELECT text FROM own_value v WHERE v.field_id = f.id AND v.person_id = :kept) AS mine,
        (SELECT text FROM own_value v WHERE v.field_id = f.id AND v.person_id = :other) AS theirs
    FROM own_field f WHERE f.deleted_at IS NULL ORDER BY f.position, f.id"""
_PHOTOS = "SELECT person_id, changed_at FROM person_photo WHERE person_id IN (:kept, :other)"


@dataclass(frozen=True, slots=True)
class FieldPair:
    """What two cards say in one field, as words; `choice` is what is taken unless told otherwise."""

    key: str
    title: str
    mine: str
    theirs: str
    choice: Choice
    joins: bool = False
    contains: bool = False

    @property
    def differs(self) -> bool:
        """Whether there is something to choose."""
        return bool(self.mine and self.theirs and self.mine != self.theirs)

    def unchosen(self, choice: Choice) -> str:
        """Return what is said nowhere once this is chosen; nothing where all of it is."""
        if not self.differs or choice is Choice.BOTH:
            return ""
        pair = (self.mine, self.theirs)
        chosen, unchosen = pair if choice is Choice.KEPT else pair[::-1]
        return "" if self.contains and says_all(chosen, unchosen) else unchosen


def columns_of(key: str, person: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the columns of a field."""
    return _GROUPS.get(key, (key,) if key in person else ())


def between(key: str) -> str | None:
    """Return what stands between two texts of this field; None where both can't be kept."""
    return _BETWEEN.get(key)


def field_keys(columns: Iterable[str]) -> Iterator[str]:
    """Return the keys of the fields of these columns, one that was added later among them."""
    grouped = {column for together in _GROUPS.values() for column in together}
    yield from (key for key in _GROUPS if key != NOTE)
    yield from (each for each in columns if each not in grouped | _DERIVED)
    yield NOTE


class FieldReader:
    """Puts the values of two people into words."""

    def __init__(self, database: Database, person_links: list[Link], today: date) -> None:
        """Name people through this notebook; `person_links` are those of the table of people."""
        self._database, self._today = database, today
        self._parents = {each.column: each.parent for each in person_links}

    def pairs(self, kept: Values, other: Values) -> tuple[FieldPair, ...]:
        """Return the fields that either knows."""
        both = {"kept": kept["id"], "other": other["id"]}
        found = [*self._photo(both)]
        columns = journaled_columns(self._database.connection())["person"]
        found += (self._pair(key, kept, other) for key in field_keys(columns))
        found[-1:-1] = self._own(both)
        return tuple(each for each in found if each.mine or each.theirs)

    def _pair(self, key: str, kept: Values, other: Values) -> FieldPair:
        mine, theirs = self.words(key, kept), self.words(key, other)
        joins, contains = key in _BETWEEN, key in _CONTAINS
        choice = default_choice(mine, theirs, joins=joins, contains=contains)
        return FieldPair(key, _title(key), mine, theirs, choice, joins, contains)

    def words(self, key: str, person: Values) -> str:
        """Return what a field says of a person; nothing where it says nothing."""
        if key == BIRTHDAY:
            parts = tuple(person[column] for column in _GROUPS[BIRTHDAY])
            return partial_date_in_words(PartialDate(*parts)) if any(parts) else ""
        shown = (self._value(column, person[column]) for column in columns_of(key, person))
        return _WITHIN.get(key, "").join(each for each in shown if each)

    def _value(self, column: str, value: Any) -> str:
        if value in (None, "", 0) or column == "warmth_set_on":
            return ""
        if column in _AS_TYPED:
            return str(value).strip()
        if column in self._parents:
            return names_of(self._database, self._parents[column], [value]).get(value, "")
        return value_words(column, value, self._today)

    def _own(self, both: dict[str, int]) -> Iterator[FieldPair]:
        for row in rows_of(self._database, _OWN_VALUES, **both):
            kind = FieldKind(row["kind"])
            mine, theirs = (
                own_words(kind, row[side] or "") if row[side] else "" for side in _SIDES
            )
            contains = kind in _OWN_CONTAINS
            choice = default_choice(mine, theirs, joins=False, contains=contains)
            key = f"{OWN}{row['id']}"
            yield FieldPair(key, row["name"], mine, theirs, choice, contains=contains)

    def _photo(self, both: dict[str, int]) -> Iterator[FieldPair]:
        at = {
            row["person_id"]: row["changed_at"] for row in rows_of(self._database, _PHOTOS, **both)
        }
        mine, theirs = at.get(both["kept"], ""), at.get(both["other"], "")
        choice = Choice.KEPT if mine else Choice.OTHER
        yield FieldPair(PHOTO, translate("duplicates", "Photo"), mine, theirs, choice)


_SIDES = ("mine", "theirs")


def _title(key: str) -> str:
    titles: dict[str, Callable[[], str]] = {
        NAME_PARTS: lambda: translate("duplicates", "Given and family name"),
        BIRTHDAY: lambda: translate("duplicates", "Birthday"),
        WARMTH: lambda: translate("duplicates", "Your own judgement"),
    }
    return titles[key]() if key in titles else column_word(_GROUPS.get(key, (key,))[0])
