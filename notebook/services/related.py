"""The people around a person: as names, or linked to cards of their own, where the inverse shows."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from notebook.domain.changes import Changes
from notebook.domain.partial_date import PartialDate
from notebook.domain.relations import Relation, inverse
from notebook.domain.reminders import Source
from notebook.errors import Refused
from notebook.services.people import People, PersonDraft, birthday_of, present
from notebook.services.phrases import filled
from notebook.services.related_words import relation_word
from notebook.storage.file import NotebookFile
from notebook.storage.related_tables import RelatedPerson
from notebook.storage.tables import Person, ReminderMark
from notebook.translate import translate


@dataclass(frozen=True, slots=True)
class RelatedDraft:
    """Somebody around a person as it is filled in: `other_id` is their card, if they have one.

    `own_word` counts where the relation is OTHER, name and birthday where there is no card.
    """

    relation: Relation
    name: str = ""
    birthday: PartialDate | None = None
    other_id: int | None = None
    own_word: str = ""


@dataclass(frozen=True, slots=True)
class RelatedLine:
    """Somebody around a person as it is shown; with a card, name and birthday are those there.

    `is_inverse` says that the link was made on the other card: `own_word` is then the word for
    the person on whose card it shows now.
    """

    id: int
    relation: Relation
    own_word: str
    name: str
    other_id: int | None
    birthday: PartialDate | None
    is_inverse: bool

    def words(self, called: str) -> str:
        """Return what they are to the person, who is `called` so on the card."""
        if self.is_inverse and self.relation is Relation.OTHER:
            has = translate("related", "has %1 as %2")
            return filled(has, called, relation_word(self.relation, self.own_word))
        return relation_word(self.relation, self.own_word)


class RelatedPeople:
    """Writes down who is around a person."""

    def __init__(self, file: NotebookFile, people: People) -> None:
        """Write to this notebook; `people` makes cards of names."""
        self._file = file
        self._people = people

    def add(self, person_id: int, draft: RelatedDraft) -> Changes:
        """Write somebody down; raises Refused without a name, for oneself, or for the same twice."""
        person = present(person_id)
        name = _checked(person, draft, None)
        label = filled(translate("related", "Added %1 to the people around %2"), name, person.name)
        with self._file.change(label) as change:
            row = RelatedPerson.create(person=person, **_columns(draft))
            _hand_on_birthday(row, draft)
            change.done(row.id)
        return change.changes

    def change(self, person_id: int, related_id: int, draft: RelatedDraft) -> Changes:
        """Change somebody as seen from this person's card; refuses what `add` refuses.

        A link that was made on the other card is turned round: what is chosen here counts.
        """
        person, row = present(person_id), _present(related_id)
        name = _checked(person, draft, row)
        label = filled(
            translate("related", "Changed %1 among the people around %2"), name, person.name
        )
        with self._file.change(label) as change:
            self._write(row, person, draft)
        return change.changes

    def remove(self, person_id: int, related_id: int) -> Changes:
        """Take somebody away from the people around a person; a card of theirs stays."""
        person, row = present(person_id), _present(related_id)
        name = _name_seen_from(person, row)
        label = filled(
            translate("related", "Removed %1 from the people around %2"), name, person.name
        )
        with self._file.change(label) as change:
            row.delete_instance()
        return change.changes

    def promote(self, related_id: int, today: date) -> Changes:
        """Give a name a card of its own, with the birthday, and keep the link; `created` is the card."""
        row = _present(related_id)
        if row.other_id is not None:
            raise Refused(translate("related", "There is a card already."))
        name, birthday = row.name, _birthday(row)
        with self._file.change(filled(translate("related", "Made a card for %1"), name)) as change:
            new = self._people.save(None, PersonDraft(name, birthday=birthday), today).new_id
            self._write(row, row.person, _draft(row, other_id=new))
            change.done(new)
        return change.changes

    def _write(self, row: RelatedPerson, person: Person, draft: RelatedDraft) -> None:
        if draft.other_id is not None and row.other_id is None:
            draft = replace(draft, birthday=draft.birthday or _birthday(row))
        row.amend(person=person, **_columns(draft))
        _hand_on_birthday(row, draft)


def related_line(row: dict[str, Any]) -> RelatedLine:
    """Return a line from its row in the lists of a card."""
    relation = Relation(row["relation"])
    parts = (row["year"], row["month"], row["day"])
    return RelatedLine(
        row["id"],
        inverse(relation) if row["is_inverse"] else relation,
        row["own_word"],
        row["name"],
        row["other_id"],
        None if parts == (None, None, None) else PartialDate(*parts),
        bool(row["is_inverse"]),
    )


def _checked(person: Person, draft: RelatedDraft, row: RelatedPerson | None) -> str:
    """Return the name; raises Refused where it can't be."""
    if draft.other_id == person.id:
        raise Refused(translate("related", "Nobody is around themselves. Choose somebody else."))
    name = draft.name.strip() if draft.other_id is None else present(draft.other_id).name
    if not name:
        raise Refused(translate("related", "Who is it? A name is all that is needed."))
    if draft.relation is Relation.OTHER and not draft.own_word.strip():
        raise Refused(translate("related", "What are they? Write a word of your own."))
    if draft.other_id is not None and _is_there(person.id, draft, row):
        words = translate("related", "%1 is there already as this.")
        raise Refused(filled(words, name))
    return name


def _is_there(person_id: int, draft: RelatedDraft, row: RelatedPerson | None) -> bool:
    word = draft.own_word.strip() if draft.relation is Relation.OTHER else ""
    same = (
        (RelatedPerson.person == person_id)
        & (RelatedPerson.other == draft.other_id)
        & (RelatedPerson.relation == draft.relation)
        & (RelatedPerson.own_word == word)
    )
    turned = (
        (RelatedPerson.person == draft.other_id)
        & (RelatedPerson.other == person_id)
        & (RelatedPerson.relation == inverse(draft.relation))
        & (RelatedPerson.relation != Relation.OTHER)
    )
    found = RelatedPerson.select(RelatedPerson.id).where(same | turned)
    return any(each.id != (row.id if row else None) for each in found)


def _columns(draft: RelatedDraft) -> dict[str, object]:
    birthday = draft.birthday if draft.other_id is None else None
    return {
        "other": draft.other_id,
        "relation": draft.relation,
        "own_word": draft.own_word.strip() if draft.relation is Relation.OTHER else "",
        "name": draft.name.strip() if draft.other_id is None else "",
        "birthday_year": birthday.year if birthday else None,
        "birthday_month": birthday.month if birthday else None,
        "birthday_day": birthday.day if birthday else None,
    }


def _hand_on_birthday(row: RelatedPerson, draft: RelatedDraft) -> None:
    """Give a card that knows no birthday the one that stood beside the name, with its marks."""
    if draft.other_id is None or draft.birthday is None:
        return
    other = present(draft.other_id)
    if birthday_of(other) is None:
        birthday = draft.birthday
        other.amend(
            birthday_year=birthday.year, birthday_month=birthday.month, birthday_day=birthday.day
        )
    if birthday_of(other) == draft.birthday:
        ReminderMark.update(subject_id=other.id).where(
            (ReminderMark.source == Source.BIRTHDAY.value) & (ReminderMark.subject_id == row.id)
        ).execute()


def _draft(row: RelatedPerson, other_id: int) -> RelatedDraft:
    return RelatedDraft(row.relation, row.name, _birthday(row), other_id, row.own_word)


def _birthday(row: RelatedPerson) -> PartialDate | None:
    parts = (row.birthday_year, row.birthday_month, row.birthday_day)
    return None if parts == (None, None, None) else PartialDate(*parts)


def _name_seen_from(person: Person, row: RelatedPerson) -> str:
    if row.other is None:
        return row.name
    return str(row.person.name if row.other_id == person.id else row.other.name)


def _present(related_id: int) -> RelatedPerson:
    row: RelatedPerson | None = RelatedPerson.get_or_none(RelatedPerson.id == related_id)
    if row is None:
        raise Refused(translate("related", "This link is no longer in the notebook."))
    return row
