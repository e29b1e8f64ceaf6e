"""What cards bring besides the fields of a person: names around them, and their photo."""

from base64 import b64encode
from collections.abc import Callable, Iterable, Sequence

from peewee import SqliteDatabase

from notebook.domain.text import fold
from notebook.formats.vcard import Card
from notebook.formats.vcard_around import RelatedName, photo_of, related_of
from notebook.services.photos import MOST_BYTES
from notebook.storage.bulk import insert_all
from notebook.storage.reading import rows_of
from notebook.storage.related_tables import PersonPhoto, RelatedPerson
from notebook.translate import translate

Shrink = Callable[[bytes], bytes]
"""Makes a small square JPEG of a picture; returns nothing for what is no picture."""


def small_photo(cards: Iterable[Card], shrink: Shrink | None) -> bytes:
    """Return the first photo in the cards as it can be kept; nothing without one, or no `shrink`."""
    if shrink is None:
        return b""
    pictures = (photo_of(card.properties) for card in cards)
    photos = (shrink(picture) for picture in pictures if picture)
    return next((photo for photo in photos if 0 < len(photo) <= MOST_BYTES), b"")


def write_around(database: SqliteDatabase, brought: Iterable[tuple[int, Sequence[Card]]]) -> None:
    """Write down the names that cards bring for the people of these ids, within a change."""
    rows = (
        _row(person_id, name)
        for person_id, cards in brought
        for name in dict.fromkeys(name for card in cards for name in related_of(card.properties))
    )
    insert_all(database, RelatedPerson, rows)


def write_photos(database: SqliteDatabase, photos: Iterable[tuple[int, bytes]]) -> None:
    """Keep small photos for the people of these ids, who have none, within a change."""
    rows = (
        {"person_id": person_id, "picture": b64encode(jpeg).decode("ascii")}
        for person_id, jpeg in photos
        if jpeg
    )
    insert_all(database, PersonPhoto, rows)


def complete_around(
    database: SqliteDatabase,
    person_id: int,
    card: Card,
    earlier: Sequence[Card],
    shrink: Shrink | None,
) -> list[str]:
    """Add what a card brings to somebody known, and return what that was.

    Whoever is there already by name isn't added, nor what one of the `earlier` cards had brought.
    """
    added = []
    known = {fold(name) for name in _names(database, person_id)}
    known |= {fold(name.name) for each in earlier for name in related_of(each.properties)}
    new = [name for name in related_of(card.properties) if fold(name.name) not in known]
    insert_all(database, RelatedPerson, (_row(person_id, name) for name in new))
    if new:
        added.append(translate("import", "people around them"))
    if not _has_photo(database, person_id) and not any(photo_of(e.properties) for e in earlier):
        photo = small_photo([card], shrink)
        write_photos(database, [(person_id, photo)])
        if photo:
            added.append(translate("import", "photo"))
    return added


def _row(person_id: int, name: RelatedName) -> dict[str, object]:
    return {
        "person_id": person_id,
        "relation": name.relation,
        "own_word": name.own_word,
        "name": name.name,
    }


def _names(database: SqliteDatabase, person_id: int) -> list[str]:
    statement = (
        "SELECT coalesce(o.name, r.name) AS name FROM related_person r"
        " LEFT JOIN person o ON o.id = r.other_id WHERE r.person_id = ?"
    )
    return [row["name"] for row in rows_of(database, statement, person_id)]


def _has_photo(database: SqliteDatabase, person_id: int) -> bool:
    return bool(rows_of(database, "SELECT 1 FROM person_photo WHERE person_id = ?", person_id))
