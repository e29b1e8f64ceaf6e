"""What two cards say about each other, before they become one: nobody is around themselves."""

from notebook.domain.relations import inverse
from notebook.services.history.words import thing_word
from notebook.storage.organisation_tables import Handover
from notebook.storage.referral_tables import Referral
from notebook.storage.related_tables import RelatedPerson
from notebook.storage.tables import Person


def part_two(kept_id: int, other_id: int) -> list[str]:
    """Let rows that link the two name one of them instead; return lines of what is taken away."""
    names: dict[int | None, str] = {
        row.id: row.name for row in Person.select().where(Person.id << [kept_id, other_id])
    }
    both = [kept_id, other_id]
    for row in RelatedPerson.select().where(
        RelatedPerson.person << both, RelatedPerson.other << both
    ):
        row.amend(other=None, name=names[row.other_id])
    for sent in Referral.select().where(Referral.person << both, Referral.other << both):
        sent.amend(other=None, other_name=sent.other_name or names[sent.other_id])
    _let_go_of_turned(kept_id, other_id)
    return _without_handovers(both)


def _let_go_of_turned(kept_id: int, other_id: int) -> None:
    """Take away a link on a third card that says what one here says already, seen from there."""
    for row in RelatedPerson.select().where(
        RelatedPerson.other == other_id, RelatedPerson.own_word == ""
    ):
        _delete_if_said(row, RelatedPerson.person == kept_id, RelatedPerson.other == row.person_id)
    for row in RelatedPerson.select().where(
        RelatedPerson.person == other_id,
        RelatedPerson.own_word == "",
        RelatedPerson.other != None,  # noqa: E711 - SQL
    ):
        _delete_if_said(row, RelatedPerson.person == row.other_id, RelatedPerson.other == kept_id)


def _delete_if_said(row: RelatedPerson, *turned: object) -> None:
    says_so = RelatedPerson.relation == inverse(row.relation)
    if RelatedPerson.select().where(*turned, says_so).exists():
        row.delete_instance()


def _without_handovers(both: list[int]) -> list[str]:
    gone = list(Handover.select().where(Handover.from_person << both, Handover.to_person << both))
    for row in gone:
        row.delete_instance()
    word = thing_word("handover")
    return [f"{word}: {row.note}" for row in gone if row.note.strip()]
