"""People as a contact file, with the user's own fields and what other programs had put on a card."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import cast

from peewee import JOIN

from notebook.errors import Refused
from notebook.formats.vcard import Card, ContactDetail, DetailKind, OwnEntry, read, write
from notebook.formats.vcard_around import RelatedName, with_photo, with_related
from notebook.services.import_merging import draft_of
from notebook.services.own_fields import FieldLine, OwnFields
from notebook.services.people import People, PersonDraft
from notebook.services.photos import picture_of
from notebook.services.phrases import filled
from notebook.services.roles import RoleDraft
from notebook.storage.file import NotebookFile
from notebook.storage.import_tables import ImportedCard
from notebook.storage.problems import explained
from notebook.storage.related_tables import RelatedPerson
from notebook.storage.tables import Person
from notebook.translate import translate

_EVERYBODY = "SELECT id FROM person WHERE deleted_at IS NULL ORDER BY sort_key, id"


def _no_report(_done: int, _of: int) -> None:
    pass


class ContactExport:
    """Writes contact files."""

    def __init__(self, file: NotebookFile, people: People, own_fields: OwnFields) -> None:
        """Take people from this notebook."""
        self._file, self._people, self._own_fields = file, people, own_fields

    def write_everybody(self, path: Path, today: date) -> int:
        """Write all people, as they are `today`, into a new file; return how many they are.

        Raises Refused where there is a file already, or a FileProblem, with nothing half written.
        """
        if path.exists():
            words = translate("export", "There is a file %1 already. Choose another name.")
            raise Refused(filled(words, str(path)))
        rows = self._file.database.execute_sql(_EVERYBODY).fetchall()
        return self.write([person_id for (person_id,) in rows], path, today)

    def write(
        self,
        person_ids: Sequence[int],
        path: Path,
        today: date,
        report: Callable[[int, int], None] = _no_report,
    ) -> int:
        """Write these people into a file, over one that is there, and return how many they are.

        `report` hears after each how many are written, of how many; it may raise to end it.
        Raises a FileProblem, with nothing half written.
        """
        part = path.with_name(path.name + ".part")
        with explained(path):
            try:
                part.touch(mode=0o600)
                # All from one state of the file, whatever happens to it meanwhile.
                with (
                    self._file.database.atomic("DEFERRED"),
                    part.open("w", encoding="utf-8", newline="") as file,
                ):
                    for count, card in enumerate(self.cards(person_ids, today), 1):
                        file.write(card)
                        report(count, len(person_ids))
                part.replace(path)
            finally:
                part.unlink(missing_ok=True)
        return len(person_ids)

    def cards(self, person_ids: Iterable[int], today: date) -> Iterator[str]:
        """Return the cards of these people, each as text, with what they do `today`."""
        fields = {line.id: line for line in self._own_fields.all()}
        for person_id in person_ids:
            draft = self._people.draft(person_id)
            card = _card(draft, draft.role_on(today), _brought_in(person_id), fields)
            card = with_related(card, _around(person_id))
            picture = picture_of(self._file.database, person_id)
            yield write(with_photo(card, picture) if picture else card)


def _brought_in(person_id: int) -> Card | None:
    """Return the card with which somebody came last, for what no field of ours holds."""
    query = ImportedCard.select().where(ImportedCard.person == person_id)
    row: ImportedCard | None = query.order_by(ImportedCard.id.desc()).first()
    return next(iter(read(row.text.encode()).cards), None) if row else None


def _around(person_id: int) -> list[RelatedName]:
    """Return who is around somebody, by name, also those with a card of their own."""
    query = (
        RelatedPerson.select(RelatedPerson, Person)
        .join(Person, JOIN.LEFT_OUTER, on=(RelatedPerson.other == Person.id))
        .where(RelatedPerson.person == person_id, Person.deleted_at.is_null())
        .order_by(RelatedPerson.id)
    )
    return [
        RelatedName(row.other.name if row.other else row.name, row.relation, row.own_word)
        for row in query
    ]


def _card(
    draft: PersonDraft, role: RoleDraft, kept: Card | None, fields: Mapping[int, FieldLine]
) -> Card:
    return Card(
        line=0,
        uid=kept.uid if kept else "",
        name=draft.name,
        given_name=draft.given_name,
        family_name=draft.family_name,
        nickname=draft.nickname,
        organisation=role.organisation,
        title=role.title,
        details=tuple(
            ContactDetail(cast("DetailKind", detail.kind), detail.label, detail.value)
            for detail in draft.details
        ),
        birthday=draft.birthday,
        note=draft.note,
        categories=_categories(draft, kept),
        properties=(),
        unknown=kept.unknown if kept else (),
        text="",
        own_entries=tuple(
            _entry(fields[value.field_id], value.text)
            for value in draft.own_values
            if value.field_id in fields
        ),
    )


def _categories(draft: PersonDraft, kept: Card | None) -> tuple[str, ...]:
    """Return the groups; as they had come, where they are the same."""
    if kept and set(draft_of(kept).groups) == set(draft.groups):
        return kept.categories
    return draft.groups


def _entry(field: FieldLine, text: str) -> OwnEntry:
    return OwnEntry(field.name, field.kind, field.choices, text)
