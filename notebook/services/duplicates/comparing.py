"""Two cards side by side: what is the same, what differs, and what would move."""

from dataclasses import dataclass
from datetime import date

from peewee import SqliteDatabase

from notebook.domain.dates_in_words import relative_day
from notebook.services.duplicates.fields import PHOTO, FieldPair, FieldReader
from notebook.services.duplicates.moving import counted
from notebook.services.duplicates.words import moving_words
from notebook.services.history.rows import Values
from notebook.services.phrases import filled
from notebook.services.roles import CURRENT, role_words
from notebook.storage.links import links
from notebook.storage.reading import rows_of
from notebook.translate import translate

_MOST_WAYS = 6  # that are shown of each card

_PEOPLE = "SELECT * FROM person WHERE id IN (?, ?) AND deleted_at IS NULL"
_LINES = f"""
    SELECT 0 AS what, r.title AS one, coalesce(o.name, '') AS two, r.position AS place FROM role r
        LEFT JOIN organisation o ON o.id = r.organisation_id
        WHERE r.person_id = :person AND o.deleted_at IS NULL AND {CURRENT.format(today=":today")}
    UNION ALL SELECT 1, d.value, '', d.position FROM contact_detail d WHERE d.person_id = :person
    ORDER BY what, place LIMIT :most"""


@dataclass(frozen=True, slots=True)
class CardSide:
    """One of the two cards: the lines say by what one tells who it is."""

    id: int
    name: str
    photo_at: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """The card that stays and the one that becomes part of it; `fields` are those that either knows.

    `asks_first` says that both are of our team and look after others.
    """

    kept: CardSide
    other: CardSide
    fields: tuple[FieldPair, ...]
    moves: tuple[str, ...]
    asks_first: bool


def compare(database: SqliteDatabase, one: int, other: int, today: date) -> Comparison | None:
    """Compare two people, the card with more on it is the one that stays; None if one is gone."""
    rows = rows_of(database, _PEOPLE, one, other)
    if len(rows) != 2:
        return None
    counts = counted(database, one, other)
    rows.sort(key=lambda row: (-sum(counts[row["id"]].values()), row["id"]))
    kept, emptied = rows
    of_people = [each for each in links(database.connection()) if each.table == "person"]
    fields = FieldReader(database, of_people, today).pairs(kept, emptied)
    photos = next((each for each in fields if each.key == PHOTO), None)
    return Comparison(
        _side(database, kept, photos.mine if photos else "", today),
        _side(database, emptied, photos.theirs if photos else "", today),
        fields,
        moving_words(counts[emptied["id"]]),
        all(counts[row["id"]].get("person") for row in rows),
    )


def _side(database: SqliteDatabase, person: Values, photo_at: str, today: date) -> CardSide:
    found = rows_of(database, _LINES, person=person["id"], today=today.isoformat(), most=_MOST_WAYS)
    lines = [row["one"] if row["what"] else role_words(row["one"], row["two"]) for row in found]
    if person["last_contact_on"]:
        day = relative_day(date.fromisoformat(person["last_contact_on"]), today)
        lines.append(filled(translate("duplicates", "Last contact: %1"), day))
    else:
        lines.append(translate("duplicates", "No contact yet"))
    return CardSide(person["id"], person["name"], photo_at, tuple(lines))
