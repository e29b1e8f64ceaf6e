"""The user's own fields in contact files: found by name or made, and what can stand in them."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from notebook.domain.own_fields import FieldKind, sort_value
from notebook.domain.text import fold
from notebook.formats.vcard import Card, OwnEntry
from notebook.services.own_values import OwnValueDraft
from notebook.services.people import PersonDraft
from notebook.services.short_names import short_name
from notebook.storage.field_tables import OwnField
from notebook.translate import translate


class ImportFields:
    """The fields of the notebook, and those that a file brings; the caller holds the change."""

    def __init__(self, cards: Iterable[Card]) -> None:
        """Make the fields that only the cards know: in a new notebook nothing is lost."""
        brought: defaultdict[str, list[OwnEntry]] = defaultdict(list)
        for entry in (entry for card in cards for entry in card.own_entries):
            brought[fold(_name(entry))].append(entry)
        self._fields: dict[str, OwnField] = {}
        if not brought:
            return
        present = OwnField.select().where(OwnField.deleted_at.is_null())
        self._fields = {fold(row.name): row for row in present.order_by(OwnField.position)}
        for key, entries in brought.items():
            if key not in self._fields:
                self._fields[key] = _made(entries, len(self._fields))

    def brought(self, cards: Iterable[Card]) -> tuple[OwnValueDraft, ...]:
        """Return what these cards say of one person, the first of them first."""
        values: dict[int, str] = {}
        for field, entry in self._entries(cards):
            if _fits(field, entry.value):
                values.setdefault(field.id, entry.value)
        return tuple(OwnValueDraft(field_id, text) for field_id, text in values.items())

    def refusal(self, cards: Iterable[Card]) -> str:
        """Return a sentence about fields in which something can't stand; nothing for none."""
        names = [field.name for field, each in self._entries(cards) if not _fits(field, each.value)]
        sentence = translate("import", "Not taken, it does not suit the field: {names}.")
        return sentence.replace("{names}", ", ".join(dict.fromkeys(names))) if names else ""

    def brought_before(self, cards: Iterable[Card]) -> Collection[OwnValueDraft]:
        """Return what earlier cards said: the user has changed or removed it since."""
        return {OwnValueDraft(field.id, entry.value) for field, entry in self._entries(cards)}

    def completed(
        self, person: PersonDraft, card: Card, earlier: Collection[OwnValueDraft]
    ) -> tuple[PersonDraft, tuple[str, ...]]:
        """Return `person` with the fields that only the card fills, and their names."""
        known = {value.field_id for value in person.own_values}
        new = [
            value
            for value in self.brought([card])
            if value.field_id not in known and value not in earlier
        ]
        names = {field.id: field.name for field in self._fields.values()}
        filled_in = tuple(names[value.field_id] for value in new)
        return replace(person, own_values=(*person.own_values, *new)), filled_in

    def _entries(self, cards: Iterable[Card]) -> Iterator[tuple[OwnField, OwnEntry]]:
        for entry in (entry for card in cards for entry in card.own_entries):
            field = self._fields.get(fold(_name(entry)))
            if field is not None:
                yield field, entry

    def columns(self, value: OwnValueDraft) -> Mapping[str, object]:
        """Return a brought value as the columns of its table, but for the person."""
        field = next(each for each in self._fields.values() if each.id == value.field_id)
        sorted_by = sort_value(field.kind, value.text, field.choices.splitlines())
        return {"field_id": field.id, "text": value.text, "sort_value": sorted_by}


def _name(entry: OwnEntry) -> str:
    return short_name(entry.name)


def _made(entries: Sequence[OwnEntry], position: int) -> OwnField:
    """Make a field of all its entries: what is offered no longer but was chosen is offered last."""
    entry = entries[0]
    kind = FieldKind(entry.kind) if entry.kind in set(FieldKind) else FieldKind.TEXT
    chosen = (each.value for each in entries)
    choices = dict.fromkeys(" ".join(each.split()) for each in (*entry.choices, *chosen))
    choices.pop("", None)
    if kind is FieldKind.CHOICE and len(choices) < 2:
        kind = FieldKind.TEXT
    text = "\n".join(choices) if kind is FieldKind.CHOICE else ""
    return OwnField.create(name=_name(entry), kind=kind, choices=text, position=position)


def _fits(field: OwnField, text: str) -> bool:
    try:
        sort_value(field.kind, text, field.choices.splitlines())
    except ValueError:
        return False
    return True
