"""What stands in the user's own fields for a person: checked, written, read and shown."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from peewee import Database

from notebook.domain.dates_in_words import partial_date_in_words
from notebook.domain.own_fields import YES, FieldKind, sort_value
from notebook.domain.partial_date import parse
from notebook.errors import Refused
from notebook.services.phrases import filled
from notebook.storage.field_tables import OwnField, OwnValue
from notebook.storage.reading import rows_of
from notebook.storage.tables import Person
from notebook.translate import translate

_OF_PEOPLE = """
    SELECT v.person_id, f.name, v.text FROM own_value v JOIN own_field f ON f.id = v.field_id
    WHERE v.person_id IN (SELECT value FROM json_each(?)) AND f.deleted_at IS NULL
    ORDER BY f.position, f.id"""
_NO_LONGER_OFFERED = 1_000_000.0  # sorts behind every choice that is offered


@dataclass(frozen=True, slots=True)
class OwnValueDraft:
    """What is typed into one field: dates as in ISO 8601, yes or no as these words."""

    field_id: int
    text: str


@dataclass(frozen=True, slots=True)
class OwnValueLine:
    """One filled field of a card."""

    name: str
    kind: FieldKind
    text: str


def value_line(row: Mapping[str, Any]) -> OwnValueLine:
    """Return a filled field as a card shows it."""
    return OwnValueLine(row["name"], FieldKind(row["kind"]), row["text"])


def value_words(kind: FieldKind, text: str) -> str:
    """Return a value as it reads on screen: "12 March 1980", "Yes"."""
    if kind is FieldKind.YES_NO:
        return translate("fields", "Yes") if text.strip() == YES else translate("fields", "No")
    if kind is FieldKind.DATE:
        return partial_date_in_words(parse(text))
    return text


def value_drafts(person: Person) -> tuple[OwnValueDraft, ...]:
    """Return what stands in the fields of a person, in the order of the fields."""
    query = (
        OwnValue.select(OwnValue.field, OwnValue.text)
        .join(OwnField)
        .where(OwnValue.person == person, OwnField.deleted_at.is_null())
        .order_by(OwnField.position, OwnField.id)
    )
    return tuple(OwnValueDraft(row.field_id, row.text) for row in query)


def write_values(person: Person, drafts: Iterable[OwnValueDraft]) -> None:
    """Let these stand in the fields of a person; those of fields in the trash are left alone.

    Raises Refused for what can't stand in its field; what stood there before may stay.
    """
    wanted = {draft.field_id: draft.text for draft in drafts if draft.text.strip()}
    rows = {
        row.field_id: row
        for row in OwnValue.select(OwnValue, OwnField)
        .join(OwnField)
        .where(OwnValue.person == person, OwnField.deleted_at.is_null())
    }
    if not wanted and not rows:
        return
    for field_id, row in rows.items():
        if field_id not in wanted:
            row.delete_instance()
    fields = {row.id: row for row in OwnField.select().where(OwnField.deleted_at.is_null())}
    for field_id, text in wanted.items():
        if field_id in fields and (field_id not in rows or rows[field_id].text != text):
            columns = value_columns(fields[field_id], text)
            if field_id in rows:
                rows[field_id].amend(**columns)
            else:
                OwnValue.create(person=person, field=field_id, **columns)


def value_columns(field: OwnField, text: str) -> dict[str, object]:
    """Return a value as the columns of its table; raises Refused for what can't stand there."""
    try:
        sorted_by = sort_value(field.kind, text, field.choices.splitlines())
    except ValueError as error:
        raise Refused(filled(translate("fields", "%1: %2"), field.name, str(error))) from error
    return {"text": text, "sort_value": sorted_by}


def put_in_order(field: OwnField) -> None:
    """Sort the values of a field anew after its choices changed."""
    choices = field.choices.splitlines()
    for row in OwnValue.select().where(OwnValue.field == field):
        text = row.text.strip()
        place = float(choices.index(text)) if text in choices else _NO_LONGER_OFFERED
        row.amend(sort_value=place)


def values_of_people(database: Database, person_ids: Sequence[int]) -> Mapping[int, dict[str, str]]:
    """Return the filled fields of these people by their names, as typed."""
    found: defaultdict[int, dict[str, str]] = defaultdict(dict)
    for row in rows_of(database, _OF_PEOPLE, json.dumps(list(person_ids))):
        found[row["person_id"]][row["name"]] = row["text"]
    return found
