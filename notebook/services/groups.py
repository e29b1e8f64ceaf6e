"""Groups of people: named, given a rhythm, and who is in them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from peewee import chunked

from notebook.domain.changes import Changes
from notebook.domain.text import fold, sort_key
from notebook.errors import Refused
from notebook.services.phrases import filled
from notebook.services.short_names import checked_name, short_name
from notebook.storage.file import NotebookFile
from notebook.storage.group_tables import Membership, PersonGroup
from notebook.storage.reading import rows_of
from notebook.storage.record import utc_now
from notebook.storage.tables import Person
from notebook.translate import translate

_AT_ONCE = 500  # rows in one statement
_LINES = """
    SELECT g.id, g.name, g.target_days, g.maximum_days,
        (SELECT count(*) FROM membership m JOIN person p ON p.id = m.person_id
            WHERE m.group_id = g.id AND p.deleted_at IS NULL) AS people
    FROM person_group g WHERE g.deleted_at IS NULL ORDER BY g.sort_key, g.id"""


@dataclass(frozen=True, slots=True)
class GroupName:
    """A group that somebody is in."""

    id: int
    name: str


@dataclass(frozen=True, slots=True)
class GroupLine:
    """One group; its people hear from us every `target_days`, after `maximum_days` at the latest."""

    id: int
    name: str
    target_days: int | None
    maximum_days: int | None
    people: int


class Groups:
    """Keeps groups."""

    def __init__(self, file: NotebookFile) -> None:
        """Write to this notebook."""
        self._file = file

    def all(self) -> tuple[GroupLine, ...]:
        """Return the groups by name."""
        return tuple(GroupLine(**row) for row in rows_of(self._file.database, _LINES))

    def names(self) -> list[str]:
        """Return just their names."""
        return [line.name for line in self.all()]

    def save(
        self, group_id: int | None, name: str, target_days: int | None, maximum_days: int | None
    ) -> Changes:
        """Save a group, new (None) or known; `created` is its id.

        Raises Refused without a name, for a name that is there already, and for a longest time
        that is shorter than the rhythm.
        """
        name = self._checked_name(group_id, name)
        check_rhythm(target_days, maximum_days)
        columns = {
            "name": name,
            "sort_key": sort_key(name),
            "target_days": target_days,
            "maximum_days": maximum_days,
        }
        label = filled(translate("groups", "Saved the group %1"), name)
        with self._file.change(label) as change:
            if group_id is None:
                change.done(PersonGroup.create(**columns).id)
            else:
                _present(group_id).amend(**columns)
                change.done(group_id)
        return change.changes

    def remove(self, group_id: int) -> Changes:
        """Put a group into the trash; its people stay, and are in it again when it comes back."""
        group = _present(group_id)
        label = filled(translate("groups", "Removed the group %1"), group.name)
        with self._file.change(label) as change:
            group.amend(deleted_at=utc_now())
        return change.changes

    def _checked_name(self, group_id: int | None, name: str) -> str:
        return checked_name(
            name,
            (each.name for each in self.all() if each.id != group_id),
            missing=translate("groups", "Give the group a name."),
            taken=translate("groups", "There is a group %1 already."),
        )


def check_rhythm(target_days: int | None, maximum_days: int | None) -> None:
    """Raise Refused for a longest time without a rhythm, or shorter than it."""
    if maximum_days is None:
        return
    if target_days is None:
        raise Refused(translate("groups", "A longest time needs a rhythm beside it."))
    if maximum_days < target_days:
        raise Refused(translate("groups", "The longest time must not be shorter than the rhythm."))


def groups_of(person: Person) -> tuple[str, ...]:
    """Return the names of the groups that somebody is in."""
    query = PersonGroup.select().join(Membership).where(Membership.person_id == person.id)
    present = query.where(PersonGroup.deleted_at.is_null()).order_by(PersonGroup.sort_key)
    return tuple(group.name for group in present)


def write_groups(person: Person, names: Iterable[str]) -> None:
    """Let somebody be in just these groups, within a change; unknown names make new groups.

    Groups in the trash are left as they are.
    """
    wanted = set(group_ids(names).values())
    query = Membership.select().join(PersonGroup)
    for row in query.where(Membership.person_id == person.id, PersonGroup.deleted_at.is_null()):
        if row.group_id in wanted:
            wanted.remove(row.group_id)
        else:
            row.delete_instance()
    for group_id in wanted:
        join_group([person.id], group_id)


def group_ids(names: Iterable[str]) -> dict[str, int]:
    """Return the groups by their names, however they are spelt; missing ones are made.

    The caller holds the change; empty names are left out.
    """
    present = PersonGroup.select().where(PersonGroup.deleted_at.is_null())
    known = {fold(group.name): group.id for group in present}
    found = {}
    for name in filter(None, map(short_name, names)):
        if fold(name) not in known:
            known[fold(name)] = PersonGroup.create(name=name, sort_key=sort_key(name)).id
        found[name] = known[fold(name)]
    return found


def join_group(person_ids: Sequence[int], group_id: int) -> None:
    """Let people be in a group, within a change; who is in it already stays."""
    members = Membership.select(Membership.person_id).where(Membership.group_id == group_id)
    inside = {member.person_id for member in members}
    new = [
        {"person_id": person_id, "group_id": group_id}
        for person_id in person_ids
        if person_id not in inside
    ]
    for rows in chunked(new, _AT_ONCE):
        Membership.insert_many(rows).execute()


def _present(group_id: int) -> PersonGroup:
    group: PersonGroup | None = PersonGroup.get_or_none(
        (PersonGroup.id == group_id) & PersonGroup.deleted_at.is_null()
    )
    if group is None:
        raise Refused(translate("groups", "This group is no longer in the notebook."))
    return group
