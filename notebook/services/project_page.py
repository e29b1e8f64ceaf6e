"""One project as its page shows it: what is due, who is in it, what is still open."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from peewee import Database

from notebook.domain.checklists import AnswerKind, personalise
from notebook.domain.moments import Channel
from notebook.domain.moves import Move
from notebook.domain.projects import Agreed, ProjectState
from notebook.domain.promises import PromiseState, Side
from notebook.services.concern_page import ConcernLine, open_concern_lines
from notebook.services.delivery_moves import moves_of
from notebook.services.draft import Draft, PersonEntry
from notebook.services.draft_rows import read_draft
from notebook.services.project_moments import (
    ProjectMoment,
    count_contacts,
    planned_moments,
    recent_moments,
)
from notebook.services.project_outcome import ProjectOutcome, outcome_of
from notebook.services.project_words import until_due
from notebook.storage.care_tables import CheckIn
from notebook.storage.reading import lines_of, tuples_of
from notebook.storage.tables import Deliverable, Person, Promise
from notebook.translate import translate


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
class ProjectPromise:
    """One promise of a project; one without a moment came from its questions."""

    id: int
    side: Side
    text: str
    due_on: date | None
    state: PromiseState
    person_id: int
    person_name: str
    moment_id: int | None

    @property
    def is_need(self) -> bool:
        """Whether it is what we need from them, as the questions asked for it."""
        return self.side is Side.THEIRS and self.moment_id is None


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A question that was left open; `so_far` is what was said to it already."""

    key: str
    text: str
    so_far: str


@dataclass(frozen=True, slots=True)
class ProjectPage:
    """Everything that a project's page shows at once."""

    id: int
    name: str
    person_id: int
    person_name: str
    first_name: str
    state: ProjectState
    begins_on: date | None
    ends_on: date | None
    agreed_on: date | None
    report_channel: Channel | None
    deliverables: tuple[DeliverableLine, ...]
    rave_review: tuple[str, ...]
    people: tuple[PersonEntry, ...]
    promises: tuple[ProjectPromise, ...]
    left_open: tuple[OpenQuestion, ...]
    answered: int
    asked: int
    recent_moments: tuple[ProjectMoment, ...]
    moment_count: int
    check_in_count: int
    concerns: tuple[ConcernLine, ...]
    outcome: ProjectOutcome | None
    moves: Mapping[int, Sequence[Move]]
    """By the deliverable, the days to which it was moved."""

    @property
    def needs(self) -> tuple[ProjectPromise, ...]:
        """What we need from them, as the questions asked for it."""
        return tuple(promise for promise in self.promises if promise.is_need)

    @property
    def other_promises(self) -> tuple[ProjectPromise, ...]:
        """What was promised besides, on either side."""
        return tuple(promise for promise in self.promises if not promise.is_need)


def read_page(database: Database, project_id: int) -> ProjectPage:
    """Return the page of a project; raises Refused if it is gone."""
    draft = read_draft(project_id)
    return ProjectPage(
        id=project_id,
        name=draft.facts.name,
        person_id=draft.facts.person_id,
        person_name=draft.person_name,
        first_name=draft.first_name,
        state=draft.state,
        begins_on=draft.facts.begins_on,
        ends_on=draft.facts.ends_on,
        agreed_on=draft.agreed_on,
        report_channel=_channel(draft),
        deliverables=delivery_lines(project_id),
        rave_review=_points(draft),
        people=draft.people,
        promises=_promises(project_id),
        left_open=tuple(
            OpenQuestion(each.key, personalise(each.text, draft.first_name), draft.said(each).text)
            for each in draft.left_open
        ),
        answered=len(draft.checklist.questions) - len(draft.left_open),
        asked=len(draft.checklist.questions),
        recent_moments=(*planned_moments(project_id), *recent_moments(project_id)),
        moment_count=count_contacts(project_id),
        check_in_count=_check_in_count(project_id),
        concerns=open_concern_lines(database, project_id=project_id),
        outcome=outcome_of(project_id),
        moves=moves_of(project_id),
    )


def _channel(draft: Draft) -> Channel | None:
    asked = (each for each in draft.checklist.questions if each.kind is AnswerKind.CHANNEL)
    choices = (draft.said(question).choice for question in asked)
    return next((Channel(choice) for choice in choices if choice), None)


def _points(draft: Draft) -> tuple[str, ...]:
    return tuple(
        line.strip()
        for question in draft.checklist.questions
        if question.kind is AnswerKind.POINTS
        for line in draft.said(question).text.splitlines()
        if line.strip()
    )


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


def _promises(project_id: int) -> tuple[ProjectPromise, ...]:
    query = (
        Promise.select(
            Promise.id,
            Promise.side,
            Promise.text,
            Promise.due_on,
            Promise.state,
            Promise.person,
            Person.name,
            Promise.moment,
        )
        .join(Person)
        .where(Promise.project == project_id, Promise.deleted_at.is_null())
        .order_by(Promise.state != PromiseState.OPEN, Promise.due_on.is_null(), Promise.due_on)
    )
    return tuple(ProjectPromise(*row) for row in tuples_of(query))


def _check_in_count(project_id: int) -> int:
    asked = CheckIn.select().where(
        CheckIn.project == project_id, ~CheckIn.is_draft, CheckIn.deleted_at.is_null()
    )
    return int(asked.count())
