"""The moments of a project as its page shows them: what is planned, and the newest contacts."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from peewee import ModelSelect

from notebook.domain.moments import Channel, Direction, MomentState, parse_when
from notebook.storage.reading import tuples_of
from notebook.storage.tables import Moment, MomentPerson, Person

RECENT_MOMENTS = 5


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
    is_planned: bool = False


def count_contacts(project_id: int) -> int:
    """Return how many contacts about a project there were."""
    return int(_logged(project_id).count())


def _logged(project_id: int) -> "ModelSelect[Moment]":
    return Moment.select().where(
        Moment.project == project_id,
        Moment.state == MomentState.LOGGED,
        Moment.deleted_at.is_null(),
    )


def _planned(project_id: int) -> "ModelSelect[Moment]":
    planned = Moment.select(Moment.id).where(
        Moment.state == MomentState.PLANNED, Moment.deleted_at.is_null()
    )
    return Moment.select().where(Moment.id.in_(planned), Moment.project == project_id)


def recent_moments(
    project_id: int, most: int = RECENT_MOMENTS, known: int = 0
) -> tuple[ProjectMoment, ...]:
    """Return the newest contacts of a project, after as many that are `known`."""
    logged = _logged(project_id).order_by(Moment.happened_at.desc(), Moment.id.desc())
    return _moment_lines(list(logged.limit(most).offset(known)))


def planned_moments(project_id: int, most: int = RECENT_MOMENTS) -> tuple[ProjectMoment, ...]:
    """Return what is planned in a project, the next first."""
    planned = _planned(project_id).order_by(Moment.happened_at, Moment.id)
    return _moment_lines(list(planned.limit(most)))


def _moment_lines(rows: list[Moment]) -> tuple[ProjectMoment, ...]:
    people = _names([row.id for row in rows]) if rows else {}
    return tuple(
        ProjectMoment(
            row.id,
            *parse_when(row.happened_at),
            row.channel,
            row.direction,
            row.text or row.agenda,
            row.their_words,
            tuple(people[row.id]),
            row.state is MomentState.PLANNED,
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
