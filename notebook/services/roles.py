"""What a person is or was in organisations: read, written, and put into words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from peewee import JOIN

from notebook.domain.dates_in_words import partial_date_in_words
from notebook.domain.partial_date import PartialDate, parse
from notebook.errors import Refused
from notebook.services.organisation_names import organisation_ids
from notebook.services.phrases import filled
from notebook.storage.tables import Organisation, Person, Role
from notebook.translate import translate

CURRENT = (
    "((r.from_on IS NULL OR r.from_on <= {today}) AND (r.until_on IS NULL OR r.until_on > {today}))"
)
"""SQL for a role of now: a day that is known in part has come when it has begun."""


@dataclass(frozen=True, slots=True)
class RoleDraft:
    """What somebody does in an organisation; without an end they still do it."""

    title: str = ""
    organisation: str = ""
    from_on: PartialDate | None = None
    until_on: PartialDate | None = None

    @property
    def is_empty(self) -> bool:
        """Whether it says nothing: dates alone are no role."""
        return not (self.title.strip() or self.organisation.strip())

    @property
    def is_backwards(self) -> bool:
        """Whether it ends before it begins, as far as both are known."""
        if self.from_on is None or self.until_on is None:
            return False
        begins, ends = self.from_on.iso(), self.until_on.iso()
        known_of_both = min(len(begins), len(ends))
        return ends[:known_of_both] < begins[:known_of_both]


@dataclass(frozen=True, slots=True)
class RoleLine:
    """A role as a card shows it."""

    id: int
    title: str
    organisation: str
    organisation_id: int | None
    from_on: PartialDate | None
    until_on: PartialDate | None
    is_past: bool
    is_to_come: bool

    @property
    def words(self) -> str:
        """The role in one line: "Owner, Hotel Lindqvist"."""
        return role_words(self.title, self.organisation)


def at(organisation: str, title: str = "") -> tuple[RoleDraft, ...]:
    """Return the one role of somebody of whom no more is known; none without words."""
    role = RoleDraft(title, organisation)
    return () if role.is_empty else (role,)


def role_words(title: str, organisation: str) -> str:
    """Return "Owner, Hotel Lindqvist", or the part of it that is known."""
    return ", ".join(part for part in (title, organisation) if part.strip())


def is_past(until_on: PartialDate | None, today: date) -> bool:
    """Whether a role that ends then is over: on its last day, in its last month or year."""
    return until_on is not None and until_on.iso() <= today.isoformat()


def is_to_come(from_on: PartialDate | None, today: date) -> bool:
    """Whether a role that begins then has not begun."""
    return from_on is not None and from_on.iso() > today.isoformat()


def is_present(role: RoleDraft, today: date) -> bool:
    """Whether a role is one of now."""
    return not (is_past(role.until_on, today) or is_to_come(role.from_on, today))


def stored(day: PartialDate | None) -> str | None:
    """Return a date that is known in part as its column has it."""
    return day.iso() if day else None


def known(text: str | None) -> PartialDate | None:
    """Return what such a column says."""
    return parse(text) if text else None


def span_words(from_on: PartialDate | None, until_on: PartialDate | None) -> str:
    """Return "2019 to March 2023", "until 2023", "since 2019", or nothing."""
    if from_on and until_on:
        words = translate("roles", "%1 to %2")
        return filled(words, partial_date_in_words(from_on), partial_date_in_words(until_on))
    if until_on:
        return filled(translate("roles", "until %1"), partial_date_in_words(until_on))
    if from_on:
        return filled(translate("roles", "since %1"), partial_date_in_words(from_on))
    return ""


def coming_words(from_on: PartialDate | None, until_on: PartialDate | None) -> str:
    """Return the same of a role that has not begun: "from March 2027"."""
    if from_on is None or until_on is not None:
        return span_words(from_on, until_on)
    return filled(translate("roles", "from %1"), partial_date_in_words(from_on))


def refuse_backwards(role: RoleDraft) -> None:
    """Raise Refused for a role that ends before it begins."""
    if role.is_backwards:
        words = translate("roles", "“%1” would end before it begins. Correct its dates.")
        raise Refused(filled(words, role_words(role.title.strip(), role.organisation.strip())))


def roles_of(person: Person) -> list[Role]:
    """Return the roles of a person in their order, but for organisations in the trash."""
    query = (
        Role.select(Role, Organisation)
        .join(Organisation, JOIN.LEFT_OUTER)
        .where(Role.person == person, Organisation.deleted_at.is_null())
        .order_by(Role.position, Role.id)
    )
    return list(query)


def role_draft(role: Role) -> RoleDraft:
    """Return a role as it can be edited."""
    name = role.organisation.name if role.organisation else ""
    return RoleDraft(role.title, name, known(role.from_on), known(role.until_on))


def write_roles(person: Person, drafts: Iterable[RoleDraft]) -> None:
    """Make these the roles of a person; one that was changed stays the same row.

    Raises Refused for one that ends before it begins.
    """
    wanted = [draft for draft in drafts if not draft.is_empty]
    for draft in wanted:
        refuse_backwards(draft)
    rows = roles_of(person)
    paired = _paired(rows, wanted)
    for position, draft in enumerate(wanted):
        columns: dict[str, object] = {
            "organisation": organisation_id(draft.organisation),
            "title": draft.title,
            "from_on": stored(draft.from_on),
            "until_on": stored(draft.until_on),
            "position": position,
        }
        row = paired.get(position)
        if row is None:
            Role.create(person=person, **columns)
        else:
            row.amend(**columns)
    left = {row.id for row in paired.values()}
    for row in rows:
        if row.id not in left:
            row.delete_instance()


def _paired(rows: Sequence[Role], wanted: Sequence[RoleDraft]) -> dict[int, Role]:
    """Return the row for each draft by its place: one that says the same, else one that is over."""
    left = list(rows)
    paired: dict[int, Role] = {}
    for position, draft in enumerate(wanted):
        same = next((row for row in left if role_draft(row) == draft), None)
        if same is not None:
            left.remove(same)
            paired[position] = same
    for position, _ in enumerate(wanted):
        if position not in paired and left:
            paired[position] = left.pop(0)
    return paired


def organisation_id(name: str) -> int | None:
    """Return the organisation of this name, made now if need be; None without a name."""
    return organisation_ids([name]).get(name)
