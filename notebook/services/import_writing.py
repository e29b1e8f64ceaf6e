"""New people by the thousand, written with a few statements instead of one for each row."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from peewee import SqliteDatabase

from notebook.services.card_parts import detail_columns
from notebook.services.groups import group_ids
from notebook.services.import_around import write_around, write_photos
from notebook.services.import_fields import ImportFields
from notebook.services.import_reading import FoundCard
from notebook.services.organisation_names import organisation_ids
from notebook.services.people import PersonDraft, person_columns
from notebook.services.roles import stored
from notebook.storage.bulk import insert_all
from notebook.storage.field_tables import OwnValue
from notebook.storage.group_tables import Membership
from notebook.storage.ids import new_id
from notebook.storage.import_tables import ImportedCard
from notebook.storage.tables import ContactDetail, Person, Role


@dataclass(slots=True)
class NewPerson:
    """Somebody to be added, with the cards that they come from."""

    draft: PersonDraft
    cards: list[FoundCard]
    id: int = field(default_factory=new_id)


def write_people(
    database: SqliteDatabase,
    people: Iterable[NewPerson],
    fields: ImportFields,
    today: date,
    photos: Mapping[int, bytes],
) -> None:
    """Add people, with their photos by their ids; the caller holds the change.

    The person comes last: while there is none, the search index has nothing to write for the rows
    before it, and then writes everything once. The same order backwards makes undo quick, too.
    """
    people = list(people)
    database.execute_sql("PRAGMA defer_foreign_keys = ON")
    organisations = organisation_ids({r.organisation for p in people for r in p.draft.roles})
    write_cards(database, [(person.id, found) for person in people for found in person.cards])
    insert_all(database, ContactDetail, _rows(people, _detail_rows))
    insert_all(database, Role, _rows(people, lambda person: _role_rows(person, organisations)))
    insert_all(database, OwnValue, _rows(people, lambda person: _value_rows(person, fields)))
    groups = group_ids(name for person in people for name in person.draft.groups)
    insert_all(database, Membership, _rows(people, lambda person: _group_rows(person, groups)))
    write_around(database, [(person.id, [each.card for each in person.cards]) for person in people])
    write_photos(database, photos.items())
    insert_all(
        database,
        Person,
        (person_columns(p.draft) | {"id": p.id, "known_since": today} for p in people),
    )


def write_cards(database: SqliteDatabase, cards: Iterable[tuple[int, FoundCard]]) -> None:
    """Keep whole cards, each for the person with this id."""
    insert_all(
        database,
        ImportedCard,
        (
            {
                "person_id": person_id,
                "uid": found.card.uid,
                "source": found.source.name,
                "text": found.card.text,
            }
            for person_id, found in cards
        ),
    )


def _rows(
    people: Sequence[NewPerson], rows_of: Callable[[NewPerson], Iterable[dict[str, object]]]
) -> Iterable[dict[str, object]]:
    return (row for person in people for row in rows_of(person))


def _detail_rows(person: NewPerson) -> Iterable[dict[str, object]]:
    drafts = (draft for draft in person.draft.details if draft.value.strip())
    for position, draft in enumerate(drafts):
        yield detail_columns(draft) | {"person_id": person.id, "position": position}


def _role_rows(person: NewPerson, organisations: dict[str, int]) -> Iterable[dict[str, object]]:
    for position, role in enumerate(person.draft.roles):
        yield {
            "person_id": person.id,
            "organisation_id": organisations.get(role.organisation),
            "title": role.title,
            "from_on": stored(role.from_on),
            "until_on": stored(role.until_on),
            "position": position,
        }


def _value_rows(person: NewPerson, fields: ImportFields) -> Iterable[dict[str, object]]:
    for value in person.draft.own_values:
        yield {"person_id": person.id, **fields.columns(value)}


def _group_rows(person: NewPerson, groups: dict[str, int]) -> Iterable[dict[str, object]]:
    for group_id in {groups[name] for name in person.draft.groups}:
        yield {"person_id": person.id, "group_id": group_id}
