"""What a moment consists of besides its row: who took part, and the files that belong to it."""

from collections.abc import Collection, Sequence

from notebook.storage.moment_tables import Attachment
from notebook.storage.tables import Moment, MomentPerson, Person


def taking_part(moment_id: int) -> list[MomentPerson]:
    """Return who takes part in a moment, in the order in which they were named."""
    return list(
        MomentPerson.select().where(MomentPerson.moment == moment_id).order_by(MomentPerson.id)
    )


def attached(moment_id: int) -> list[Attachment]:
    """Return the files of a moment, in their order."""
    query = Attachment.select().where(Attachment.moment == moment_id)
    return list(query.order_by(Attachment.position, Attachment.id))


def write_people(moment: Moment, people: Sequence[Person], person_ids: Collection[int]) -> None:
    """Make these take part, and nobody else but those whom the trash hides."""
    taking = {row.person_id: row for row in taking_part(moment.id)}
    for person_id, row in taking.items():
        if person_id not in person_ids and not _is_in_trash(person_id):
            row.delete_instance()
    for person in people:
        if person.id not in taking:
            MomentPerson.create(moment=moment, person=person)


def write_files(moment: Moment, paths: Sequence[str]) -> None:
    """Make these the files of a moment; each is there once."""
    known = {row.path: row for row in attached(moment.id)}
    wanted = tuple(dict.fromkeys(paths))
    for path, row in known.items():
        if path not in wanted:
            row.delete_instance()
    for position, path in enumerate(wanted):
        if path in known:
            known[path].amend(position=position)
        else:
            Attachment.create(moment=moment, path=path, position=position)


def _is_in_trash(person_id: int) -> bool:
    return Person.get_by_id(person_id).deleted_at is not None
