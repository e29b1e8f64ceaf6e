"""The lines of a project: what is delivered and when, and the newest contacts."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from enum import Enum

from peewee import ModelSelect

from notebook.domain.moments import Channel, Direction, parse_when
from notebook.domain.projects import Agreed
from notebook.services.project_words import until_due
from notebook.storage.reading import lines_of, tuples_of
from notebook.storage.tables import Deliverable, Moment, MomentPerson, Person
from notebook.translate import translate

RECENT_MOMENTS = 5


class DeliveryStanding(Enum):
    """Where a delivery stands on one day."""

    DELIVERED = "delivered"
    LATE = "late"
    NOT_AGREED = "not-agreed"
    AHEAD = "ahead"
    WITHOUT_DAY = "without-day"


@dataclass(frozen=True, slots=True)
class DeliverableLine:
    """One thing to be delivered."""

    id: int
    what: str
    how: str
    due_on: date | None
    agreed: Agreed
    their_view: str
    delivered_on: date | None

    @property
    def title(self) -> str:
        """What it is called: what, or else how it is done."""
        return self.what if self.what.strip() else self.how

    def standing(self, today: date) -> DeliveryStanding:
        """Return where it stands; a day that they refused binds nobody, so it is never late."""
        if self.delivered_on is not None:
            return DeliveryStanding.DELIVERED
        if self.agreed is Agreed.NO:
            return DeliveryStanding.NOT_AGREED
        if self.due_on is None:
            return DeliveryStanding.WITHOUT_DAY
        return DeliveryStanding.LATE if self.due_on < today else DeliveryStanding.AHEAD

    def words(self, today: date) -> str:
        """Return the standing as a word or two: "Delivered", "In 6 days", "2 days late"."""
        standing = self.standing(today)
        if standing is DeliveryStanding.DELIVERED:
            return translate("project page", "Delivered")
        if standing is DeliveryStanding.NOT_AGREED:
            return translate("project page", "Not agreed")
        if self.due_on is None:
            return translate("project page", "No day yet")
        return until_due(self.due_on, today)


@dataclass(frozen=True, slots=True)
class ProjectMoment:
    """One contact that belongs to the project."""

    id: int
    day: date
    at: time | None
    channel: Channel
    direction: Direction
    text: str
    their_words: str
    people: tuple[str, ...]


def delivery_lines(project_id: int) -> tuple[DeliverableLine, ...]:
    """Return what is to be delivered, by its day."""
    query = (
        Deliverable.select(
            Deliverable.id,
            Deliverable.what,
            Deliverable.how,
            Deliverable.due_on,
            Deliverable.agreed,
            Deliverable.their_view,
            Deliverable.delivered_on,
        )
        .where(Deliverable.project == project_id)
        .order_by(Deliverable.due_on.is_null(), Deliverable.due_on, Deliverable.position)
    )
    return tuple(lines_of(query, DeliverableLine))


def moments_of_project(project_id: int) -> "ModelSelect[Moment]":
    """Return the query of all contacts about a project."""
    return Moment.select().where(Moment.project == project_id, Moment.deleted_at.is_null())


def recent_moments(project_id: int, most: int = RECENT_MOMENTS) -> tuple[ProjectMoment, ...]:
    """Return the newest contacts of a project."""
    rows = list(
        moments_of_project(project_id)
        .order_by(Moment.happened_at.desc(), Moment.id.desc())
        .limit(most)
    )
    people = _names([row.id for row in rows])
    return tuple(
        ProjectMoment(
            row.id,
            *parse_when(row.happened_at),
            row.channel,
            row.direction,
            row.text,
            row.their_words,
            tuple(people[row.id]),
        )
        for row in rows
    )


def _names(moment_ids: Sequence[int]) -> defaultdict[int, list[str]]:
    query = (
        MomentPerson.select(MomentPerson.moment, Person.name)
        .join(Person)
        .where(MomentPerson.moment.in_(moment_ids))
        .order_by(Person.sort_key)
    )
    names: defaultdict[int, list[str]] = defaultdict(list)
    for moment_id, name in tuples_of(query):
        names[moment_id].append(name)
    return names
